"""Which of many patterns a text may match: found by words that each cannot match without.

With the index and without it the findings are the same. It is plain data, so that it can be kept.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from allylint.tokens import Tokens

Clause = frozenset[str]
"""Words of which one must be there; `apologiz*` is any that begins so, `~n't` letters anywhere."""
Need = tuple[Clause, ...]
"""Clauses that must all be met."""
Needs = tuple[Need, ...]
"""Needs of which one must be met; where nothing is known, there is one that asks for nothing."""
NOTHING: Needs = ((),)

Data = dict[str, Any]
"""Few long texts, which are read sooner than many short ones, joined by commas: the `words` that wake
patterns; for each of them the numbers of its entries, in `posts`; `entries`, where `7 3 12;9` is pattern
7 if clauses 3 and 12 are met or clause 9 is; `clauses`, each of words. And what a word can't be:
`letters`, which `~0`, `~1` … stand for; and the patterns that are `always` awake."""


Entry = tuple[int, str, Needs]
"""A pattern's number, the word that wakes it, and what else it needs."""
Woken = dict[int, set[str]]
"""Patterns by number, and the words that wake them: every match holds one of these."""
EMPTY: Data = {
    "words": "", "posts": "", "entries": "", "clauses": "", "stems": "", "letters": [], "always": [],
}  # fmt: skip


def met(needs: Needs, words: Collection[str]) -> bool:
    """Whether one of the needs is met by these words."""
    for need in needs:
        for clause in need:
            if clause.isdisjoint(words):
                break
        else:
            return True
    return False


class Index:
    """Patterns by number; an entry is read when a word first wakes it."""

    def __init__(self, data: Data) -> None:
        words, posts = data["words"].split(","), data["posts"].split(",")
        self._words: dict[str, str] = dict(zip(words, posts, strict=True))
        self._wakers = frozenset(words)
        self._entries: list[str] = data["entries"].split(",")
        self._clauses: list[str] = data["clauses"].split(",")
        self._always: list[int] = data["always"]
        self._letters = [(f"~{at}", letters) for at, letters in enumerate(data["letters"])]
        self._stems = frozenset(data["stems"].split(",") if data["stems"] else ())
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
        for word in words & self._wakers:
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
        if not (self._stems or self._letters):
            return text.words
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
            self._read[number] = frozenset(self._clauses[int(number)].split(" "))
        return self._read[number]


def woken(entries: Iterable[Entry]) -> Woken:
    """The patterns that these entries wake."""
    found: Woken = {}
    for number, word, _ in entries:
        found.setdefault(number, set()).add(word)
    return found


_REMEMBERED = 10_000
"""Words whose stems are remembered."""
