"""What a phrase is made of: words, groups, places of lists, gaps and marks."""

from collections.abc import Mapping
from typing import NamedTuple

BUILT_IN = ("start", "end", "word")
"""Names in `<…>` that are no lists."""


class Word(NamedTuple):
    """One folded word; with `stem`, any word that begins so."""

    text: str
    stem: bool = False


class Ending(NamedTuple):
    """Any word that ends so, and has more letters."""

    text: str


class Not(NamedTuple):
    """Where no item of a list may follow; it takes up no word."""

    name: str


class Group(NamedTuple):
    """One of several sequences; `optional` ones may be left out."""

    options: tuple["Sequence", ...]
    optional: bool = False


class Slot(NamedTuple):
    """The place of a list, or of one of `start`, `end`, `word`."""

    name: str


class Gap(NamedTuple):
    """Up to three words in between."""


class Stop(NamedTuple):
    """Punctuation that must stand there: a mark, or several of `?` and `!`."""

    char: str


Node = Word | Ending | Not | Group | Slot | Gap | Stop
Sequence = tuple[Node, ...]
ParsedLists = Mapping[str, tuple[Sequence, ...]]
"""Parsed lists by name."""
