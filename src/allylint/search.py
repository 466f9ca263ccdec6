"""Looks for a phrase in folded text: where it may begin, and whether all it needs is there."""

import re
from collections.abc import Iterator
from time import monotonic
from typing import NamedTuple

from allylint.matcher import State, walk
from allylint.model import Span
from allylint.program import Choice, Literal, Program, beginnings
from allylint.tokens import Tokens

TIMEOUT = 2.0
"""Seconds that one search may take in one text."""
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


class Search:
    """A phrase made ready: where it may begin, and what has to be there at all."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._first = beginnings(program, 0)
        needs = (beginnings((step,), 0) for step in program if isinstance(step, Literal | Choice))
        self._needs = [words for words in needs if words is not None]

    def find(self, text: Tokens) -> Iterator[Found]:
        """Every match that does not overlap one before it. Raises TimeoutError."""
        if not all(words.meet(text.words) for words in self._needs):
            return
        over = 0
        until = monotonic() + TIMEOUT
        for at in self._candidates(text):
            if at < over:
                continue
            if monotonic() > until:
                raise TimeoutError
            states = walk(self._program, 0, text, at, False, ())
            state = next((s for s in states if s[0] > at and text.may_end(s[0])), None)
            if state is not None:
                over = state[0]
                yield _found(text, at, state)

    def _candidates(self, text: Tokens) -> Iterator[int]:
        first = self._first
        for at, token in enumerate(text.all):
            if not token.joined and (first is None or first.hold(token.word)):
                yield at


def _found(text: Tokens, at: int, state: State) -> Found:
    end, opens = state
    start, stop = text.all[at].start, text.all[end - 1].end
    if (end, end) in opens:
        stop += len(_STOP.match(text.text, stop)[0])  # type: ignore[index]
    spans = tuple(Span(text.all[a].start, text.all[b - 1].end) for a, b in opens if a < b)
    return Found(start, stop, text.text[start:stop], spans)
