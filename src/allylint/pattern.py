"""What rules look for: phrases, walked word by word, and regular expressions, the way out."""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from typing import Any, Protocol

from allylint.phrases import Sequence
from allylint.program import Book
from allylint.search import TIMEOUT, Found, Search
from allylint.tokens import tokens_of


class Pattern(Protocol):
    """Something to look for in folded text."""

    def find(self, text: str, woken_by: Collection[str] = ()) -> Iterator[Found]:
        """Every match that holds one of the words, if there are any; may raise TimeoutError."""


class PhrasePattern:
    """A phrase; its steps are made ready when it is first looked for."""

    def __init__(self, phrase: Callable[[], Sequence], book: Book) -> None:
        self._phrase, self._book = phrase, book
        self._search: Search | None = None

    def find(self, text: str, woken_by: Collection[str] = ()) -> Iterator[Found]:
        """Every match that does not overlap one before it."""
        if self._search is None:
            self._search = Search(self._book.program(self._phrase()))
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
