"""A document as checks and the voice stage read it: folded paragraphs, sentences, passages."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from allylint.fold import Folded, fold
from allylint.model import Block, Document, Run, Span


class Paragraph:
    """A block, folded once, cut into sentences only when somebody asks."""

    def __init__(self, block: Block, index: int) -> None:
        self.block, self.index = block, index

    @cached_property
    def folded(self) -> Folded:
        return fold(self.block.prose)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, as spans of the folded text."""
        from allylint.sentences import split

        spans = split(self.block.prose)
        starts = [self._folded_offset(span.start) for span in spans]
        ends = [*starts[1:], len(self.folded.text)]
        return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds this offset of the folded text."""
        return max(0, bisect_right(self.sentences, offset, key=lambda span: span.start) - 1)

    def prose(self, start: int, end: int) -> Span:
        """The prose span of a folded one."""
        return self.folded.prose(start, end)

    def source(self, start: int, end: int) -> Span:
        """The source span of a folded one."""
        return self.block.source(*self.folded.prose(start, end))

    def _folded_offset(self, prose: int) -> int:
        """The first place of the folded text that stands for this place of the prose or a later one."""
        for runs in self.folded.passes:
            prose = _forward(runs, prose)
        return prose


def _forward(runs: tuple[Run, ...], offset: int) -> int:
    """Through one pass of the fold, from what it read to what it wrote."""
    at = bisect_right(runs, offset, key=lambda run: run.source) - 1
    if at >= 0:
        prose, length, source, source_length = runs[at]
        inside = offset - source
        if not inside or (length == source_length and inside < length):
            return prose + inside
    return runs[at + 1].prose if at + 1 < len(runs) else runs[-1].prose + runs[-1].length


class Passage(NamedTuple):
    """Folded text that a check is given, and where its pieces stand."""

    text: str
    pieces: tuple[tuple[int, Paragraph, int], ...]
    """Start in this text, the paragraph, and the start in the paragraph's folded text."""

    def locate(self, start: int, end: int) -> tuple[Paragraph, int, int]:
        """The paragraph that holds this start, and the span in its folded text."""
        at = bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1
        begin, paragraph, base = self.pieces[max(0, at)]
        shift = base - begin
        return paragraph, start + shift, min(end + shift, len(paragraph.folded.text))


LONGEST = 200_000
"""Characters of a paragraph that are read; nobody writes longer ones, and some files have no lines."""
MOST = 100_000
"""Paragraphs of a draft that are read."""


def _cut(block: Block) -> Block:
    return block if len(block.prose) <= LONGEST else block._replace(prose=block.prose[:LONGEST])


class Reading:
    """All paragraphs of a document; those in block quotes are the other side's words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        blocks = [block for block in document.blocks if block.prose.strip()]
        self.left_out = blocks[MOST:]
        self.paragraphs = [Paragraph(_cut(block), at) for at, block in enumerate(blocks[:MOST])]
        self.cut = [block for block in document.blocks if len(block.prose) > LONGEST]
        """The paragraphs of which only the beginning is read."""

    @cached_property
    def own(self) -> Passage:
        """The writer's own paragraphs, one after the other."""
        pieces, texts, at = [], [], 0
        for paragraph in self.paragraphs:
            if not paragraph.block.quoted:
                pieces.append((at, paragraph, 0))
                texts.append(paragraph.folded.text)
                at += len(texts[-1]) + 2
        return Passage("\n\n".join(texts), tuple(pieces))

    @cached_property
    def quoted(self) -> str:
        """What the draft's block quotes say, folded."""
        return "\n\n".join(p.folded.text for p in self.paragraphs if p.block.quoted)


def passages(paragraph: Paragraph, scope: str) -> Iterator[Passage]:
    """A paragraph whole (`block`), or sentence by sentence."""
    text = paragraph.folded.text
    if scope == "block":
        yield Passage(text, ((0, paragraph, 0),))
        return
    for start, end in paragraph.sentences:
        yield Passage(text[start:end], ((0, paragraph, start),))
