"""`allylint PATHS` once its options are read: drafts in, text and exit status out.

Plain paths come here straight from `__main__`, everything else by way of click.
"""

from collections.abc import Sequence
from typing import Any

from allylint import console
from allylint.asked import Options
from allylint.errors import AllylintError


def status_of(trouble: AllylintError | KeyboardInterrupt) -> int:
    """Tell what ended a command. Gives the exit status that it has."""
    return 130 if isinstance(trouble, KeyboardInterrupt) else console.tell((str(trouble),))


def check_and_tell(paths: Sequence[str], options: Options) -> int:
    """Check drafts and print what was found. Gives the exit status. Raises AllylintError."""
    from allylint.commands import check_drafts
    from allylint.reporters import reporter

    render = reporter(options.format_)
    run = check_drafts(paths, options)
    shown = run.shown()
    if options.remains:
        from allylint.remains import remains
        from allylint.reporters._safe import safe

        text = safe(remains(shown), keep="\n\t")
    else:
        text = render(shown, _terminal(options))
    _write(text, options.output)
    return console.tell(run.report.errors) or bool(run.failing)


def _terminal(options: Options) -> Any:
    from allylint.model import Terminal

    asked = options.color
    color = asked == "always" or (asked == "auto" and not options.output and console.colours())
    return Terminal(
        console.width(), color, options.why, options.show_cleared, options.quiet, options.all
    )


def _write(text: str, output: str | None) -> None:
    if output is None:
        console.say(text)
        return
    from allylint.files import write_whole

    write_whole(output, text and text + "\n")
