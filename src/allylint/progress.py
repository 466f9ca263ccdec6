"""How far a long run is, on a terminal: nothing before a second has gone, nothing in a pipe."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_PATIENCE = 1.0
"""Seconds that a run may take without a word."""
_GONE = "\r\033[K\033[?25h"
"""Clears the line and brings the cursor back, which click's bar hides."""


@contextmanager
def progress(files: int) -> Iterator[Callable[[int], None]]:
    """Is told how many drafts are done; where it takes long and somebody looks on, stderr says so."""
    bar: Any = None
    begun, before = time.monotonic(), 0

    def done(count: int) -> None:
        nonlocal bar, before
        before += count
        if bar is not None:
            bar.update(count)
        elif time.monotonic() - begun > _PATIENCE and _seen():
            bar = _bar(files, before)

    try:
        yield done
    finally:
        if bar is not None:
            sys.stderr.write(_GONE)
            sys.stderr.flush()


def _seen() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _bar(files: int, done: int) -> Any:
    import click

    bar: Any = click.progressbar(length=files, label="Reading", file=sys.stderr, show_pos=True)
    bar.update(done)
    return bar
