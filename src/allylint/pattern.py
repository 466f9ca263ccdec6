"""What a phrase becomes: one pattern over folded text, and the literals that it can't do without."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from allylint.phrases import Gap, Group, Node, Sequence, Slot, Stop, Word

_BETWEEN = r'[,"*_]{0,2} [("*_]?'
_GAP = r"(?:,? [^\s.!?;:,]+){0,3}?"
_LEAD_INS = "and|but|so|well|ok|okay|oh|ah|look|hey|no|yes|yeah|hmm|lol|also|then|now|again"
_EDGES = {
    "start": rf"(?<=(?:^|[.!?:;—(][\"')*_]* )[^\w.]{{0,4}}(?:(?:{_LEAD_INS})\b[^\w.]{{1,3}}){{0,2}})",
    "end": r"(?=[\s\"')*_]*(?:$|[.!?;:—(]|[^\w\s,'\"(\[@&/-]))",
    "word": r"[^\s.!?;:,]+",
}
# An auxiliary may have run together with the word before it: "i'm", "don't", "won't".
_JOINED = {
    "am": "'m", "are": "'re", "is": "'s", "has": "'s", "have": "'ve", "will": "'ll", "would": "'d",
    "had": "'d", "not": "n't", "'s": "'s", "'d": "'d", "us": "'s",
}  # fmt: skip
_APART = {
    "'s": "(?:is|has)",
    "'d": "(?:would|had)",
    "will": "(?:will|wo(?=n't))",
    "can": "(?:can|ca(?=n't))",
}
_RUN_TOGETHER = re.compile(
    r"(?P<stem>.+?)(?P<end>n't|'m|'re|'ve|'ll|'d|(?<=^he|it)'s|(?<=^(?:she|who|how))'s"
    r"|(?<=^(?:that|what|here))'s|(?<=^(?:there|where))'s)$"
)
_FULL = {
    "n't": "not",
    "'m": "am",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "'d",
    "'s": "'s",
}
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}


class Pattern(NamedTuple):
    """A pattern in the dialect of `regex`; what it needs at least one of (None: not known)."""

    text: str
    literals: frozenset[str] | None


class Lists(NamedTuple):
    """Parsed lists by name, as slots use them."""

    items: Mapping[str, tuple[Sequence, ...]]


def compile_phrase(phrase: Sequence, lists: Lists) -> Pattern:
    """One phrase's pattern; optional parts are captured as `open`, for the voice stage."""
    body = _emit(phrase, lists, lead=False)
    return Pattern(rf"(?<![\w-]){body}(?!\w|-\w)", _literals(phrase, lists))


def _emit(sequence: Sequence, lists: Lists, lead: bool) -> str:
    out = ""
    for at, node in enumerate(sequence):
        if isinstance(node, Group) and node.optional and not lead:
            rest = sequence[at + 1 :]
            with_it = f"(?P<open>{_choice(node.options, lists, lead=False)}){_emit(rest, lists, lead=True)}"
            return f"{out}(?:{with_it}|{_emit(rest, lists, lead=False)})"
        out += _node(node, lists, lead)
        lead = lead or not (isinstance(node, Slot) and node.name in ("start", "end"))
    return out


def _node(node: Node, lists: Lists, lead: bool) -> str:
    match node:
        case Word():
            return _word(node, lead)
        case Group(options, optional):
            choice = _choice(options, lists, lead)
            return f"(?P<open>{choice})?" if optional else choice
        case Slot("start" | "end" as edge):
            return (_BETWEEN if lead and edge == "start" else "") + _EDGES[edge]
        case Slot("word"):
            return (_BETWEEN if lead else "") + _EDGES["word"]
        case Slot(name):
            return _choice(lists.items[name], lists, lead)
        case Gap():
            return _GAP
        case Stop(char):
            return " ?" + re.escape(char)


def _choice(options: tuple[Sequence, ...], lists: Lists, lead: bool) -> str:
    plain = {_word(o[0], False) for o in options if len(o) == 1 and _is_plain(o[0])}
    parts = [_emit(o, lists, lead) for o in options if not (len(o) == 1 and _is_plain(o[0]))]
    if plain:
        words = "|".join(sorted(plain, key=lambda word: (-len(word), word)))
        parts.append((_BETWEEN if lead else "") + (f"(?:{words})" if len(plain) > 1 else words))
    parts.sort(key=len, reverse=True)
    return f"(?:{'|'.join(parts)})" if len(parts) > 1 else parts[0]


def _is_plain(node: Node) -> bool:
    return isinstance(node, Word) and len(_apart(node.text)) == 1 and node.text not in _JOINED


def _word(word: Node, lead: bool) -> str:
    assert isinstance(word, Word)
    if word.stem:
        return (_BETWEEN if lead else "") + re.escape(word.text) + r"[\w'-]*"
    out = ""
    for part in _apart(word.text):
        apart = _APART.get(part, re.escape(part).replace("\\-", "-").replace("\\'", "'"))
        spaced = (_BETWEEN if lead else "") + apart
        out += f"(?:{_JOINED[part]}|{spaced})" if lead and part in _JOINED else spaced
        lead = True
    return out


@lru_cache(maxsize=4096)
def _apart(word: str) -> tuple[str, ...]:
    """`don't` is `do not` to a pattern, which takes both."""
    if found := _RUN_TOGETHER.match(word):
        stem = _IRREGULAR.get(found["stem"], found["stem"])
        return (stem, _FULL[found["end"]])
    return (word,)


_COMMON = frozenset(
    "a an the i you we he she it they me us my your our his her their this that these those to of in "
    "on at for with and or but so if as is are am was were be been do does did have has had will "
    "would can could not no just what who how when all any about from up out like get got".split()
)


def _literals(sequence: Sequence, lists: Lists) -> frozenset[str] | None:
    sets = [found for node in sequence if (found := _node_literals(node, lists)) is not None]
    return max(sets, key=_weight, default=None)


def _node_literals(node: Node, lists: Lists) -> frozenset[str] | None:
    match node:
        case Word(text, stem):
            parts = [part for part in _apart(text) if part not in _JOINED and part not in _APART]
            return frozenset({text} if stem else {max(parts, key=len)}) if parts else None
        case Group(options, False):
            return _all_of(options, lists)
        case Slot(name) if name in lists.items:
            return _all_of(lists.items[name], lists)
        case _:
            return None


def _all_of(options: tuple[Sequence, ...], lists: Lists) -> frozenset[str] | None:
    together: set[str] = set()
    for option in options:
        one = _literals(option, lists)
        if one is None:
            return None
        together |= one
    return frozenset(together)


def _weight(literals: frozenset[str]) -> tuple[bool, int, int]:
    """Rare words first, then long ones, then few."""
    return (not literals & _COMMON, min(map(len, literals)), -len(literals))
