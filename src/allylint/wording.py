"""The words that a message quotes: a match, grown to where a reader would have cut it."""

from allylint.lazily import lazily
from allylint.model import Span

_MOST_AFTER, _MOST_BEFORE, _FAR = 7, 3, 60
_OPEN = frozenset(
    "a an the my your his her our their its this that these those in on at of for to from with by "
    "into onto than as is are was were be been am 'm 're have has had do does did will would can "
    "could may might must should not never very so too all because if when then i you we he she "
    "they it who which how what some any".split()
)
"""Words after which a quotation breaks off."""
_LEADING = frozenset(
    "i i'm we we're you you're it it's that's he he's she she's they they're don't didn't doesn't "
    "do did am is are was were just really".split()
)
"""Words without which one may begin too late."""
_MIDWAY = frozenset(
    "'s 're 'm n't not don't didn't doesn't be being been mean want to of is are was were".split()
)
_WORD = lazily(r"[^\W_]+(?:['’-][^\W_]+)*|['’](?:s|re|m)\b")
_BREAK = lazily(r"[,;:.!?…—–()\[\]\"“”«»\n\x1a]")


def quotation(prose: str, span: Span) -> str:
    """A quotation for a message, on one line; an ellipsis stands for code and for a long middle."""
    words = prose[_begin(prose, span) : _end(prose, span)].replace("\x1a", "…").strip(" \n\t,;")
    words = " ".join(words.split())
    if len(words) <= 60:
        return words
    return f"{words[:40].rsplit(' ', 1)[0]} … {words[-15:].split(' ', 1)[-1]}"


def _end(prose: str, span: Span) -> int:
    """The clause's end, where the match breaks off shortly before it."""
    words = list(_WORD.finditer(prose, span.start, span.end))
    if words and prose[: words[-1].start()].endswith(("@", "#")):
        return span.end
    last = _plain([found[0] for found in words[-1:]])
    far = min(len(prose), span.end + _FAR)
    stop = _BREAK.search(prose, span.end, far)
    end = stop.start() if stop else far
    rest = _WORD.findall(prose, span.end, end)
    return end if last in _OPEN and len(rest) <= _MOST_AFTER else span.end


def _begin(prose: str, span: Span) -> int:
    """Before the pronoun or the verb, where the match begins right after it."""
    first = _plain(_WORD.findall(prose[span.start : span.end])[:1])
    start = span.start
    if first not in _MIDWAY:
        return start
    breaks = [found.end() for found in _BREAK.finditer(prose, max(0, start - _FAR), start)]
    clause = max(breaks, default=max(0, start - _FAR))
    for word in reversed(list(_WORD.finditer(prose, clause, start))[-_MOST_BEFORE:]):
        if _plain([word[0]]) not in _LEADING:
            break
        start = word.start()
    return start


def _plain(words: list[str]) -> str:
    return words[0].lower().replace("’", "'") if words else ""
