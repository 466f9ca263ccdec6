"""Several processes for many drafts; what they give is taken in the order of the drafts."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from allylint.discover import Found
from allylint.errors import AllylintError
from allylint.gathered import Gathered

_PAYS = 400_000
"""Bytes from which a second process has more to do than to start."""
_CHUNK = 128_000
"""Bytes of drafts that a worker is given at a time."""
_MOST = 8

Chunk = list[Found]
Check = Callable[[Chunk], Gathered]


def jobs_for(files: Sequence[Found], asked: int | None) -> int:
    """How many processes to use: as many as asked for, or as it pays."""
    if asked is not None:
        return min(asked, max(1, len(files)))
    if len(files) < 2 or sum(map(_size, files)) < _PAYS:
        return 1
    return min(_MOST, len(files), _processors())


def spread(files: Sequence[Found], jobs: int, check: Check) -> Iterator[tuple[Gathered, int]]:
    """What the drafts give, and of how many, in their order. Raises AllylintError."""
    from collections import deque
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    first, *chunks = _chunks(files)
    yield check(first), len(first)  # what it makes ready, the processes that part here have too
    how = "fork" if sys.platform == "linux" else "spawn"
    pool = ProcessPoolExecutor(jobs, get_context(how), initializer=_begin, initargs=(check,))
    try:
        waiting = deque((pool.submit(_work, chunk), len(chunk)) for chunk in chunks)
        while waiting:
            part, count = waiting.popleft()
            yield part.result(), count
    except BrokenProcessPool:
        what = "a process was ended from outside."
        raise AllylintError("--jobs", what, "`--jobs 1` does without.") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _chunks(files: Sequence[Found]) -> Iterator[Chunk]:
    chunk: Chunk = []
    size = 0
    for file in files:
        chunk.append(file)
        size += _size(file)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(file: Found) -> int:
    try:
        return 0 if file.error or file.note else os.stat(file.path).st_size
    except OSError:
        return 0


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


_check: list[Check] = []
"""What this process does with the drafts that it is given."""


def _begin(check: Check) -> None:
    import signal

    _check[:] = [check]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process tells of an interruption


def _work(chunk: Chunk) -> Gathered:
    return _check[0](chunk)
