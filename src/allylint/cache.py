"""What was made of rule files, kept in the user's cache folder: data, never code.

An entry is found by what it was made from, so nothing in it can be out of date; one that is
damaged or can't be written is as good as none.
"""

import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import Any

from allylint import __version__

_MOST = 16
_NAME = "rules-"


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
    """A name for what something is made from: these texts, and this version of allylint."""
    digest = blake2b(digest_size=20)
    for text in (__version__, *_code(), *parts):
        part = text.encode("utf-8", "surrogatepass")
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


@cache
def _code() -> tuple[str, ...]:
    """What tells one state of the code from another, in a checkout too."""
    with os.scandir(os.path.dirname(__file__)) as entries:
        modules = [(e.name, e.stat()) for e in entries if e.name.endswith(".py")]
    return tuple(sorted(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in modules))


def read(key: str) -> Any:
    """What is kept under this name, or None."""
    try:
        with open(_path(key), encoding="utf-8") as file:
            head, body = file.readline(), file.read()
    except (OSError, ValueError):
        return None
    return json.loads(body) if head == _head(key, body) else None


def write(key: str, data: Any) -> None:
    """Keep it under this name, whole or not at all; the oldest entries give way."""
    from allylint.errors import AllylintError
    from allylint.files import write_whole

    if not folder():
        return
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        body = json.dumps(data, separators=(",", ":"))
        write_whole(_path(key), _head(key, body) + body)
        _prune()
    except (OSError, AllylintError):
        return


def _head(key: str, body: str) -> str:
    """The first line of an entry: without it, or with another, the rest is not what was kept."""
    return f"{key} {blake2b(body.encode(), digest_size=20).hexdigest()}\n"


def _path(key: str) -> str:
    return os.path.join(folder(), f"{_NAME}{key}.json") if folder() else os.devnull


def _prune() -> None:
    paths = [entry for entry in os.scandir(folder()) if entry.name.startswith(_NAME)]
    for entry in sorted(paths, key=lambda entry: entry.stat().st_mtime)[:-_MOST]:
        os.unlink(entry.path)
