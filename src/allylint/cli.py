"""The commands and their options. Alone knows click."""

import os
import sys
from typing import Any

import click

from allylint import __version__, console
from allylint.cli_rules import COMMANDS, with_rules
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
@with_rules
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


for command in COMMANDS:
    cli.add_command(command)
