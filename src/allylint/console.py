"""The terminal or the pipe that we run in: what is handed in, and how text goes out."""

import os
import stat
import sys

from allylint.errors import AllylintError


def piped() -> bool:
    """Whether somebody hands in a text: stdin is a pipe or a file."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return sys.stdin is not None and not sys.stdin.isatty()
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def read_stdin() -> bytes:
    """All that is handed in. Raises AllylintError."""
    try:
        return sys.stdin.buffer.read()
    except (OSError, AttributeError):
        raise AllylintError("stdin", "can't be read.") from None


def say(text: str) -> None:
    """Print text as UTF-8, whatever the locale says. Raises AllylintError.

    A reader who has left, as `head` does, is no trouble.
    """
    if sys.stdout is None or not text:
        return
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise AllylintError("stdout", "can't be written.") from None


def colours() -> bool:
    """Whether stdout shows colours and nobody minds."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def logged() -> bool:
    """Whether a service runs us that obeys commands in its log: GitHub, Azure Pipelines, TeamCity."""
    return any(map(os.environ.get, ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")))


def width() -> int:
    """How wide a page may be; as shutil has it, whose import would take longer than a clean run."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0)
        columns = columns or os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        columns = 0
    return min(100, columns) if columns > 0 else 80


def tell(errors: tuple[str, ...]) -> int:
    """Print what went wrong to stderr, a line each. Gives the exit status: 2, or 0 for nothing."""
    from allylint.reporters._inert import inert
    from allylint.reporters._safe import one_line

    if sys.stderr is not None:
        for error in errors:
            sys.stderr.write(f"allylint: {inert(one_line(error))}\n")
    return 2 if errors else 0
