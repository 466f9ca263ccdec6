"""Lines and columns of a text, from 1; a line ends at \\n, \\r\\n or \\r."""

from bisect import bisect_right
from functools import cached_property

from allylint.lazily import lazily

_BREAK = lazily(r"\r\n|[\r\n]")


class Lines:
    """Where the lines of a text start, counted when somebody first asks."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self._text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column; the text's end for a line after the last."""
        if line > len(self._starts):
            return len(self._text)
        return self._starts[line - 1] + column - 1
