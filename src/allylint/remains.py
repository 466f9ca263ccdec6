"""A draft without what was reported in it: the point, standing alone. Printed, never applied."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from allylint.model import Report, Span
from allylint.sentences import split

_FEWEST = 4
"""Words that a sentence must keep to stay."""
_WORD = re.compile(r"\w[\w']*")
_JOIN = re.compile(
    r"[\s,;:—–-]*(?:\b(?:but|and|so|however|because|that|if)\b[\s,]*)?", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\s,;:—–-]++")
_DANGLING = frozenset("but and so because that".split())
_HALF = re.compile(r"^[\W_]*(?:\w+\W+)?(?:that|which|who|if)\b", re.IGNORECASE)
_BLANKS = re.compile(r"(?<![^\S\n])[^\S\n]++(?=\n|$)")
_EMPTY_LINES = re.compile(r"\n{3,}")


def remains(report: Report) -> str:
    """Each draft without its reported words, headed by its path where there are several."""
    spans: dict[str, list[Span]] = {}
    for finding in report.findings:
        if finding.level != "praise":
            spans.setdefault(finding.path, []).append(Span(finding.start, finding.end))
    parts = []
    for path, text in report.sources.items():
        kept = without(text, spans.get(path, [])).strip("\n")
        parts.append(f"==> {path} <==\n{kept}" if len(report.sources) > 1 else kept)
    return "\n\n".join(parts)


def without(text: str, spans: list[Span]) -> str:
    """The text without these spans; a sentence that keeps under four words goes whole."""
    if not spans:
        return text
    apart = _joined(spans)
    pieces: list[str] = []
    for paragraph in _paragraphs(text):
        hit = _within(paragraph, apart)
        pieces.append(_shortened(text, paragraph, hit) if hit else text[slice(*paragraph)])
    return _EMPTY_LINES.sub("\n\n", _BLANKS.sub("", "".join(pieces)))


def _joined(spans: list[Span]) -> list[Span]:
    """In order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _within(stretch: Span, spans: list[Span]) -> list[Span]:
    """Those of the spans, which stand apart and in order, that overlap a stretch."""
    first = bisect_right(spans, stretch.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, stretch.end, key=lambda span: span.start)]


def _paragraphs(text: str) -> list[Span]:
    cuts = [0, *(blank.end() for blank in re.finditer(r"\n[^\S\n]*\n", text)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts)]


def _shortened(text: str, paragraph: Span, spans: list[Span]) -> str:
    begin, end = paragraph
    kept: list[str] = []
    at = begin
    for start, stop in split(text[begin:end]):
        sentence = Span(begin + start, begin + stop)
        hit = _within(sentence, spans)
        rest = _rest(text, sentence, hit) if hit else text[slice(*sentence)]
        gap = text[at : sentence.start] if kept or at == begin == sentence.start else ""
        kept += [gap, rest] if rest else []
        at = sentence.end
    return "".join(kept).rstrip(" ") + text[at:end] if kept else ""


def _rest(text: str, sentence: Span, spans: list[Span]) -> str:
    """What a sentence keeps: its longest stretch between the spans, if it says enough."""
    cuts = [sentence.start, *(offset for span in spans for offset in span), sentence.end]
    stretches = [text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]
    longest = max(stretches, key=lambda words: len(_WORD.findall(words)), default="")
    if len(_WORD.findall(longest)) < _FEWEST:
        return ""
    joined = _JOIN.match(longest)
    if _HALF.search(longest) and not text.startswith(longest, sentence.start):
        return ""
    words = _trimmed(longest[joined.end() if joined else 0 :])
    mark = text[sentence.end - 1]
    words += mark if mark in ".!?" and words[-1:] not in ".!?" else ""
    upper = text[sentence.start].isupper()
    return words[:1].upper() + words[1:] if upper else words


def _trimmed(words: str) -> str:
    """Without the marks and the "and" or "but" at the end that lead on to nothing."""
    tokens = list(_TOKEN.finditer(words))
    while tokens and tokens[-1][0].lower() in _DANGLING:
        tokens.pop()
    return words[: tokens[-1].end()] if tokens else ""
