"""Stretches of a source joined into a text of their own, and the way back from it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from allylint.inputs._prose import Prose

_BREAK = re.compile(r"(?<![ \t\f])[ \t\f]*+[\r\n]\s*+")


class Pieces:
    """The joined text; its offsets lead back to those of the source."""

    def __init__(self, source: str, spans: Iterable[tuple[int, int]]) -> None:
        self.source = source
        self._spans = [span for span in spans if span[0] < span[1]]
        self._starts = [0]
        for start, end in self._spans:
            self._starts.append(self._starts[-1] + end - start)
        self.text = "".join(source[start:end] for start, end in self._spans)

    def at(self, offset: int) -> int:
        """Where this character of the joined text stands in the source."""
        index = bisect_right(self._starts, offset) - 1
        return self._spans[index][0] + offset - self._starts[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source from the first to the last of these characters; there is at least one."""
        return self.at(start), self.at(end - 1) + 1

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the source that these characters are made of."""
        index = bisect_right(self._starts, start) - 1
        while start < end:
            stop = min(end, self._starts[index + 1])
            offset = self._spans[index][0] - self._starts[index]
            yield start + offset, stop + offset
            start, index = stop, index + 1

    def pour(self, prose: Prose, start: int, end: int) -> bool:
        """Puts these characters into prose, line by line; whether there were any."""
        at, poured = start, False
        for gap in _BREAK.finditer(self.text, start, end):
            poured |= self._put(prose, at, gap.start())
            prose.line(self.at(gap.start()))
            at = gap.end()
        return self._put(prose, at, end) or poured

    def _put(self, prose: Prose, start: int, end: int) -> bool:
        for begin, stop in self.spans(start, end):
            prose.put(self.source[begin:stop], begin, stop)
        return start < end
