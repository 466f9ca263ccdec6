"""Which of many patterns a text may match: found by words that each cannot match without.

With the index and without it the findings are the same. It is plain data, so that it can be kept.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from allylint.needs import NOTHING, Clause, Need, Needs, load, met
from allylint.tokens import Tokens

Data = dict[str, Any]
"""`words`: entries by the word that wakes them. `entries`: a pattern's number and what else must be
met: `7 3 12;9` is pattern 7, if clauses 3 and 12 or clause 9 are. `clauses`: words. `always`: patterns."""


Entry = tuple[int, str, Needs]
"""A pattern's number, the word that wakes it, and what else it needs."""
Woken = dict[int, set[str]]
"""Patterns by number, and the words that wake them: every match holds one of these."""
EMPTY: Data = {"words": {}, "entries": [], "clauses": [], "always": [], "letters": [], "stems": []}


class Index:
    """Patterns by number; an entry is read when a word first wakes it."""

    def __init__(self, data: Data) -> None:
        self._words: dict[str, str] = data["words"]
        self._entries: list[str] = data["entries"]
        self._clauses: list[str] = data["clauses"]
        self._always = frozenset(data["always"])
        self._letters = [(sign, sign[1:]) for sign in data["letters"]]
        self._stems = frozenset(data["stems"])
        self._shortest = min(map(len, self._stems), default=1) - 1
        self._longest = max(map(len, self._stems), default=0) - 1
        self._posted: dict[str, list[tuple[int, Needs]]] = {}
        self._read: dict[str, Clause] = {}
        self._stems_of: dict[str, tuple[str, ...]] = {}

    def awake(self, text: Tokens) -> Woken:
        """The patterns that may match, and the words that wake them."""
        return woken(self.entries(text))

    def entries(self, text: Tokens) -> list[Entry]:
        """What wakes the patterns that may match."""
        words = self._signs(text)
        found = [(number, "", NOTHING) for number in self._always]
        for word in words & self._words.keys():
            for number, needs in self._posted.get(word) or self._post(word):
                if met(needs, words):
                    found.append((number, word, needs))
        return found

    def still(self, entries: Sequence[Entry], text: Tokens) -> list[Entry]:
        """Those entries that wake a pattern in this part of the text too."""
        words = self._signs(text)
        return [
            entry for entry in entries
            if (entry[1] in words or not entry[1]) and met(entry[2], words)
        ]  # fmt: skip

    def _signs(self, text: Tokens) -> set[str]:
        """The words of a text, and the beginnings and letters that patterns ask for."""
        words = set(text.words)
        if self._stems:
            known = self._stems_of
            for word in text.words:
                stems = known.get(word)
                if stems is None:
                    stems = self._begins(word)
                if stems:
                    words.update(stems)
        words.update([sign for sign, letters in self._letters if letters in text.text])
        return words

    def _begins(self, word: str) -> tuple[str, ...]:
        ends = range(self._shortest, min(len(word), self._longest) + 1)
        stems = tuple(stem for end in ends if (stem := word[:end] + "*") in self._stems)
        if len(self._stems_of) > _REMEMBERED:
            self._stems_of.clear()
        self._stems_of[word] = stems
        return stems

    def _post(self, word: str) -> list[tuple[int, Needs]]:
        entries = (self._entries[int(at)] for at in self._words[word].split())
        self._posted[word] = [self._entry(entry) for entry in entries]
        return self._posted[word]

    def _entry(self, entry: str) -> tuple[int, Needs]:
        number, _, rest = entry.partition(" ")
        return int(number), tuple(
            tuple(map(self._clause, need.split())) for need in rest.split(";")
        )

    def _clause(self, number: str) -> Clause:
        if number not in self._read:
            self._read[number] = frozenset(self._clauses[int(number)].split("\n"))
        return self._read[number]


def woken(entries: Iterable[Entry]) -> Woken:
    """The patterns that these entries wake."""
    found: Woken = {}
    for number, word, _ in entries:
        found.setdefault(number, set()).add(word)
    return found


_REMEMBERED = 50_000
"""Words whose stems are remembered."""


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
        posted = {word: " ".join(map(str, sorted(set(at)))) for word, at in self._words.items()}
        return {
            "words": posted,
            "entries": list(self._entries),
            "clauses": ["\n".join(sorted(clause)) for clause in self._clauses],
            "always": self._always,
            "letters": sorted(sign for sign in signs if sign[0] == "~"),
            "stems": sorted(sign for sign in signs if sign[-1] == "*" and sign[0] != "~"),
        }


def _without(need: Need, clause: Clause) -> Need:
    return tuple(each for each in need if each != clause)
