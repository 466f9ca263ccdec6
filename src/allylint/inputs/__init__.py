"""Input formats, one file each: `SUFFIXES` and `read(path, text) -> Document`.

A file may also have `NAMES`, whole file names that it reads. The folder is
walked, so a format is known by being here; `_` before a name marks a helper.
"""

import os
from functools import cache
from importlib import import_module
from types import ModuleType

from allylint.errors import AllylintError, perhaps
from allylint.inputs._decode import decode, is_binary
from allylint.model import Document

__all__ = ["decode", "is_binary", "read_document", "suffixes", "syntax_of", "syntaxes"]


def read_document(path: str, text: str, syntax: str | None = None) -> Document:
    """The draft as its format reads it: the one named, or that of the path."""
    name = syntax if syntax is not None else syntax_of(path)
    document: Document = _format(name, path).read(path, text.removeprefix("\ufeff"))
    return document


@cache
def syntaxes() -> list[str]:
    """The names of all formats."""
    names = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    return sorted(stem for stem, suffix in names if suffix == ".py" and stem[0] != "_")


@cache
def suffixes() -> frozenset[str]:
    """The suffixes that a walk through a folder takes, in lower case, with their dot."""
    return frozenset(key for key in _readers() if key.startswith("."))


def syntax_of(path: str) -> str:
    """The name of the format that a path is read as."""
    name = os.path.basename(path)
    suffix = os.path.splitext(name)[1].lower()
    return _readers().get(name) or _readers().get(suffix) or "markdown"


@cache
def _readers() -> dict[str, str]:
    return {
        key: name
        for name in syntaxes()
        for key in (*_format(name).SUFFIXES, *getattr(_format(name), "NAMES", ()))
    }


def _format(name: str, path: str = "") -> ModuleType:
    if name not in syntaxes():
        known = f"There are: {', '.join(syntaxes())}."
        instead = f"{known} {perhaps(name, syntaxes())}".rstrip()
        raise AllylintError(path, f"`--syntax {name}` names no file in inputs/.", instead)
    return import_module(f"{__name__}.{name}")
