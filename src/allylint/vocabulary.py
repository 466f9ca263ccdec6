"""A rule's words made ready: its lists, and sets of phrases that can be looked for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from allylint.literals import Literals
from allylint.misspelt import Misspelt
from allylint.pattern import Pattern, PhrasePattern, RegexPattern
from allylint.phrases import BUILT_IN, Group, PhraseError, Sequence, Slot, parse_phrases
from allylint.program import Book
from allylint.regexes import read_regex
from allylint.regexneeds import needs_of
from allylint.required import Lists
from allylint.search import Found
from allylint.sequences import data_of

Made = list[tuple[list[Any], list[str] | None, list[list[str]]]]


class Phrases:
    """A set of patterns; each is looked for where one of its literals is there."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns

    @cached_property
    def _always(self) -> list[int]:
        return [at for at, each in enumerate(self.patterns) if each.literals is None]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        by_word: dict[str, list[int]] = {}
        for at, each in enumerate(self.patterns):
            for word in each.literals or ():
                by_word.setdefault(word, []).append(at)
        return by_word

    @cached_property
    def _words(self) -> Literals:
        return Literals(self._by_word)

    def literals(self) -> frozenset[str] | None:
        """What a text must hold one of, or None where that is not known."""
        return None if self._always else frozenset(self._by_word)

    def find(self, text: str) -> Iterator[Found]:
        """Every match in folded text; raises TimeoutError where a search takes too long."""
        present = self._words.present(text)
        woken = sorted({at for word in present for at in self._by_word[word]})
        for at in (*self._always, *woken):
            yield from self.patterns[at].find(text)

    def first(self, text: str) -> str:
        """The words of the first match, or nothing."""
        found = next(self.find(text), None)
        return "" if found is None else found.words


NONE = Phrases(())


class Vocabulary:
    """Named lists, parsed; rule files' own lists stand before those that all share."""

    def __init__(self, own: Mapping[str, list[str]], shared: "Vocabulary | None" = None) -> None:
        self._lists: dict[str, tuple[Sequence, ...]] = dict(shared._lists) if shared else {}
        names = frozenset(self._lists) | frozenset(own)
        waiting = {name: self._parse(name, items, names) for name, items in own.items()}
        self._lists |= waiting
        for name in own:
            self._refuse_loops(name, ())
        self._needs, self._book = Lists(self._lists), Book(self._lists)
        self._own = tuple(own)
        self.made: dict[str, Made] = {}
        """The phrases of the fields that were read, and their literals, as plain data."""

    def phrases(self, text: str, path: tuple[str | int, ...]) -> Phrases:
        """The phrases of a field, one a line. Raises Misspelt."""
        try:
            parsed = list(parse_phrases(text, frozenset(self._lists)))
            made = tuple(map(self._pattern, parsed))
        except PhraseError as slip:
            raise Misspelt(path, slip) from None
        self.made[str(path[0])] = [
            (data_of(phrase), _kept(pattern), [sorted(each) for each in pattern.others])
            for phrase, pattern in zip(parsed, made, strict=True)
        ]
        return Phrases(made)

    def regexes(self, texts: list[str]) -> tuple[Pattern, ...]:
        """The regular expressions of a check. Raises Misspelt."""
        made = tuple(
            RegexPattern(read_regex(text, ("regex", at)), needs_of(text))
            for at, text in enumerate(texts)
        )
        self.made["regex"] = [([each.text], _kept(each), []) for each in made]
        return made

    def own_lists(self) -> dict[str, list[Any]]:
        """Its own lists, parsed, as plain data."""
        return {name: [data_of(phrase) for phrase in self._lists[name]] for name in self._own}

    def _pattern(self, phrase: Sequence) -> PhrasePattern:
        needs = self._needs
        return PhrasePattern(lambda: phrase, needs.needs(phrase), needs.others(phrase), self._book)

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

    def _refuse_loops(self, name: str, above: tuple[str, ...]) -> None:
        if name in above:
            slip = PhraseError(1, 1, f"the list `{name}` holds itself.", "Lists may not go round.")
            raise Misspelt(("lists", above[0]), slip)
        for inner in _slots(self._lists.get(name, ())):
            self._refuse_loops(inner, (*above, name))


def _slots(sequences: tuple[Sequence, ...]) -> Iterator[str]:
    for sequence in sequences:
        for node in sequence:
            if isinstance(node, Slot):
                yield node.name
            elif isinstance(node, Group):
                yield from _slots(node.options)


def _kept(pattern: Pattern) -> list[str] | None:
    return None if pattern.literals is None else sorted(pattern.literals)
