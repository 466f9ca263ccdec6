"""The order of the stages, on one page: a document in, findings, cleared matches and notes out."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import NamedTuple

from allylint.checks import Check, Context, Match
from allylint.fold import fold
from allylint.index import wakes_of
from allylint.model import Cleared, Document, Finding, Note, Span
from allylint.reading import Passage, Reading
from allylint.rule import Rule
from allylint.rulebook import Rulebook
from allylint.suppress import Suppressor

LEVELS = ("hint", "suggestion", "praise")


class Result(NamedTuple):
    """What one document gave."""

    findings: list[Finding]
    cleared: list[Cleared]
    notes: list[Note]


class _Hit(NamedTuple):
    rule: Rule
    level: str
    paragraph: int
    start: int
    end: int
    open: tuple[Span, ...]
    sense: str


def lint_document(
    document: Document, rulebook: Rulebook, *, reply_to: str | None = None,
    rules: Collection[str] | None = None, policy: dict[str, str] | None = None,
) -> Result:  # fmt: skip
    """Every finding of the chosen rules (all, if None), in the order path, start, rule."""
    reading = Reading(document)
    reply = "\n\n".join(filter(None, (reading.quoted, fold(reply_to or "").text)))
    context = Context(reading.own.text, reply)
    suppressor = Suppressor(document, rulebook.known())
    lines = _Lines(document.text)
    result = Result([], [], list(document.notes))
    chosen = [r for id, r in rulebook.rules.items() if rules is None or id in rules]
    for hit in _merged(_hits(chosen, reading, context, result.notes)):
        finding, cleared = _judge(hit, reading, context, lines, policy or {})
        if cleared:
            rows = tuple(row for row, _ in cleared)
            result.cleared.append(Cleared(finding, *cleared[0], rows))
        elif not suppressor.hides(Span(finding.start, finding.end), finding.rule, finding.family):
            result.findings.append(finding)
    result.findings.sort(key=lambda finding: (finding.start, finding.rule))
    result.cleared.sort(key=lambda cleared: (cleared.finding.start, cleared.finding.rule))
    result.notes.extend(suppressor.notes())
    return result


def _hits(
    rules: list[Rule], reading: Reading, context: Context, notes: list[Note]
) -> Iterator[_Hit]:
    for rule, level, check, passage in wakes_of(rules).awake(reading):
        yield from _found(rule, level, check, passage, context, notes, reading.document.path)


def _found(
    rule: Rule, level: str, check: Check, passage: Passage, context: Context,
    notes: list[Note], path: str,
) -> Iterator[_Hit]:  # fmt: skip
    try:
        for match in check.find(passage.text, context):
            yield _hit(rule, level, match, passage)
    except TimeoutError:
        notes.append(Note(path, 1, f"`{rule.id}` took too long here and was left out."))


def _hit(rule: Rule, level: str, match: Match, passage: Passage) -> _Hit:
    paragraph, start, end = passage.locate(match.start, match.end)
    shift = start - match.start
    opens = tuple(Span(s + shift, e + shift) for s, e in match.open)
    return _Hit(rule, level, paragraph.index, start, end, opens, match.sense)


def _merged(hits: Iterator[_Hit]) -> Iterator[_Hit]:
    """Overlapping matches of one rule, as one."""
    last: _Hit | None = None
    for hit in sorted(hits, key=lambda hit: (hit.rule.id, hit.paragraph, hit.start, -hit.end)):
        if (
            last
            and (hit.rule.id, hit.paragraph) == (last.rule.id, last.paragraph)
            and hit.start < last.end
        ):
            level = max(last.level, hit.level, key=LEVELS.index)
            sense = last.sense if last.sense and hit.sense else ""
            last = last._replace(
                end=max(last.end, hit.end), level=level, open=last.open + hit.open, sense=sense
            )
            continue
        if last:
            yield last
        last = hit
    if last:
        yield last


def _judge(
    hit: _Hit, reading: Reading, context: Context, lines: "_Lines", policy: dict[str, str]
) -> tuple[Finding, list[tuple[str, str]]]:
    from allylint.voice import Candidate, clearings

    paragraph, rule = reading.paragraphs[hit.paragraph], hit.rule
    span = Span(hit.start, hit.end)
    candidate = Candidate(paragraph, span, hit.open, hit.sense, rule.not_cleared_by)
    level = hit.level
    if level == "hint" and any(map(rule.raised_by.first, (context.own, context.reply))):
        level = "suggestion"
    prose = paragraph.block.prose[slice(*paragraph.prose(*span))]
    source = paragraph.source(*span)
    finding = _finding(rule, level, source, _short(prose), reading.document, lines)
    cited = policy.get(rule.id) or policy.get(rule.family) or ""
    return finding._replace(policy=cited), list(clearings(candidate))


def _finding(
    rule: Rule, level: str, span: Span, quote: str, document: Document, lines: "_Lines"
) -> Finding:
    def say(text: str) -> str:
        return text.replace("{quote}", quote)

    return Finding(
        document.path, rule.id, rule.family, level, *lines.place(span.start), *lines.place(span.end),
        span.start, span.end, document.text[span.start : span.end], say(rule.message), say(rule.why),
        say(rule.try_), rule.sources, rule.title,
    )  # fmt: skip


def _short(prose: str) -> str:
    """A quotation for a message: one line, the middle left out where it is long."""
    words = " ".join(prose.split())
    return (
        words
        if len(words) <= 60
        else f"{words[:40].rsplit(' ', 1)[0]} … {words[-15:].split(' ', 1)[-1]}"
    )


class _Lines:
    """Lines and columns, counted once; a line ends at \\n, \\r\\n or \\r."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|[\r\n]", text))]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
