"""Parsed phrases as the steps and tables that program.py walks: plain data, made once and kept."""

from collections.abc import Iterator
from sys import intern

from allylint.nodes import Ending, Gap, Group, Node, Not, ParsedLists, Sequence, Slot, Stop, Word
from allylint.program import (
    ANY,
    CHOICE,
    EDGE,
    ENDING,
    GAP,
    LIST,
    LITERAL,
    NOT,
    OPTION,
    STEM,
    STOP,
    Beginnings,
    Begins,
    Book,
    Program,
    Step,
    Table,
    beginnings,
)  # fmt: skip
from allylint.tokens import MEANS, Tokens


class Tables(dict[str, Table]):
    """The tables of parsed lists, made when somebody first asks, and the steps of what names them.

    Lists that the book above has, in the same words, are made ready there.
    """

    def __init__(self, lists: ParsedLists, above: Book | None = None) -> None:
        super().__init__()
        self.lists = lists
        self.book = Book(self, above)

    def __contains__(self, name: object) -> bool:
        return name in self.lists

    def __missing__(self, name: str) -> Table:
        self[name] = self._table(self.lists[name])
        return self[name]

    def steps(self, phrase: Sequence) -> Program:
        """The steps of a phrase."""
        return tuple(step for node in phrase for step in self._steps(node))

    def program(self, phrase: Sequence) -> Program:
        """The steps of a phrase, ready to walk."""
        return self.book.ready(self.steps(phrase))

    def _steps(self, node: Node) -> Iterator[Step]:
        match node:
            case Word(text, stem):
                yield from _literals(text, stem)
            case Ending(text):
                yield ENDING, text
            case Not(name):
                yield NOT, name
            case Group(options, optional):
                yield (OPTION if optional else CHOICE), self._table(options)
            case Slot("start" | "end" as name):
                yield EDGE, name
            case Slot("word"):
                yield ANY, None
            case Slot(name):
                yield LIST, name
            case Gap():
                yield GAP, None
            case Stop(char):
                yield STOP, char

    def _table(self, options: tuple[Sequence, ...]) -> Table:
        words: list[str] = []
        stems: list[str] = []
        by_word: dict[str, list[Program]] = {}
        others: list[Program] = []
        for steps in sorted(map(self.steps, options), key=len, reverse=True):
            kind, value = steps[0]
            if kind == LITERAL:
                words.append(value) if len(steps) == 1 else by_word.setdefault(value, []).append(
                    steps
                )
            elif kind == STEM and len(steps) == 1:
                stems.append(value)
            else:
                others.append(steps)
        longer = {word: tuple(items) for word, items in by_word.items()}
        first = Beginnings(frozenset(_meant([*words, *longer])), tuple(stems))
        return frozenset(words), tuple(stems), longer, tuple(others), self._begins(first, others)

    def _begins(self, first: Beginnings, others: list[Program]) -> Begins | None:
        """The words that one may begin with; None where that is not known."""
        for steps in others:
            more = beginnings(self.book.ready(steps), 0)
            if more is None:
                return None
            first = first.or_else(more)
        return first.words, first.stems, first.starts, first.marks


def _meant(words: list[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield from map(intern, MEANS.get(word, ()))


def _literals(text: str, stem: bool) -> Iterator[Step]:
    tokens = Tokens(text).all
    if stem or not tokens:
        yield (STEM, text) if stem else (STOP, text[0])
        return
    for token in tokens:
        yield LITERAL, intern(token.word)
