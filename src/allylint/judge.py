"""What becomes of a match: its level, its words, and whose voice it is in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from allylint.hits import Hit
from allylint.lines import Lines
from allylint.matches import Context
from allylint.model import Clause, Finding, Span
from allylint.offer import offer
from allylint.reading import Paragraph, Reading
from allylint.wording import quotation


class Judged(NamedTuple):
    """A finding, the voice rows and cues that clear it, and where its offer stands."""

    finding: Finding
    cleared: list[tuple[str, str]]
    kept: Span | None


class Judge:
    """Judges the matches of one document."""

    def __init__(
        self, reading: Reading, context: Context, lines: Lines, policy: Mapping[str, Clause]
    ) -> None:
        self._reading, self._context = reading, context
        self._lines, self._policy = lines, policy

    def judge(self, hit: Hit) -> Judged:
        """A match as a finding, and what speaks against it. Raises TimeoutError."""
        from allylint.voice import Candidate, clearings

        paragraph, rule = self._reading.paragraphs[hit.paragraph], hit.rule
        span = Span(hit.start, hit.end)
        candidate = Candidate(paragraph, span, hit.open, hit.sense, rule.not_cleared_by)
        cleared = list(clearings(candidate))
        offered = None if cleared else offer(hit.saying, paragraph, span)
        finding = self._finding(hit, paragraph, span, offered.text if offered else "")
        return Judged(finding, cleared, offered and paragraph.source(*offered.span))

    def place(self, hit: Hit) -> int:
        """Where a match begins in the source."""
        return self._reading.paragraphs[hit.paragraph].source(hit.start, hit.end).start

    def _level(self, hit: Hit) -> str:
        around = (self._context.reply, _near(hit, self._reading))
        raised = hit.level == "hint" and any(map(hit.rule.raised_by.first, around))
        return "suggestion" if raised else hit.level

    def _finding(self, hit: Hit, paragraph: Paragraph, span: Span, offered: str) -> Finding:
        quote = quotation(paragraph.block.prose, paragraph.prose(*span))
        rule, document, source = hit.rule, self._reading.document, paragraph.source(*span)
        clause = self._policy.get(rule.id) or self._policy.get(rule.family) or Clause()
        message, why, try_ = (text.replace("{quote}", quote) for text in hit.saying[:3])
        return Finding(
            document.path, rule.id, rule.family, self._level(hit),
            *self._lines.place(source.start), *self._lines.place(source.end), *source,
            document.text[source.start : source.end], message, why, try_, rule.sources, rule.title,
            clause.text, offered, clause.link, rule.weight,
        )  # fmt: skip


def with_offers(judged: Iterable[Judged]) -> Iterator[Finding]:
    """The findings; an offer that another finding speaks of is none."""
    every = list(judged)
    faults = [each.finding for each in every if each.finding.level != "praise"]
    starts, ends = sorted(f.start for f in faults), sorted(f.end for f in faults)
    for finding, _, kept in every:
        if kept is not None:
            own = finding.level != "praise" and kept.overlaps(Span(finding.start, finding.end))
            begun, over = bisect_left(starts, kept.end), bisect_right(ends, kept.start)
            finding = finding._replace(offer="") if begun - over > own else finding
        yield finding


def _near(hit: Hit, reading: Reading) -> str:
    """The writer's words around a match, without those of the match: its paragraph and the next."""
    around = reading.paragraphs[max(0, hit.paragraph - 1) : hit.paragraph + 2]
    texts = [near.folded.text for near in around]
    own = reading.paragraphs[hit.paragraph].folded.text
    texts[around.index(reading.paragraphs[hit.paragraph])] = (
        f"{own[: hit.start]} … {own[hit.end :]}"
    )
    return "\n\n".join(texts)
