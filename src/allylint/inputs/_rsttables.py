"""Tables of reStructuredText cut into cells, each with the pieces of lines that it is made of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from allylint.inputs._rstlines import Line, cut_line

_GRID_RULE = re.compile(r"\+[-=+]+[ \t]*(?![^\r\n])")
_BORDER = re.compile(r"=+(?: +=+)*\Z")
_RULE = re.compile(r"-+(?: +-+)*\Z")


class Cell(NamedTuple):
    """A cell's lines, where it starts from the left, and whether it is a head."""

    column: int
    head: bool
    lines: list[Line]


def grid(text: str, lines: Sequence[Line]) -> list[Cell]:
    """The cells of a grid table, in the order in which they end."""
    rules = [text[line.start : line.end] for line in lines if _GRID_RULE.match(text, line.start)]
    edges = sorted({at for rule in rules for at, sign in enumerate(rule) if sign == "+"})
    cells: list[Cell] = []
    open_: dict[int, list[Line]] = {}
    for line in lines:
        row = text[line.start : line.end]
        near = range(bisect_left(edges, len(row)))
        at = [number for number in near if row[edges[number]] in "|+"]
        for number, next_ in pairwise(at):
            begin, end = edges[number], edges[next_]
            inside = row[begin + 1 : end]
            if not inside.strip("-") or not inside.strip("="):
                ended = [edge for edge in edges[number:next_] if edge in open_]
                cells += [Cell(edge, False, open_.pop(edge)) for edge in ended]
            else:
                piece = cut_line(text, line.start + begin + 1, line.start + end, line.next)
                open_.setdefault(begin, []).append(piece)
        if row.startswith("+=") and not row.strip("+="):
            cells = [Cell(column, True, below) for column, _, below in cells]
    return [*cells, *(Cell(edge, False, below) for edge, below in open_.items())]


def simple_end(text: str, lines: Sequence[Line], index: int) -> int:
    """The line after a simple table that starts here; where it starts, if it never ends."""
    found = 0
    for at in range(index + 1, len(lines)):
        line = lines[at]
        if not line.blank and line.indent < lines[index].indent:
            return index
        if _BORDER.match(text[line.start : line.end]):
            found += 1
            if found == 2 or at + 1 == len(lines) or lines[at + 1].blank:
                return at + 1
    return index


def simple(text: str, lines: Sequence[Line]) -> list[Cell]:
    """The cells of a simple table, row by row."""
    border = text[lines[0].start : lines[0].end]
    starts = [found.start() for found in re.finditer("=+", border)]
    borders = [at for at, line in enumerate(lines) if _BORDER.match(text[line.start : line.end])]
    head = borders[1] if len(borders) > 2 else 0
    cells: list[Cell] = []
    row: dict[int, list[Line]] = {}
    for index, line in enumerate(lines):
        words = text[line.start : line.end]
        rule = index in (0, head, len(lines) - 1) or _RULE.match(words)
        first = _piece(text, line, lines[0], starts, 0)
        if rule or not first.blank:
            cells += [Cell(column, index <= head, pieces) for column, pieces in row.items()]
            row = {}
        if not rule:
            width = line.indent - lines[0].indent + len(words)
            for number, column in enumerate(starts[: bisect_left(starts, width)]):
                row.setdefault(column, []).append(_piece(text, line, lines[0], starts, number))
    return cells


def _piece(text: str, line: Line, top: Line, starts: list[int], number: int) -> Line:
    """What a line has in a column; the last one has no end."""
    margin = line.start - (line.indent - top.indent)
    last = number + 1 == len(starts)
    begin = min(margin + starts[number], line.end)
    if text[max(0, begin) : line.start].strip(" ") or begin < 0:
        begin = line.start  # tabs: what stands above what is not known
    end = line.end if last else min(margin + starts[number + 1], line.end)
    return cut_line(text, begin, max(begin, end), line.next)
