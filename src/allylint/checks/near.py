"""Finds phrases that stand near others, in the draft or in what it answers."""

from collections.abc import Iterator, Sequence
from typing import Literal

from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.matches import Context, Match
from allylint.needs import Needs
from allylint.vocabulary import Vocabulary


class Settings(Common):
    """`any` counts only where `near` stands in the same scope, or in the reply's other side."""

    near: str
    """Phrases that have to stand near."""
    order: Literal["before", "after", "either"] = "either"
    """Where `near` stands, seen from `any`."""
    in_reply: bool | Literal["only"] = False
    """What the draft answers may hold `near` instead; `only`: nothing else may."""
    in_draft: bool = False
    """The whole draft may hold `near`, not only the scope."""


class NearCheck:
    """The phrases, where they have their company."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary) -> None:
        self._inner = PatternCheck(settings, vocabulary)
        self.scope = self._inner.scope
        self._near = vocabulary.phrases(settings.near, ("near",))
        self._settings = settings

    def needs(self) -> Sequence[Needs]:
        return self._inner.needs()

    def find(self, text: str, context: Context) -> Iterator[Match]:
        matches = list(self._inner.find(text, context))
        if not matches:
            return
        asked = self._settings
        if (asked.in_reply and self._near.first(context.reply)) or (
            asked.in_draft and self._near.first(context.own)
        ):
            yield from matches
            return
        if asked.in_reply == "only":
            return
        company = [found.span() for found in self._near.find(text)]
        yield from (match for match in matches if any(self._suits(match, span) for span in company))

    def _suits(self, match: Match, span: tuple[int, int]) -> bool:
        before, after = span[1] <= match.start, span[0] >= match.end
        wanted = self._settings.order
        return (before and wanted != "after") or (after and wanted != "before")


def build(settings: Settings, vocabulary: Vocabulary) -> NearCheck:
    """The check that these settings ask for."""
    return NearCheck(settings, vocabulary)
