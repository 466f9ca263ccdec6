"""Input formats, one file each: `SUFFIXES` and `read(path, text) -> Document`.

A file may also have `NAMES`, whole file names that it reads, and `PLACES`, two
folders and a suffix each: `.github/issue_template/*.yml`, in lower case. The folder
is walked, so a format is known by being here; `_` before a name marks a helper.
"""

import os
from functools import cache
from importlib import import_module
from itertools import islice
from types import ModuleType

from allylint.errors import AllylintError, perhaps
from allylint.inputs._decode import decode, is_binary
from allylint.lazily import lazily
from allylint.model import Document, Note

LINES = 200_000
"""Lines of a draft that are read; each costs memory in some formats, however empty it is."""
_LINE_BREAK = lazily(r"\r\n|[\r\n]")

__all__ = ["decode", "is_binary", "read_document", "reads", "syntax_of", "syntaxes"]


def read_document(path: str, text: str, syntax: str | None = None) -> Document:
    """The draft as its format reads it: the one named, or that of the path."""
    text = text.removeprefix("\ufeff")
    reader = _format(syntax if syntax is not None else syntax_of(path), path)
    end = _end_of_lines(text)
    document: Document = reader.read(path, text[:end])
    if end == len(text):
        return document
    what = f"{LINES:,} lines were read; what follows was not."
    return document._replace(text=text, notes=(*document.notes, Note(path, LINES + 1, what)))


def _end_of_lines(text: str) -> int:
    """Where the lines end that are read."""
    if text.count("\n") + text.count("\r") <= LINES:
        return len(text)
    last = next(islice(_LINE_BREAK.finditer(text), LINES - 1, None), None)
    return last.end() if last else len(text)


def reads(path: str) -> bool:
    """Whether a format reads this path: such files are drafts wherever they lie."""
    return bool(_known_syntax(path))


@cache
def syntaxes() -> list[str]:
    """The names of all formats."""
    names = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    return sorted(stem for stem, suffix in names if suffix == ".py" and stem[0] != "_")


def syntax_of(path: str) -> str:
    """The name of the format that a path is read as."""
    return _known_syntax(path) or "markdown"


def _known_syntax(path: str) -> str:
    name, known = os.path.basename(path), _readers()
    suffix = os.path.splitext(name)[1].lower()
    return known.get(name) or known.get(suffix) or known.get(_within(path, suffix), "")


def _within(path: str, suffix: str) -> str:
    """The two folders that a file lies in, and its suffix, as in `PLACES`."""
    try:
        folders = os.path.abspath(path).replace(os.sep, "/").lower().split("/")[-3:-1]
    except (OSError, ValueError):  # the folder that we are in is gone, or this is no path
        return ""
    return "/".join((*folders, "*" + suffix))


@cache
def _readers() -> dict[str, str]:
    return {
        key: name
        for name in syntaxes()
        for kind in ("SUFFIXES", "NAMES", "PLACES")
        for key in getattr(_format(name), kind, ())
    }


def _format(name: str, path: str = "") -> ModuleType:
    if name not in syntaxes():
        known = f"There are: {', '.join(syntaxes())}."
        instead = f"{known} {perhaps(name, syntaxes())}".rstrip()
        raise AllylintError(path, f"`--syntax {name}` names no file in inputs/.", instead)
    return import_module(f"{__name__}.{name}")
