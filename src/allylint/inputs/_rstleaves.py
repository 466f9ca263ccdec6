"""The parts of reStructuredText that fill their lines: titles, tables, paragraphs."""

from collections.abc import Sequence

from allylint.inputs import _rstmarks as marks
from allylint.inputs import _rsttables
from allylint.inputs._place import Place
from allylint.inputs._rstlevels import Level, Levels
from allylint.inputs._rstlines import Line, Lines
from allylint.inputs._rstwords import paragraph
from allylint.model import Block, Comment

_TABLES = 5


class Leaves:
    """Reads what begins in a line, and gives the line to go on with."""

    def __init__(
        self, text: str, lines: Sequence[Line], place: Place, column: str = "", tables: int = 0
    ) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text, self._lines = text, Lines(text, lines)
        self._column, self._tables = column, tables
        self._levels = Levels(place, self._lines.least() if tables else 0)
        self._titles: list[tuple[str, bool]] = []
        self._at_top = not tables
        """Whether nothing but titles came so far: a field list here is about the draft."""

    def read(self) -> None:
        """Fills `blocks` and `comments`."""
        index = 0
        while index < len(self._lines.lines):
            index = max(index + 1, 0 if self._lines[index].blank else self._line(index))

    def _line(self, index: int) -> int:
        return self._leaf(index, self._lines[index].start)

    def _leaf(self, index: int, start: int) -> int:
        """What fills its lines: a title, a table, code, a paragraph."""
        line, words = self._lines[index], self._text[start : self._lines[index].end]
        if marks.ADORNMENT.match(words) and (end := self._adorned(index, words)):
            return end
        if words.startswith(">>>"):
            self._levels.top.place.after(None)
            return self._lines.until_blank(index)
        if words[0] == "|" and words[1:2] in ("", " "):
            return self._verse(index, start)
        if words.startswith("__ ") or words == "__":
            return self._lines.reach(index + 1, self._levels.top.indent)[0]
        if line.start == start and (cells := self._table(index, words)):
            return cells
        return self._paragraph(index, start)

    def _adorned(self, index: int, words: str) -> int:
        """A title with a line above and below, or a line between paragraphs."""
        title, under = self._lines.get(index + 1), self._lines.get(index + 2)
        if title and under and not title.blank and self._lines.words(under) == words:
            self._title(index + 1, title.start, words[0], True)
            return index + 3
        if len(words) < 4 or (title and not title.blank):
            return 0
        self._levels.top.place.after(None)
        return index + 1

    def _title(self, index: int, start: int, sign: str, over: bool) -> None:
        style = (sign, over)
        if style not in self._titles:
            self._titles.append(style)
        lines = [(start, self._lines[index])]
        self._block(lines, "heading", level=self._titles.index(style) + 1)

    def _verse(self, index: int, start: int) -> int:
        """Lines that keep their breaks: `| one`, `| two`; a sign alone is a blank line."""
        end = self._lines.until_blank(index + 1, self._levels.top.indent)
        lines: list[tuple[int, Line]] = []
        for first, line in [(start, self._lines[index]), *self._lines.starts(index + 1, end)]:
            words = self._text[first : line.end]
            if words != "|":
                lines.append((line.end - len(words.removeprefix("|").lstrip()), line))
                continue
            self._block(lines)
            lines = []
        self._block(lines)
        return end

    def _table(self, index: int, words: str) -> int:
        """A table's end, once its cells are read; 0 for what is no table."""
        cells: list[_rsttables.Cell] = []
        end = index
        if marks.GRID.match(words):
            end = self._lines.until_other(index, "+|")
            cells = _rsttables.grid(self._text, self._lines[index:end])
        elif marks.SIMPLE.match(words):
            end = _rsttables.simple_end(self._text, self._lines.lines, index)
            cells = _rsttables.simple(self._text, self._lines[index:end]) if end > index else []
        heads: dict[int, str] = {}
        for cell in cells if self._tables < _TABLES else ():
            place = self._levels.top.place.inside("cell", lead="")
            column = "" if cell.head else heads.get(cell.column, "")
            inner = type(self)(self._text, cell.lines, place, column, self._tables + 1)
            inner.read()
            if cell.head:
                heads[cell.column] = " ".join(block.prose for block in inner.blocks)
            self.blocks += inner.blocks
            self.comments += inner.comments
        return end if end > index else 0

    def _paragraph(self, index: int, start: int) -> int:
        top = self._levels.top
        following = self._lines.get(index + 1)
        if following and self._lines.underlines(index, following):
            self._title(index, start, self._text[following.start], False)
            return index + 2
        end = self._lines.until_blank(index + 1, top.indent, exactly=True)
        last = self._lines[end - 1]
        lines = [(start, self._lines[index]), *self._lines.starts(index + 1, end)]
        literal = self._text.endswith("::", lines[-1][0], last.end)
        if literal:
            lines[-1] = self._lines.without_colons(*lines[-1])
        below = self._lines.get(end)
        hangs = below and not below.blank and below.indent > top.indent and not literal
        if below and hangs and (end == index + 1 or top.kind == "glossary"):
            term = self._block(lines, "item")
            place = top.place.inside("item", lead=term.prose if term else "")
            self._levels.push(Level(below.indent, place, "definition"))
            return end
        self._block(lines)
        if literal:
            top.place.after(None)
            return self._lines.literal(end, top.indent)
        return end

    def _block(self, lines: list[tuple[int, Line]], kind: str = "", level: int = 0) -> Block | None:
        place = self._levels.top.place
        column = self._levels.top.column or self._column
        spans = self._lines.spans(lines)
        block = paragraph(self._text, spans, kind or place.kind, place, column)
        if block:
            self.blocks.append(block)
            self._at_top = self._at_top and block.kind in ("heading", "metadata")
            if kind == "heading":
                place.under(level, block)
            place.after(None if kind == "heading" else block)
        return block
