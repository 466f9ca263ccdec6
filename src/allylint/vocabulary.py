"""A rule's words made ready: its lists, and sets of phrases that can be looked for."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from allylint.index import Needs
from allylint.indexing import index_data
from allylint.misspelt import Misspelt
from allylint.needs import Lists
from allylint.nodes import BUILT_IN, Group, Not, Sequence, Slot, Stop
from allylint.pattern import Pattern, PhrasePattern, Phrases, RegexPattern
from allylint.phrases import DEEPEST, PhraseError, numbered_phrases, parse_phrases
from allylint.program import Book, Program, Table
from allylint.regexes import read_regex
from allylint.regexneeds import needs_of
from allylint.tables import Tables

Made = dict[str, Any]
"""Phrases of a field and regular expressions as plain data, and their index."""


class Vocabulary:
    """Named lists, parsed; rule files' own lists stand before those that all share."""

    def __init__(self, own: Mapping[str, list[str]], shared: "Vocabulary | None" = None) -> None:
        self._lists: dict[str, tuple[Sequence, ...]] = dict(shared._lists) if shared else {}
        names = frozenset(self._lists) | frozenset(own)
        waiting = {name: self._parse(name, items, names) for name, items in own.items()}
        self._lists |= waiting
        depths: dict[str, int] = {}
        for name in own:
            self._depth(name, (), depths)
        same = shared is not None and shared._lists.keys().isdisjoint(own)
        self._needs = Lists(self._lists)
        self._tables = Tables(self._lists, shared.book if shared and same else None)
        self._own = tuple(own if same or shared is None else self._lists)
        self.made: dict[str, Made] = {}
        """The phrases of the fields that were read, as plain data."""

    def phrases(self, text: str, path: tuple[str | int, ...], regex: Iterable[str] = ()) -> Phrases:
        """The phrases of a field, one a line, and regular expressions. Raises Misspelt."""
        try:
            numbered = list(numbered_phrases(text, frozenset(self._lists)))
            parsed = [phrase for _, phrase in numbered]
            needs = [self._needs.needs(phrase) for phrase in parsed]
            if path[0] == "any":
                _refuse_wordless(numbered, needs)
            if path[0] == "near":
                _refuse_marks(numbered)
            patterns = [self._pattern(phrase) for phrase in parsed]
        except PhraseError as slip:
            raise Misspelt(path, slip) from None
        texts = [read_regex(each, ("regex", at)) for at, each in enumerate(regex)]
        needs += map(needs_of, texts)
        index = index_data(needs)
        phrases = [(each.steps, each.reach) for each in patterns]
        self.made[str(path[0])] = {"phrases": phrases, "regex": texts, "index": index}
        every: tuple[Pattern, ...] = (*patterns, *map(RegexPattern, texts))
        return Phrases(lambda: every, lambda: index, tuple(needs))

    def _pattern(self, phrase: Sequence) -> "WrittenPhrase":
        return WrittenPhrase(phrase, self._needs.reach(phrase), self._tables)

    @property
    def book(self) -> Book:
        """Its lists, ready to walk."""
        return self._tables.book

    def own_lists(self) -> dict[str, Table]:
        """Its own lists as plain data; all, where they say otherwise what others lean on."""
        return {name: self._tables[name] for name in self._own}

    def _parse(self, name: str, items: list[str], names: frozenset[str]) -> tuple[Sequence, ...]:
        if name in BUILT_IN:
            slip = PhraseError(1, 1, f"`<{name}>` has a meaning of its own.", "Name it otherwise.")
            raise Misspelt(("lists", name), slip)
        parsed: list[Sequence] = []
        for at, item in enumerate(items):
            try:
                found = list(parse_phrases(item, names))
            except PhraseError as slip:
                raise Misspelt(("lists", name, at), slip) from None
            if not found:
                raise Misspelt(("lists", name, at), PhraseError(1, 1, "this word is empty."))
            parsed.extend(found)
        if not parsed:
            raise Misspelt(("lists", name), PhraseError(1, 1, "this list is empty."))
        return tuple(parsed)

    def _depth(self, name: str, above: tuple[str, ...], known: dict[str, int]) -> int:
        """How many lists stand within each other. Raises Misspelt for too many, and for a loop."""
        if name in above:
            slip = PhraseError(1, 1, f"the list `{name}` holds itself.", "Lists may not go round.")
            raise Misspelt(("lists", above[0]), slip)
        if name not in known and len(above) <= DEEPEST:
            inner = set(_slots(self._lists.get(name, ())))
            within = (*above, name)
            known[name] = max((self._depth(each, within, known) + 1 for each in inner), default=0)
        if len(above) + known.get(name, 0) > DEEPEST:
            slip = PhraseError(1, 1, f"lists stand more than {DEEPEST} levels deep here.")
            raise Misspelt(("lists", (*above, name)[0]), slip)
        return known[name]


class WrittenPhrase(PhrasePattern):
    """A phrase that still knows how it was written."""

    def __init__(self, phrase: Sequence, reach: int, tables: Tables) -> None:
        self.phrase, self.tables = phrase, tables
        super().__init__(lambda: self.steps, reach, tables.book)

    @cached_property
    def steps(self) -> Program:
        """Its steps, as plain data."""
        return self.tables.steps(self.phrase)


def _refuse_wordless(numbered: list[tuple[int, Sequence]], needs: list[Needs]) -> None:
    """Raises PhraseError for a phrase that any words would match, the end of one broken in two mostly."""
    for (number, _), need in zip(numbered, needs, strict=True):
        if not all(need):
            instead = "One must; a phrase goes on in the next line where that is set in."
            raise PhraseError(number, 1, "no word has to stand in this phrase.", instead)


def _refuse_marks(numbered: list[tuple[int, Sequence]]) -> None:
    """Raises PhraseError for marks alone, beside which no word would be looked for."""
    for number, phrase in numbered:
        if all(isinstance(node, Stop) for node in phrase):
            instead = "`<word> !!!` is any word before them."
            raise PhraseError(number, 1, "no word has to stand in this phrase.", instead)


def _slots(sequences: tuple[Sequence, ...]) -> Iterator[str]:
    for sequence in sequences:
        for node in sequence:
            if isinstance(node, Slot | Not):
                yield node.name
            elif isinstance(node, Group):
                yield from _slots(node.options)
