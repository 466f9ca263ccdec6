"""reStructuredText: follows the indentation, line by line."""

from collections.abc import Sequence

from allylint.inputs import _rstmarks as marks
from allylint.inputs import _rstnames, _rsttables
from allylint.inputs._place import Place
from allylint.inputs._rstlevels import Level, Levels
from allylint.inputs._rstlines import Line, Lines
from allylint.inputs._rstwords import paragraph
from allylint.inputs._table import Grid
from allylint.model import Block, Comment

_DEEPEST = 100
_TABLES = 5


class Rst:
    """Reads lines in order: the draft's, or those of a cell."""

    def __init__(self, text: str, place: Place, column: str = "", tables: int = 0) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text = text
        self._column, self._tables = column, tables
        self._levels = Levels(place)
        self._titles: list[tuple[str, bool]] = []
        self._at_top = not tables
        """Whether nothing but titles came so far: a field list here is about the draft."""

    def read(self, lines: Sequence[Line]) -> None:
        """Fills `blocks` and `comments`."""
        self._lines = Lines(self._text, lines)
        self._levels.top.indent = self._lines.least() if self._tables else 0
        index = 0
        while index < len(lines):
            index = max(index + 1, 0 if lines[index].blank else self._line(index))

    def _line(self, index: int) -> int:
        """Reads what begins in this line; the line to go on with."""
        line = self._lines[index]
        self._levels.dedent(line.indent, self._lines.words(line))
        while line.indent > self._levels.top.indent and len(self._levels) < _DEEPEST:
            self._indented(index)
        start = line.start
        while len(self._levels) < _DEEPEST:
            begun = self._begun(index, start)
            if begun is None:
                break
            if begun < 0:
                return -begun
            start = begun
        self._levels.unlisted()
        return self._leaf(index, start)

    def _indented(self, index: int) -> None:
        """A block quote; lists and the like are only set in, and so is what goes on in an item."""
        outer = self._levels.top
        _, least = self._lines.reach(index, outer.indent)
        words = self._lines.words(self._lines[index])
        listed = outer.kind in ("list", "item")
        quotes = not listed and not any(each.match(words) for each in marks.STRUCTURES)
        place = outer.place.inside(quotes=quotes)
        if not quotes:
            place.before = outer.place.before
        self._levels.push(Level(least, place))

    def _begun(self, index: int, start: int) -> int | None:
        """What goes on in the same line: where; a negative number is a line, None is neither."""
        words = self._text[start : self._lines[index].end]
        if words[:1].isalpha() and not marks.NUMBER.match(words):
            return None
        if found := marks.BULLET.match(words):
            return self._item(index, start, start + found.end(), words[0])
        if (found := marks.NUMBER.match(words)) and self._numbers(index):
            return self._item(index, start, start + found.end(), "#")
        if found := marks.FIELD.match(words):
            return self._field(index, found["name"], start + found.end())
        if found := marks.OPTION.match(words):
            return self._inside(index, start + found.end(), self._levels.top.place.inside("item"))
        if found := marks.EXPLICIT.match(words):
            return self._explicit(index, start, start + found.end())
        return None

    def _numbers(self, index: int) -> bool:
        """Whether a list begins: what is only a sentence goes on in the next line."""
        following = self._lines.get(index + 1)
        if following is None or following.blank or following.indent > self._levels.top.indent:
            return True
        return marks.NUMBER.match(self._lines.words(following)) is not None

    def _item(self, index: int, start: int, words: int, sign: str) -> int:
        line = self._lines[index]
        indent = self._lines.column(line, start)
        level = self._levels.item(indent, sign)
        self._at_top = False
        if words == line.end:
            level.indent = self._lines.reach(index + 1, indent)[1]
            return -index - 1
        level.indent = self._lines.column(line, words)
        return words

    def _inside(self, index: int, words: int, place: Place, kind: str = "") -> int:
        """The text of a field, note …: from here, and in the lines below that are set in."""
        _, least = self._lines.reach(index + 1, self._levels.top.indent)
        indent = least if least > 0 else self._levels.top.indent + 1
        self._levels.push(Level(indent, place, kind))
        return words if words < self._lines[index].end else -index - 1

    def _field(self, index: int, name: str, words: int) -> int:
        top = self._levels.top
        kind = _rstnames.field(name, self._at_top or top.kind == "meta")
        if not kind:
            return -self._lines.reach(index + 1, top.indent)[0]
        return self._inside(
            index, words, top.place.inside(kind, lead=name if kind == "item" else "")
        )

    def _explicit(self, index: int, start: int, words: int) -> int:
        line, top = self._lines[index], self._levels.top
        said = self._text[words : line.end]
        following = self._lines.get(index + 1)
        if not said and (following is None or following.blank):
            return -index - 1
        if found := marks.NOTE.match(said):
            return self._inside(index, words + found.end(), top.place.inside("footnote", lead=""))
        if found := marks.DIRECTIVE.match(said):
            return self._directive(index, found["name"].lower(), words + found.end())
        end = self._lines.reach(index + 1, top.indent)[0]
        if said.startswith("allylint-"):
            last = self._lines[end - 1].end
            self.comments.append(Comment(" ".join(self._text[words:last].split()), start, last))
        elif said[:1] == "_":
            end = self._lines.until_blank(index + 1, top.indent + 1)
        return -end

    def _directive(self, index: int, name: str, words: int) -> int:
        """A directive: its content is read, and its first line, if that is shown."""
        kind, outer = _rstnames.directive(name), self._levels.top
        if kind == "none":
            outer.place.after(None)
            return -self._lines.reach(index + 1, outer.indent)[0]
        options = self._lines.until_option(index + 1, outer.indent + 1)
        content = self._lines.until_blank(options, outer.indent + 1)
        place = outer.place.inside(quotes=kind == "quote")
        self._inside(index, words, place, name)
        if name == "list-table":
            self._levels.top.grid = Grid()
        if kind == "version":
            words = self._lines.after_word(index, words)
        if words >= self._lines[index].end:
            return -(content if options == index + 1 and name != "meta" else index + 1)
        if kind != "other":
            self._at_top = False
            lines = [(words, self._lines[index]), *self._lines.starts(index + 1, options)]
            self._block(lines, "heading" if kind == "title" else "", level=9)
        return -content

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
            return index + 1
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
            inner = Rst(self._text, place, column, self._tables + 1)
            inner.read(cell.lines)
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
