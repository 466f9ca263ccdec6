"""Which files a run reads: those named, and the drafts in the folders named."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from allylint.errors import AllylintError
from allylint.files import kind_of, unreadable

_SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})
Reads = Callable[[str], bool]


class Found(NamedTuple):
    """A file to read, or why there is none."""

    path: str
    error: str = ""
    note: str = ""


def find_files(paths: Sequence[str], reads: Reads) -> Iterator[Found]:
    """Every file named, and every draft (what a format reads) in the folders named, each once."""
    seen: set[str] = set()
    for path in paths:
        for found in _find(path, reads):
            real = os.path.realpath(found.path) if not (found.error or found.note) else ""
            if real not in seen or not real:
                seen.add(real)
                yield found


def _find(path: str, reads: Reads) -> Iterator[Found]:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Found(path, error=str(unreadable(path, error)))
        return
    path = os.path.normpath(path)
    if stat.S_ISREG(mode):
        yield Found(path)
    elif not stat.S_ISDIR(mode):
        what = f"this is {kind_of(mode)}; it could be a file or a folder."
        yield Found(path, error=str(AllylintError(path, what)))
    else:
        empty = True
        for found in _walk(path, reads):
            empty = False
            yield found
        if empty:
            yield Found(path, note="there are no drafts in this folder.")


def _walk(top: str, reads: Reads) -> Iterator[Found]:
    from allylint.gitignore import ignored, ignores_above, ignores_in

    real = os.path.realpath(top)
    above = ignores_above(real)
    folders = [(top, real, () if ignored(real + "/", above) else above)]
    while folders:
        folder, place, ignores = folders.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, error=str(unreadable(folder, error)))
            continue
        ignores = (*ignores, *ignores_in(place))
        below = []
        for entry in inside:
            path, at = os.path.normpath(entry.path), os.path.join(place, entry.name)
            if entry.is_dir(follow_symlinks=False):
                if not _skipped(entry.name) and not ignored(at + "/", ignores):
                    below.append((path, at, ignores))
            elif reads(at) and _is_plain(entry, real) and not ignored(at, ignores):
                yield Found(path)
        folders.extend(reversed(below))


def _is_plain(entry: os.DirEntry[str], top: str) -> bool:
    """A file, not a pipe or the like, nor a link that leads out of the folder."""
    try:
        if not entry.is_file():
            return False
    except OSError:
        return False
    return not entry.is_symlink() or os.path.realpath(entry.path).startswith(top + os.sep)


def _skipped(name: str) -> bool:
    return name in _SKIPPED or (name.startswith(".") and name != ".github")
