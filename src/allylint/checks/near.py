"""Finds phrases that stand near others, in the draft or in what it answers."""

from collections.abc import Iterator, Sequence
from typing import Literal

from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.index import Needs
from allylint.matches import Context, Match
from allylint.pattern import NONE, Words


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

    def __init__(self, settings: Settings, vocabulary: Words) -> None:
        self._inner = PatternCheck(settings, vocabulary)
        self.scope, self.looked_for = self._inner.scope, self._inner.looked_for
        self._near = vocabulary.phrases(settings.near, ("near",))
        self._beside = NONE if settings.in_reply == "only" else self._near
        self._settings = settings

    def aside(self, text: str) -> str:
        near = self._near.first(text)
        lone = "" if near else f"no phrase of `near:` stands in the same {self.scope}"
        return self._inner.aside(text) or lone

    def needs(self) -> Sequence[Needs]:
        return self._inner.needs()

    def find(self, text: str, context: Context) -> Iterator[Match]:
        if not (self._beside.may_match(text) or self._may_stand_elsewhere(context)):
            return
        matches = list(self._inner.find(text, context))
        company = [found.span() for found in self._beside.find(text)] if matches else []
        for match in matches:
            suits = any(self._suits(match, span) for span in company)
            if suits or self._elsewhere(context):
                yield match

    def _may_stand_elsewhere(self, context: Context) -> bool:
        asked = self._settings
        if not (asked.in_draft or (asked.in_reply and context.reply)):
            return False
        return context.known.get(self, True)

    def _elsewhere(self, context: Context) -> bool:
        """Whether the company stands in what is answered, or in the draft: looked up once a draft."""
        if self not in context.known:
            asked = self._settings
            context.known[self] = bool(
                (asked.in_reply and self._near.first(context.reply))
                or (asked.in_draft and self._near.first(context.own))
            )
        return context.known[self]

    def _suits(self, match: Match, span: tuple[int, int]) -> bool:
        before, after = span[1] <= match.start, span[0] >= match.end
        wanted = self._settings.order
        return (before and wanted != "after") or (after and wanted != "before")


def build(settings: Settings, vocabulary: Words) -> NearCheck:
    """The check that these settings ask for."""
    return NearCheck(settings, vocabulary)
