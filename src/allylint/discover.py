"""Which files a run reads: those named, and the drafts in the folders named."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from allylint.errors import AllylintError, perhaps

_LARGEST = 64 * 1024 * 1024
_SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})


class Found(NamedTuple):
    """A file to read, or why there is none."""

    path: str
    error: str = ""
    note: str = ""


class _Ignores(NamedTuple):
    """What one `.gitignore` says of the paths under its folder."""

    folder: str
    spec: Any


def find_files(paths: Sequence[str], suffixes: frozenset[str]) -> Iterator[Found]:
    """Every file named, and every draft in the folders named, each once."""
    seen: set[str] = set()
    for path in paths:
        for found in _find(path, suffixes):
            real = os.path.realpath(found.path) if not (found.error or found.note) else ""
            if real not in seen or not real:
                seen.add(real)
                yield found


def read_bytes(path: str) -> bytes:
    """The bytes of a plain file of up to 64 MB; nothing else is opened."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise AllylintError(path, f"this is {_kind(mode)}; it could be a file.")
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise AllylintError(path, *_trouble(path, error)) from None
    if len(data) > _LARGEST:
        raise AllylintError(path, "this is larger than 64 MB.")
    return data


def _find(path: str, suffixes: frozenset[str]) -> Iterator[Found]:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Found(path, error=str(AllylintError(path, *_trouble(path, error))))
        return
    path = os.path.normpath(path)
    if stat.S_ISREG(mode):
        yield Found(path)
    elif not stat.S_ISDIR(mode):
        what = f"this is {_kind(mode)}; it could be a file or a folder."
        yield Found(path, error=str(AllylintError(path, what)))
    else:
        empty = True
        for found in _walk(path, suffixes):
            empty = False
            yield found
        if empty:
            yield Found(path, note="there are no drafts in this folder.")


def _walk(top: str, suffixes: frozenset[str]) -> Iterator[Found]:
    real = os.path.realpath(top)
    above = _above(real)
    folders = [(top, real, () if _ignored(real + "/", above) else above)]
    while folders:
        folder, place, ignores = folders.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, error=str(AllylintError(folder, *_trouble(folder, error))))
            continue
        ignores = (*ignores, *_ignores(place, ".gitignore"))
        below = []
        for entry in inside:
            path, at = os.path.normpath(entry.path), os.path.join(place, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if not _skipped(entry.name) and not _ignored(at + "/", ignores):
                    below.append((path, at, ignores))
            elif _is_draft(entry, suffixes, real) and not _ignored(at, ignores):
                yield Found(path)
        folders.extend(reversed(below))


def _is_draft(entry: os.DirEntry[str], suffixes: frozenset[str], top: str) -> bool:
    if os.path.splitext(entry.name)[1].lower() not in suffixes:
        return False
    try:
        if not entry.is_file():
            return False
    except OSError:
        return False
    return not entry.is_symlink() or os.path.realpath(entry.path).startswith(top + os.sep)


def _skipped(name: str) -> bool:
    return name in _SKIPPED or (name.startswith(".") and name != ".github")


def _above(folder: str) -> tuple[_Ignores, ...]:
    """What the repository's root and the folders between say, the root first."""
    above = []
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        at, last = os.path.dirname(at), at
        if at == last:
            return ()
        above.append(at)
    between = [found for each in reversed(above) for found in _ignores(each, ".gitignore")]
    return (*_ignores(at, ".git/info/exclude"), *between)


def _ignores(folder: str, name: str) -> tuple[_Ignores, ...]:
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return ()
    try:
        lines = read_bytes(path).decode("utf-8", "replace").split("\n")
    except AllylintError:
        return ()
    return (_Ignores(folder, _spec(lines)),)


def _spec(lines: list[str]) -> Any:
    """What the lines say; as git does, a line that means nothing is passed over."""
    import re
    import warnings

    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        for line in lines:
            with suppress(ValueError, re.error):
                patterns.extend(GitIgnoreSpec.from_lines([line]).patterns)
    return GitIgnoreSpec(patterns)


def _ignored(path: str, ignores: tuple[_Ignores, ...]) -> bool:
    """Whether git would not see it: the nearest file that speaks of it decides."""
    for folder, spec in reversed(ignores):
        said = spec.check_file(path[len(folder) :].lstrip("/")).include
        if said is not None:
            return bool(said)
    return False


def _kind(mode: int) -> str:
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return kinds.get(stat.S_IFMT(mode), "a device")


def _trouble(path: str, error: Exception) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        folder, name = os.path.split(path)
        try:
            near = perhaps(name, os.listdir(folder or "."))
        except OSError:
            near = ""
        return "there is no such file.", near
    if isinstance(error, OSError) and error.strerror:
        return f"can't be read ({error.strerror.lower()}).", ""
    return "can't be read (this is no path).", ""
