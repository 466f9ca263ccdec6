"""Where each value of a YAML file stands, for mistakes that are found later."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from allylint.errors import AllylintError
from allylint.mistakes import Path

BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_STEP = {"'": re.compile("''|."), '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|.")}


class Place(NamedTuple):
    """Where a key stands, and the event of its value."""

    key: Any
    value: Any


class Places:
    """Where each value of a file stood, for mistakes that are found later."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.known: dict[Path, Place] = {}

    def error(
        self, path: Sequence[str | int], what: str, instead: str = "",
        *, key: bool = False, line: int = 0, column: int = 0,
    ) -> AllylintError:  # fmt: skip
        """A mistake at the value (or key) at this path, or at a place inside of the value."""
        near = tuple(path)
        while near and near not in self.known:
            near = near[:-1]
        place = self.known.get(near)
        if place is None:
            return self.at(0, 0, what, instead)
        mark = place.key if key and place.key else place.value.start_mark
        if not (line or column):
            return self.at(mark.line, mark.column, what, instead)
        return self.at(*self._inside(place.value, line or 1, column or 1), what, instead)

    def at(self, line: int, column: int, what: str, instead: str = "") -> AllylintError:
        """A mistake at this line and column, from 0 as YAML's events count."""
        return AllylintError(f"{self.name}:{line + 1}:{column + 1}", what, instead)

    def _inside(self, event: Any, line: int, column: int) -> tuple[int, int]:
        first, last = event.start_mark, event.end_mark
        style = getattr(event, "style", None) or ""
        lines = BREAK.split(self.text)
        if style in ("|", ">"):
            source = next((text for text in lines[first.line + 1 :] if text.strip(" ")), "")
            value = next((text for text in BREAK.split(event.value) if text.strip(" ")), "")
            return first.line + line, max(0, _blanks(source) - _blanks(value)) + column - 1
        if first.line != last.line:
            return first.line, first.column
        if style not in _STEP:
            return first.line, first.column + column - 1
        at = first.column + 1
        for _ in range(column - 1):
            step = _STEP[style].match(lines[first.line], at)
            at = step.end() if step else at
        return first.line, min(at, last.column - 1)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
