"""Phrases as steps to walk: words, choices, optional parts, gaps and edges.

The lists that phrases share are one Choice each, sorted so that a word is looked up in it.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from allylint.phrases import Gap, Group, Node, Sequence, Slot, Stop, Word
from allylint.tokens import MEANS, Tokens

_UNKNOWN = frozenset({"\0"})


class Choice:
    """The items of a list or of ( ), sorted so that a word is looked up and not searched for."""

    def __init__(self, options: tuple[Sequence, ...], book: "Book") -> None:
        self.words: set[str] = set()
        self.stems: tuple[str, ...] = ()
        self.longer: list[Program] = []
        self.by_word: dict[str, list[Program]] = {}
        self._first: frozenset[str] | None = _UNKNOWN
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

    def beginnings(self) -> frozenset[str] | None:
        """The words that an item may begin with; None where that is not known."""
        if self._first is _UNKNOWN:
            self._first = self._beginnings()
        return self._first

    def _beginnings(self) -> frozenset[str] | None:
        if self.stems:
            return None
        words = {*self.words, *self.by_word}
        for program in self.longer:
            first = beginnings(program, 0)
            if first is None:
                return None
            words |= first
        return frozenset(words.union(*(MEANS.get(word, ()) for word in words)))


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

    def __init__(self, lists: Mapping[str, tuple[Sequence, ...]]) -> None:
        self._lists = lists
        self._choices: dict[str, Choice] = {}

    def program(self, phrase: Sequence) -> Program:
        """The steps of a phrase."""
        return tuple(step for node in phrase for step in self._steps(node))

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
                if name not in self._choices:
                    self._choices[name] = Choice(self._lists[name], self)
                yield self._choices[name]
            case Gap() | Stop():
                yield node


def _literals(text: str, stem: bool) -> Iterator[Step]:
    tokens = Tokens(text).all
    if stem or not tokens:
        yield Literal(text, True) if stem else Stop(text[0])
        return
    for token in tokens:
        yield Literal(token.word)


def beginnings(program: Program, step: int) -> frozenset[str] | None:
    """The words that may stand first; None where that is not known."""
    if step == len(program):
        return None
    match program[step]:
        case Literal(word, False):
            return frozenset((word, *MEANS.get(word, ())))
        case Choice() as choice:
            return choice.beginnings()
        case Option(choice):
            taken, left = choice.beginnings(), beginnings(program, step + 1)
            return None if taken is None or left is None else taken | left
        case Edge("start"):
            return beginnings(program, step + 1)
        case _:
            return None
