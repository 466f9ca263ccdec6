"""What is cut out of prose: addresses, formulas, code in backticks, blanks at the ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from allylint.model import Block, Mark, Run

HOLE = "\x1a"
"""Stands for what is no prose, one character for each, so that no pattern reads across.

An ASCII control: a rarer character would double the memory of the string.
"""

_ADDRESS = r"""
    \b(?:(?:https?|ftp)://|www\.) [^\s<>\x1a]* [^\s<>\x1a?!.,:;*_~'"“”‘’)\]}`|]
  | (?<![\w.+-]) [\w.+-]{1,64} @ (?:[\w-]{1,63}\.)+ [a-z]{2,}
  | (?<![\w$]) (?P<formula>\${1,2}) (?=\S) (?=[^$]{0,300}?[\\^={}])
    [^$]{1,300}+ (?<=\S) (?P=formula) (?![\w$])
"""
_CODE = r"| (?<!`) (?P<ticks>`{1,3}) (?!`) [^`\n]+ (?P=ticks) (?!`)"


class Hole(NamedTuple):
    """A stretch of prose to cut out, and what stands for it: a mark or nothing."""

    start: int
    end: int
    filling: str


def cut(block: Block, code: bool = False) -> Block:
    """The block without addresses and formulas, code if asked, and blanks at its ends."""
    if not _may_hold_some(block.prose) and block.prose == block.prose.strip():
        return block
    holes = list(_holes(block.prose, code))
    if not holes:
        return block
    runs = tuple(_fill(block, holes))
    edges = [0, *(edge for hole in holes for edge in hole[:2]), len(block.prose)]
    kept = (block.prose[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    fillings = [*(hole.filling for hole in holes), ""]
    prose = "".join(part for pair in zip(kept, fillings, strict=True) for part in pair)
    return block._replace(prose=prose, runs=runs, marks=tuple(_moved(block.marks, holes)))


@cache
def _pattern(code: bool) -> re.Pattern[str]:
    return re.compile(_ADDRESS + (_CODE if code else ""), re.VERBOSE | re.IGNORECASE)


def _holes(prose: str, code: bool) -> Iterator[Hole]:
    end = len(prose.rstrip())
    start = len(prose) - len(prose.lstrip()) if end else 0
    if start:
        yield Hole(0, start, "")
    for found in _pattern(code).finditer(prose, start, end):
        yield Hole(found.start(), _closed(prose, *found.span()), HOLE)
    if end < len(prose):
        yield Hole(end, len(prose), "")


def _may_hold_some(prose: str) -> bool:
    """Far cheaper than the pattern, for the many blocks that hold none."""
    return "://" in prose or "@" in prose or "$" in prose or "`" in prose or "ww." in prose.lower()


def _closed(prose: str, start: int, end: int) -> int:
    """An address takes the bracket along that it has opened: `…/Ally_(film)`."""
    opened = prose.count("(", start, end) > prose.count(")", start, end)
    return end + (opened and prose[end : end + 1] == ")")


def _fill(block: Block, holes: list[Hole]) -> Iterator[Run]:
    at, shift = 0, 0
    for start, end, filling in (*holes, Hole(len(block.prose), len(block.prose), "")):
        yield from _between(block.runs, at, start, shift)
        if filling:
            source = block.source(start, end)
            yield Run(start - shift, len(filling), source.start, source.end - source.start)
        shift += end - start - len(filling)
        at = end


def _between(runs: tuple[Run, ...], start: int, end: int, shift: int) -> Iterator[Run]:
    first = max(0, bisect_right(runs, start, key=lambda run: run.prose) - 1)
    last = bisect_left(runs, end, first, key=lambda run: run.prose) if start < end else first
    for index in range(first, last):
        prose, length, source, source_length = runs[index]
        if length == source_length:
            left, right = max(start, prose), min(end, prose + length)
            yield Run(left - shift, right - left, source + left - prose, right - left)
        else:
            yield Run(prose - shift, length, source, source_length)


def _moved(marks: tuple[Mark, ...], holes: list[Hole]) -> Iterator[Mark]:
    if not marks:
        return
    cuts = (end - start - len(filling) for start, end, filling in holes)
    gone = list(accumulate(cuts, initial=0))
    starts = [hole.start for hole in holes]

    def new(offset: int, after: bool) -> int:
        index = bisect_left(starts, offset) - 1
        if index < 0:
            return offset
        start, end, filling = holes[index]
        if offset < end:
            return start - gone[index] + after * len(filling)
        return offset - gone[index + 1]

    for kind, start, end in marks:
        moved = Mark(kind, new(start, False), new(end, True))
        if moved.start < moved.end:
            yield moved
