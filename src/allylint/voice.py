"""Whose words a match is: the writer's own, or quoted, reported, denied, supposed …

The cues are data (`cues.py`); how far a cue reaches is here. Structure and quotation marks are
read from the prose as written, words from the fold.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from allylint.cues import Cues, voices
from allylint.fold import fold
from allylint.lazily import lazily
from allylint.mention import mention_around
from allylint.model import Span
from allylint.names import Where
from allylint.quotation import quotation_around
from allylint.reading import Paragraph


class Candidate(NamedTuple):
    """A match on its way: its paragraph and its span in the folded text of it."""

    paragraph: Paragraph
    span: Span
    open: tuple[Span, ...] = ()
    sense: str = ""
    not_cleared_by: frozenset[str] = frozenset()


def clearings(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Every row that makes the match not the writer's own, with the words that say so."""
    for row, cue in _clearings(candidate):
        if row not in candidate.not_cleared_by:
            yield row, cue


def _clearings(candidate: Candidate) -> Iterator[tuple[str, str]]:
    paragraph, span = candidate.paragraph, candidate.span
    if candidate.sense:
        yield "other-sense", candidate.sense
    if paragraph.block.quoted:
        yield "blockquote", ">"
    block, prose = paragraph.block, paragraph.prose(*span)
    if words := quotation_around(block.prose, prose) or mention_around(block, prose):
        yield "quoted", words
    for row, groups in voices().items():
        for cues in groups:
            if words := _cue(cues, candidate):
                yield row, words
                break


def _cue(cues: Cues, candidate: Candidate) -> str:
    paragraph, span = candidate.paragraph, candidate.span
    block = paragraph.block
    match cues.where:
        case "heading":
            return next(
                (w for text in block.headings if (w := cues.phrases.first(fold(text).text))), ""
            )
        case "lead":
            return cues.phrases.first(fold(block.lead).text) if block.lead else ""
        case "column":
            return cues.phrases.first(fold(block.column).text) if block.column else ""
        case _:
            start, end = _stretch(cues.where, paragraph, span)
            text = paragraph.folded.text[start:end]
            near = Span(span.start - start, span.end - start)
            opens = [Span(o.start - start, o.end - start) for o in candidate.open]
            return _around(cues, text, near, opens) if _accompanied(cues, paragraph, span) else ""


def _stretch(where: Where, paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """The folded text in which a cue may stand."""
    sentences = paragraph.sentences
    first, last = paragraph.sentence_at(span.start), paragraph.sentence_at(span.end - 1)
    if where == "block":
        first, last = 0, len(sentences) - 1
    if where == "nearby":
        first, last = max(0, first - 1), min(len(sentences) - 1, last + 1)
    start, end = sentences[first].start, sentences[last].end
    return max(start, span.start - FAR), min(end, span.end + FAR)


def _accompanied(cues: Cues, paragraph: Paragraph, span: Span) -> bool:
    if cues.company is None:
        return True
    start, end = _stretch("nearby", paragraph, span)
    text = paragraph.folded.text
    return bool(
        cues.company.first(text[start : span.start]) or cues.company.first(text[span.end : end])
    )


def _around(cues: Cues, text: str, span: Span, opens: list[Span]) -> str:
    found = [
        cue
        for hit in cues.phrases.find(text)
        if _governs(cues, cue := hit.span(), text, span, opens)
    ]
    if not found or (cues.twice_is_not and _undone(_apart(found), text)):
        return ""
    return text[slice(*found[0])]


def _undone(found: list[Span], text: str) -> bool:
    """Whether one denial denies the saying of the other: "I'm not saying I'm not"."""
    return any(_SAYING.search(text, one.end, other.start) for one, other in pairwise(found))


def _apart(spans: list[Span]) -> list[Span]:
    """Without those that overlap one before them."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _governs(cues: Cues, cue: Span, text: str, span: Span, opens: list[Span]) -> bool:
    """Whether a cue reaches the match; one inside it does only where the match needs it not."""
    if span.covers(cue):
        return cues.twice_is_not and any(part.covers(cue) for part in opens)
    broken = _BROKEN[cues.reach]
    if cues.where == "before":
        stop = broken.search(text, cue.end)
        return cue.end <= span.start and (stop is None or stop.start() >= span.start)
    if cues.where == "after":
        return cue.start >= span.end and not broken.search(text[span.end : cue.start])
    return True


_SAYING = lazily(r"\b(?:say|claim|mean|pretend|deny|tell|suggest|think|believe|that)(?:ing)?\b")
FAR = 1_000
"""Characters from a match in which a cue may stand; sentences are shorter."""
_BROKEN = {
    "next": lazily(r"[^\s:,\"'*_(—-]"),
    "phrase": lazily(r"[,;:—()]|[.!?] | (?:but|so|because)\b| and (?:i|we|you|then|now)\b"),
    "clause": lazily(
        r"[;—]|[.!?] |,? but\b|, so\b|,? (?:so|and) (?:i|we|you|as)\b|, (?:i|we|as)\b"
        r"|, and (?!then)"
    ),
    "sentence": lazily(r"(?!)"),
}
"""What stands between a cue and a match that it no longer governs."""
