"""Which of many patterns a text may match: found by words that each cannot match without.

With the index and without it the findings are the same. It is plain data, so that it can be kept.
"""

import marshal
from collections.abc import Iterable, Sequence, Set
from typing import Any

from allylint.tokens import Tokens

Clause = frozenset[str]
"""Words of which one must be there; `apologiz*` is any that begins so, `~n't` letters anywhere."""
Need = tuple[Clause, ...]
"""Clauses that must all be met."""
Needs = tuple[Need, ...]
"""Needs of which one must be met; where nothing is known, there is one that asks for nothing."""
NOTHING: Needs = ((),)
ANYTHING = (((), ()),)
"""What an entry needs that needs nothing besides."""

Data = dict[str, Any]
"""Plain data, most of it read when a word first asks for it. For each of the `words` that wake patterns
the numbers of its entries, by the clause that they ask for first; `entries`, each a pattern's number and
what it needs besides, as numbers of clauses; `clauses`, each of words and of letters that may stand
anywhere; the `stems` that stand in any of these, the `letters` that wake patterns, and the patterns that
are `always` awake."""


_Mixed = tuple[Clause, tuple[str, ...]]
"""A clause of words and of letters that stand anywhere."""
_Need = tuple[tuple[Clause, ...], tuple[_Mixed, ...]]
"""The clauses of words alone, which are tried first, and the others."""
_Needing = tuple[int, tuple[_Need, ...]]
"""A pattern's number, and what it needs."""
Entry = tuple[int, str, tuple[_Need, ...]]
"""A pattern's number, the word that wakes it, and what else it needs."""
Woken = dict[int, set[str]]
"""Patterns by number, and the words that wake them: every match holds one of these."""
EMPTY: Data = {
    "words": {}, "entries": (), "clauses": (), "stems": (), "letters": (), "always": (),
}  # fmt: skip


def _met(needs: tuple[_Need, ...], words: Set[str], text: str) -> bool:
    """Whether one of the needs is met by these words, in this text."""
    for plain, mixed in needs:
        for clause in plain:
            if clause.isdisjoint(words):
                break
        else:
            if not mixed or all(_holds(clause, words, text) for clause in mixed):
                return True
    return False


def _holds(clause: _Mixed, words: Set[str], text: str) -> bool:
    return not clause[0].isdisjoint(words) or any(letters in text for letters in clause[1])


class Index:
    """Patterns by number; an entry is read when a word first wakes it."""

    def __init__(self, data: Data) -> None:
        self._words: dict[str, bytes] = data["words"]
        self._wakers = data["words"].keys()
        self._entries: Sequence[bytes] = data["entries"]
        self._clauses: Sequence[bytes] = data["clauses"]
        self._always: Sequence[int] = data["always"]
        self._letters = [(sign, sign[1:]) for sign in data["letters"]]
        self._stems = frozenset(data["stems"])
        self._shortest = min(map(len, self._stems), default=1) - 1
        self._longest = max(map(len, self._stems), default=0) - 1
        self._posted: dict[str, list[_Group]] = {}
        self._read: dict[int, _Needing] = {}
        self._known: dict[int, _Mixed] = {}
        self._learnt: tuple[set[str], dict[str, tuple[str, ...]]] = (set(), {})
        """Words that were seen, and the beginnings that patterns ask for of those that have any."""

    def awake(self, text: Tokens) -> Woken:
        """The patterns that may match, and the words that wake them."""
        return woken(self.entries(text))

    def entries(self, text: Tokens) -> list[Entry]:
        """What wakes the patterns that may match."""
        words, letters = self._signs(text), text.text
        found: list[Entry] = [(number, "", ANYTHING) for number in self._always]
        for word in words & self._wakers:
            for group in self._posted.get(word) or self._post(word):
                if group.clause is None or not group.clause.isdisjoint(words):
                    for number, needs in group.entries or self._fill(group):
                        if _met(needs, words, letters):
                            found.append((number, word, needs))
        return found

    def still(self, entries: Sequence[Entry], text: Tokens) -> list[Entry]:
        """Those entries that wake a pattern in this part of the text too."""
        words, letters = self._signs(text), text.text
        return [
            entry for entry in entries
            if (entry[1] in words or not entry[1]) and _met(entry[2], words, letters)
        ]  # fmt: skip

    def _signs(self, text: Tokens) -> set[str]:
        """The words of a text, and the beginnings and letters that wake patterns."""
        if not (self._stems or self._letters):
            return text.words
        more = [sign for sign, letters in self._letters if letters in text.text]
        if self._stems:
            seen, stems_of = self._learnt
            if len(seen) > _REMEMBERED:
                seen, stems_of = self._learnt = set(), {}
            for word in text.words - seen:
                if stems := self._stems_in(word):
                    stems_of[word] = stems
                seen.add(word)
            for word in stems_of.keys() & text.words:
                more += stems_of[word]
        return text.words.union(more) if more else text.words

    def _stems_in(self, word: str) -> tuple[str, ...]:
        """The beginnings of a word that patterns ask for."""
        ends = range(self._shortest, min(len(word), self._longest) + 1)
        return tuple(stem for end in ends if (stem := word[:end] + "*") in self._stems)

    def _post(self, word: str) -> "list[_Group]":
        said = marshal.loads(self._words[word])
        self._posted[word] = [
            _Group(None if first < 0 else self._clause(first)[0], at) for first, at in said
        ]
        return self._posted[word]

    def _fill(self, group: "_Group") -> "list[_Needing]":
        group.entries = list(map(self._entry, group.numbers))
        return group.entries

    def _entry(self, at: int) -> "_Needing":
        if at not in self._read:
            number, needs = marshal.loads(self._entries[at])
            self._read[at] = number, tuple(map(self._need, needs)) or ANYTHING
        return self._read[at]

    def _need(self, numbers: Sequence[int]) -> _Need:
        clauses = list(map(self._clause, numbers))
        plain = tuple([words for words, letters in clauses if not letters])
        return plain, tuple([clause for clause in clauses if clause[1]])

    def _clause(self, number: int) -> _Mixed:
        if number not in self._known:
            self._known[number] = marshal.loads(self._clauses[number])
        return self._known[number]


class _Group:
    """Entries of a word that ask for the same clause first, if that is the only way; read when it is met."""

    __slots__ = ("clause", "entries", "numbers")

    def __init__(self, clause: Clause | None, numbers: Sequence[int]) -> None:
        self.clause, self.numbers = clause, numbers
        self.entries: list[_Needing] = []


def woken(entries: Iterable[Entry]) -> Woken:
    """The patterns that these entries wake."""
    found: Woken = {}
    for number, word, _ in entries:
        found.setdefault(number, set()).add(word)
    return found


_REMEMBERED = 1_000
"""Words whose beginnings are remembered."""
