"""The text as patterns see it, and the way back: one spelling for many, offsets kept.

`fold("I’m honestly, genuinely  sorry")` reads `i'm sorry`. Each pass rewrites what the one
before left, and keeps runs that lead back to it; most blocks need one pass or none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from allylint.lazily import lazily
from allylint.model import Run, Span, trace
from allylint.spellings import ADVERBS, ASIDES, SPELLINGS

Edit = tuple[int, int, str]


class Folded(NamedTuple):
    """Folded text, and for each pass that changed a length the runs that lead back."""

    text: str
    passes: tuple[tuple[Run, ...], ...] = ()

    def prose(self, start: int, end: int) -> Span:
        """The prose span of the folded text from start to end (characters, end exclusive)."""
        span = Span(start, end)
        for runs in reversed(self.passes):
            span = trace(runs, *span)
        return span


def fold(prose: str) -> Folded:
    """Fold any text; every folded character knows the stretch of prose that it came from."""
    text, passes = _same_length(prose), []
    for edits_of in _PASSES:
        if edits := list(edits_of(text)):
            text, runs = _rewrite(text, edits)
            passes.append(runs)
    return Folded(text, tuple(passes))


@lru_cache(maxsize=8192)
def fold_words(words: str) -> str:
    """A rule's words as the fold would leave them."""
    return fold(words).text.strip()


_ALIKE = (
    ("'", "‘’‛ʼ′´`＇"),
    ('"', "“”„‟″«»＂"),
    ("-", "‐‑‒﹣－"),
    ("—", "–―"),
    (" ", "\u00a0\u2002\u2003\u2009\u202f\u3000\t\n\r\x0b\x0c\x85\u2028\u2029"),
)
_TABLE = {ord(odd): plain for plain, odds in _ALIKE for odd in odds}
_ODD = lazily("[" + re.escape("".join(odds for _, odds in _ALIKE)) + "]")
_BLANKS = "\t\n\r\x0b\x0c"


def _same_length(prose: str) -> str:
    lower = prose.lower()
    if len(lower) != len(prose):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in prose)
    if lower.isascii():
        lower = lower.replace("`", "'")
        for blank in _BLANKS:
            lower = lower.replace(blank, " ")
        return lower
    return _ODD.sub(lambda found: _TABLE[ord(found[0])], lower)


_UNTIDY = lazily(
    r"(?P<hidden>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)"
    r"|(?P<blanks> {2,})|(?P<dots>…)|(?P<letter>[a-z])(?P=letter){2,}"
)


