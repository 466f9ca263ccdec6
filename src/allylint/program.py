"""Phrases as steps to walk: words, choices, optional parts, gaps and edges.

The lists that phrases share are one Choice each, sorted so that a word is looked up in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from allylint.nodes import Gap, Group, Node, Sequence, Slot, Stop, Word
from allylint.tokens import MEANS, Tokens


class Sorted(NamedTuple):
    """The items of a choice: of one word, beginnings of one, and longer ones by their first word."""

    words: set[str]
    stems: tuple[str, ...]
    by_word: dict[str, list[Sequence]]
    others: list[Sequence]
    """Those that begin with a choice of their own."""


class Choice:
    """The items of a list or of ( ), sorted so that a word is looked up and not searched for."""

    def __init__(self, options: tuple[Sequence, ...], book: "Book") -> None:
        self._options, self._book = options, book
        self._made: dict[str, list[Program]] = {}

    @cached_property
    def items(self) -> Sorted:
        """Its items, sorted when somebody first asks."""
        found = Sorted(set(), (), {}, [])
        stems: list[str] = []
        for option in self._options:
            first = next(_literals(*option[0]), None) if isinstance(option[0], Word) else None
            if not isinstance(first, Literal):
                found.others.append(option)
            elif len(option) > 1 or option[0] != (first.word, first.stem):
                found.by_word.setdefault(first.word, []).append(option)
            elif first.stem:
                stems.append(first.word)
            else:
                found.words.add(first.word)
        return found._replace(stems=tuple(stems))

    def starting_with(self, word: str) -> "list[Program]":
        """The longer items that begin with this word, the longest first."""
        if word not in self._made:
            self._made[word] = self._programs(self.items.by_word.get(word, ()))
        return self._made[word]

    @cached_property
    def others(self) -> "list[tuple[Program, Beginnings | None]]":
        """The items that begin with a choice of their own, and the words that each begins with."""
        return [(made, beginnings(made, 0)) for made in self._programs(self.items.others)]

    def _programs(self, options: Iterable[Sequence]) -> "list[Program]":
        return sorted(map(self._book.program, options), key=len, reverse=True)

    @cached_property
    def beginnings(self) -> "Beginnings | None":
        """The words that an item may begin with; None where that is not known."""
        words = {*self.items.words, *self.items.by_word}
        meant = (MEANS.get(word, ()) for word in words)
        first = Beginnings(frozenset(words.union(*meant)), self.items.stems)
        for _, begins in self.others:
            if begins is None:
                return None
            first = first.or_else(begins)
        return first


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


class Literal(NamedTuple):
    """One token that has to stand there."""

    word: str
    stem: bool = False


class Option(NamedTuple):
    """A choice that may be left out."""

    choice: Choice


class Edge(NamedTuple):
    """The sentence's start or end."""

    name: str


class AnyWord(NamedTuple):
    """Any one word."""


Step = Literal | Choice | Option | Edge | AnyWord | Gap | Stop
Program = tuple[Step, ...]


class Book:
    """Programs of phrases, and of the lists that they share."""

    def __init__(
        self, lists: Mapping[str, tuple[Sequence, ...]], above: "Book | None" = None
    ) -> None:
        self._lists, self._above = lists, above
        self._choices: dict[str, Choice] = {}

    def program(self, phrase: Sequence) -> Program:
        """The steps of a phrase."""
        return tuple(step for node in phrase for step in self._steps(node))

    def choice(self, name: str) -> Choice:
        """A list, made once; one of another book above where that has it."""
        if self._above is not None and self._above.holds(name):
            return self._above.choice(name)
        if name not in self._choices:
            self._choices[name] = Choice(self._lists[name], self)
        return self._choices[name]

    def items(self, name: str) -> tuple[Sequence, ...]:
        """The items of a list, as parsed."""
        return self._lists[name]

    def holds(self, name: str) -> bool:
        """Whether it knows a list of this name."""
        return name in self._lists

    def _steps(self, node: Node) -> Iterator[Step]:
        match node:
            case Word(text, stem):
                yield from _literals(text, stem)
            case Group(options, optional):
                choice = Choice(options, self)
                yield Option(choice) if optional else choice
            case Slot("start" | "end" as name):
                yield Edge(name)
            case Slot("word"):
                yield AnyWord()
            case Slot(name):
                yield self.choice(name)
            case Gap() | Stop():
                yield node


def _literals(text: str, stem: bool) -> Iterator[Step]:
    if text.isalnum() and not stem:
        yield Literal(text)
        return
    tokens = Tokens(text).all
    if stem or not tokens:
        yield Literal(text, True) if stem else Stop(text[0])
        return
    for token in tokens:
        yield Literal(token.word)


def beginnings(program: Program, step: int) -> Beginnings | None:
    """The words that may stand first from a step on; None where that is not known."""
    if step == len(program):
        return None
    match program[step]:
        case Literal(word, True):
            return Beginnings(stems=(word,))
        case Literal(word, _):
            return Beginnings(frozenset((word, *MEANS.get(word, ()))))
        case Choice() as choice:
            return choice.beginnings
        case Option(choice):
            taken, left = choice.beginnings, beginnings(program, step + 1)
            return None if taken is None or left is None else taken.or_else(left)
        case Edge("start"):
            return beginnings(program, step + 1) or Beginnings(starts=True)
        case Stop():
            return Beginnings(marks=True)
        case _:
            return None
