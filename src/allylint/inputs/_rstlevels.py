"""The levels of indentation that stand open in reStructuredText, one in the other."""

from allylint.inputs import _rstmarks as marks
from allylint.inputs._place import Place
from allylint.inputs._table import Grid


class Level:
    """Lines that are indented alike: the draft, a list, an item, a quote, a directive …"""

    __slots__ = ("column", "grid", "indent", "kind", "place", "sign")

    def __init__(self, indent: int, place: Place, kind: str = "", sign: str = "") -> None:
        self.indent, self.place, self.kind, self.sign = indent, place, kind, sign
        self.grid: Grid | None = None
        """The table, for `list-table` and what stands in it."""
        self.column = ""


class Levels:
    """A stack of them."""

    def __init__(self, place: Place, indent: int) -> None:
        self._open = [Level(indent, place)]

    def __len__(self) -> int:
        return len(self._open)

    @property
    def top(self) -> Level:
        """The innermost one."""
        return self._open[-1]

    def push(self, level: Level) -> None:
        """A new one begins within."""
        self._open.append(level)

    def dedent(self, indent: int, words: str) -> None:
        """A line that is indented so ends what is indented by more, and lists it is no item of."""
        while len(self._open) > 1 and indent < self.top.indent:
            self._pop()
        if indent == self.top.indent and _sign(words) != self.top.sign:
            self.unlisted()

    def unlisted(self) -> None:
        """What comes is no item: a list ends."""
        if self.top.kind == "list":
            self._pop()

    def item(self, indent: int, sign: str) -> Level:
        """An item begins, and a list, if none of this sign stands open."""
        outer = self.top
        if outer.kind != "list":
            self.push(
                Level(indent, outer.place.inside("item", lead=outer.place.before), "list", sign)
            )
            if outer.grid:
                self.top.grid = outer.grid
        level = Level(indent, self.top.place.inside("item", lead=self.top.place.lead), "item")
        self._tabled(level)
        self.push(level)
        return level

    def _tabled(self, level: Level) -> None:
        """In a list-table, an item is a row; an item within is a cell."""
        above, level.grid = self._open[-2], self.top.grid
        if level.grid and above.kind == "list-table":
            level.grid.row()
        elif level.grid and above.kind == "item":
            level.kind, level.place = "cell", self.top.place.inside("cell", lead="")
            level.column = level.grid.column()

    def _pop(self) -> None:
        ended = self._open.pop()
        if ended.kind == "cell" and ended.grid:
            ended.grid.cell(ended.place.before, True)
        if ended.kind not in ("item", "cell"):
            self.top.place.after(None)


def _sign(words: str) -> str:
    """What the items of a list have in common: the bullet, or that they are numbered."""
    return words[0] if marks.BULLET.match(words) else "#" if marks.NUMBER.match(words) else ""
