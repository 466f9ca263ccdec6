"""The commands and their options. Alone knows click."""

import os
import sys
from typing import Any

import click

from allylint import __version__, console
from allylint.errors import perhaps


class _DraftsOrCommand(click.Group):
    """`allylint draft.md` is `allylint check draft.md`; a command's name comes first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if not args and not console.piped():
            args = ["--help"]
        elif first not in (*self.commands, "--help", "--version"):
            self._ask_about(first)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        from allylint.door import status_of

        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as trouble:
            sys.exit(status_of(trouble))

    def _ask_about(self, word: str) -> None:
        """A near miss of a command's name that is no path."""
        if word.isalpha() and not os.path.lexists(word) and (near := perhaps(word, self.commands)):
            sys.exit(console.tell((f"`{word}` is neither a file nor a command. {near}",)))


@click.group(cls=_DraftsOrCommand, subcommand_metavar="[PATHS]... | COMMAND [ARGS]...")
@click.version_option(__version__, prog_name="allylint")
def cli() -> None:
    """Read a draft before it is sent, and suggest what might make its reader less heard.

    `allylint draft.md` checks a draft; `allylint check --help` lists the options. Nothing leaves
    this machine.
    """


_rules = click.option("--rules", multiple=True, metavar="FOLDER",
                      help="Rules of this folder too, or of this installed package.")  # fmt: skip


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "format_", default="text", metavar="NAME", help="text, json …")
@click.option("--output", type=click.Path(), help="Write to this file instead of stdout.")
@click.option("--report", multiple=True, metavar="NAME=PATH",
              help="Write this format to this file too; may be given again.")  # fmt: skip
@click.option("--select", metavar="IDS", help="Only these rules or families, comma separated.")
@click.option("--ignore", metavar="IDS", help="Without these rules or families.")
@click.option("--hints", is_flag=True, help="Show hints too: right at least 2 times in 3.")
@click.option("--praise/--no-praise", default=None, help="Show what already works.")
@click.option("--all", is_flag=True, help="Every finding at length, not three of each draft.")
@click.option("--remains", is_flag=True, help="Print the drafts without the reported words.")
@click.option("--why", is_flag=True, help="Say why with each finding.")
@click.option("--reply-to", type=click.Path(), help="The message that the draft answers.")
@click.option("--syntax", metavar="NAME", help="markdown, plain, commit …")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="What `-` is called.")
@click.option("--fail-on", type=click.Choice(["suggestion", "hint", "never"]),
              help="What makes the exit status 1 (default: suggestion).")  # fmt: skip
@click.option("--changed", is_flag=True,
              help="Only changed lines: since the merge base with the default branch.")  # fmt: skip
@click.option("--changed-since", metavar="REV", help="Only lines changed since this commit.")
@click.option("--baseline", type=click.Path(), help="Report only what this file does not know.")
@click.option("--write-baseline", is_flag=True, help="Write what is found to the baseline.")
@_rules
@click.option("--config", type=click.Path(), help="This configuration file and no other.")
@click.option("--no-config", is_flag=True, help="No configuration file.")
@click.option(
    "--show-config", is_flag=True, help="What is set for the paths, and where it was said."
)
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N",
              help="Processes to use (default: as it pays).")  # fmt: skip
