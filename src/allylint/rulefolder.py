"""Folders of rules, as files: `rules/<family>/<id>.yaml`, the lists they share, and their sources."""

import os
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from allylint.errors import AllylintError
from allylint.files import read_text, unreadable, within

WORDS = "words.yaml"
"""Lists that all rules of a folder share."""
SOURCES = "sources.yaml"
"""Who argued for the rules of a folder, in full."""


OWN = "allylint-rules"
"""The folder of rules that `allylint new` begins."""


class RuleText(NamedTuple):
    """A file as read."""

    path: str
    family: str
    text: str


class Folder(NamedTuple):
    """The files of one folder: the shared lists, if it has any, and its rules."""

    path: str
    words: RuleText | None
    rules: tuple[RuleText, ...]
    errors: tuple[str, ...]
    """What could not be read."""


@cache
def built_in_folder() -> str:
    """Where the rules are: beside the code in a wheel, at the top level in a checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "rules")
    return inside if os.path.isdir(inside) else os.path.join(here, "..", "..", "rules")


def read_folder(folder: str) -> Folder:
    """Every file of a folder. Raises AllylintError where there is no such folder."""
    folder = tidy(folder)
    found: list[RuleText] = []
    errors: list[str] = []
    for family, path in _files(folder):
        try:
            found.append(RuleText(path, family, _read(path, folder)))
        except AllylintError as error:
            errors.append(str(error))
    return Folder(folder, words_of(folder), tuple(found), tuple(errors))


def words_of(folder: str) -> RuleText | None:
    """The shared lists of a folder, if it has any. Raises AllylintError."""
    return _shared(folder, WORDS)


def sources_of(folder: str) -> RuleText | None:
    """The catalogue of sources of a folder, if it has one. Raises AllylintError."""
    return _shared(folder, SOURCES)


def _shared(folder: str, name: str) -> RuleText | None:
    folder = tidy(folder)
    path = os.path.join(folder, name)
    return RuleText(path, "", _read(path, folder)) if os.path.isfile(path) else None


def _read(path: str, folder: str) -> str:
    """A file's text. Raises AllylintError for a link out of a user's folder: mistakes quote files."""
    if not (folder == tidy(built_in_folder()) or within(path, folder)):
        raise AllylintError(path, "this points out of its folder of rules.")
    return read_text(path)


def tidy(folder: str) -> str:
    """The folder as mistakes in its files name it: from here, where it is below."""
    path = os.path.normpath(folder)
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def files_of(folder: str) -> Iterator[str]:
    """The paths of all its files, those of shared lists and sources too."""
    if not os.path.isdir(folder):
        return
    yield from (os.path.join(folder, name) for name in (WORDS, SOURCES))
    yield from (path for _, path in _files(folder))


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Every rule file with its family; those at the top are of the folder's own name."""
    for name in _listed(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and not name.startswith("_"):
            yield from (
                (name, os.path.join(path, file)) for file in _listed(path) if _is_yaml(file)
            )
        elif _is_yaml(name) and name not in (WORDS, SOURCES):
            yield os.path.basename(os.path.normpath(folder)), path


def _listed(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error) from None


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))
