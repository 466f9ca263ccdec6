"""What a phrase becomes: one pattern over folded text, and the literals that it can't do without."""

import re
from functools import cached_property
from typing import NamedTuple

from allylint.joined import APART, JOINED, apart
from allylint.phrases import Gap, Group, Node, Sequence, Slot, Stop, Word
from allylint.required import Lists, node_literals

_BETWEEN = '"?,?"? "?'
_GAP = r"(?:,? [\w'-]+){0,3}?"
_LEAD_INS = "and|but|so|well|ok|okay|oh|ah|look|hey|no|yes|yeah|hmm|lol|also|then|now|again"
_EDGES = {
    "start": rf"(?<=(?:^|[.!?:;—(][\"')*_]* )[^\w.]{{0,4}}(?:(?:{_LEAD_INS})\b[^\w.]{{1,3}}){{0,2}})",
    "end": r"(?=[\s\"')*_]*(?:$|[.!?;:—(]|[^\w\s,'\"(\[@&/-]))",
    "word": r"[\w'-]+",
}


class Here(NamedTuple):
    """What a phrase is written out with: its lists, and a text whose absent words are left out."""

    lists: Lists
    text: str | None = None

    def present(self, options: tuple[Sequence, ...]) -> tuple[Sequence, ...]:
        """The options that the text may hold. Raises Absent where there is none."""
        if self.text is None:
            return options
        kept = tuple(option for option in options if self.may_hold(self.lists.needs(option)))
        if not kept:
            raise Absent
        return kept

    def may_hold(self, literals: frozenset[str] | None) -> bool:
        """Whether the text holds one of these, if they matter."""
        text = self.text
        return literals is None or text is None or any(word in text for word in literals)


class Absent(Exception):
    """A text holds nothing of what a phrase needs."""


class Pattern:
    """A pattern in the dialect of `regex`; what it needs at least one of (None: not known)."""

    def __init__(self, phrase: Sequence, lists: Lists) -> None:
        self._phrase, self._lists = phrase, lists
        self.literals = lists.needs(phrase)

    @cached_property
    def text(self) -> str:
        """The whole pattern, with every word of its lists."""
        return self._written(Here(self._lists))

    def narrowed(self, text: str) -> str | None:
        """The pattern for one folded text, its lists cut to the words there; None: no match."""
        here = Here(self._lists, text)
        if not all(here.may_hold(node_literals(node, self._lists)) for node in self._phrase):
            return None
        try:
            return self._written(here)
        except Absent:
            return None

    def _written(self, here: Here) -> str:
        return rf"(?<![\w-]){_emit(self._phrase, here, lead=False)}(?!\w|-\w)"


class RegexPattern(Pattern):
    """A pattern that was written as a regular expression."""

    def __init__(self, text: str) -> None:
        self.__dict__["text"] = text
        self.literals = None

    def narrowed(self, text: str) -> str | None:  # noqa: ARG002
        """The pattern as it is."""
        return self.text


def compile_phrase(phrase: Sequence, lists: Lists) -> Pattern:
    """One phrase's pattern; optional parts are captured as `open`, for the voice stage."""
    return Pattern(phrase, lists)


def _emit(sequence: Sequence, here: Here, lead: bool) -> str:
    out = ""
    for at, node in enumerate(sequence):
        if isinstance(node, Group) and node.optional and not lead:
            rest = sequence[at + 1 :]
            without = _emit(rest, here, lead=False)
            try:
                first = _choice(node.options, here, lead=False)
            except Absent:
                return out + without
            return f"{out}(?:(?P<open>{first}){_emit(rest, here, lead=True)}|{without})"
        out += _node(node, here, lead)
        lead = lead or not (isinstance(node, Slot) and node.name in ("start", "end"))
    return out


def _node(node: Node, here: Here, lead: bool) -> str:
    match node:
        case Word():
            return _word(node, lead)
        case Group(options, True):
            try:
                return f"(?P<open>{_choice(options, here, lead)})?"
            except Absent:
                return ""
        case Group(options, _):
            return _choice(options, here, lead)
        case Slot("start" | "end" as edge):
            return (_BETWEEN if lead and edge == "start" else "") + _EDGES[edge]
        case Slot("word"):
            return (_BETWEEN if lead else "") + _EDGES["word"]
        case Slot(name):
            return _choice(here.lists.items[name], here, lead)
        case Gap():
            return _GAP
        case Stop(char):
            return " ?" + re.escape(char)


def _choice(options: tuple[Sequence, ...], here: Here, lead: bool) -> str:
    plain, parts = set(), []
    for option in here.present(options):
        if len(option) == 1 and _is_plain(option[0]):
            plain.add(_word(option[0], False))
            continue
        try:
            parts.append(_emit(option, here, lead))
        except Absent:
            continue
    if not plain and not parts:
        raise Absent
    if plain:
        words = "|".join(sorted(plain, key=lambda word: (-len(word), word)))
        parts.append((_BETWEEN if lead else "") + (f"(?:{words})" if len(plain) > 1 else words))
    parts.sort(key=len, reverse=True)
    return f"(?:{'|'.join(parts)})" if len(parts) > 1 else parts[0]


def _is_plain(node: Node) -> bool:
    return isinstance(node, Word) and len(apart(node.text)) == 1 and node.text not in JOINED


def _word(word: Node, lead: bool) -> str:
    assert isinstance(word, Word)
    if word.stem:
        return (_BETWEEN if lead else "") + re.escape(word.text) + r"[\w'-]*"
    out = ""
    for part in apart(word.text):
        alone = APART.get(part, re.escape(part).replace("\\-", "-").replace("\\'", "'"))
        spaced = (_BETWEEN if lead else "") + alone
        out += f"(?:{JOINED[part]}|{spaced})" if lead and part in JOINED else spaced
        lead = True
    return out
