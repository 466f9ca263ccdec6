"""Words that were found, ranked by how often; a few places of each are kept, and one excerpt."""

import re
from collections.abc import Iterator

from allylint.fold import fold

MOST_WORDINGS = 10_000
"""Wordings that are told apart; what comes after them is counted together."""
_LONGEST, _SHOWN = 400, 160
_MARKUP = re.compile(r"\*+|~~|`+|(?<!\w)_+|_+(?!\w)")
_NEXT_LINE = re.compile(r"[\r\n]+[ \t>]*")


def as_folded(quote: str) -> str:
    """A quote as one wording: folded as patterns see it, without emphasis and line breaks."""
    plain = _MARKUP.sub("", _NEXT_LINE.sub(" ", quote[:_LONGEST]))
    return fold(plain).text.strip()[:_SHOWN]


class Wording:
    """How often some words were found, and where first."""

    __slots__ = ("_last", "around", "count", "more", "places", "words")

    def __init__(self, words: str, around: str) -> None:
        self.words, self.count = words, 0
        self.around = around
        """The words as they first stood, with some of their sentence."""
        self.places: list[str] = []
        self.more = 0
        """Places that were not kept."""
        self._last = ""

    def add(self, place: str, keep: int) -> None:
        """Count a finding; a place that it shares with the one before is told once."""
        self.count += 1
        if place == self._last:
            return
        self._last = place
        if len(self.places) < keep:
            self.places.append(place)
        else:
            self.more += 1


class Ranked:
    """Wordings, and how often each was found."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._wordings: dict[str, Wording] = {}
        self.beyond = 0
        """Findings whose wording came too late to be told apart."""

    def add(self, quote: str, place: str, around: str) -> None:
        """Count a finding; the first places of each wording are kept, and what stood around it."""
        words = as_folded(quote)
        wording = self._wordings.get(words)
        if wording is None:
            if len(self._wordings) >= MOST_WORDINGS:
                self.beyond += 1
                return
            wording = self._wordings[words] = Wording(words, around)
        wording.add(place, self._places)

    def __iter__(self) -> Iterator[Wording]:
        return iter(sorted(self._wordings.values(), key=lambda each: (-each.count, each.words)))
