"""Finds several terms put on oneself in one breath: "feminist, anti-racist, ally, dad"."""

import re
from collections.abc import Iterator

from allylint.checks import Context, Match
from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.vocabulary import Vocabulary


class Settings(Common, kw_only=True):
    """At least so many `any`, joined by no more than `filler`, after `own` or as a list of its own."""

    own: str
    """What puts them on oneself: "I'm a", "as a"; it stands right before the list."""
    filler: str
    """What may stand between two of them besides commas, bars and "and": other titles, praise."""
    at_least: int = 2


_JOIN = re.compile(r"[\s,;&+|/•·.—*_-]*")


class StackCheck:
    """Terms side by side, on the writer."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary) -> None:
        self._terms = PatternCheck(settings, vocabulary)
        self._own = vocabulary.phrases(settings.own, ("own",))
        self._filler = vocabulary.phrases(settings.filler, ("filler",))
        self._least = settings.at_least
        self.scope = settings.scope

    def literals(self) -> frozenset[str] | None:
        return self._terms.literals()

    def find(self, text: str, context: Context) -> Iterator[Match]:
        terms = list(_apart(sorted(self._terms.find(text, context))))
        if len(terms) < self._least:
            return
        filler = [found.span() for found in self._filler.find(text)]
        for run in self._runs(terms, text, filler):
            start = self._on_oneself(run, text, filler)
            if len(run) >= self._least and start is not None:
                yield run[0]._replace(start=start, end=run[-1].end)

    def _runs(
        self, terms: list[Match], text: str, filler: list[tuple[int, int]]
    ) -> Iterator[list[Match]]:
        run = terms[:1]
        for term in terms[1:]:
            if _only_filler(text, run[-1].end, term.start, filler):
                run.append(term)
            else:
                yield run
                run = [term]
        yield run

    def _on_oneself(self, run: list[Match], text: str, filler: list[tuple[int, int]]) -> int | None:
        """Where the list starts: at the words that put it on oneself, or by itself."""
        first = run[0].start
        for found in self._own.find(text):
            if found.end() <= first and _only_filler(text, found.end(), first, filler):
                return int(found.start())
        alone = re.search(r"(?:^|[.!?—:;|•\"(] ?)(?=[^.!?:;]*$)", text[:first])
        opening = alone.end() if alone else 0
        return first if _only_filler(text, opening, first, filler) else None


def _apart(terms: list[Match]) -> Iterator[Match]:
    last = -1
    for term in terms:
        if term.start >= last:
            yield term
            last = term.end


def _only_filler(text: str, start: int, end: int, filler: list[tuple[int, int]]) -> bool:
    at = start
    while at < end:
        at = max(at, _JOIN.match(text, at, end).end())  # type: ignore[union-attr]
        if at >= end:
            break
        ahead = [stop for begin, stop in filler if begin == at and stop <= end]
        if not ahead:
            return False
        at = max(ahead)
    return True


def build(settings: Settings, vocabulary: Vocabulary) -> StackCheck:
    """The check that these settings ask for."""
    return StackCheck(settings, vocabulary)
