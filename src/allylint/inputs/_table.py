"""A table while it is read: which column a cell is in, and that column's head."""

from allylint.model import Block


class Table:
    """A table in Markdown: cells are counted from the left; those before the first row are heads."""

    def __init__(self) -> None:
        self._heads: list[str] = []
        self._index = 0
        self._in_head = True

    def row(self) -> None:
        """A row of the body begins."""
        self._in_head, self._index = False, 0

    def column(self) -> str:
        """The head above the cell that is being read; a head has none."""
        known = not self._in_head and self._index < len(self._heads)
        return self._heads[self._index] if known else ""

    def cell(self, block: Block | None) -> None:
        """A cell has ended, with something to read in it or not."""
        if self._in_head:
            self._heads.append(block.prose if block else "")
        self._index += 1


class Grid:
    """A table in HTML: its first row gives the heads, if it has nothing but heads."""

    def __init__(self) -> None:
        self._heads: list[str] = []
        self._rows = self._index = 0
        self._known = True

    def row(self) -> None:
        """A row begins."""
        self._rows += 1
        self._index = 0

    def column(self) -> str:
        """The head above the cell that begins."""
        known = self._rows > 1 and self._index < len(self._heads)
        return self._heads[self._index] if known else ""

    def cell(self, words: str, head: bool) -> None:
        """A cell has ended."""
        if self._rows <= 1:
            self._heads.append(words)
            self._known = self._known and head
        self._index += 1
        self._forget()

    def spans(self) -> None:
        """A cell takes more than one place: from here on, what stands above what is not known."""
        self._known = False
        self._forget()

    def _forget(self) -> None:
        if not self._known:
            self._heads = []
