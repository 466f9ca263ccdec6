"""Where a block's prose stands in quotation marks, whichever way they lean."""

from functools import lru_cache

from allylint.lazily import lazily
from allylint.model import Span

_LONGEST = 600
_OPENS = r"(?<![\w)\]])"
_PAIRS = lazily(
    rf"[“”„‟]\s?(?P<curly>[^“”„‟\"]{{1,{_LONGEST}}}?)\s?[“”\"]"
    rf"|[«»]\s?(?P<angled>[^«»]{{1,{_LONGEST}}}?)\s?[«»]"
    rf"|{_OPENS}\"(?P<straight>[^\s\"][^\"]{{0,{_LONGEST}}}?)[\"”](?!\w)"
    rf"|{_OPENS}‘(?P<single>[^\s‘][^‘]{{0,{_LONGEST}}}?)’(?!\w)"
    rf"|{_OPENS}'(?P<plain>[^\s'][^\"]{{0,{_LONGEST}}}?(?<=[^\s]))'(?![\w'])"
    rf"|{_OPENS}``?(?P<ticked>[^\s`'][^`]{{0,{_LONGEST}}}?)(?:''|`)(?!\w)"
)


@lru_cache(maxsize=32)
def quotations(prose: str) -> tuple[Span, ...]:
    """Each quoted stretch, its marks left out, as a span of the prose."""
    return tuple(Span(*found.span(found.lastgroup or 0)) for found in _PAIRS.finditer(prose))


def quotation_around(prose: str, span: Span) -> str:
    """The quoted words that hold the span's start and the most of it, or nothing."""
    if not any(mark in prose for mark in "\"'“”„‟«»‘`"):
        return ""
    most = Span(span.start, (span.start + span.end) // 2)
    return next((prose[q.start : q.end] for q in quotations(prose) if q.covers(most)), "")
