"""The lines around a match, short enough to read, with the matched words to underline."""

from collections.abc import Iterator
from typing import NamedTuple

from allylint.lazily import lazily
from allylint.model import Span
from allylint.reporters._cells import measure, rows, width_of
from allylint.reporters._safe import safe

_MOST_ROWS = 3
_LINE = lazily(r"[^\r\n]+")
_TAB = "    "


class Row(NamedTuple):
    """A row of inert text without tabs; the matched words go from start to end."""

    text: str
    start: int = 0
    end: int = 0

    def underline(self) -> str:
        """What stands below the row: blanks, and a tilde below each matched cell."""
        if self.start >= self.end:
            return ""
        left, right = measure(self.text)
        return " " * left[self.start] + "~" * (right[self.end - 1] - left[self.start])


class _Piece(NamedTuple):
    """As much of a line as could ever be shown; the match goes from start to end."""

    text: str
    start: int
    end: int
    cut_before: bool
    cut_after: bool


def excerpt(text: str, span: Span, width: int) -> list[Row]:
    """Up to three rows of the text around the span; an ellipsis stands for the rest."""
    shown: list[Row] = []
    for row in _rows(text, span, width):
        if len(shown) == _MOST_ROWS:
            return [*shown, Row("…")]
        shown.append(row)
    return shown


def _rows(text: str, span: Span, width: int) -> Iterator[Row]:
    for line in _LINE.finditer(text, *span):
        start = line.end() - len(line[0].lstrip())
        words = Span(start, line.start() + len(line[0].rstrip()))
        if words.start < words.end:
            yield from _fit(_piece(text, words, 2 * width), width)


def _piece(text: str, words: Span, reach: int) -> _Piece:
    low = max(0, words.start - reach)
    high = min(len(text), min(words.end, words.start + 2 * reach) + reach)
    begin = max(low, text.rfind("\n", low, words.start) + 1, text.rfind("\r", low, words.start) + 1)
    line = _LINE.match(text, begin, high)
    finish = line.end() if line else high
    inert = safe(text[begin:finish], keep="\t")
    start, end = words.start - begin, min(words.end, finish) - begin
    return _Piece(
        inert.replace("\t", _TAB),
        start + (len(_TAB) - 1) * inert.count("\t", 0, start),
        end + (len(_TAB) - 1) * inert.count("\t", 0, end),
        begin > 0 and text[begin - 1] not in "\r\n",
        finish < len(text) and text[finish] not in "\r\n",
    )


def _fit(piece: _Piece, width: int) -> Iterator[Row]:
    if not (piece.cut_before or piece.cut_after) and width_of(piece.text) <= width:
        yield _row(piece, Span(0, len(piece.text)))
        return
    piece = _cut_before(piece, width)
    for row in rows(piece.text, width - 1):
        if row.end < piece.end:
            yield _row(piece, row)
            continue
        last = _row(piece, row)
        more = row.end < len(piece.text) or piece.cut_after
        yield last._replace(text=last.text + "…") if more else last
        return


def _cut_before(piece: _Piece, width: int) -> _Piece:
    left, right = measure(piece.text)
    before, after = left[piece.start], right[-1] - right[piece.end - 1]
    spare = width - 2 - (right[piece.end - 1] - before)
    budget = spare - min(after, spare // 2) if spare > 0 else width // 4
    if before <= budget and not piece.cut_before:
        return piece
    skip = next(index for index, cell in enumerate(left) if cell >= before - budget)
    blank = piece.text.find(" ", max(0, skip - 1), piece.start)
    skip = skip if blank < 0 else blank + 1
    moved = skip - 1
    text = "…" + piece.text[skip:]
    return piece._replace(text=text, start=piece.start - moved, end=piece.end - moved)


def _row(piece: _Piece, row: Span) -> Row:
    text = piece.text[row.start : row.end].rstrip()
    start, end = max(piece.start, row.start) - row.start, min(piece.end, row.end) - row.start
    return Row(text, start, min(end, len(text)))
