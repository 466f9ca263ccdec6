"""`allylint PATHS` once its options are read: drafts in, text and exit status out.

Plain paths come here straight from `__main__`, everything else by way of click.
"""

import os
from collections.abc import Sequence
from typing import Any

from allylint import console
from allylint.asked import Options
from allylint.errors import AllylintError


def status_of(trouble: BaseException) -> int:
    """Tell what ended a command. Gives the exit status that it has."""
    if isinstance(trouble, KeyboardInterrupt):
        return 130
    if isinstance(trouble, AllylintError):
        return console.tell((str(trouble),))
    from allylint.faults import fault_line

    return console.tell((fault_line(trouble),))


def check_and_tell(paths: Sequence[str], options: Options) -> int:
    """Check drafts and print what was found. Gives the exit status. Raises AllylintError."""
    from allylint.commands import check_drafts, write_baseline
    from allylint.reporters import reporter
    from allylint.reporters._safe import safe

    render = reporter(options.format_)
    others = [_other(said) for said in options.report]
    run = check_drafts(paths, options)
    if options.write_baseline:
        console.say(safe(write_baseline(run, options), keep="\n"))
        return console.tell(run.report.errors)
    _refuse_drafts([options.output, *(path for _, path in others)], run.report.paths)
    shown = run.shown(options.format_)
    if options.remains:
        from allylint.remains import remains

        text = safe(remains(shown), keep="\n\t")
    else:
        text = render(shown, _terminal(options))
    _write(text, options.output, options.format_)
    plain = _terminal(options._replace(color="never"))
    for name, path in others:
        _write(reporter(name)(run.shown(name), plain), path, name)
    return console.tell(run.report.errors) or bool(run.failing)


def _other(said: str) -> tuple[str, str]:
    """The format and the file that `--report` names. Raises AllylintError."""
    from allylint.reporters import reporter

    name, _, path = said.partition("=")
    reporter(name, "--report")
    if not path:
        instead = f"It could be `{name}=allylint.{name}`."
        raise AllylintError("--report", f"`{said}` names no file.", instead)
    return name, path


def _refuse_drafts(outputs: Sequence[str | None], drafts: Sequence[str]) -> None:
    """Raises AllylintError where a report would take the place of a draft that was read."""
    files = {os.path.realpath(path): path for path in outputs if path and os.path.isfile(path)}
    if files and (lost := files.keys() & map(os.path.realpath, drafts)):
        raise AllylintError(files[lost.pop()], "this is one of the drafts; it was left as it is.")


def _terminal(options: Options) -> Any:
    from allylint.model import Terminal

    asked = options.color
    color = asked == "always" or (asked == "auto" and not options.output and console.colours())
    return Terminal(
        console.width(), color, options.why, options.show_cleared, options.quiet, options.all,
        os.getcwd(),
    )  # fmt: skip


def _write(text: str, output: str | None, format_: str) -> None:
    if output is None:
        if format_ == "text" and console.logged():
            from allylint.reporters._inert import inert

            text = inert(text)
        console.say(text)
        return
    from allylint.files import write_whole

    write_whole(output, text and text + "\n")