_TRIPLES = tuple(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz")


def _is_tidy(text: str) -> bool:
    """Far cheaper than the pattern, for the many texts in which it finds nothing."""
    return text.isascii() and "  " not in text and not any(map(text.__contains__, _TRIPLES))


def _tidy(text: str) -> Iterator[Edit]:
    if _is_tidy(text):
        return
    for found in _UNTIDY.finditer(text):
        kind = found.lastgroup
        if kind == "letter":
            yield (*found.span(), _shorter(found["letter"], text, found.end()))
        else:
            yield (*found.span(), {"hidden": "", "blanks": " ", "dots": "..."}[kind or "hidden"])


def _shorter(letter: str, text: str, end: int) -> str:
    at_end = not text[end : end + 1].isalpha()
    if at_end and letter in "w":
        return text[end - 3 : end]
    return letter * 2 if letter in ("lsf" if at_end else "rlstpfm") else letter


_WORD = re.compile(r"(?<![\w'])[a-z][a-z+/-]*(?:'[a-z]+)?\+?")
_THANKS = lazily(r" for\b| so\b|[!.,]|\s*$")
_SO = lazily(r" (?:so|too|not|just|being|an?|the|such|over\w+|\w+ing)\b")


def _spell(text: str) -> Iterator[Edit]:
    if SPELLINGS.keys().isdisjoint(_WORD.findall(text)):
        return
    for found in _WORD.finditer(text):
        plain = SPELLINGS.get(found[0])
        if plain is None or _other_word(found[0], text, found.end()):
            continue
        if found[0] == "ur" and _SO.match(text, found.end()):
            plain = "you're"
        yield (*found.span(), plain)


def _other_word(word: str, text: str, end: int) -> bool:
    """`r` and `u` are letters too ("r&d", "u.s.", "r/advice"), and Ty is a name."""
    if word == "ty" and not _THANKS.match(text, end):
        return True
    return len(word) <= 2 and text[end : end + 1] in ("&", ".", "/", "(", "=", "_", "-")


_ADVERBS = lazily(r"\b(?:(?:" + "|".join(ADVERBS) + r"),? )+(?=[a-z])")
_ASIDES = lazily(r"(?<=\w)(?:, (?:" + "|".join(ASIDES + ADVERBS) + r"))+, (?=[a-z])")
_ADVERB, _ASIDE = frozenset(ADVERBS), frozenset(ASIDES + ADVERBS)


_LETTERS = re.compile("[a-z]+")


def _set_aside(text: str) -> Iterator[Edit]:
    if not _ASIDE.isdisjoint(text.split(", ")[1:-1]):
        for found in _ASIDES.finditer(text):
            yield (*found.span(), " ")
    if not _ADVERB.isdisjoint(_LETTERS.findall(text)):
        for found in _ADVERBS.finditer(text):
            yield (*found.span(), "")


def aside_words(prose: str) -> list[str]:
    """The words of a text that the fold sets aside because commas set them off."""
    found = " ".join(each[0] for each in _ASIDES.finditer(_same_length(prose)))
    return [word.strip() for word in found.split(",") if word.strip()]


_BE = r"(?P<be>he|she|it|that|there|what|who|where|how|here)"
_PAIR = re.compile(
    r"\b(?:"
    r"i (?P<am>am)|(?:you|we|they) (?P<are>are(?:n't| not)?)|(?:i|you|we|they)(?P<have> have(?! not))"
    r"|" + _BE + r" (?P<is>is(?:n't| not)?)"
    r"|(?:i|you|he|she|it|we|they|that|who)(?: (?P<will>will)(?! not)| (?P<would>would)(?! not))"
    r"|(?:i|you|we|they)(?P<haven>(?:'ve| have) not)|(?:i|you|he|she|it|we|they)(?P<wont>(?:'ll| will) not)"
    r"|(?:i|you|he|she|it|we|they)(?P<wouldnt>(?:'d| would) not)"
    r"|(?:do|does|did|is|are|was|were|has|had|have|would|could|should|must|need|might)(?P<not> not)"
    r"|(?P<cannot>can not)|(?P<willnot>will not)|let(?P<lets> us)"
    r")\b"
)
_SECOND = (" am", " are", " have", " is", " will", " would", " not", " us")
"""What every pair holds."""
_SHORT = {
    "am": "'m", "will": "'ll", "would": "'d", "have": "'ve", "haven": " haven't", "wont": " won't",
    "wouldnt": " wouldn't", "not": "n't", "cannot": "can't", "willnot": "won't", "lets": "'s",
}  # fmt: skip


def _contract(text: str) -> Iterator[Edit]:
    if not any(map(text.__contains__, _SECOND)):
        return
    for found in _PAIR.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span(kind)
        if kind in ("are", "is"):
            short = "'re" if kind == "are" else "'s"
            yield start - 1, end, short + (" not" if end - start > 3 else "")
        else:
            yield start - (kind in ("am", "will", "would")), end, _SHORT[kind]


_PASSES = (_tidy, _spell, _set_aside, _contract)


def _rewrite(text: str, edits: list[Edit]) -> tuple[str, tuple[Run, ...]]:
    pieces: list[str] = []
    runs: list[Run] = []
    at = length = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        for source_end, piece in ((start, text[at:start]), (end, new)):
            if piece:
                runs.append(Run(length, len(piece), at, source_end - at))
                pieces.append(piece)
                length += len(piece)
            at = source_end
    if at < len(text):
        runs.append(Run(length, len(text) - at, at, len(text) - at))
        pieces.append(text[at:])
    return "".join(pieces), tuple(runs)
