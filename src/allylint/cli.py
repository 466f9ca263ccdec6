"""The commands: what is asked in, text and exit status out. Alone knows click and stdout."""

import os
import stat
import sys
from typing import Any

import click

from allylint import __version__
from allylint.errors import AllylintError, perhaps

_NAMES = ("check", "rules", "explain", "test")


class _DraftsOrCommand(click.Group):
    """`allylint draft.md` is `allylint check draft.md`; a command's name comes first."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if first in ("--help", "--version"):
            return super().parse_args(ctx, args)
        if not args and not _piped():
            return super().parse_args(ctx, ["--help"])
        if first not in self.commands:
            _ask_about(first)
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _ask_about(word: str) -> None:
    """A near miss of a command's name that is no path."""
    if word.isalpha() and not os.path.lexists(word) and (near := perhaps(word, _NAMES)):
        raise click.UsageError(f"`{word}` is neither a file nor a command. {near}")


def _piped() -> bool:
    """Whether somebody hands in a text: stdin is a pipe or a file."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return (
            sys.stdin is not None
            and bool(getattr(sys.stdin, "read", None))
            and not sys.stdin.isatty()
        )
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


@click.group(cls=_DraftsOrCommand, context_settings={"help_option_names": ["--help"]})
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
@click.option("--select", metavar="IDS", help="Only these rules or families, comma separated.")
@click.option("--ignore", metavar="IDS", help="Without these rules or families.")
@click.option("--hints", is_flag=True, help="Show hints too: right at least 2 times in 3.")
@click.option("--praise/--no-praise", default=None, help="Show what already works.")
@click.option("--why", is_flag=True, help="Say why with each finding.")
@click.option("--reply-to", type=click.Path(), help="The message that the draft answers.")
@click.option("--syntax", metavar="NAME", help="markdown, plain, commit …")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="What `-` is called.")
@click.option("--fail-on", type=click.Choice(["suggestion", "hint", "never"]),
              help="What makes the exit status 1 (default: suggestion).")  # fmt: skip
@click.option("--config", type=click.Path(), help="This configuration file and no other.")
@click.option("--no-config", is_flag=True, help="No configuration file.")
@click.option(
    "--show-cleared", is_flag=True, help="List matches that are not the writer's own words."
)
@click.option("--quiet", is_flag=True, help="Findings only.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def check(paths: tuple[str, ...], **options: Any) -> None:
    """Check drafts: files, folders, or `-` for stdin."""
    from allylint.reporters import reporter

    try:
        render = reporter(options["format_"])
        run = _run(paths, options)
    except AllylintError as error:
        _complain(str(error))
        sys.exit(2)
    report = _shown(run, options)
    _emit(render(report, _terminal(options)), options["output"])
    for line in report.errors:
        _complain(line)
    sys.exit(2 if report.errors else 1 if run.failing else 0)


def _run(paths: tuple[str, ...], options: dict[str, Any]) -> Any:
    from allylint.files import read_bytes
    from allylint.inputs import decode
    from allylint.run import Asked, Runner

    reply = options["reply_to"]
    asked = Asked(
        options["select"], options["ignore"], options["fail_on"], options["hints"],
        decode(read_bytes(reply))[0] if reply else None, options["syntax"], options["config"],
        options["no_config"],
    )  # fmt: skip
    runner = Runner(asked)
    for path in paths or ("-",):
        if path == "-":
            runner.text(sys.stdin.buffer.read(), options["stdin_filename"])
    runner.paths([path for path in paths if path != "-"])
    return runner.done()


def _shown(run: Any, options: dict[str, Any]) -> Any:
    """The report with the levels that are to be shown."""
    praise = options["praise"] if options["praise"] is not None else run.praise
    if praise is None:
        praise = options["format_"] == "text"
    kept = tuple(
        finding
        for finding in run.report.findings
        if finding.level == "suggestion"
        or (finding.level == "praise" and praise)
        or (finding.level == "hint" and finding.path in run.hints)
    )
    return run.report._replace(findings=kept)


def _terminal(options: dict[str, Any]) -> Any:
    import shutil

    from allylint.model import Terminal

    color = options["color"] == "always" or (
        options["color"] == "auto"
        and not options["output"]
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )
    width = min(100, shutil.get_terminal_size().columns)
    return Terminal(width, color, options["why"], options["show_cleared"], options["quiet"])


def _emit(text: str, output: str | None) -> None:
    if output:
        from allylint.files import write_whole

        try:
            write_whole(output, text + "\n")
        except AllylintError as error:
            _complain(str(error))
            sys.exit(2)
    elif text:
        click.get_text_stream("stdout", "utf-8", "backslashreplace").write(text + "\n")


def _complain(line: str) -> None:
    from allylint.reporters._safe import one_line

    click.echo(f"allylint: {one_line(line)}", err=True)


@cli.command()
def rules() -> None:
    """Every rule, a line each."""
    from allylint.documentation import one_line_each
    from allylint.rulebook import load_rulebook

    click.echo(one_line_each(load_rulebook()))


@cli.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Why a rule speaks, what to try, when its words are fine, examples and sources."""
    from allylint.documentation import page
    from allylint.rulebook import load_rulebook

    rulebook = load_rulebook()
    if rule not in rulebook.rules:
        instead = perhaps(rule, rulebook.rules) or "`allylint rules` lists them."
        _complain(f"no rule is called `{rule}`. {instead}")
        sys.exit(2)
    click.echo(page(rulebook.rules[rule], min(100, _terminal({"color": "never", "output": None,
               "why": True, "show_cleared": False, "quiet": False}).width)))  # fmt: skip


@cli.command()
@click.argument("names", nargs=-1, metavar="[RULES]...")
def test(names: tuple[str, ...]) -> None:
    """Run the examples inside rule files."""
    from allylint.proving import prove_all

    try:
        failures, count = prove_all(names)
    except AllylintError as error:
        _complain(str(error))
        sys.exit(2)
    for failure in failures:
        click.echo(failure)
    click.echo(f"{count - len(failures)} of {count} examples hold.")
    sys.exit(1 if failures else 0)
