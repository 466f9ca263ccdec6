"""Runs something again whenever one of some files changes."""

import os
from collections.abc import Callable, Iterable
from time import sleep

_PAUSE = 0.3
"""Seconds between two looks."""


def watch(files: Callable[[], Iterable[str]], run: Callable[[], None]) -> None:
    """Run now and after every change of a file, until somebody interrupts."""
    seen = None
    while True:
        now = {path: _state(path) for path in files()}
        if now != seen:
            seen = now
            run()
        sleep(_PAUSE)


def _state(path: str) -> tuple[int, int]:
    try:
        stat = os.stat(path)
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
