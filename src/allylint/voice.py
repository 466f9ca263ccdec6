"""Whose words a match is: the writer's own, or quoted, reported, denied, supposed …

The cues are data (`voices/*.yaml`, with their examples); how far a cue reaches is here. Structure
and quotation marks are read from the prose as written, words from the fold.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from allylint.fold import fold
from allylint.model import Span
from allylint.quotation import quotation_around
from allylint.reading import Paragraph
from allylint.rule import ROWS, Row
from allylint.vocabulary import Phrases, Vocabulary
from allylint.yamlfile import load

Where = Literal["before", "after", "sentence", "nearby", "block", "heading", "lead", "column"]
Reach = Literal["phrase", "clause", "sentence"]


class CueGroup(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Cues that stand at one place and reach equally far."""

    where: Where
    reach: Reach = "clause"
    any: str


class VoiceFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The shape of `voices/<row>.yaml`; examples mark the words in question with { }."""

    row: Row
    title: str
    lists: dict[str, list[str]] = {}
    cues: list[CueGroup]
    clears: list[str]
    own: list[str]


class Cues(NamedTuple):
    """A group of cues, ready to look."""

    where: Where
    reach: Reach
    phrases: Phrases


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
    if words := quotation_around(paragraph.block.prose, paragraph.prose(*span)):
        yield "quoted", words
    for row, groups in voices().items():
        for cues in groups:
            if words := _cue(cues, candidate):
                yield row, words
                break


@cache
def voices() -> dict[str, tuple[Cues, ...]]:
    """The cues of each row, in the order of the voice table. Raises AllylintError."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "voices")
    found = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".yaml"):
            said = read_voice(os.path.join(folder, name))
            words = Vocabulary(said.lists, _shared())
            found[said.row] = tuple(
                Cues(group.where, group.reach, words.phrases(group.any, ("any",)))
                for group in said.cues
            )
    return {row: found[row] for row in ROWS if row in found}


def _shared() -> Vocabulary:
    from allylint.rulebook import shared_words

    return shared_words()


def read_voice(path: str) -> VoiceFile:
    """One voice file. Raises AllylintError."""
    with open(path, encoding="utf-8") as file:
        return load(file.read(), path, VoiceFile)[0]


def _cue(cues: Cues, candidate: Candidate) -> str:
    paragraph, span = candidate.paragraph, candidate.span
    block = paragraph.block
    match cues.where:
        case "heading":
            return next((w for text in block.headings if (w := cues.phrases.first(fold(text).text))), "")
        case "lead":
            return cues.phrases.first(fold(block.lead).text) if block.lead else ""
        case "column":
            return cues.phrases.first(fold(block.column).text) if block.column else ""
        case _:
            start, end = _stretch(cues.where, paragraph, span)
            text = paragraph.folded.text[start:end]
            near = Span(span.start - start, span.end - start)
            opens = [Span(o.start - start, o.end - start) for o in candidate.open]
            return _around(cues, text, near, opens)


def _stretch(where: Where, paragraph: Paragraph, span: Span) -> tuple[int, int]:
    """The folded text in which a cue may stand."""
    sentences = paragraph.sentences
    first, last = paragraph.sentence_at(span.start), paragraph.sentence_at(span.end - 1)
    if where == "block":
        return 0, len(paragraph.folded.text)
    if where == "nearby":
        first, last = max(0, first - 1), min(len(sentences) - 1, last + 1)
    return sentences[first].start, sentences[last].end


def _around(cues: Cues, text: str, span: Span, opens: list[Span]) -> str:
    for found in cues.phrases.find(text):
        cue = Span(*found.span())
        if any(cue.overlaps(Span(o.start, o.end)) and span.covers(cue) for o in opens):
            return str(found[0])
        if span.covers(cue):
            continue
        if cues.where == "before" and cue.start < span.start:
            if not _BROKEN[cues.reach].search(text[cue.end : span.start]):
                return str(found[0])
        elif cues.where == "after" and cue.end > span.end:
            if not _BROKEN[cues.reach].search(text[span.end : cue.start]):
                return str(found[0])
        elif cues.where not in ("before", "after"):
            return str(found[0])
    return ""


_BROKEN = {
    "phrase": re.compile(r"[,;:—()]|[.!?] | (?:but|so|because)\b| and (?:i|we|you|then|now)\b"),
    "clause": re.compile(r"[;—]|[.!?] |,? but\b|,? so (?:i|we|you|as)\b|,? and (?:i|we|you|as)\b|, (?:i|we|as)\b"),
    "sentence": re.compile(r"(?!)"),
}
"""What stands between a cue and a match that it no longer governs."""
