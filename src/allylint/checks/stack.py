"""Finds several terms put on oneself in one breath: "feminist, anti-racist, ally, dad"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated

from allylint.checks import Bounds
from allylint.checks import Settings as Common
from allylint.checks.pattern import PatternCheck
from allylint.index import Needs
from allylint.lazily import lazily
from allylint.matches import Context, Match
from allylint.pattern import Phrases, Words
from allylint.search import Found


class Settings(Common):
    """At least so many `any`, joined by no more than `filler`, after `own` or as a list of its own."""

    own: str
    """What puts them on oneself: "I'm a", "as a"; it stands right before the list."""
    filler: str
    """What may stand between two of them besides commas, bars and "and": other titles, praise."""
    many: str = ""
    """More terms, which count after `own` alone: plurals would speak of others elsewhere."""
    at_least: Annotated[int, Bounds(2, 100)] = 2
    """How many of them make a stack."""


_JOIN = lazily(r"[^\w?!:\"']*")
_APART = lazily(r"[^\w\s'\"()*-]|\b(?:and|as)\b")
_OPENING = lazily(r"(?:^|[^\w\s,'&/)*-] ?| / )[\s*_()-]*$")
_CLOSING = lazily(r"[\s*_]*(?:$|[^\w\s']|(?:and|here|with|who|lol|he|she|they|opinions|views)\b)")

Spans = dict[int, list[int]]
Awake = Mapping[int, Collection[str]] | None
"""Patterns that may match, by number, with the words that wake them; None: any may."""


class StackCheck:
    """Terms side by side, on the writer."""

    def __init__(self, settings: Settings, vocabulary: Words) -> None:
        self._terms = PatternCheck(settings, vocabulary)
        self._many = vocabulary.phrases(settings.many, ("many",))
        self._own = vocabulary.phrases(settings.own, ("own",))
        self._filler = vocabulary.phrases(settings.filler, ("filler",))
        self._least = settings.at_least
        self.scope, self.looked_for = settings.scope, self._terms.looked_for

    def aside(self, text: str) -> str:
        few = f"fewer than {self._least} of them stand side by side on the writer"
        return self._terms.aside(text) or few

    def needs(self) -> Sequence[Needs]:
        return (*self._terms.needs(), *self._many.needs)

    def find(self, text: str, context: Context) -> Iterator[Match]:
        terms, others = self._awake(context)
        one = list(self._terms.find(text, context._replace(awake=terms)))
        many = [Match(*found.span()) for found in self._many.find(text, others)]
        if len(one) + len(many) < self._least:
            return
        filler = _spans(self._filler, text)
        own = sorted(_match(found) for found in self._own.find(text))
        for run in self._runs(_apart(one + many), text, filler):
            owned = _put_on_oneself(run[0], own, text, filler)
            if owned is None and not any(term in many for term in run):
                owned = self._standing_alone(run, text, filler)
            if owned is not None:
                yield owned._replace(end=run[-1].end, sense=run[0].sense)

    def _awake(self, context: Context) -> tuple[Awake, Awake]:
        """Which of the terms may match, and which of the others: their numbers go on from those."""
        if context.awake is None:
            return None, None
        first, every = len(self._terms.looked_for.patterns), context.awake.items()
        terms = {at: words for at, words in every if at < first}
        return terms, {at - first: words for at, words in every if at >= first}

    def _standing_alone(self, run: list[Match], text: str, filler: Spans) -> Match | None:
        """The first of a list that is a bio or a signature: nothing leads to it or goes on."""
        if not any(_CLOSING.match(text, at) for at in _reach(text, run[-1].end, len(text), filler)):
            return None
        while _titles(run, text) >= self._least:
            if _opens(run[0].start, text, filler):
                return run[0]._replace(open=())
            run = run[1:]
        return None

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
    between = [text[a.end : b.start] for a, b in pairwise(run)]
    return len(run[:1]) + sum(bool(_APART.search(gap)) for gap in between)


def _match(found: Found) -> Match:
    return Match(found.start, found.end, found.open)


def _put_on_oneself(term: Match, own: list[Match], text: str, filler: Spans) -> Match | None:
    """The words that put a list on oneself, where it starts with this term."""
    before = (words for words in own if words.end <= term.start)
    return next((w for w in before if _only_filler(text, w.end, term.start, filler)), None)


def _opens(first: int, text: str, filler: Spans) -> bool:
    """Whether no more than filler stands between it and what ends before it."""
    near = (at for at in (first, *filler) if first - 80 < at <= first)
    starts = [at for at in near if _OPENING.search(text, max(0, at - 9), at)]
    return any(_only_filler(text, at, first, filler) for at in starts)


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
        spans.setdefault(found.start, []).append(found.end)
    return spans


def _only_filler(text: str, start: int, end: int, filler: Spans) -> bool:
    return end in _reach(text, start, end, filler)


def _reach(text: str, start: int, limit: int, filler: Spans) -> set[int]:
    """The places up to a limit to which filler and marks, in any order, lead."""
    seen: set[int] = set()
    ahead = [start]
    while ahead:
        at = ahead.pop()
        joined = _JOIN.match(text, at, limit)
        after = joined.end() if joined else at
        if not {at, after} <= seen:
            seen |= {at, after}
            ahead.extend(stop for stop in filler.get(after, ()) if stop <= limit)
    return seen


def build(settings: Settings, vocabulary: Words) -> StackCheck:
    """The check that these settings ask for."""
    return StackCheck(settings, vocabulary)
