"""Findings for a person at a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from allylint.model import Finding, Note, Report, Span, Terminal
from allylint.reporters._cells import shorten, width_of, wrap
from allylint.reporters._chosen import chosen
from allylint.reporters._closing import closing
from allylint.reporters._paint import BOLD, CYAN, DIM, UNDERLINE, paint
from allylint.reporters._safe import one_line
from allylint.reporters._tally import tally

if TYPE_CHECKING:
    from allylint.reporters._excerpt import Row

_INDENT = "  "
_AT_LENGTH = 3
"""Findings of one draft that are told at length: a draft with seven moves gets no seven lectures."""


def render(report: Report, terminal: Terminal) -> str:
    """Draft by draft, what weighs most first; then what was cleared, notes, a tally and a closing line."""
    terminal = terminal._replace(width=min(max(terminal.width, 24), 100))
    parts = [
        part for _, own in groupby(report.findings, _path) for part in _draft(own, report, terminal)
    ]
    if not terminal.quiet:
        parts += [_cleared(report)] if terminal.cleared and report.cleared else []
        parts += ["\n".join(map(_note, report.notes))] if report.notes else []
        parts += ["\n".join(lines)] if (lines := tally(report, terminal)) else []
        parts.append(closing(report, terminal))
    return "\n\n".join(parts)


def _path(finding: Finding) -> str:
    return finding.path


def _draft(findings: Iterable[Finding], report: Report, terminal: Terminal) -> Iterator[str]:
    """A few findings at length, a line for each of the others, and what already works."""
    every = list(findings)
    praise = [finding for finding in every if finding.level == "praise"]
    told = dict.fromkeys(chosen(every, None if terminal.all else _AT_LENGTH))
    for finding in told:
        yield "\n".join(_at_length(finding, report, terminal))
    rest = [finding for finding in every if finding not in told and finding.level != "praise"]
    for few in (rest, praise):
        if few:
            yield "\n".join(line for finding in few for line in _in_short(finding, terminal))


def _at_length(finding: Finding, report: Report, terminal: Terminal) -> list[str]:
    return [
        *_head(finding, terminal), *_passage(finding, report, terminal), *_advice(finding, terminal)
    ]  # fmt: skip


def _in_short(finding: Finding, terminal: Terminal) -> list[str]:
    where = _where(finding)
    if finding.level == "praise":
        said = one_line(finding.message)
    else:
        hint = ", a hint" if finding.level == "hint" else ""
        quote = " ".join(one_line(finding.quote).split())
        said = f'"{shorten(quote, 40)}" ({one_line(finding.rule)}{hint})'
    first, *rest = _beside(where, said, terminal)
    return [paint(where, DIM, terminal) + first[len(where) :], *rest]


def _head(finding: Finding, terminal: Terminal) -> list[str]:
    where, rule, title = _where(finding), one_line(finding.rule), one_line(finding.title)
    label = f"{title} ({rule})" if title else rule
    label += " (a hint)" if finding.level == "hint" else ""
    first, *rest = _beside(where, label, terminal)
    return [
        paint(where, DIM, terminal) + paint(first[len(where) :], BOLD, terminal),
        *(paint(line, BOLD, terminal) for line in rest),
    ]


def _beside(where: str, text: str, terminal: Terminal) -> list[str]:
    """The text on the line of its place, or below it where the line is too short."""
    taken = width_of(where) + 2
    if taken + width_of(text) <= terminal.width:
        return [f"{where}  {text}"]
    return [where, *wrap(text, terminal.width, _INDENT, _INDENT)]


def _passage(finding: Finding, report: Report, terminal: Terminal) -> list[str]:
    from allylint.reporters._excerpt import excerpt

    text, span = report.sources.get(finding.path), Span(finding.start, finding.end)
    if text is None:
        text, span = finding.quote, Span(0, len(finding.quote))
    shown = excerpt(text, span, terminal.width - len(_INDENT))
    return [_INDENT + line for row in shown for line in _underlined(row, terminal)]


def _underlined(row: "Row", terminal: Terminal) -> list[str]:
    words = paint(row.text[row.start : row.end], UNDERLINE, terminal)
    line = row.text[: row.start] + words + row.text[row.end :]
    below = row.underline()
    blanks = len(below) - len(below.lstrip())
    return [line, below[:blanks] + paint(below[blanks:], CYAN, terminal)] if below else [line]


def _advice(finding: Finding, terminal: Terminal) -> list[str]:
    named = [
        ("", finding.message),
        ("Why: ", finding.why if terminal.why else ""),
        ("Try: ", finding.try_),
        ("Shorter: ", finding.offer and f'"{finding.offer}"'),
        ("Your guidelines: ", finding.policy),
    ]
    return [line for name, text in named if text for line in _hanging(name, text, terminal)]


def _hanging(name: str, text: str, terminal: Terminal) -> list[str]:
    first = _INDENT + name
    rest = " " * (len(first) if len(first) < 8 else 2 * len(_INDENT))
    return wrap(one_line(text), terminal.width, first, rest)


def _cleared(report: Report) -> str:
    lines = ["Not the writer's own words:"]
    for match in report.cleared:
        by = f' (cleared by "{one_line(match.cue)}")' if match.cue else ""
        quote = shorten(one_line(match.finding.quote), 60)
        what = f'{_where(match.finding)}  {one_line(match.finding.rule)}  "{quote}"'
        lines.append(f"{_INDENT}{what}  {one_line(match.voice)}{by}")
    return "\n".join(lines)


def _where(finding: Finding) -> str:
    return f"{one_line(finding.path)}:{finding.line}:{finding.column}"


def _note(note: Note) -> str:
    place = f"{one_line(note.path)}:{note.line}" if note.line else one_line(note.path)
    return f"{place}: {one_line(note.text)}"
