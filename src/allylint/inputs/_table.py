"""A Markdown table while it is read: which column a cell is in, and that column's head."""

from allylint.model import Block


class Table:
    """Counts cells from the left; those before the first row are the heads."""

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
