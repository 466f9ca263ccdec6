"""Finds several terms put on oneself in one breath: "feminist, anti-racist, ally, dad"."""

import re
from collections.abc import Iterator

from allylint.checks import Context, Match
from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.vocabulary import Phrases, Vocabulary


class Settings(Common, kw_only=True):
    """At least so many `any`, joined by no more than `filler`, after `own` or as a list of its own."""

    own: str
    """What puts them on oneself: "I'm a", "as a"; it stands right before the list."""
    filler: str
    """What may stand between two of them besides commas, bars and "and": other titles, praise."""
    many: str = ""
    """More terms, which count after `own` alone: plurals would speak of others elsewhere."""
    at_least: int = 2


_JOIN = re.compile(r"[\s,;&+|/•·.()—*_-]*")
_APART = re.compile(r"[,;&+|/•·.—]|\b(?:and|as)\b")
_OPENING = re.compile(r"(?:^|[.!?—:;|•·\"(] ?| / )[\s*_()-]*$")
_CLOSING = re.compile(r"[\s*_]*(?:$|[^\w\s'\"]|(?:and|here|with|who|by|at|in|from|lol|he|she|they|opinions|views)\b)")

Spans = dict[int, list[int]]


class StackCheck:
    """Terms side by side, on the writer."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary) -> None:
        self._terms = PatternCheck(settings, vocabulary)
        self._many = vocabulary.phrases(settings.many, ("many",))
        self._own = vocabulary.phrases(settings.own, ("own",))
        self._filler = vocabulary.phrases(settings.filler, ("filler",))
        self._least = settings.at_least
        self.scope = settings.scope

    def literals(self) -> frozenset[str] | None:
        one, many = self._terms.literals(), self._many.literals()
        return None if one is None or many is None else one | many

    def find(self, text: str, context: Context) -> Iterator[Match]:
        one = list(self._terms.find(text, context))
        many = [Match(*found.span()) for found in self._many.find(text)]
        if len(one) + len(many) < self._least:
            return
        filler = _spans(self._filler, text)
        own = [found.span() for found in self._own.find(text)]
        for run in self._runs(_apart(one + many), text, filler):
            start = _put_on_oneself(run[0].start, own, text, filler)
            if start is None and not any(term in many for term in run):
                start = _standing_alone(run, text, filler)
            if start is not None:
                yield run[0]._replace(start=start, end=run[-1].end, open=())

    def _runs(self, terms: list[Match], text: str, filler: Spans) -> Iterator[list[Match]]:
        """Terms with no more than filler between them, if there are enough of them."""
        run: list[Match] = []
        for term in terms:
            if run and not _only_filler(text, run[-1].end, term.start, filler):
                if _titles(run, text) >= self._least:
                    yield run
                run = []
            run.append(term)
        if _titles(run, text) >= self._least:
            yield run


def _titles(run: list[Match], text: str) -> int:
    """How many titles they make: "feminist activist" is one, "feminist, activist" two."""
    between = [text[a.end : b.start] for a, b in zip(run, run[1:], strict=False)]
    return len(run[:1]) + sum(bool(_APART.search(gap)) for gap in between)


def _put_on_oneself(
    first: int, own: list[tuple[int, int]], text: str, filler: Spans
) -> int | None:
    """Where the words start that put the list on oneself."""
    near = (s for s, e in own if e <= first and _only_filler(text, e, first, filler))
    return min(near, default=None)


def _standing_alone(run: list[Match], text: str, filler: Spans) -> int | None:
    """Where a list starts that is a bio or a signature: nothing else leads to it or goes on."""
    if not _CLOSING.match(text, run[-1].end):
        return None
    first = run[0].start
    starts = [at for at in (first, *filler) if at <= first and _OPENING.search(text[:at])]
    return first if any(_only_filler(text, at, first, filler) for at in starts) else None


def _apart(terms: list[Match]) -> list[Match]:
    """The longest of those that overlap."""
    kept: list[Match] = []
    for term in sorted(terms, key=lambda term: (term.start, -term.end)):
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return kept


def _spans(phrases: Phrases, text: str) -> Spans:
    spans: Spans = {}
    for found in phrases.find(text):
        spans.setdefault(found.start(), []).append(found.end())
    return spans


def _only_filler(text: str, start: int, end: int, filler: Spans) -> bool:
    """Whether filler and marks, in any order, lead from start to end."""
    seen: set[int] = set()
    ahead = [start]
    while ahead:
        joined = _JOIN.match(text, ahead.pop(), end)
        at = joined.end() if joined else end
        if at >= end:
            return True
        if at not in seen:
            seen.add(at)
            ahead.extend(stop for stop in filler.get(at, ()) if stop <= end)
    return False


def build(settings: Settings, vocabulary: Vocabulary) -> StackCheck:
    """The check that these settings ask for."""
    return StackCheck(settings, vocabulary)
