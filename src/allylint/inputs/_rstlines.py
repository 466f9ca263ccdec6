"""Lines of reStructuredText: how far each is indented, and how far a block of them reaches."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from allylint.inputs import _rstmarks as marks

_LINE = re.compile(r"([ \t\f\v]*)([^\r\n]*)(\r\n|\r|\n|\Z)")
_TAB = 8


class Line(NamedTuple):
    """A line: the column of its first word, and where its words start and end."""

    indent: int
    start: int
    end: int
    next: int
    """Where the next line starts."""

    @property
    def blank(self) -> bool:
        """Whether there are no words in it."""
        return self.start == self.end


def lines_of(text: str) -> list[Line]:
    """All lines of a text."""
    return [
        _line(text, *found.span(1), found.end(2), found.end()) for found in _LINE.finditer(text)
    ]


def cut_line(text: str, start: int, end: int, next_: int) -> Line:
    """A line within a line: what a table's cell has of it."""
    words = text[start:end]
    return _line(text, start, end - len(words.lstrip(" \t")), end, next_)


def _line(text: str, margin: int, start: int, end: int, next_: int) -> Line:
    blanks = text[margin:start]
    indent = len(blanks.expandtabs(_TAB)) if "\t" in blanks else start - margin
    words = text[start:end].rstrip()
    return Line(indent, start, start + len(words), next_)


class Lines:
    """Lines with what can be asked of them."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text, self.lines = text, lines

    def __getitem__(self, at: Any) -> Any:
        return self.lines[at]

    def get(self, index: int) -> Line | None:
        """The line, if there is one."""
        return self.lines[index] if index < len(self.lines) else None

    def words(self, line: Line) -> str:
        """The line without the blanks around."""
        return self._text[line.start : line.end]

    def least(self) -> int:
        """The least that a line with words is indented."""
        return min((line.indent for line in self.lines if not line.blank), default=0)

    def column(self, line: Line, offset: int) -> int:
        """The column of a character in the line."""
        before = self._text[line.start : offset]
        return (
            len((" " * line.indent + before).expandtabs(_TAB))
            if "\t" in before
            else (line.indent + len(before))
        )

    def reach(self, index: int, indent: int) -> tuple[int, int]:
        """Where lines are no longer indented by more, and the least that they are; else -1."""
        least = -1
        end = index
        for at in range(index, len(self.lines)):
            line = self.lines[at]
            if not line.blank:
                if line.indent <= indent:
                    break
                least = line.indent if least < 0 else min(least, line.indent)
                end = at + 1
        return end, least

    def until_blank(self, index: int, indent: int = 0, exactly: bool = False) -> int:
        """The first line from here on that is blank, or indented by less (or just not so)."""
        while (line := self.get(index)) and not line.blank and line.indent >= indent:
            if exactly and line.indent > indent:
                break
            index += 1
        return index

    def until_option(self, index: int, indent: int) -> int:
        """The first line from here on that is blank, indented by less, or a directive's option."""
        while (line := self.get(index)) and not line.blank and line.indent >= indent:
            if marks.OPTIONS.match(self.words(line)):
                break
            index += 1
        return index

    def until_other(self, index: int, signs: str) -> int:
        """The first line from here on that starts with another sign, or is indented otherwise."""
        indent = self.lines[index].indent
        while (line := self.get(index)) and not line.blank and line.indent == indent:
            if self._text[line.start] not in signs:
                break
            index += 1
        return index

    def after_word(self, index: int, start: int) -> int:
        """Where the second word of what the line says begins."""
        words = self._text[start : self.lines[index].end].split(None, 1)
        return self.lines[index].end - len(words[1]) if len(words) > 1 else self.lines[index].end

    def literal(self, index: int, indent: int) -> int:
        """The end of a literal block: what is set in, or lines that begin with the same sign."""
        while (line := self.get(index)) and line.blank:
            index += 1
        if line is None or line.indent < indent:
            return index
        if line.indent > indent:
            return self.reach(index, indent)[0]
        sign = self._text[line.start]
        return index if sign.isalnum() else self.until_other(index, sign)

    def without_colons(self, start: int, line: Line) -> tuple[int, Line]:
        """A paragraph's last line, before a literal block: `text::` shows one colon."""
        said = self._text[start : line.end - 2]
        shown = said.rstrip()
        return start, line._replace(end=start + len(shown) + (0 < len(shown) == len(said)))

    def underlines(self, index: int, line: Line) -> bool:
        """Whether this line makes a title of the one before."""
        title = self.lines[index]
        size = line.end - line.start
        if line.blank or line.indent != title.indent or not marks.ADORNMENT.match(self.words(line)):
            return False
        return size >= min(4, title.end - title.start)

    def starts(self, index: int, end: int) -> list[tuple[int, Line]]:
        """These lines, from their first word on."""
        return [(line.start, line) for line in self.lines[index:end]]

    def spans(self, lines: Sequence[tuple[int, Line]]) -> list[tuple[int, int]]:
        """The source of lines, each from a place on, and of the breaks between them."""
        spans = [(start, line.end) for start, line in lines]
        breaks = [(self._break(line.next), line.next) for _, line in lines[:-1]]
        return sorted([*spans, *breaks])

    def _break(self, next_: int) -> int:
        return next_ - 2 if self._text[next_ - 2 : next_] == "\r\n" else next_ - 1
