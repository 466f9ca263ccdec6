"""What a rule may take of one document: so much time, and so many matches."""

from collections import Counter
from collections.abc import Iterator
from time import monotonic

from allylint.lines import Lines
from allylint.model import Note

MOST = 500
"""Matches of one rule in one document; whoever repeats a move more often has heard of it."""
BUDGET = 20.0
"""Seconds of one rule in one document; a single search may take fewer (`search.TIMEOUT`)."""


class Limits:
    """Counts for one document; a rule that took too long is left out of the rest of it."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}
        self._slow: dict[str, int] = {}
        self._counts = Counter[str]()

    def over(self, rule: str) -> bool:
        """Whether to look no further for a rule."""
        return rule in self._slow or self._counts[rule] > MOST

    def counted(self, rule: str) -> bool:
        """Count a match. Gives whether it is one of those to look at."""
        self._counts[rule] += 1
        return self._counts[rule] <= MOST

    def spend(self, rule: str, begun: float) -> None:
        """Count the time since `begun` (of `monotonic`). Raises TimeoutError where it is too much."""
        self._spent[rule] = self._spent.get(rule, 0) + monotonic() - begun
        if self._spent[rule] > BUDGET:
            raise TimeoutError

    def too_slow(self, rule: str, offset: int) -> None:
        """A rule took too long at this offset of the document (characters)."""
        self._slow.setdefault(rule, offset)

    def notes(self, path: str, lines: Lines) -> Iterator[Note]:
        """What was left out."""
        for rule, offset in self._slow.items():
            what = f"`{rule}` took too long here; the rest was read without it."
            yield Note(path, lines.place(offset)[0], what)
        for rule, count in self._counts.items():
            if count > MOST:
                what = f"`{rule}` matched more than {MOST} times; the first were looked at."
                yield Note(path, 1, what)
