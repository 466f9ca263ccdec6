"""Makes the index of patterns: each by the rarest of what it needs."""

from collections.abc import Iterable, Sequence
from functools import reduce

from allylint.index import Clause, Data, Need, Needs
from allylint.needs import load


def index_data(patterns: Sequence[Needs]) -> Data:
    """The index of patterns by their needs, as plain data."""
    made = _Maker()
    for number, needs in enumerate(patterns):
        made.add(number, needs)
    return made.data()


class _Maker:
    def __init__(self) -> None:
        self._words: dict[str, list[int]] = {}
        self._entries: dict[str, int] = {}
        self._clauses: dict[Clause, int] = {}
        self._always: list[int] = []

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

    def _enter(self, first: Clause, number: int, rest: Iterable[Need]) -> None:
        every = {" ".join(str(self._number(clause)) for clause in need) for need in rest}
        said = "" if "" in every else ";".join(sorted(every))
        at = self._entries.setdefault(f"{number} {said}", len(self._entries))
        for word in first:
            self._words.setdefault(word, []).append(at)

    def _number(self, clause: Clause) -> int:
        return self._clauses.setdefault(clause, len(self._clauses))

    def data(self) -> Data:
        signs = {sign for clause in (*self._clauses, self._words) for sign in clause}
        letters = {
            sign: f"~{at}" for at, sign in enumerate(sorted(s for s in signs if s[0] == "~"))
        }
        posts = (" ".join(map(str, sorted(set(entries)))) for entries in self._words.values())
        clauses = (sorted(letters.get(sign, sign) for sign in clause) for clause in self._clauses)
        return {
            "words": ",".join(letters.get(word, word) for word in self._words),
            "posts": ",".join(posts),
            "entries": ",".join(self._entries),
            "clauses": ",".join(map(" ".join, clauses)),
            "stems": ",".join(sorted(s for s in signs if s[-1] == "*" and s[0] != "~")),
            "letters": [sign[1:] for sign in letters],
            "always": self._always,
        }


def _without(need: Need, clause: Clause) -> Need:
    return tuple(each for each in need if each != clause)
