"""Cuts a block's prose into sentences: sentencex, with repairs for how people chat."""

import re
from collections.abc import Iterator
from itertools import pairwise

from allylint.lazily import lazily
from allylint.model import Span
from allylint.surrogates import replaced

_GO_ON = "e.g eg i.e ie vs cf viz mr mrs ms mx dr prof rev esp approx aka a.k.a w.r.t"
_MAY_GO_ON = "etc al ca co corp dept est ext incl inc jr ltd max min ph.d resp sr st v vol"
_NEVER_LAST = frozenset(_GO_ON.split())
_SELDOM_LAST = frozenset(_MAY_GO_ON.split())
_INITIALS = lazily(r"(?:[^\W\d_]\.)+[^\W\d_]")

_EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f000-\U0001faff]*+"
_SMILEY = rf"(?:{_EMOJI}|<3+|\^_*\^|[xX]D+|:'?-?[()\[\]DPpOo3/\\|*]+|[;=]-?[()DPp]+)(?:\s++|\Z)"
_GAP = lazily(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[)\]}\"'”’»]*+)"
    rf"(?P<face>(?:{_EMOJI})?+(?:\s++|\Z)(?:{_SMILEY})*+)"
)
_OPENING = lazily(r"[(\[{\"'“‘«]*+")
_BLANK_LINE = lazily(r"\n\s*\n")
_WIDE_BLANK = lazily(r"[^\S\x00-\x7f]")
_ENDS = (".", "!", "?", ")", "\n")
"""What sentences of plain letters end with; `)` and lines number the parts of some."""
_PIECE = 10_000


def split(prose: str) -> list[Span]:
    """The sentences of a block's prose, in order; the blanks between belong to none."""
    if _is_one(prose):
        return [_trim(prose, 0, len(prose))]
    starts = {start for start in _cuts(_readable(prose)) if not _within_word(prose, start)}
    for gap in _GAP.finditer(prose):
        starts.difference_update(range(gap.start() + 1, gap.end()))
        _mend(prose, gap, starts)
    starts.update(blank.end() for blank in _BLANK_LINE.finditer(prose))
    cuts = sorted(starts | {0, len(prose)})
    trimmed = (_trim(prose, start, end) for start, end in pairwise(cuts))
    return [span for span in trimmed if span.start < span.end]


def _is_one(prose: str) -> bool:
    """Whether nothing in it could end a sentence but its end: true of half of all blocks."""
    inner = prose.strip()[:-1]
    return inner.isascii() and not any(map(inner.__contains__, _ENDS)) and bool(inner)


def _readable(prose: str) -> str:
    """What sentencex takes: it panics on lone surrogates and on "A\\xa0."."""
    return prose if prose.isascii() else _WIDE_BLANK.sub(" ", replaced(prose))


def _cuts(prose: str) -> Iterator[int]:
    """Where sentencex cuts; piece by piece, for its time grows with the square of the length."""
    from sentencex import get_sentence_boundaries

    begin = 0
    while begin < len(prose):
        end = min(begin + _PIECE, len(prose))
        seam = prose.rfind(". ", begin, end) + 2
        if end < len(prose) and seam > begin + 1:
            end = seam
            yield end
        for cut in get_sentence_boundaries("en", prose[begin:end]):
            if cut["start_index"]:
                yield begin + cut["start_index"]
        begin = end


def _mend(prose: str, gap: re.Match[str], starts: set[int]) -> None:
    word = _word_before(prose, gap.start()) if gap["mark"] == "." else ""
    if not gap["face"].isspace() or _parts(prose, gap, word):
        starts.add(gap.end())
    elif word in _NEVER_LAST or _numbers_a_line(prose, gap.start(), word):
        starts.discard(gap.end())


def _parts(prose: str, gap: re.Match[str], word: str) -> bool:
    opening = _OPENING.match(prose, gap.end())
    first = prose[opening.end() : opening.end() + 1] if opening else ""
    if first.islower():
        if gap["mark"].startswith(("..", "…")):
            return False
        return not (gap["close"] or _abbreviates(word) or _numbers_a_line(prose, gap.start(), word))
    after_bracket = gap["close"].endswith((")", "]")) and word not in _NEVER_LAST
    return first.isupper() and ("…" in gap["mark"] or after_bracket or word == "no")


def _word_before(prose: str, end: int) -> str:
    near = re.split(r"[^\w.]", prose[max(0, end - 24) : end])
    return near[-1].lower()


def _abbreviates(word: str) -> bool:
    return word in _NEVER_LAST or word in _SELDOM_LAST or bool(_INITIALS.fullmatch(word))


def _numbers_a_line(prose: str, end: int, word: str) -> bool:
    start = end - len(word)
    return word.isdecimal() and len(word) < 3 and (start == 0 or prose[start - 1] == "\n")


def _within_word(prose: str, start: int) -> bool:
    """Whether the break falls into a name such as .NET or ASP.NET; "sorry.But" is none."""
    before, after = prose[max(0, start - 2) : start], prose[start : start + 2]
    if not before.endswith(".") or not after[:1].isalpha():
        return False
    return not (before[0].islower() and after[0].isupper() and not after[1:].isupper())


def _trim(prose: str, start: int, end: int) -> Span:
    piece = prose[start:end]
    return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))