@click.option("--show-cleared", is_flag=True, help="List what is not the writer's own words.")
@click.option("--quiet", is_flag=True, help="Findings only.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              help="Colours (default: on a terminal, unless NO_COLOR is set).")  # fmt: skip
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check drafts: files, folders, or `-` for stdin."""
    from allylint.asked import Options
    from allylint.door import check_and_tell

    asked = Options(**options)
    if asked.show_config:
        from allylint.settled import settled

        text, errors = settled(paths, asked)
        console.say(text)
        sys.exit(console.tell(errors))
    if not (paths or asked.changed or asked.changed_since is not None or console.piped()):
        click.echo(click.get_current_context().get_help())
        return
    sys.exit(check_and_tell(paths, asked))


@cli.command()
@click.option("--format", "format_", default="text", metavar="NAME", help="text, markdown")
def rules(format_: str) -> None:
    """Every rule, a line each, or a page of them all."""
    from allylint.commands import rulebook_here
    from allylint.explained import list_rules

    rulebook = rulebook_here()
    text, errors = list_rules(format_, rulebook)
    console.say(text)
    sys.exit(console.tell(rulebook.errors + errors))


@cli.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Why a rule speaks, when its words are fine, examples and sources; or a family's rules."""
    from allylint.commands import rulebook_here
    from allylint.explained import explain as explained

    rulebook = rulebook_here()
    text, errors = explained(rule, rulebook, console.width())
    console.say(text)
    sys.exit(console.tell(rulebook.errors + errors))


@cli.command()
def init() -> None:
    """Start a .allylint.yaml in this folder, with every setting explained."""
    from allylint.starter import write_starter

    console.say(f"{write_starter()} is there; `allylint .` reads the drafts in this folder.")


@cli.command()
@click.argument("rule")
@click.option("--phrase", multiple=True, help="What people write; may be given again.")
@click.option("--message", default="", help="How it can land: '\"{quote}\" can read as …'.")
@click.option("--instead", default="", help="What they could do instead.")
def new(rule: str, phrase: tuple[str, ...], message: str, instead: str) -> None:
    """Start a rule file, with a line of help for each part; on a terminal it asks."""
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


@cli.command(name="pass")
@click.argument("place", metavar="DRAFT:LINE[:COLUMN]")
@click.option("--because", default="other", help="taught, quoted, reported, denied …")
@_rule
def pass_(place: str, because: str, rule: str | None) -> None:
    """Say that nothing should be found there: an example for a rule file of your own."""
    from allylint.disagreeing import Objection, disagree

    console.say(disagree(Objection("pass", place, rule, because)))


@cli.command()
@click.argument("place", metavar="DRAFT:LINE[:COLUMN]")
@click.option("--quote", help="The words to underline (default: the sentence).")
@_rule
def flag(place: str, quote: str | None, rule: str | None) -> None:
    """Say that something should be found there: an example for a rule file of your own."""
    from allylint.disagreeing import Objection, disagree

    console.say(disagree(Objection("flag", place, rule, quote=quote)))


@cli.command()
@click.argument("name", metavar="config|rule")
def schema(name: str) -> None:
    """The JSON Schema of .allylint.yaml or of rule files, for editors."""
    import json

    from allylint.schema import schema as schema_of

    console.say(json.dumps(schema_of(name), indent=2))


@cli.command()
@click.argument("names", nargs=-1, metavar="[RULES]...")
def test(names: tuple[str, ...]) -> None:
    """Run the examples inside rule files."""
    from allylint.commands import rulebook_here
    from allylint.proving import prove_all

    rulebook = rulebook_here()
    failures, count = prove_all(rulebook, names)
    console.say("\n".join([*failures, f"{count - len(failures)} of {count} examples hold."]))
    sys.exit(console.tell((*rulebook.errors, *rulebook.others)) or bool(failures))


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.jsonl...")
@click.option("--half", type=click.Choice(["tune", "test"]),
              help="Only this half of the drafts, by their ids.")  # fmt: skip
@click.option("--select", metavar="IDS", help="Only these rules or families, comma separated.")
@click.option("--wrong", is_flag=True, help="List each wrong report and each miss instead.")
@_rules
def score(files: tuple[str, ...], **options: Any) -> None:
    """How often rules are right on labelled drafts, and what they miss."""
    from allylint.measured import scored

    text, errors = scored(files, **options)
    console.say(text)
    sys.exit(console.tell(errors))


@cli.command("try")
@click.argument("rule", metavar="RULE_FILE")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--all", is_flag=True, help="Every place, not three of each wording.")
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help="Wordings to list.")
@click.option("--show-cleared", is_flag=True, help="List what is not the writer's own words.")
@_rules
def try_(rule: str, paths: tuple[str, ...], **options: Any) -> None:
    """What a rule file (or a rule) would report over files, folders and .jsonl files."""
    from allylint.measured import tried

    text, errors = tried(rule, paths, **options)
    console.say(text)
    sys.exit(console.tell(errors))
