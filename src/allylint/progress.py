"""How far a long run is, on a terminal: nothing before a second has gone, nothing in a pipe."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds that a run may take without a word."""
_GONE = "\r\033[K\033[?25h"
"""Clears the line and brings the cursor back, which click's bar hides."""


def watched(files: Sequence[T]) -> Iterator[T]:
    """The files one by one; where it takes long and somebody looks on, stderr counts them."""
    bar: Any = None
    begun = time.monotonic()
    try:
        for at, file in enumerate(files):
            yield file
            if bar is None and time.monotonic() - begun > _PATIENCE and _seen():
                bar = _bar(len(files), at)
            if bar is not None:
                bar.update(1)
    finally:
        if bar is not None:
            sys.stderr.write(_GONE)
            sys.stderr.flush()


def _seen() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _bar(files: int, done: int) -> Any:
    import click

    bar = click.progressbar(length=files, label="Reading", file=sys.stderr, show_pos=True)
    bar.update(done)
    return bar
