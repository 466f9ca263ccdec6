"""reStructuredText: follows the indentation, line by line."""

from allylint.inputs import _rstmarks as marks
from allylint.inputs import _rstnames
from allylint.inputs._place import Place
from allylint.inputs._rstleaves import Leaves
from allylint.inputs._rstlevels import Level
from allylint.inputs._table import Grid
from allylint.model import Comment

_DEEPEST = 100


class Rst(Leaves):
    """Reads lines in order: the draft's, or those of a cell."""

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
        if (found := marks.OPTION.match(words)) and self._describes(index, words, found.end()):
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

    def _describes(self, index: int, words: str, option: int) -> bool:
        """Whether something is said of an option: beside it, or set in below."""
        if option < len(words):
            return True
        return self._lines.reach(index + 1, self._levels.top.indent)[0] > index + 1

    def _item(self, index: int, start: int, words: int, sign: str) -> int:
        line = self._lines[index]
        indent = self._lines.column(line, start)
        level = self._levels.item(indent, sign)
        self._at_top = False
        if words == line.end:
            level.indent = max(indent + 1, self._lines.reach(index + 1, indent)[1])
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
