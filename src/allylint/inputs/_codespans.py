"""Where code in backticks ends, asked in any order and answered without reading on."""

import re
from bisect import bisect_left

BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n|\Z)")


class CodeSpans:
    """Knows all runs of backticks of a text, by their length, and its blank lines."""

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._runs: dict[int, list[int]] = {}
        for run in re.finditer("`+", text):
            self._runs.setdefault(len(run[0]), []).append(run.start())
        self._blanks = [line.start() for line in BLANK_LINE.finditer(text)]

    def end(self, at: int, ticks: int) -> int:
        """Where as many backticks end in the same paragraph; `at` itself, if none do."""
        starts = self._runs.get(ticks, [])  # an escape may have cut a run short
        index, blank = bisect_left(starts, at), bisect_left(self._blanks, at)
        limit = self._blanks[blank] if blank < len(self._blanks) else self._size
        return starts[index] + ticks if index < len(starts) and starts[index] < limit else at
