"""Finds phrases and regular expressions; another sense of the word, or `unless`, sets them aside."""

from collections.abc import Iterator, Sequence

from allylint.checks import Settings as Common
from allylint.index import Needs
from allylint.matches import Context, Match
from allylint.pattern import Words
from allylint.search import Found


class Settings(Common):
    """`any` phrases or `regex`, in the scope, with `senses` and `unless`."""


class PatternCheck:
    """Any of the phrases, wherever neither `unless` nor nothing else stands against it."""

    def __init__(self, settings: Common, vocabulary: Words) -> None:
        self.scope: str = settings.scope
        self.looked_for = vocabulary.phrases(settings.any, ("any",), settings.regex)
        self._senses = vocabulary.phrases(settings.senses, ("senses",))
        self._unless = vocabulary.phrases(settings.unless, ("unless",))

    def aside(self, text: str) -> str:
        words = self._unless.first(text)
        return f'`unless:` finds "{words}"' if words else ""

    def needs(self) -> Sequence[Needs]:
        return self.looked_for.needs

    def find(self, text: str, context: Context) -> Iterator[Match]:
        matches = [_match(found) for found in self.looked_for.find(text, context.awake)]
        if matches and not self._unless.first(text):
            sense = self._senses.first(text)
            yield from (match._replace(sense=sense) for match in matches)


def _match(found: Found) -> Match:
    return Match(found.start, found.end, found.open)


def build(settings: Settings, vocabulary: Words) -> PatternCheck:
    """The check that these settings ask for."""
    return PatternCheck(settings, vocabulary)
