"""What a check is given, and what it gives: matches, before anybody asks whose words they are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from allylint.index import Needs
from allylint.model import Span


class Match(NamedTuple):
    """Where a check points, in the text that it was given (characters of folded text)."""

    start: int
    end: int
    open: tuple[Span, ...] = ()
    """Parts that the phrase could do without: a voice cue may stand there."""
    sense: str = ""
    """Words near it that give it another sense."""


class Check(Protocol):
    """Looks for one way of making a move."""

    @property
    def scope(self) -> str:
        """How much text it is given: a `sentence`, a `block` or the `document`."""

    @property
    def looked_for(self) -> Any:
        """The Phrases (pattern.py) that it points at, before anything sets them aside."""

    def aside(self, text: str) -> str:
        """What keeps its phrases from counting in this folded text, in words, as far as it tells."""

    def needs(self) -> Sequence[Needs]:
        """What a text must hold for each of its patterns to match; the numbers count from 0."""

    def find(self, text: str, context: "Context") -> Iterator[Match]:
        """Matches in folded text, by the patterns that the context says may match."""


class Context(NamedTuple):
    """What a check may know besides its text: the draft's own prose and the other side's."""

    own: str
    reply: str
    known: dict[Check, bool]
    """What checks have found out about the two."""
    awake: Mapping[int, Collection[str]] | None = None
    """The check's patterns that may match, by number, and the words that wake them; None: any may."""
