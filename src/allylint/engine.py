"""The order of the stages, on one page: a document in, findings, cleared matches and notes out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from allylint.fold import fold
from allylint.hidden import hidden
from allylint.hits import Hit, hit, merged
from allylint.limits import Limits
from allylint.lines import Lines
from allylint.matches import Context
from allylint.model import Clause, Cleared, Document, Finding, Note, Span
from allylint.pattern import NONE
from allylint.reading import LONGEST, Reading
from allylint.rulebook import Rulebook, wakes_of
from allylint.suppress import Suppressor
from allylint.wakes import Awake

if TYPE_CHECKING:
    from allylint.judge import Judge, Judged


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
    context = Context(reading.own.text, reply, {})
    lines = Lines(document.text)
    chosen = rulebook.rules.keys() if rules is None else rules
    limits = Limits()
    awake = (each for each in wakes_of(rulebook).awake(reading) if each.rule.id in chosen)
    hits = _spoken(list(merged(_hits(awake, context, limits))), context, limits)
    suppressor = Suppressor(document, rulebook.known)
    findings: list[Finding] = []
    cleared: list[Cleared] = []
    if hits:
        from allylint.judge import Judge, with_offers

        judge = Judge(reading, context, lines, policy or {})
        own, cleared = _own_and_cleared(_judged(judge, hits, limits), suppressor)
        findings = _undone(list(with_offers(own)), rulebook)
    return Result(
        sorted(findings, key=lambda finding: (finding.start, finding.rule)),
        sorted(cleared, key=lambda cleared: (cleared.finding.start, cleared.finding.rule)),
        [
            *document.notes,
            *suppressor.notes(),
            *hidden(document, lines),
            *_too_long(reading, lines),
            *limits.notes(document.path, lines),
        ],
    )


def _spoken(hits: list[Hit], context: Context, limits: Limits) -> list[Hit]:
    """Without those of rules that something in the draft keeps silent."""
    rules = {hit.rule.id: hit.rule for hit in hits if hit.rule.unless_draft is not NONE}
    silent = set()
    for id, rule in rules.items():
        try:
            if rule.unless_draft.first(context.own):
                silent.add(id)
        except TimeoutError:
            limits.too_slow(id, 0)
            silent.add(id)
    return [hit for hit in hits if hit.rule.id not in silent] if silent else hits


def _judged(judge: "Judge", hits: list[Hit], limits: Limits) -> "Iterator[Judged]":
    """What becomes of each match; a rule that takes too long over them is noted."""
    for each in hits:
        begun = monotonic()
        try:
            judged = judge.judge(each)
            limits.spend(each.rule.id, begun)
            yield judged
        except TimeoutError:
            limits.too_slow(each.rule.id, judge.place(each))
        except Exception as fault:
            fault.add_note(f"rule {each.rule.id}")
            raise


def _own_and_cleared(
    every: "Iterable[Judged]", suppressor: Suppressor
) -> "tuple[list[Judged], list[Cleared]]":
    own: list[Judged] = []
    cleared: list[Cleared] = []
    for judged in every:
        finding = judged.finding
        if judged.cleared:
            rows = tuple(row for row, _ in judged.cleared)
            cleared.append(Cleared(finding, *judged.cleared[0], rows))
        elif not suppressor.hides(Span(finding.start, finding.end), finding.rule, finding.family):
            own.append(judged)
    return own, cleared


def _undone(findings: list[Finding], rulebook: Rulebook) -> list[Finding]:
    """Without praise for what another finding takes back."""
    found = {finding.rule for finding in findings}
    return [f for f in findings if rulebook.rules[f.rule].not_beside.isdisjoint(found)]


def _hits(awake: Iterable[Awake], context: Context, limits: Limits) -> Iterator[Hit]:
    """Every match; a rule that takes too long is left out of the rest of the document."""
    for rule, way, passage, patterns in awake:
        if limits.over(rule.id):
            continue
        begun = monotonic()
        try:
            for match in way.check.find(passage.text, context._replace(awake=patterns)):
                found = hit(rule, way, match, passage)
                if found.start < found.end and limits.counted(rule.id):
                    yield found
            limits.spend(rule.id, begun)
        except TimeoutError:
            paragraph, start, end = passage.locate(0, 1)
            limits.too_slow(rule.id, paragraph.source(start, end).start)
        except Exception as fault:
            fault.add_note(f"rule {rule.id}")
            raise


def _too_long(reading: Reading, lines: Lines) -> Iterator[Note]:
    for block in reading.cut:
        what = (
            f"this paragraph goes on beyond {LONGEST:,} characters, which is as far as it was read."
        )
        yield Note(reading.document.path, lines.place(block.runs[0].source)[0], what)
    if reading.left_out:
        line = lines.place(reading.left_out[0].runs[0].source)[0]
        what = f"{len(reading.paragraphs):,} paragraphs were read; what follows was not."
        yield Note(reading.document.path, line, what)
