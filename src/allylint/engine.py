"""The order of the stages, on one page: a document in, findings, cleared matches and notes out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from allylint.fold import fold
from allylint.hits import Hit, hit, merged
from allylint.judge import Judge, Judged, with_offers
from allylint.lines import Lines
from allylint.matches import Context
from allylint.model import Clause, Cleared, Document, Finding, Note, Span
from allylint.reading import Reading
from allylint.rulebook import Rulebook, wakes_of
from allylint.suppress import Suppressor
from allylint.wakes import Awake

MOST = 500
"""Matches of one rule in one document; whoever repeats a move more often has heard of it."""


class Result(NamedTuple):
    """What one document gave."""

    findings: list[Finding]
    cleared: list[Cleared]
    notes: list[Note]


def lint_document(
    document: Document, rulebook: Rulebook, *, reply_to: str | None = None,
    rules: Collection[str] | None = None, policy: Mapping[str, Clause] | None = None,
) -> Result:  # fmt: skip
    """Every finding of the chosen rules (all, if None), in the order path, start, rule."""
    reading = Reading(document)
    reply = "\n\n".join(filter(None, (reading.quoted, fold(reply_to or "").text)))
    context = Context(reading.own.text, reply)
    suppressor = Suppressor(document, rulebook.known())
    lines = Lines(document.text)
    result = Result([], [], list(document.notes))
    chosen = rulebook.rules.keys() if rules is None else rules
    slow: dict[str, int] = {}
    counts: Counter[str] = Counter()
    judge = Judge(reading, context, lines, policy or {})
    own: list[Judged] = []
    awake = (each for each in wakes_of(rulebook).awake(reading) if each.rule.id in chosen)
    for each in merged(_hits(awake, context, slow, counts)):
        try:
            judged = judge.judge(each)
        except TimeoutError:
            slow.setdefault(
                each.rule.id, reading.paragraphs[each.paragraph].source(each.start, each.end).start
            )
            continue
        finding = judged.finding
        if judged.cleared:
            rows = tuple(row for row, _ in judged.cleared)
            result.cleared.append(Cleared(finding, *judged.cleared[0], rows))
        elif not suppressor.hides(Span(finding.start, finding.end), finding.rule, finding.family):
            own.append(judged)
    findings = _undone(list(with_offers(own)), rulebook)
    result.findings.extend(sorted(findings, key=lambda finding: (finding.start, finding.rule)))
    result.cleared.sort(key=lambda cleared: (cleared.finding.start, cleared.finding.rule))
    result.notes.extend(suppressor.notes())
    result.notes.extend(_too_slow(slow, document.path, lines))
    result.notes.extend(_too_many(counts, document.path))
    return result


def _undone(findings: list[Finding], rulebook: Rulebook) -> Iterator[Finding]:
    """Without praise for what another finding takes back."""
    found = {finding.rule for finding in findings}
    return (f for f in findings if rulebook.rules[f.rule].not_beside.isdisjoint(found))


def _hits(
    awake: Iterable[Awake], context: Context, slow: dict[str, int], counts: Counter[str]
) -> Iterator[Hit]:
    """Every match; a rule that takes too long is left out of the rest of the document."""
    for rule, way, passage, patterns in awake:
        if rule.id in slow:
            continue
        try:
            for match in way.check.find(passage.text, context._replace(awake=patterns)):
                found = hit(rule, way, match, passage)
                counts[rule.id] += found.start < found.end
                if found.start < found.end and counts[rule.id] <= MOST:
                    yield found
        except TimeoutError:
            paragraph, start, end = passage.locate(0, 1)
            slow[rule.id] = paragraph.source(start, end).start


def _too_slow(slow: Mapping[str, int], path: str, lines: Lines) -> Iterator[Note]:
    for id, offset in slow.items():
        what = f"`{id}` took too long here; the rest was read without it."
        yield Note(path, lines.place(offset)[0], what)


def _too_many(counts: Counter[str], path: str) -> Iterator[Note]:
    for id, count in counts.items():
        if count > MOST:
            yield Note(path, 1, f"`{id}` matched {count} times; the first {MOST} were looked at.")
