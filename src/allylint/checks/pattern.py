"""Finds phrases and regular expressions; another sense of the word, or `unless`, sets them aside."""

from collections.abc import Iterator

from allylint.checks import Settings as Common
from allylint.matches import Context, Match
from allylint.search import Found
from allylint.vocabulary import Phrases, Vocabulary


class Settings(Common):
    """`any` phrases or `regex`, in the scope, with `senses` and `unless`."""


class PatternCheck:
    """Any of the phrases, wherever neither `unless` nor nothing else stands against it."""

    def __init__(self, settings: Common, vocabulary: Vocabulary) -> None:
        self.scope: str = settings.scope
        phrases = vocabulary.phrases(settings.any, ("any",)).patterns
        self._any = Phrases((*phrases, *vocabulary.regexes(settings.regex)))
        self._senses = vocabulary.phrases(settings.senses, ("senses",))
        self._unless = vocabulary.phrases(settings.unless, ("unless",))

    def literals(self) -> frozenset[str] | None:
        return self._any.literals()

    def find(self, text: str, context: Context) -> Iterator[Match]:  # noqa: ARG002
        matches = [_match(found) for found in self._any.find(text)]
        if matches and not self._unless.first(text):
            sense = self._senses.first(text)
            yield from (match._replace(sense=sense) for match in matches)


def _match(found: Found) -> Match:
    return Match(found.start, found.end, found.open)


def build(settings: Settings, vocabulary: Vocabulary) -> PatternCheck:
    """The check that these settings ask for."""
    return PatternCheck(settings, vocabulary)
