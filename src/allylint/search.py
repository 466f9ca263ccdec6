"""Looks for a phrase in folded text, from each word that it may begin with."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from time import monotonic, thread_time
from typing import NamedTuple

from allylint.lazily import lazily
from allylint.matcher import State, walk
from allylint.model import Span
from allylint.program import Program, beginnings
from allylint.tokens import Tokens

TIMEOUT = 2.0
"""Seconds that one search may take in one text; and once they are over, so many of the processor's own: a
machine that is busy with other things loses no finding."""
_STOP = lazily(r" *.")


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

    def __init__(self, program: Program, reach: int) -> None:
        self._program, self._reach = program, reach
        self._first = beginnings(program, 0)

    def find(self, text: Tokens, woken_by: Collection[str] = ()) -> Iterator[Found]:
        """Every match that does not overlap one before it. Raises TimeoutError.

        `woken_by` are words of which every match holds one, where that is known.
        """
        over, busy_until = 0, 0.0
        until = monotonic() + TIMEOUT
        for at in self._near(self._candidates(text), text, woken_by):
            if at < over:
                continue
            if monotonic() > until:
                busy_until = busy_until or thread_time() + TIMEOUT
                if thread_time() > busy_until:
                    raise TimeoutError
            states = walk(self._program, text, at)
            state = next((s for s in states if s[0] > at and text.may_end(s[0])), None)
            if state is not None:
                over = state[0]
                yield _found(text, at, state)

    def _near(self, candidates: list[int], text: Tokens, words: Collection[str]) -> Iterable[int]:
        """The candidates from which a match can reach one of the words."""
        if not words or "" in words or "/" in text.places:
            return candidates
        spots = text.spots(words)
        if spots is None:
            return candidates
        return (
            at for at in candidates
            if (next_ := bisect_left(spots, at)) < len(spots) and spots[next_] < at + self._reach
        )  # fmt: skip

    def _candidates(self, text: Tokens) -> list[int]:
        """The numbers of the tokens with which the phrase may begin."""
        first, places = self._first, text.places
        if first is None:
            return sorted(at for every in places.values() for at in every)
        words = first.words & places.keys()
        if first.stems:
            words |= {word for word in places if word.startswith(first.stems)}
        found = {at for word in words for at in places[word]}
        found |= text.starts if first.starts else set()
        return sorted(found | text.marked if first.marks else found)


def _found(text: Tokens, at: int, state: State) -> Found:
    end, _, opens = state
    start, stop = text.all[at].start, text.all[end - 1].end
    if (end, end) in opens:
        stop += len(_STOP.match(text.text, stop)[0])  # type: ignore[index]
    spans = tuple(Span(text.all[a].start, text.all[b - 1].end) for a, b in opens if a < b)
    return Found(start, stop, text.text[start:stop], spans)
