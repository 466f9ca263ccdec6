"""What was made of rule files, kept in the user's cache folder: data, never code.

An entry names all that it was made from, so nothing in it can be out of date; one that is damaged
or can't be written is as good as none. Its parts are read one by one, when somebody asks for them.
They are marshalled, which is read without importing anything and gives sets as sets.
"""

import marshal
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from typing import Any

from allylint import __version__

_MOST = 16
_NAME = "rules-"
_FORMAT = 4
"""Of marshal: the one that Python 3.4 and all after it read."""
_LENGTH = 4
"""Bytes of the length of the table of parts."""
_SUM = 9
"""Bytes of the sum of all that follows the first line, and a blank."""


class Parts:
    """What is kept under a name, part by part."""

    def __init__(self, data: bytes | mmap, start: int = 0) -> None:
        self._data = data
        first = start + _LENGTH
        self._start = first + int.from_bytes(data[start:first], "little")
        self._ends: tuple[int, ...] = marshal.loads(data[first : self._start])

    def __getitem__(self, number: int) -> Any:
        """A part, read from its bytes."""
        start = self._ends[number - 1] if number else 0
        return marshal.loads(self._data[self._start + start : self._start + self._ends[number]])


class Kept:
    """Parts in the making: each is added and then known by its number."""

    def __init__(self) -> None:
        self.parts: list[Any] = []

    def add(self, part: Any) -> int:
        """Keep a part. Gives its number."""
        self.parts.append(part)
        return len(self.parts) - 1


def folder() -> str:
    """Where entries stand; empty where there is no such place. `ALLYLINT_CACHE` names another."""
    named = os.environ.get("ALLYLINT_CACHE")
    if named is not None:
        return named
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "allylint") if os.path.isabs(base) else ""


def key_of(parts: Iterable[str]) -> str:
    """A name for what something is made from: these texts, and this state of allylint."""
    return repr([__version__, *_code(), *parts])


def state_of(folder: str, suffix: str, *, times: bool = True) -> Iterator[str]:
    """What tells one state of our own files in a folder from another, without reading them."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.endswith(suffix):
            stat = entry.stat()
            yield f"{entry.name} {stat.st_size}" + (f" {stat.st_mtime_ns}" if times else "")
        elif entry.is_dir() and entry.name[0] not in "._":
            yield entry.name
            yield from state_of(entry.path, suffix, times=times)


@cache
def _code() -> tuple[str, ...]:
    return tuple(state_of(os.path.dirname(__file__), ".py"))


def read(key: str) -> Parts | None:
    """What is kept under this name, or nothing; a file of somebody else is none of ours."""
    path = _path(key)
    return read_file(path, key) if _is_ours(path) else None


def read_file(path: str, key: str, *, summed: bool = True) -> Parts | None:
    """What a file holds, if that was kept under this name; and if its sum is right, unless told otherwise."""
    try:
        with open(path, "rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
    start = data.find(b"\n") + 1
    ours = data[_SUM:start] == _named(key) and start + _LENGTH < len(data)
    whole = ours and (not summed or data[:_SUM] == _sum(memoryview(data)[start:]))
    return Parts(data, start) if whole else None


def write(key: str, parts: Sequence[Any]) -> Parts:
    """Keep these parts under this name, whole or not at all; the oldest entries give way."""
    from allylint.errors import AllylintError

    body = body_of(parts)
    if folder():
        try:
            os.makedirs(folder(), mode=0o700, exist_ok=True)
            write_file(_path(key), key, body)
            _prune()
        except (OSError, AllylintError):
            pass
    return Parts(body)


def packed(part: Any) -> bytes:
    """Plain data as bytes, for `marshal.loads`."""
    return marshal.dumps(part, _FORMAT)


def body_of(parts: Sequence[Any]) -> bytes:
    """Each part as bytes that every Python reads, behind a table of where each ends."""
    pieces = list(map(packed, parts))
    ends = packed(tuple(accumulate(map(len, pieces))))
    return b"".join([len(ends).to_bytes(_LENGTH, "little"), ends, *pieces])


def write_file(path: str, key: str, body: bytes) -> None:
    """Write what `body_of` gave under this name to a file, whole or not at all. Raises AllylintError."""
    from allylint.files import write_whole

    write_whole(path, _sum(body) + _named(key) + body)


def _sum(body: bytes | memoryview) -> bytes:
    """How an entry begins: with another sum, the rest is not what was kept."""
    from zlib import crc32

    return b"%08x " % crc32(body)


def _named(key: str) -> bytes:
    """How its first line goes on."""
    return key.encode("utf-8", "backslashreplace") + b"\n"


def _is_ours(path: str) -> bool:
    try:
        return not hasattr(os, "geteuid") or os.stat(path).st_uid == os.geteuid()
    except OSError:
        return False


def _path(key: str) -> str:
    name = f"{_NAME}{_sum(_named(key)).decode().strip()}.data"
    return os.path.join(folder(), name) if folder() else os.devnull


def _prune() -> None:
    paths = [entry for entry in os.scandir(folder()) if entry.name.startswith(_NAME)]
    for entry in sorted(paths, key=lambda entry: entry.stat().st_mtime)[:-_MOST]:
        os.unlink(entry.path)
