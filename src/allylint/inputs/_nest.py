"""The lists, tables and quotes of HTML that stand open, one in the other."""

import re
from collections import Counter

from allylint.inputs import _tags
from allylint.inputs._place import Place
from allylint.inputs._table import Grid

_SPANS = re.compile(r"\s(?:col|row)span\s*=(?!\s*[\"']?1\b)", re.IGNORECASE)


class _Open:
    """A tag that stands open, the place that it makes, its table, and its cell's column."""

    __slots__ = ("column", "grid", "name", "place")

    def __init__(self, name: str, place: Place, grid: Grid | None = None, column: str = "") -> None:
        self.name, self.place, self.grid, self.column = name, place, grid, column


class Nest:
    """Takes tags as they come; knows the place in which what comes next stands."""

    def __init__(self, place: Place) -> None:
        self._open = [_Open("", place)]
        self._counts: Counter[str] = Counter()

    @property
    def place(self) -> Place:
        """The innermost place."""
        return self._open[-1].place

    @property
    def kind(self) -> str:
        """What a block here is; nothing, where it stands in no list or table."""
        return self.place.kind if self.place.kind in ("item", "cell") else ""

    @property
    def column(self) -> str:
        """The head of the column, in a cell."""
        return self._open[-1].column

    def tag(self, name: str, closes: bool, token: str) -> None:
        """A tag that ends a paragraph."""
        if closes:
            self._close(name)
            return
        while self._open[-1].name in _tags.ENDS.get(name, ()):
            self._pop()
        if name == "tr" and self._open[-1].grid:
            self._open[-1].grid.row()
        elif name in _tags.CELLS:
            self._cell(name, token)
        elif name == "table":
            self._push(_Open(name, self.place.inside(lead=""), Grid()))
        elif name in _tags.LISTS:
            self._push(_Open(name, self.place.inside("item", lead=self.place.before)))
        elif name in _tags.ITEMS:
            lead = self.place.lead if name == "dt" else self.place.before
            self._push(_Open(name, self.place.inside("item", lead=lead)))
        elif name in _tags.QUOTES:
            self._push(_Open(name, self.place.inside(quotes=1), None, self.column))
        elif name == "hr":
            self.place.after(None)

    def leave(self) -> None:
        """The HTML ends; block quotes that it leaves open go on around what follows."""
        self._open[0].place.open_quotes += self._counts["blockquote"]

    def _cell(self, name: str, token: str) -> None:
        grid = self._open[-1].grid
        if grid and _SPANS.search(token):
            grid.spans()
        column = grid.column() if grid else ""
        self._push(_Open(name, self.place.inside("cell", lead=""), None, column))

    def _push(self, opened: _Open) -> None:
        self._open.append(opened)
        self._counts[opened.name] += 1

    def _close(self, name: str) -> None:
        if self._counts[name]:
            while self._open[-1].name != name:
                self._pop()
            self._pop()
        elif name == "blockquote":
            base = self._open[0].place
            base.open_quotes = max(0, base.open_quotes - 1)

    def _pop(self) -> None:
        name, inner = self._open[-1].name, self._open.pop().place
        self._counts[name] -= 1
        outer = self._open[-1]
        if name in _tags.CELLS and outer.grid:
            outer.grid.cell(inner.before, name == "th")
        elif name == "dt":
            outer.place.before = inner.before
        elif name not in _tags.ITEMS and name != "q":
            outer.place.after(None)
