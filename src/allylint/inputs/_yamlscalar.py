"""A scalar's way back: its value, each character with the source that it came from."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from allylint.inputs._derived import Derived
from allylint.surrogates import replaced

_BREAK = r"(?:\r\n|[\r\n\x85])"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_HEADER = re.compile(rf"[|>][-+0-9]*[ \t]*(?:\#[^\r\n\x85]*)?{_BREAK}")
_LINE = re.compile(rf"([^\r\n\x85]*)({_BREAK}|\Z)")
_FOLD = rf"(?P<fold>(?<![ \t])[ \t]*+{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)"
_FLOW = {
    '"': re.compile(
        rf"\\(?P<join>{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)"
        rf"|\\(?:x..|u.{{4}}|U.{{8}}|(?P<other>.))|{_FOLD}",
        re.DOTALL,
    ),
    "'": re.compile(rf"''|{_FOLD}"),
    None: re.compile(_FOLD),
}


class _Line(NamedTuple):
    """A line of a block scalar: its words, without the indentation, and where the next begins."""

    start: int
    end: int


def derived(text: str, source: str, event: Any) -> Derived | None:
    """The scalar's value with its way back to the source; None, if it could not be followed.

    `text` is the source as the parser read it, of the same length.
    """
    found = _PROPERTIES.match(text, event.start_mark.index)
    start = found.end() if found else event.start_mark.index
    value = Derived(source)
    if event.style in ("|", ">"):
        _block(text, start, event, value)
    else:
        _flow(text, start, event, value)
    same = replaced(value.text).rstrip("\n") == event.value.rstrip("\n")
    return value if same else None


def _flow(text: str, start: int, event: Any, value: Derived) -> None:
    style = event.style if event.style in _FLOW else None
    start, end = (start + 1, event.end_mark.index - 1) if style else (start, event.end_mark.index)
    for token in _FLOW[style].finditer(text, start, end):
        value.keep(start, token.start())
        folded = token.groupdict().get("fold")
        joined = token.groupdict().get("join")
        if folded or joined:
            _breaks(value, token, 0 if joined else 1)
        else:
            value.put(event.value[value.length : value.length + 1], *token.span())
        start = token.end()
    value.keep(start, end)


def _breaks(value: Derived, token: re.Match[str], blank: int) -> None:
    """Line breaks within quotes: one is a blank (or nothing), the others are kept."""
    ends = [found.end() for found in re.compile(_BREAK).finditer(token.string, *token.span())]
    starts = [token.start(), *ends[:-1]]
    if len(ends) == 1:
        if blank:
            value.put(" ", *token.span())
        return
    stops = [*starts[2:], token.end()]
    for start, stop in zip([starts[0], *starts[2:]], stops, strict=True):
        value.put("\n", start, stop)


def _block(text: str, start: int, event: Any, value: Derived) -> None:
    header = _HEADER.match(text, start)
    if not header:
        return
    lines = list(_lines(text, header.end(), event))
    plain = event.style == "|"
    at = 0
    while at < len(lines):
        following = at + 1
        value.keep(*lines[at])
        if not plain and lines[at].start < lines[at].end:
            while following < len(lines) and lines[following].start == lines[following].end:
                following += 1
            if following < len(lines):
                _folded(text, lines[at : following + 1], value)
        elif following < len(lines):
            value.put("\n", lines[at].end, lines[following].start)
        at = following


def _folded(text: str, lines: list[_Line], value: Derived) -> None:
    """The breaks from one line with words to the next one, blank lines between them."""
    further = any(text[lines[at].start] in " \t" for at in (0, -1))
    if len(lines) == 2 and not further:
        value.put(" ", lines[0].end, lines[1].start)
        return
    starts = [line.end for line in lines[:-1]]
    if not further:
        del starts[1]
    for start, stop in zip(starts, [*starts[1:], lines[-1].start], strict=True):
        value.put("\n", start, stop)


def _lines(text: str, start: int, event: Any) -> Iterator[_Line]:
    """The lines with words in them and those between; indented by as much as the first one is."""
    first = next((line for line in event.value.split("\n") if line.strip(" ")), "")
    indent = -1
    blank: list[_Line] = []
    end = event.end_mark.index
    for line in _LINE.finditer(text, start, end):
        words = line[1].lstrip(" ")
        if words and indent < 0:
            indent = len(line[1]) - len(words) - (len(first) - len(first.lstrip(" ")))
        begin = min(line.start() + max(indent, 0), line.end(1))
        if not words:
            blank.append(_Line(begin, line.end(1)))
            continue
        yield from blank
        blank = []
        yield _Line(begin, line.end(1))
