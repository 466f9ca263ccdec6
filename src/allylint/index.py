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
ANYTHING = (((), ()),)
"""What an entry needs that needs nothing besides."""

Data = dict[str, Any]
"""Few long texts, which are read sooner than many short ones, joined by commas: the `words` that wake
patterns; for each of them the numbers of its entries, in `posts`; `entries`, where `7 3 12;9` is pattern
7 if clauses 3 and 12 are met or clause 9 is; `clauses`, each of words. And what a word can't be:
`letters`, which `~0`, `~1` … stand for; and the patterns that are `always` awake."""


_Mixed = tuple[Clause, tuple[str, ...]]
"""A clause of words and of letters that stand anywhere."""
_Need = tuple[tuple[Clause, ...], tuple[_Mixed, ...]]
"""The clauses of words alone, which are tried first, and the others."""
Entry = tuple[int, str, tuple[_Need, ...]]
"""A pattern's number, the word that wakes it, and what else it needs."""
Woken = dict[int, set[str]]
"""Patterns by number, and the words that wake them: every match holds one of these."""
EMPTY: Data = {
    "words": "", "posts": "", "entries": "", "clauses": "", "stems": "", "letters": [], "always": [],
}  # fmt: skip


def _met(needs: tuple[_Need, ...], words: Collection[str], text: str) -> bool:
    """Whether one of the needs is met by these words, in this text."""
    for plain, mixed in needs:
        for clause in plain:
            if clause.isdisjoint(words):
                break
        else:
            if not mixed or all(_holds(clause, words, text) for clause in mixed):
                return True
    return False


def _holds(clause: _Mixed, words: Collection[str], text: str) -> bool:
    return not clause[0].isdisjoint(words) or any(letters in text for letters in clause[1])


class Index:
    """Patterns by number; an entry is read when a word first wakes it."""

    def __init__(self, data: Data) -> None:
        words, posts = data["words"].split(","), data["posts"].split(",")
        self._words: dict[str, str] = dict(zip(words, posts, strict=True))
        self._wakers = frozenset(words)
        self._entries: list[str] = data["entries"].split(",")
        self._clauses: list[str] = data["clauses"].split(",")
        self._always: list[int] = data["always"]
        self._letters: list[str] = data["letters"]
        signs = enumerate(self._letters)
        self._waking = [(f"~{at}", each) for at, each in signs if f"~{at}" in self._wakers]
        self._stems = frozenset(data["stems"].split(",") if data["stems"] else ())
        self._shortest = min(map(len, self._stems), default=1) - 1
        self._longest = max(map(len, self._stems), default=0) - 1
        self._posted: dict[str, list[tuple[int, tuple[_Need, ...]]]] = {}
        self._read: dict[str, tuple[int, tuple[_Need, ...]]] = {}
        self._known: dict[str, _Mixed] = {}
        self._seen: set[str] = set()
        self._stems_of: dict[str, tuple[str, ...]] = {}

    def awake(self, text: Tokens) -> Woken:
        """The patterns that may match, and the words that wake them."""
        return woken(self.entries(text))

    def entries(self, text: Tokens) -> list[Entry]:
        """What wakes the patterns that may match."""
        words, letters = self._signs(text), text.text
        found: list[Entry] = [(number, "", ANYTHING) for number in self._always]
        for word in words & self._wakers:
            for number, needs in self._posted.get(word) or self._post(word):
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
        if not (self._stems or self._waking):
            return text.words
        words = set(text.words)
        if self._stems:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
                self._stems_of.clear()
            for word in text.words - self._seen:
                self._learn(word)
            for word in self._stems_of.keys() & text.words:
                words.update(self._stems_of[word])
        words.update([sign for sign, letters in self._waking if letters in text.text])
        return words

    def _learn(self, word: str) -> None:
        """Which beginnings that patterns ask for a word has."""
        ends = range(self._shortest, min(len(word), self._longest) + 1)
        stems = tuple(stem for end in ends if (stem := word[:end] + "*") in self._stems)
        self._seen.add(word)
        if stems:
            self._stems_of[word] = stems

    def _post(self, word: str) -> list[tuple[int, tuple[_Need, ...]]]:
        self._posted[word] = [self._entry(at) for at in self._words[word].split()]
        return self._posted[word]

    def _entry(self, at: str) -> tuple[int, tuple[_Need, ...]]:
        if at not in self._read:
            number, _, rest = self._entries[int(at)].partition(" ")
            self._read[at] = int(number), tuple(map(self._need, rest.split(";")))
        return self._read[at]

    def _need(self, said: str) -> _Need:
        clauses = list(map(self._clause, said.split()))
        return tuple(words for words, letters in clauses if not letters), tuple(
            clause for clause in clauses if clause[1]
        )

    def _clause(self, number: str) -> _Mixed:
        if number not in self._known:
            signs = self._clauses[int(number)].split(" ")
            letters = tuple(self._letters[int(sign[1:])] for sign in signs if sign[0] == "~")
            words = (
                frozenset(sign for sign in signs if sign[0] != "~") if letters else frozenset(signs)
            )
            self._known[number] = (words, letters)
        return self._known[number]


def woken(entries: Iterable[Entry]) -> Woken:
    """The patterns that these entries wake."""
    found: Woken = {}
    for number, word, _ in entries:
        found.setdefault(number, set()).add(word)
    return found


_REMEMBERED = 10_000
"""Words whose beginnings are remembered."""
