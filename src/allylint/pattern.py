"""What rules look for: phrases, walked word by word, and regular expressions, the way out."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, Protocol

from allylint.index import EMPTY, NOTHING, Data, Index, Needs
from allylint.program import Book, Program
from allylint.search import TIMEOUT, Found, Search
from allylint.tokens import tokens_of


class Pattern(Protocol):
    """Something to look for in folded text."""

    def find(self, text: str, woken_by: Collection[str] = ()) -> Iterator[Found]:
        """Every match that holds one of the words, if there are any; may raise TimeoutError."""


class PhrasePattern:
    """A phrase; its steps are made ready when it is first looked for."""

    def __init__(self, steps: Callable[[], Program], reach: int, book: Book) -> None:
        self._steps, self.reach, self._book = steps, reach, book
        self._search: Search | None = None

    def find(self, text: str, woken_by: Collection[str] = ()) -> Iterator[Found]:
        """Every match that does not overlap one before it."""
        if self._search is None:
            self._search = Search(self._book.ready(self._steps()), self.reach)
        return self._search.find(tokens_of(text), woken_by)


class RegexPattern:
    """A regular expression in the dialect of `regex`, over folded text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, text: str, woken_by: Collection[str] = ()) -> Iterator[Found]:
        """Every match that holds a character."""
        del woken_by
        for hit in compiled(self.text).finditer(text, timeout=TIMEOUT):
            if hit.end() > hit.start():
                yield Found(hit.start(), hit.end(), hit[0])


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> Any:
    """A pattern of `regex`, compiled once."""
    import regex

    return regex.compile(pattern)


class Phrases:
    """A set of patterns; each is looked for where what it needs is there."""

    def __init__(
        self,
        patterns: Callable[[], tuple[Pattern, ...]],
        index: Callable[[], Data],
        needs: tuple[Needs, ...] | None = None,
    ) -> None:
        self._patterns, self._data, self._needs = patterns, index, needs

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """Its phrases, then its regular expressions."""
        return self._patterns()

    @cached_property
    def _index(self) -> Index:
        return Index(self._data())

    @property
    def needs(self) -> tuple[Needs, ...]:
        """What each pattern cannot match without; nothing is known of those that were kept."""
        return (NOTHING,) * len(self.patterns) if self._needs is None else self._needs

    def find(
        self, text: str, awake: Mapping[int, Collection[str]] | None = None
    ) -> Iterator[Found]:
        """Every match in folded text; raises TimeoutError where a search takes too long.

        `awake` are the patterns that may match, by number, with the words that wake them, where
        somebody knows.
        """
        if awake is None:
            awake = self._index.awake(tokens_of(text))
        for at in sorted(awake):
            yield from self.patterns[at].find(text, awake[at])

    def may_match(self, text: str) -> bool:
        """Whether anything in the text wakes a pattern; a glance, beside `find`."""
        return bool(self._index.entries(tokens_of(text)))

    def first(self, text: str) -> str:
        """The words of the first match, or nothing."""
        found = next(self.find(text), None)
        return "" if found is None else found.words


NONE = Phrases(lambda: (), lambda: EMPTY)


class Words(Protocol):
    """What a check asks for its phrases."""

    def phrases(self, text: str, path: tuple[str | int, ...], regex: Iterable[str] = ()) -> Phrases:
        """The phrases of a field, one a line, and regular expressions."""
