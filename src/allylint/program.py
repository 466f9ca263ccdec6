"""Phrases as steps to walk: words, choices, optional parts, gaps and edges.

The lists that phrases share are one Choice each, a table in which a word is looked up. Steps and
tables are plain data, made by tables.py and kept as they are; here they are made ready.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from allylint.tokens import MEANS

LITERAL, STEM, ENDING, CHOICE, OPTION, LIST, NOT, EDGE, ANY, GAP, STOP = range(11)
"""Kinds of steps: a word that has to stand there; the beginning of one; the end of one; one of several;
the same, which may be left out; one of a list; none of a list; the sentence's `start` or `end`; any one
word; up to three; punctuation."""
Step = tuple[int, Any]
"""A kind, and the word, the choice, the name, the edge or the mark."""
Program = tuple[Step, ...]
Begins = tuple[frozenset[str], tuple[str, ...], bool, bool]
Table = tuple[
    frozenset[str], tuple[str, ...], dict[str, tuple[Program, ...]], tuple[Program, ...],
    Begins | None,
]  # fmt: skip
"""The items of a choice: of one word; beginnings of one; longer ones by their first word, the longest
first; those that begin otherwise; and the Beginnings of them all."""


class Beginnings(NamedTuple):
    """Words, and beginnings of words, that may stand first."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    starts: bool = False
    """Whether any word may, where a sentence starts."""
    marks: bool = False
    """Whether any word may, behind a mark."""

    def or_else(self, other: "Beginnings") -> "Beginnings":
        """Either of the two."""
        stems = (*self.stems, *other.stems)
        starts, marks = self.starts or other.starts, self.marks or other.marks
        return Beginnings(self.words | other.words, stems, starts, marks)

    def hold(self, word: str) -> bool:
        """Whether a word may stand first, as far as the word alone tells."""
        known = word in self.words or (bool(self.stems) and word.startswith(self.stems))
        return known or self.starts or self.marks


class Choice:
    """The items of a list or of ( ), made ready as words ask for them."""

    __slots__ = ("_book", "_by_word", "_made", "_others", "_rest", "beginnings", "stems", "words")

    def __init__(self, table: Table, book: "Book") -> None:
        self.words, self.stems, self._by_word, self._rest, begins = table
        self._book = book
        self._made: dict[str, list[Program]] = {}
        self._others: list[tuple[Program, Beginnings | None]] | None = None
        self.beginnings = None if begins is None else Beginnings(*begins)
        """The words that an item may begin with; None where that is not known."""

    def starting_with(self, word: str) -> Iterable[Program]:
        """The longer items that begin with this word, the longest first."""
        if word not in self._by_word:
            return ()
        if word not in self._made:
            self._made[word] = [self._book.ready(item) for item in self._by_word[word]]
        return self._made[word]

    @property
    def others(self) -> list[tuple[Program, Beginnings | None]]:
        """The items that begin with a choice of their own, and the words that each begins with."""
        if self._others is None:
            made = map(self._book.ready, self._rest)
            self._others = [(program, beginnings(program, 0)) for program in made]
        return self._others


class Book:
    """Makes steps ready, and the lists that they share."""

    def __init__(self, tables: Mapping[str, Table], above: "Book | None" = None) -> None:
        self._tables, self._above = tables, above
        self._choices: dict[str, Choice] = {}

    def ready(self, steps: Program) -> Program:
        """The steps with their choices."""
        return tuple([step if step[0] not in _CHOOSING else self._chosen(*step) for step in steps])

    def choice(self, name: str) -> Choice:
        """A list, made once; one of another book above where that has it."""
        if self._above is not None and self._above.holds(name):
            return self._above.choice(name)
        if name not in self._choices:
            self._choices[name] = Choice(self._tables[name], self)
        return self._choices[name]

    def holds(self, name: str) -> bool:
        """Whether it knows a list of this name."""
        return name in self._tables

    def _chosen(self, kind: int, value: Any) -> Step:
        if kind in (LIST, NOT):
            return (CHOICE if kind == LIST else NOT), self.choice(value)
        return kind, Choice(value, self)


_CHOOSING = (CHOICE, OPTION, LIST, NOT)


def beginnings(program: Program, step: int) -> Beginnings | None:
    """The words that may stand first from a step on; None where that is not known."""
    if step == len(program):
        return None
    kind, value = program[step]
    if kind == LITERAL:
        return Beginnings(frozenset((value, *MEANS.get(value, ()))))
    if kind == STEM:
        return Beginnings(stems=(value,))
    if kind == CHOICE:
        first: Beginnings | None = value.beginnings
        return first
    if kind == OPTION:
        taken, left = value.beginnings, beginnings(program, step + 1)
        return None if taken is None or left is None else taken.or_else(left)
    if kind == NOT:
        return beginnings(program, step + 1)
    if kind == EDGE and value == "start":
        return beginnings(program, step + 1) or Beginnings(starts=True)
    return Beginnings(marks=True) if kind == STOP else None
