"""Phrases as steps to walk: words, choices, optional parts, gaps and edges.

The lists that phrases share are one Choice each, sorted so that a word is looked up in it.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from allylint.phrases import Gap, Group, Node, Sequence, Slot, Stop, Word
from allylint.tokens import MEANS, Tokens


class Choice:
    """The items of a list or of ( ), sorted so that a word is looked up and not searched for."""

    def __init__(self, options: tuple[Sequence, ...], book: "Book") -> None:
        self.words: set[str] = set()
        self.stems: tuple[str, ...] = ()
        self.longer: list[Program] = []
        self.by_word: dict[str, list[Program]] = {}
        self._first: Beginnings | None = None
        self._known = False
        self._reach = 0
        self._ways: list[tuple[Program, Beginnings | None]] | None = None
        for option in options:
            self._sort(book.program(option))
        self.longer.sort(key=len, reverse=True)
        for programs in self.by_word.values():
            programs.sort(key=len, reverse=True)

    def _sort(self, program: "Program") -> None:
        first = program[0]
        if isinstance(first, Literal):
            if len(program) > 1:
                self.by_word.setdefault(first.word, []).append(program)
            elif first.stem:
                self.stems += (first.word,)
            else:
                self.words.add(first.word)
        else:
            self.longer.append(program)

    def longer_ways(self) -> "list[tuple[Program, Beginnings | None]]":
        """The items that begin with a choice of their own, and the words that each begins with."""
        if self._ways is None:
            self._ways = [(program, beginnings(program, 0)) for program in self.longer]
        return self._ways

    def reach(self) -> int:
        """How many tokens the longest item may hold."""
        if not self._reach:
            inner = (program for programs in self.by_word.values() for program in programs)
            self._reach = max(2, *map(reach, (*inner, *self.longer)), 0)
        return self._reach

    def beginnings(self) -> "Beginnings | None":
        """The words that an item may begin with; None where that is not known."""
        if not self._known:
            self._first, self._known = self._beginnings(), True
        return self._first

    def _beginnings(self) -> "Beginnings | None":
        words = {*self.words, *self.by_word}
        first = Beginnings(
            frozenset(words.union(*(MEANS.get(word, ()) for word in words))), self.stems
        )
        for _, begins in self.longer_ways():
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


def reach(program: Program) -> int:
    """How many tokens a match may hold at most, where no slashes make one word of many."""
    return sum(map(_reach, program))


def _reach(step: Step) -> int:
    match step:
        case Literal(_, stem):
            return 1 + stem
        case Choice() as choice:
            return choice.reach()
        case Option(choice):
            return choice.reach()
        case AnyWord():
            return 2
        case Gap():
            return 6
        case _:
            return 0


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
            return choice.beginnings()
        case Option(choice):
            taken, left = choice.beginnings(), beginnings(program, step + 1)
            return None if taken is None or left is None else taken.or_else(left)
        case Edge("start"):
            return beginnings(program, step + 1) or Beginnings(starts=True)
        case Stop():
            return Beginnings(marks=True)
        case _:
            return None
