"""Which of many words a text holds, found in one pass where ahocorasick-rs is installed."""

from collections.abc import Iterable
from typing import Any

FEW = 12
"""Up to so many words, looking for each in turn is quicker."""


class Literals:
    """A set of words to look for."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self._automaton: Any = None

    def present(self, text: str) -> set[str]:
        """The words that stand anywhere in the text, also inside of others."""
        if len(self.words) > FEW and self._automaton is None:
            self._automaton = _build(self.words)
        if self._automaton:
            if not text.isascii():
                text = text.encode("utf-8", "replace").decode()
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
            return {self.words[index] for index, _, _ in found}
        return {word for word in self.words if word in text}


def _build(words: list[str]) -> Any:
    try:
        from ahocorasick_rs import AhoCorasick, Implementation
    except ImportError:
        return False
    return AhoCorasick(words, implementation=Implementation.ContiguousNFA)
