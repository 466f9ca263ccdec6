"""Looks for a phrase in folded text, word by word: nothing to compile, bounded steps.

Where several ways fit, the first alternative wins as in a regular expression: what may be left
out is taken if it can be, longer alternatives come before shorter ones, gaps are as short as can be.
"""

import re
from collections.abc import Iterator, Mapping
from time import monotonic
from typing import NamedTuple

from allylint.model import Span
from allylint.phrases import Gap, Group, Node, Sequence, Slot, Stop, Word
from allylint.tokens import MEANS, Tokens

TIMEOUT = 2.0
"""Seconds that one search may take in one text."""
Opens = tuple[tuple[int, int], ...]
State = tuple[int, Opens]
"""The number of the next token, and from and to which token an optional part stood; where the
two are the same, punctuation that had to stand there."""
_STOP = re.compile(r" *.")


class Found(NamedTuple):
    """A match in folded text: characters from start to end, and its optional parts."""

    start: int
    end: int
    words: str
    open: tuple[Span, ...] = ()

    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


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
            first = _beginnings(program, 0)
            if first is None:
                return None
            words |= first
        return frozenset(words.union(*(MEANS.get(word, ()) for word in words)))

    def steps(self, text: Tokens, at: int, lead: bool, opens: Opens) -> Iterator[State]:
        """Every way on from a token."""
        for program in self.longer:
            yield from walk(program, 0, text, at, lead, opens)
        if at >= len(text.all) or (lead and not text.all[at].close):
            return
        word = text.all[at].word
        means = (word, *MEANS.get(word, ()))
        for each in means:
            for program in self.by_word.get(each, ()):
                yield from walk(program, 0, text, at, lead, opens)
        if any(each in self.words for each in means) or (
            self.stems and word.startswith(self.stems)
        ):
            yield (_whole(text, at) if self.stems and word not in self.words else at + 1), opens


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


class Search:
    """A phrase made ready: where it may begin, and what has to be there at all."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._first = _beginnings(program, 0)
        needs = (_beginnings((step,), 0) for step in program if isinstance(step, Literal | Choice))
        self._needs = [words for words in needs if words is not None]

    def find(self, text: Tokens) -> Iterator[Found]:
        """Every match that does not overlap one before it. Raises TimeoutError."""
        if any(words.isdisjoint(text.words) for words in self._needs):
            return
        over = 0
        until = monotonic() + TIMEOUT
        for at in self._candidates(text):
            if at < over:
                continue
            if monotonic() > until:
                raise TimeoutError
            state = next(walk(self._program, 0, text, at, False, ()), None)
            if state is not None and state[0] > at:
                over = state[0]
                yield _found(text, at, state)

    def _candidates(self, text: Tokens) -> Iterator[int]:
        first = self._first
        for at, token in enumerate(text.all):
            if not token.joined and (first is None or token.word in first):
                yield at


def _found(text: Tokens, at: int, state: State) -> Found:
    end, opens = state
    start, stop = text.all[at].start, text.all[end - 1].end
    if (end, end) in opens:
        stop += len(_STOP.match(text.text, stop)[0])  # type: ignore[index]
    spans = tuple(Span(text.all[a].start, text.all[b - 1].end) for a, b in opens if a < b)
    return Found(start, stop, text.text[start:stop], spans)


def _beginnings(program: Program, step: int) -> frozenset[str] | None:
    """The words that may stand first; None where that is not known."""
    if step == len(program):
        return None
    match program[step]:
        case Literal(word, False):
            return frozenset((word, *MEANS.get(word, ())))
        case Choice() as choice:
            return choice.beginnings()
        case Option(choice):
            taken, left = choice.beginnings(), _beginnings(program, step + 1)
            return None if taken is None or left is None else taken | left
        case Edge("start"):
            return _beginnings(program, step + 1)
        case _:
            return None


def walk(
    program: Program, step: int, text: Tokens, at: int, lead: bool, opens: Opens
) -> Iterator[State]:
    """Every way through the rest of a program from a token, the preferred one first."""
    if step == len(program):
        if at == len(text.all) or not text.all[at].joined or text.text[text.all[at].start] == "'":
            yield at, opens
        return
    now = program[step]
    if isinstance(now, Literal):
        here = _literal(now, text, at, lead)
        if here:
            yield from walk(program, step + 1, text, here, True, opens)
        return
    for then, kept, led in _ways(now, text, at, lead, opens):
        yield from walk(program, step + 1, text, then, led, kept)


def _literal(literal: Literal, text: Tokens, at: int, lead: bool) -> int:
    if at >= len(text.all):
        return 0
    token = text.all[at]
    if lead and not token.close:
        return 0
    if literal.stem:
        return _whole(text, at) if token.word.startswith(literal.word) else 0
    same = token.word == literal.word or literal.word in MEANS.get(token.word, ())
    return at + 1 if same else 0


def _whole(text: Tokens, at: int) -> int:
    """Past a word and what has run together with it."""
    at += 1
    while at < len(text.all) and text.all[at].joined:
        at += 1
    return at


def _slashed(text: Tokens, at: int) -> int:
    """Past `straight/white/cis`, which is read as one word."""
    while at + 1 < len(text.all) and text.all[at].word == "/" and not text.between(at + 1):
        at += 2
    return at


def _ways(
    now: Step, text: Tokens, at: int, lead: bool, opens: Opens
) -> Iterator[tuple[int, Opens, bool]]:
    match now:
        case Choice():
            for then, kept in now.steps(text, at, lead, opens):
                yield then, kept, lead or then > at
        case Option(choice):
            for then, kept in choice.steps(text, at, lead, opens):
                yield then, (*kept, (at, then)) if then > at else kept, lead or then > at
            yield at, opens, lead
        case Edge("start"):
            if at < len(text.all) and at in text.starts and (not lead or text.all[at].close):
                yield at, opens, lead
        case Edge():
            if text.over(at):
                yield at, opens, lead
        case AnyWord():
            if _is_word(text, at) and (not lead or text.all[at].close):
                whole = _slashed(text, _whole(text, at))
                yield from ((then, opens, True) for then in range(whole, at, -1))
        case Gap():
            yield from ((then, opens, True) for then in _gap(text, at))
        case Stop(char):
            if text.between(at).lstrip().startswith(char):
                yield at, (*opens, (at, at)), False


def _is_word(text: Tokens, at: int) -> bool:
    return at < len(text.all) and not text.all[at].sign and not text.all[at].joined


def _gap(text: Tokens, at: int) -> Iterator[int]:
    yield at
    for _ in range(3):
        if not _is_word(text, at) or not text.all[at].close or '"' in text.between(at):
            return
        at = _whole(text, at)
        yield at
