"""A text made of another one, to be read in its place, and the way back."""

from bisect import bisect_right
from collections.abc import Iterator

from allylint.model import Block, Comment, Run, Span, trace


class Derived:
    """Takes pieces of a source in order: as they are, or one character for a piece."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.runs: list[Run] = []
        self._parts: list[str] = []
        self.length = 0
        """How long the text is so far."""
        self._copied = -1

    @property
    def text(self) -> str:
        """What came so far."""
        return "".join(self._parts)

    def keep(self, start: int, end: int) -> None:
        """The source as it is."""
        if start < end:
            self._add(self.source[start:end], start, end)

    def put(self, character: str, start: int, end: int) -> None:
        """One character for a stretch of the source; for one of a single character, itself."""
        self._add(character if end - start > 1 else self.source[start:end], start, end)

    def block(self, block: Block) -> Block:
        """A block of this text, as one of the source."""
        return block._replace(runs=tuple(run for each in block.runs for run in self._back(each)))

    def comment(self, comment: Comment) -> Comment:
        """A comment in this text, as one in the source."""
        return Comment(comment.text, *trace(self.runs, comment.start, comment.end))

    def span(self, start: int, end: int) -> Span:
        """The source of a stretch of this text."""
        return trace(self.runs, start, end)

    def _add(self, piece: str, start: int, end: int) -> None:
        size = len(piece)
        if self._copied == start and size == end - start:
            at, grown, source, _ = self.runs[-1]
            self.runs[-1] = Run(at, grown + size, source, grown + size)
        else:
            self.runs.append(Run(self.length, size, start, end - start))
        self._copied = end if size == end - start else -1
        self._parts.append(piece)
        self.length += size

    def _back(self, run: Run) -> Iterator[Run]:
        prose, length, at, source_length = run
        if length != source_length:
            start, end = self.span(at, at + source_length)
            yield Run(prose, length, start, end - start)
            return
        end, shift = at + length, prose - at
        for index in range(
            bisect_right(self.runs, at, key=lambda each: each.prose) - 1, len(self.runs)
        ):
            begin, size, source, source_size = self.runs[index]
            if begin >= end:
                return
            if size != source_size:
                yield Run(begin + shift, size, source, source_size)
            else:
                left, right = max(at, begin), min(end, begin + size)
                yield Run(left + shift, right - left, source + left - begin, right - left)
