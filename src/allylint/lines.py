"""Lines and columns of a text, from 1; a line ends at \\n, \\r\\n or \\r."""

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|[\r\n]")


class Lines:
    """Where the lines of a text start, counted once."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self._size = len(text)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column; the text's end for a line after the last."""
        if line > len(self._starts):
            return self._size
        return self._starts[line - 1] + column - 1
