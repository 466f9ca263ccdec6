"""Makes the index of patterns: each by the rarest of what it needs."""

from collections.abc import Sequence
from functools import reduce
from sys import intern

from allylint.cache import packed
from allylint.index import Clause, Data, Need, Needs
from allylint.needs import load

_Entry = tuple[int, tuple[tuple[int, ...], ...]]
"""A pattern's number, and the numbers of the clauses that it needs besides, one way or another."""


def index_data(patterns: Sequence[Needs]) -> Data:
    """The index of patterns by their needs, as plain data."""
    made = _Maker()
    for number, needs in enumerate(patterns):
        made.add(number, needs)
    return made.data()


class _Maker:
    def __init__(self) -> None:
        self._words: dict[str, set[int]] = {}
        self._entries: dict[_Entry, int] = {}
        self._clauses: dict[Clause, int] = {}
        self._always: list[int] = []
        self._asked: list[int] = []
        """For each entry the clause of words that it asks for first; -1 where there are several ways."""

    def add(self, number: int, needs: Needs) -> None:
        """A pattern: by the clause that all its needs share, or by the rarest of each."""
        if not all(needs):
            self._always.append(number)
            return
        shared = reduce(frozenset.intersection, map(frozenset, needs))
        best = min(shared, key=load, default=None)
        if best is not None and load(best) <= sum(load(need[0]) for need in needs):
            self._enter(best, number, [_without(need, best) for need in needs])
            return
        for need in needs:
            self._enter(need[0], number, [need[1:]])

    def _enter(self, first: Clause, number: int, rest: Sequence[Need]) -> None:
        every = {tuple(map(self._number, need)) for need in rest}
        needs = () if () in every else tuple(sorted(every))
        at = self._entries.setdefault((number, needs), len(self._entries))
        if at == len(self._asked):
            plain = len(needs) == 1 and not _lettered(rest[0][0])
            self._asked.append(needs[0][0] if plain else -1)
        for word in first:
            self._words.setdefault(word, set()).add(at)

    def _number(self, clause: Clause) -> int:
        return self._clauses.setdefault(clause, len(self._clauses))

    def _post(self, word: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """The entries of a word, by the number of the clause that they ask for first, or -1."""
        groups: dict[int, list[int]] = {}
        for at in sorted(self._words[word]):
            groups.setdefault(self._asked[at], []).append(at)
        return tuple((first, tuple(numbers)) for first, numbers in groups.items())

    def data(self) -> Data:
        signs = {sign for clause in (*self._clauses, self._words) for sign in clause}
        return {
            "words": {intern(word): packed(self._post(word)) for word in sorted(self._words)},
            "entries": tuple(map(packed, self._entries)),
            "clauses": tuple(packed(_parted(clause)) for clause in self._clauses),
            "stems": tuple(sorted(s for s in signs if s[-1] == "*" and s[0] != "~")),
            "letters": tuple(sorted(word for word in self._words if word[0] == "~")),
            "always": tuple(self._always),
        }


def _lettered(clause: Clause) -> bool:
    return any(sign[0] == "~" for sign in clause)


def _parted(clause: Clause) -> tuple[frozenset[str], tuple[str, ...]]:
    """Its words, and the letters that may stand anywhere."""
    letters = sorted(sign[1:] for sign in clause if sign[0] == "~")
    return frozenset(intern(sign) for sign in clause if sign[0] != "~"), tuple(letters)


def _without(need: Need, clause: Clause) -> Need:
    return tuple(each for each in need if each != clause)
