"""What a phrase cannot match without: literals of which a text must hold one."""

from collections.abc import Mapping
from functools import lru_cache

from allylint.phrases import Group, Node, Sequence, Slot, Word
from allylint.tokens import Tokens


class Lists:
    """Parsed lists by name, and what each phrase of theirs cannot match without."""

    def __init__(self, items: Mapping[str, tuple[Sequence, ...]]) -> None:
        self.items = items
        self._needs: dict[int, tuple[Sequence, frozenset[str] | None]] = {}
        self._slots: dict[str, frozenset[str] | None] = {}

    def slot(self, name: str) -> frozenset[str] | None:
        """The literals of a list, found once."""
        if name not in self._slots:
            self._slots[name] = _all_of(self.items[name], self)
        return self._slots[name]

    def needs(self, phrase: Sequence) -> frozenset[str] | None:
        """The literals of a phrase, found once; None where it may match without any."""
        if id(phrase) not in self._needs:
            self._needs[id(phrase)] = (phrase, _literals(phrase, self))
        return self._needs[id(phrase)][1]

    def others(self, phrase: Sequence) -> tuple[frozenset[str], ...]:
        """What else a phrase cannot match without: a few small sets, each of which must be met."""
        every = {found for node in phrase if (found := node_literals(node, self)) is not None}
        small = (found for found in every - {self.needs(phrase)} if len(found) <= _SMALL)
        return tuple(sorted(small, key=lambda found: (len(found), sorted(found))))


_SMALL = 24
"""Literals in a set that is worth asking for before a phrase is made ready."""
_COMMON = frozenset(
    "a an the i you we he she it they me us my your our his her their this that these those to of in "
    "on at for with and or but so if as is are am was were be been do does did have has had will "
    "would can could not no just what who how when all any about from up out like get got".split()
)


_SHORTENED = frozenset("am are is has have will would had not us can shall 's 'd".split())
"""Words that a text may hold in another shape: `I'm`, `won't`."""


def _literals(sequence: Sequence, lists: Lists) -> frozenset[str] | None:
    sets = [found for node in sequence if (found := node_literals(node, lists)) is not None]
    return max(sets, key=rarity, default=None)


def node_literals(node: Node, lists: Lists) -> frozenset[str] | None:
    """The literals that one part of a phrase cannot match without."""
    match node:
        case Word(text, stem):
            return _word_literals(text, stem)
        case Group(options, False):
            return _all_of(options, lists)
        case Slot(name) if name in lists.items:
            return lists.slot(name)
        case _:
            return None


@lru_cache(maxsize=16384)
def _word_literals(text: str, stem: bool) -> frozenset[str] | None:
    words = [token.word for token in Tokens(text).all if token.word not in _SHORTENED]
    return frozenset({text} if stem else {max(words, key=len)}) if words else None


def _all_of(options: tuple[Sequence, ...], lists: Lists) -> frozenset[str] | None:
    together: set[str] = set()
    for option in options:
        one = _literals(option, lists)
        if one is None:
            return None
        together |= one
    return frozenset(together)


def rarity(literals: frozenset[str]) -> tuple[bool, int, int]:
    """What makes a set of literals worth looking for: rare words, then long ones, then few."""
    return (not literals & _COMMON, min(map(len, literals)), -len(literals))
