"""The commands for rules: what they are, how they are tried, and how one's own are made."""

import sys
from typing import Any

import click

from allylint import console

with_rules = click.option("--rules", multiple=True, metavar="FOLDER",
                      help="Rules of this folder too, or of this installed package.")  # fmt: skip
"""Beside the rules that are configured."""


@click.command()
@click.option("--format", "format_", default="text", metavar="NAME", help="text, markdown")
@with_rules
def rules(format_: str, rules: tuple[str, ...]) -> None:
    """Every rule, a line each, or a page of them all."""
    from allylint.commands import rulebook_here
    from allylint.explained import list_rules

    rulebook = rulebook_here(rules)
    text, errors = list_rules(format_, rulebook)
    console.say(text)
    sys.exit(console.tell(rulebook.errors + errors))


@click.command()
@click.argument("rule")
@with_rules
def explain(rule: str, rules: tuple[str, ...]) -> None:
    """Why a rule speaks, with examples and sources."""
    from allylint.commands import rulebook_here
    from allylint.explained import explain as explained

    rulebook = rulebook_here(rules)
    text, errors = explained(rule, rulebook, console.width())
    console.say(text)
    sys.exit(console.tell(rulebook.errors + errors))


@click.command()
def init() -> None:
    """Start a .allylint.yaml, with every setting explained."""
    from allylint.starter import write_starter

    console.say(f"{write_starter()} is there; `allylint .` reads the drafts in this folder.")


@click.command()
@click.argument("rule")
@click.option("--phrase", multiple=True, help="What people write; may be given again.")
@click.option("--message", default="", help="How it can land: '\"{quote}\" can read as …'.")
@click.option("--instead", default="", help="What they could do instead.")
def new(rule: str, phrase: tuple[str, ...], message: str, instead: str) -> None:
    """Start a rule file; on a terminal it asks.

    The file works as it stands, and has a line of help for each part.
    """
    from allylint.commands import new_rule
    from allylint.newrule import Wish

    wish = Wish(phrase, message, instead)
    if wish == Wish() and sys.stdin is not None and sys.stdin.isatty():
        wish = _asked_for()
    console.say(new_rule(rule, wish))


def _asked_for() -> Any:
    """What somebody at a terminal wants a rule for."""
    from allylint.newrule import Wish

    click.echo("What do people write? A phrase a line, and an empty line at the end.")
    click.echo("(this | that) is a choice, [this] may be left out, ... stands for a few words.")
    phrases = list(iter(lambda: click.prompt("phrase", default="", show_default=False), ""))
    message = click.prompt('How can that land? "{quote}" stands for the words', default="",
                           show_default=False)  # fmt: skip
    instead = click.prompt("What could they do instead", default="", show_default=False)
    return Wish(tuple(phrases), message, instead)


_rule = click.option("--rule", metavar="ID", help="The rule that is meant, where several speak.")


@click.command(name="pass")
@click.argument("place", metavar="DRAFT:LINE[:COLUMN]")
@click.option("--because", default="other",
              help="quoted, blockquote, reported, denied, aspired, taught, supposed, owned, "
              "given, other-sense, own-hurt or other.")  # fmt: skip
@_rule
def pass_(place: str, because: str, rule: str | None) -> None:
    """Say that nothing should be found there.

    The sentence becomes an example in a rule file of your own.
    """
    from allylint.disagreeing import Objection, disagree

    console.say(disagree(Objection("pass", place, rule, because)))


@click.command()
@click.argument("place", metavar="DRAFT:LINE[:COLUMN]")
@click.option("--quote", help="The words to underline (default: the sentence).")
@_rule
def flag(place: str, quote: str | None, rule: str | None) -> None:
    """Say that something should be found there.

    The sentence becomes an example in a rule file of your own.
    """
    from allylint.disagreeing import Objection, disagree

    console.say(disagree(Objection("flag", place, rule, quote=quote)))


@click.command()
@click.argument("name", metavar="config|rule")
def schema(name: str) -> None:
    """The JSON Schema of settings or rules, for editors."""
    import json

    from allylint.schema import schema as schema_of

    console.say(json.dumps(schema_of(name), indent=2))


@click.command()
@click.argument("names", nargs=-1, metavar="[RULES | FILES]...")
@click.option("--show-pattern", is_flag=True, help="What each phrase became, and what it matches.")
@click.option("--watch", is_flag=True, help="Run again whenever a rule file is saved.")
@with_rules
def test(names: tuple[str, ...], rules: tuple[str, ...], show_pattern: bool, watch: bool) -> None:
    """Run the examples inside rule files.

    Those of rules, of files or folders anywhere, or of every rule.
    """
    from allylint.testrun import run_examples, watch_rules

    def told() -> int:
        tested = run_examples(names, rules, show_pattern)
        console.say(tested.text)
        return console.tell(tested.errors) or tested.failed

    if watch:
        watch_rules(told, names, rules)
    sys.exit(told())


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.jsonl...")
@click.option("--half", type=click.Choice(["tune", "test"]),
              help="Only this half of the drafts, by their ids.")  # fmt: skip
@click.option("--select", metavar="IDS", help="Only these rules or families, comma separated.")
@click.option("--wrong", is_flag=True, help="List each wrong report and each miss instead.")
@with_rules
def score(files: tuple[str, ...], **options: Any) -> None:
    """How often rules are right on labelled drafts."""
    from allylint.measured import scored

    text, errors = scored(files, **options)
    console.say(text)
    sys.exit(console.tell(errors))


@click.command("try")
@click.argument("rule", metavar="RULE_FILE")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--all", is_flag=True, help="Every place, not three of each wording.")
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help="Wordings to list.")
@click.option("--show-cleared", is_flag=True, help="List what is not the writer's own words.")
@with_rules
def try_(rule: str, paths: tuple[str, ...], **options: Any) -> None:
    """What a rule would report over an archive.

    RULE_FILE may be a rule's id too; PATHS are files, folders and .jsonl files with a `text` a line.
    """
    from allylint.measured import tried

    text, errors = tried(rule, paths, **options)
    console.say(text)
    sys.exit(console.tell(errors))


COMMANDS = (rules, explain, init, new, pass_, flag, schema, test, score, try_)
