"""Finds one thing said more often than another: justification after an apology."""

from collections.abc import Iterator

from allylint.checks import Context, Match
from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.vocabulary import Vocabulary


class Settings(Common, kw_only=True):
    """`any` outweighs `than` when there are so many more of it, after the first `than`."""

    than: str
    at_least: int = 2
    times: float = 1.5
    scope: str = "document"  # type: ignore[assignment]


class OutweighsCheck:
    """Points at the first of what weighs too much."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary) -> None:
        self._any = PatternCheck(settings, vocabulary)
        self._than = vocabulary.phrases(settings.than, ("than",))
        self._least, self._times = settings.at_least, settings.times
        self.scope = settings.scope

    def literals(self) -> frozenset[str] | None:
        return self._than.literals()

    def find(self, text: str, context: Context) -> Iterator[Match]:
        against = sorted(found.start() for found in self._than.find(text))
        if not against:
            return
        weighs = sorted(m for m in self._any.find(text, context) if m.start > against[0])
        if len(weighs) >= max(self._least, self._times * len(against)):
            yield weighs[0]


def build(settings: Settings, vocabulary: Vocabulary) -> OutweighsCheck:
    """The check that these settings ask for."""
    return OutweighsCheck(settings, vocabulary)
