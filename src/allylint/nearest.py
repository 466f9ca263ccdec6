"""How far the phrases of a rule got in a draft that they do not match: what stands in the way."""

from collections.abc import Iterator
from typing import NamedTuple

from allylint.fold import fold
from allylint.matcher import walk
from allylint.notation import written
from allylint.rule import Rule
from allylint.tokens import Tokens, tokens_of
from allylint.vocabulary import WrittenPhrase


class Way(NamedTuple):
    """A phrase, and how much of it stands in a text."""

    phrase: str
    said: str
    """The words that match its beginning."""
    wanted: str
    """What it needs next; empty where it matched as a whole."""
    then: str
    """What stands there instead."""


def nearest(rule: Rule, text: str) -> Way | None:
    """The phrase that got furthest; None where the text holds not even the beginning of one."""
    tokens = tokens_of(fold(text).text)
    ways = (way for each in _patterns(rule) for way in _ways(each, tokens))
    return max(ways, key=lambda way: (len(way.said), not way.wanted), default=None)


def _patterns(rule: Rule) -> Iterator[WrittenPhrase]:
    for way in rule.ways:
        for pattern in way.check.looked_for.patterns:
            if isinstance(pattern, WrittenPhrase):
                yield pattern


def _ways(pattern: WrittenPhrase, text: Tokens) -> Iterator[Way]:
    """How far the phrase gets from each word of the text."""
    phrase = pattern.phrase
    counts = range(len(phrase), 0, -1)
    beginnings = [(count, pattern.tables.program(phrase[:count])) for count in counts]
    for at in range(len(text.all)):
        for count, program in beginnings:
            ends = walk(program, text, at)
            end = max((state[0] for state in ends), default=at)
            if end > at:
                yield _way(phrase, count, text, at, end)
                break


def _way(phrase: tuple, count: int, text: Tokens, at: int, end: int) -> Way:  # type: ignore[type-arg]
    start, stop = text.all[at].start, text.all[end - 1].end
    then = " ".join(text.text[stop:].split()[:3])
    return Way(written(phrase), text.text[start:stop], written(phrase[count : count + 1]), then)
