"""Where markup sets words apart as words: an italic example, a bold phrase explained, a role's line."""

from allylint.lazily import lazily
from allylint.model import Block, Mark, Span

_INTRODUCED = lazily(
    r"(?:[:;→]|\be\.g\.|\b(?:say|write|type|like|as in|than|of)"
    r"|\b(?:reads?|sounds?|lands?|heard) as)\s*[\"“]?$"
)
_EXPLAINED = lazily(r"[\"”]?\s*(?:[:(—–→]|- |$)|\s*\n")
_SIDE_BY_SIDE = lazily(r"[,;/]?\s*(?:or|and)?\s*")
_SPOKEN_OF = lazily(
    r"[\"”.!?]?\s*(?:This|That|It|These words|They)(?: (?:phrase|sentence|line|question|answer|one))?"
    r" (?:tells?|says?|sounds?|reads?|asks?|puts?|makes?|turns?|implies|imply|suggests?|shifts?|centers?"
    r"|lands?|assumes?|treats?|dismiss(?:es)?|silences?|ends?|closes?|moves?|can|may|might)\b"
)
_ANSWER = lazily(r"\s*\n")
_CLOSED = lazily(r"[\"”]?\s*(?:$|[.!?;:()\]—–→|]|(?:or|nor|and|not|rather|instead|when)\b)")
_ROLE = lazily(r"(?:\s*\([^()\n]{0,60}\))?\s*:|:$")
_LABELS = frozenset(
    "note notes edit edited update ps p.s. tldr tl;dr warning important tip disclaimer context apology "
    "statement reply answer re my our the a to dear summary background question correction caveat first "
    "second third finally also clarification fyi nb thanks sorry edit2 response comment ask why what how "
    "conclusion reminder heads-up hint info point status title subject from for".split()
)
_ITEMS = ("item", "cell")


def mention_around(block: Block, span: Span) -> str:
    """The words of the markup that makes the span (of the block's prose) an example, or nothing."""
    for mark in block.marks:
        if mark.kind in ("emphasis", "strong", "link"):
            around = Span(mark.start, mark.end)
            if around.covers(span) and _is_example(block, mark):
                return block.prose[mark.start : mark.end]
            if mark.end <= span.start and _is_role(block, mark):
                return block.prose[mark.start : mark.end]
    return ""


def _is_example(block: Block, mark: Mark) -> bool:
    before, after = block.prose[: mark.start], block.prose[mark.end :]
    if _is_title(block.prose[mark.start : mark.end]) or _is_listed(block, mark):
        return True
    if not before.strip():
        if mark.kind == "strong" and block.prose[: mark.end].endswith("?") and _ANSWER.match(after):
            return True
        listed = block.kind in _ITEMS and _EXPLAINED.match(after)
        return bool(listed or _SPOKEN_OF.match(after))
    return bool(_INTRODUCED.search(before) and _CLOSED.match(after))


def _is_title(words: str) -> bool:
    """Three words or more, each with a capital: a book, a film, a page."""
    long = [word for word in words.split() if len(word) > 3]
    return (
        len(words.split()) >= 3
        and bool(long)
        and all(w[:1].isupper() and not w.isupper() for w in long)
    )


def _is_listed(block: Block, mark: Mark) -> bool:
    """Two stretches side by side, with no more than a comma or an "or" between them."""
    others = (other for other in block.marks if other.kind == mark.kind and other != mark)
    spans = ((min(mark.end, other.end), max(mark.start, other.start)) for other in others)
    return any(
        end < start and _SIDE_BY_SIDE.fullmatch(block.prose, end, start) for end, start in spans
    )


def _is_role(block: Block, mark: Mark) -> bool:
    """A line of a dialogue: the speaker's name stands first, in bold, before a colon."""
    if mark.kind != "strong" or block.prose[: mark.start].strip():
        return False
    name = block.prose[mark.start : mark.end]
    words = name.rstrip(":").split()
    named = len(words) <= 3 and all(word[:1].isupper() for word in words)
    named = named and _LABELS.isdisjoint(name.lower().rstrip(":").split())
    return named and bool(name.endswith(":") or _ROLE.match(block.prose, mark.end))
