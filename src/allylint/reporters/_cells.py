"""Text as a terminal lays it out: the cells that characters take, and rows that fit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allylint.lazily import lazily
from allylint.model import Span

_NARROW = lazily("[ -~¡-¬°-ɏ‐-‗‘-‥…•]*")
"""Characters of one cell each that join with nothing: ASCII, Latin letters, quotes and dashes."""


class Cells(NamedTuple):
    """For each character, the cells where the shape that it belongs to begins and ends."""

    left: Sequence[int]
    right: Sequence[int]


def measure(text: str) -> Cells:
    """The cells of a text that `safe` has been through and that has no tabs."""
    if text.isascii() or _NARROW.fullmatch(text):
        return Cells(range(len(text)), range(1, len(text) + 1))
    from wcwidth import wcswidth

    left: list[int] = []
    right: list[int] = []
    for shape in _shapes(text):
        begin = right[-1] if right else 0
        left += [begin] * len(shape)
        right += [begin + max(0, wcswidth(shape))] * len(shape)
    return Cells(left, right)


def _shapes(text: str) -> Iterator[str]:
    """Grapheme clusters; whatever a joiner leads to stays with it, as terminals have it."""
    from wcwidth import iter_graphemes

    joined = ""
    for shape in iter_graphemes(text):
        joined += shape
        if not shape.endswith("\u200d"):
            yield joined
            joined = ""
    if joined:
        yield joined


def width_of(text: str) -> int:
    """How many cells the text takes."""
    right = measure(text).right
    return right[-1] if right else 0


def rows(text: str, width: int, taken: int = 0, cut_words: bool = True) -> Iterator[Span]:
    """The text cut into rows of that width, after blanks where there are any.

    Of the first row, `taken` cells are not free.
    """
    cells = measure(text)
    start = 0
    while start < len(text):
        end = _row_end(text, cells, start, width - taken, cut_words)
        yield Span(start, end)
        start, taken = end, 0


def _row_end(text: str, cells: Cells, start: int, width: int, cut_words: bool) -> int:
    limit = cells.left[start] + width
    end = start
    while end < len(text) and (cells.right[end] <= limit or text[end] == " "):
        end += 1
    if end == len(text):
        return end
    blank = text.rfind(" ", start, end)
    if blank < 0 and not cut_words:
        blank = text.find(" ", end)
        return len(text) if blank < 0 else blank + 1
    return blank + 1 if text[start : blank + 1].strip() else max(end, _shape_end(cells, start))


def _shape_end(cells: Cells, start: int) -> int:
    end = start + 1
    while end < len(cells.left) and cells.left[end] == cells.left[start]:
        end += 1
    return end


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of that width: `first` before the first, `rest` before the others.

    A word that is too long, such as a link, stays whole.
    """
    cuts = rows(text, max(10, width - len(rest)), len(first) - len(rest), cut_words=False)
    lines = [text[row.start : row.end].rstrip() for row in cuts]
    return [(rest if number else first) + line for number, line in enumerate(lines)]


def shorten(text: str, width: int) -> str:
    """As much of the text as fits, with an ellipsis for what is left out."""
    near = text[: 8 * width]
    if len(near) == len(text) and width_of(text) <= width:
        return text
    fit = sum(end < width for end in measure(near).right)
    return text[:fit].rstrip() + "…"
