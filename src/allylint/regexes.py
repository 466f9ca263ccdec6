"""Regular expressions in rule files: bounded before they are compiled, and folded text in mind."""

import re

from allylint.fold import fold_words
from allylint.misspelt import Misspelt
from allylint.pattern import compiled
from allylint.phrases import PhraseError
from allylint.search import TIMEOUT

LONGEST = 5_000
MOST_REPEATS = 1_000
_REPEAT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_ESCAPED = re.compile(r"\\(?:[pPN]\{[^}]*\}|[A-Z]|.)|\(\?P?[<&=][^>)]*[>)]|\[[^\]]*\]", re.DOTALL)
_WORDS = re.compile(r"[A-Za-z’‘“”'][A-Za-z’‘“”' ]*")


def read_regex(text: str, path: tuple[str | int, ...]) -> str:
    """The pattern, if it is within bounds and can match folded text. Raises Misspelt."""
    if len(text) > LONGEST:
        raise _slip(path, 1, f"this pattern is longer than {LONGEST:,} characters.")
    product = 1
    for found in _REPEAT.finditer(text):
        product *= max(1, int((found[2] or found[1])[:9]))
        if product > MOST_REPEATS:
            raise _slip(path, found.start() + 1, f"the repeats come to more than {MOST_REPEATS:,}.")
    if (nested := _depth(text)) > 50:
        raise _slip(path, 1, f"the parentheses are {nested} deep.", "50 is the most.")
    _refuse_unfolded(text, path)
    try:
        empty = compiled(text).match("", timeout=TIMEOUT)
    except (ValueError, RecursionError, OverflowError) as error:
        raise _slip(path, 1, f"this can't be read as a pattern: {error}.") from None
    except Exception as error:
        if type(error).__name__ != "error":
            raise
        at = getattr(error, "pos", 0) or 0
        what = getattr(error, "msg", error)
        raise _slip(path, at + 1, f"this can't be read as a pattern: {what}.") from None
    if empty:
        raise _slip(path, 1, "this pattern needs no words: it matches where nothing stands.")
    return text


def _depth(text: str) -> int:
    depth = deepest = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
    return deepest


def _refuse_unfolded(text: str, path: tuple[str | int, ...]) -> None:
    plain = _ESCAPED.sub(lambda found: "\0" * len(found[0]), text)
    for found in _WORDS.finditer(plain):
        words = found[0]
        whole = not plain[found.end() : found.end() + 1].strip("\0)|$ ") and (
            not plain[: found.start()][-1:].strip("\0(|:^ ")
        )
        folded = (
            fold_words(words)
            if whole
            else words.strip().lower().replace("’", "'").replace("‘", "'")
        )
        if words.strip() != folded.strip():
            raise _slip(path, found.start() + 1, f"no draft reads `{words.strip()}` once it is folded.",
                        f"Write `{folded}`." if folded else "Leave it out.")  # fmt: skip


def _slip(path: tuple[str | int, ...], column: int, what: str, instead: str = "") -> Misspelt:
    return Misspelt(path, PhraseError(1, column, what, instead))
