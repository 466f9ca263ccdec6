"""A draft as a page shows it: inert, cut into passages, and these into pieces, marked or not."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from allylint.model import Finding
from allylint.reporters._inert import inert
from allylint.reporters._safe import safe
from allylint.reporters._xml import entity

_LEVELS = ("suggestion", "hint", "praise")
_CR, _SOFT = "\x00", "\x01"
"""What stands for a CR before its LF, and for a line break that the page may set elsewhere.

`safe` leaves no such controls in a text, and one for one keeps all offsets.
"""
_BLANK_LINES = re.compile(rf"\n(?:[ \t{_CR}]*\n)+")
_OWN_LINE = rf" {{0,3}}+(?:[\s{_CR}>|#=:~<+-]|\*\s|\d+[.)]|`{{3}}|[\w-]+:\s|\Z)"
_WRAPPED = re.compile(
    r"^ {0,3}(`{3,}|~{3,})(?s:.*?)(?:^ {0,3}\1|\Z)"
    rf"|^([^\n]{{49,119}}[^\s{_CR}]){_CR}?\n(?!{_OWN_LINE})",
    re.MULTILINE,
)
"""Code, which keeps its lines; or a line that an editor seems to have wrapped."""
_SOFT_BREAKS = re.compile(rf"(?:{_SOFT}[ \t]*)+")


class Piece(NamedTuple):
    """A stretch of a passage with the same findings all through."""

    markup: str
    level: str = ""
    """What weighs most of its findings; empty where it has none."""
    several: bool = False
    notes: tuple[int, ...] = ()
    """The numbers of the findings that begin here."""


class Passage(NamedTuple):
    """A paragraph of the source, with the blank lines that follow it."""

    pieces: tuple[Piece, ...]

    @property
    def notes(self) -> list[int]:
        """The numbers of the findings that begin in it."""
        return [number for piece in self.pieces for number in piece.notes]


def passages(text: str, findings: Sequence[Finding]) -> Iterator[Passage]:
    """The whole text in order, once; findings are numbered from 1."""
    shown = _shown(text)
    begins, turns = _turns(findings, len(text))
    cuts = {found.end() for found in _BLANK_LINES.finditer(shown)} - {len(text)}
    shown = _BLANK_LINES.sub(lambda found: found[0].replace("\n", _SOFT), shown)
    active: Counter[str] = Counter()
    pieces: list[Piece] = []
    for start, end in pairwise([*sorted({0, len(text), *cuts, *turns}), len(text)]):
        if start in cuts:
            yield Passage(tuple(pieces))
            pieces = []
        active.update(turns.get(start, {}))
        level = next((each for each in _LEVELS if active[each]), "")
        markup, notes = _markup(shown[start:end]), tuple(begins.get(start, ()))
        if markup or notes:
            pieces.append(Piece(markup, level, active.total() > 1, notes))
    yield Passage(tuple(pieces))


def _turns(
    findings: Sequence[Finding], size: int
) -> tuple[dict[int, list[int]], dict[int, Counter[str]]]:
    """Which findings begin at an offset, and how many more or fewer of each level go on from it."""
    begins: dict[int, list[int]] = defaultdict(list)
    turns: dict[int, Counter[str]] = defaultdict(Counter)
    for number, finding in enumerate(findings, 1):
        start = min(max(0, finding.start), size)
        begins[start].append(number)
        turns[start][finding.level] += 1
        turns[min(max(start, finding.end), size)][finding.level] -= 1
    return begins, turns


def _shown(text: str) -> str:
    inert = safe(text, keep="\n\r\t").replace("\r\n", _CR + "\n").replace("\r", "\n")
    return _WRAPPED.sub(lambda found: found[0][:-1] + _SOFT if found[2] else found[0], inert)


def _markup(shown: str) -> str:
    text = inert(escape(shown.replace(_CR, ""), quote=False), entity)
    return _SOFT_BREAKS.sub(_collapsed, text)


def _collapsed(breaks: re.Match[str]) -> str:
    return f'<span class="soft">{breaks[0].replace(_SOFT, chr(10))}</span>'
