"""Lines as mail quotes them: how deep each is quoted, and the headers between letters."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_QUOTE = re.compile(r"[ \t]{0,3}(?!>[:;.=_'-]{1,3}[<(\[/|])(?:>[ \t]?)+")
_HINT = re.compile(r"On |--|\*?From\*?:")
_WROTE = re.compile(r"(?:On\b(?=.*\d).*|.*<\S+@\S+>.*)\bwrote:")
_ORIGINAL = re.compile(r"-{2,} *(?:Original|Forwarded) Message *-{2,}", re.IGNORECASE)
_FIELD = re.compile(r"\*?(From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance)\*?:(?:\s|\Z)")
_LONGEST_HEADER = 300


class Line(NamedTuple):
    """A line's words, without quote marks and blanks around; empty where start is end."""

    quoted: int
    start: int
    end: int


class Header(NamedTuple):
    """How many lines a header between two letters takes; whether all after it is quoted."""

    lines: int
    quotes_rest: bool = False


def line_spans(text: str) -> list[tuple[int, int]]:
    """Where each line starts and ends, without its line break."""
    return [line.span(1) for line in _LINE.finditer(text)]


def mail_lines(text: str, spans: Iterable[tuple[int, int]]) -> list[Line]:
    """The lines with their quoting; headers between letters are left empty."""
    lines = [_line(text, start, end) for start, end in spans]
    index, deeper, begun = 0, 0, False
    result: list[Line] = []
    while index < len(lines):
        header = _header(text, lines, index)
        if header.quotes_rest and (begun or not _FIELD.match(text, lines[index].start)):
            deeper = 1
        taken = max(1, header.lines)
        for quoted, start, end in lines[index : index + taken]:
            result.append(Line(quoted + deeper, start, start if header.lines else end))
            begun = begun or start < end
        index += taken
    return result


def _line(text: str, start: int, end: int) -> Line:
    marks = _QUOTE.match(text, start, end)
    quoted = marks[0].count(">") if marks else 0
    words = text[marks.end() if marks else start : end]
    stop = end - len(words) + len(words.rstrip())
    return Line(quoted, stop - len(words.strip()), stop)


def _header(text: str, lines: list[Line], index: int) -> Header:
    quoted, start, end = lines[index]
    if not _HINT.match(text, start, end) and not text.endswith("wrote:", start, end):
        return Header(0)
    if wrote := _wrote(text, lines, index):
        return Header(wrote)
    original = _ORIGINAL.fullmatch(text, start, end) is not None
    fields = _fields(text, lines, index + original)
    if original:
        return Header(1 + len(fields), not quoted)
    if fields[:1] == ["From"] and {"Sent", "Date"} & set(fields):
        return Header(len(fields), not quoted)
    return Header(0)


def _wrote(text: str, lines: list[Line], index: int) -> int:
    """`On Monday, 3 March, Ana <ana@example.org> wrote:`, perhaps wrapped."""
    words = ""
    for count, (quoted, start, end) in enumerate(lines[index : index + 3], 1):
        words = f"{words} {text[start:end]}"
        if start == end or quoted != lines[index].quoted or len(words) > _LONGEST_HEADER:
            return 0
        if words.endswith("wrote:"):
            return count if _WROTE.fullmatch(words.strip()) else 0
        if not words.startswith(" On "):
            return 0
    return 0


def _fields(text: str, lines: list[Line], index: int) -> list[str]:
    names = []
    for line in lines[index : index + 9]:
        field = _FIELD.match(text, line.start, line.end)
        if not field:
            break
        names.append(field[1])
    return names
