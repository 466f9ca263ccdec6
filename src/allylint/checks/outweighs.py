"""Finds one thing said more often than another: justification after an apology, or in its place."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from allylint.checks import Bounds
from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.index import Needs
from allylint.matches import Context, Match
from allylint.pattern import Words


class Settings(Common):
    """`any` outweighs `than` when there are so many more of it, after the first `than`."""

    than: str
    """Phrases of what it outweighs."""
    answering: str = ""
    """Where what the draft answers says this, `than` need not stand in it at all."""
    at_least: Annotated[int, Bounds(1, 100)] = 2
    """How often `any` has to be found."""
    times: Annotated[float, Bounds(0.1, 100)] = 1.5
    """How many times as often as `than`."""
    scope: str = "document"  # type: ignore[assignment]
    """How far the weighing reaches."""


class OutweighsCheck:
    """Points at the first of what weighs too much."""

    def __init__(self, settings: Settings, vocabulary: Words) -> None:
        self._any = PatternCheck(settings, vocabulary)
        self._than = vocabulary.phrases(settings.than, ("than",))
        self._answering = vocabulary.phrases(settings.answering, ("answering",))
        self._least, self._times = settings.at_least, settings.times
        self.scope, self.looked_for = settings.scope, self._any.looked_for

    def aside(self, text: str) -> str:
        return self._any.aside(text) or "it does not outweigh `than:`"

    def needs(self) -> Sequence[Needs]:
        return self._any.needs()

    def find(self, text: str, context: Context) -> Iterator[Match]:
        against = sorted(found.start for found in self._than.find(text))
        if not against and not self._answering.first(context.reply):
            return
        weighs = _apart(
            m for m in self._any.find(text, context) if m.start > min(against, default=-1)
        )
        if len(weighs) >= max(self._least, self._times * len(against)):
            yield weighs[0]


def _apart(matches: Iterator[Match]) -> list[Match]:
    """In order, each counted once where several phrases match the same words."""
    kept: list[Match] = []
    for match in sorted(matches):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def build(settings: Settings, vocabulary: Words) -> OutweighsCheck:
    """The check that these settings ask for."""
    return OutweighsCheck(settings, vocabulary)
