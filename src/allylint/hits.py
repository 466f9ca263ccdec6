"""Where rules point, before anybody has asked whose words these are."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from allylint.matches import Match
from allylint.model import Span
from allylint.reading import Passage
from allylint.rule import Rule, Saying, Way

_LEVELS = ("hint", "suggestion", "praise")


class Hit(NamedTuple):
    """A rule's match in a paragraph, in offsets of its folded text."""

    rule: Rule
    saying: Saying
    level: str
    paragraph: int
    start: int
    end: int
    open: tuple[Span, ...]
    sense: str


def hit(rule: Rule, way: Way, match: Match, passage: Passage) -> Hit:
    """A match in a passage, placed in its paragraph."""
    paragraph, start, end = passage.locate(match.start, match.end)
    shift = start - match.start
    opens = tuple(Span(s + shift, e + shift) for s, e in match.open)
    return Hit(rule, way.saying, way.level, paragraph.index, start, end, opens, match.sense)


def merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Overlapping hits of one rule, as one; of another sense only where all of them are."""
    last: Hit | None = None
    for each in sorted(hits, key=lambda hit: (hit.rule.id, hit.paragraph, hit.start, -hit.end)):
        if last and _overlap(last, each):
            last = last._replace(
                end=max(last.end, each.end),
                level=max(last.level, each.level, key=_LEVELS.index),
                open=last.open + each.open,
                sense=last.sense if each.sense else "",
            )
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _overlap(one: Hit, next_: Hit) -> bool:
    same = (one.rule.id, one.paragraph) == (next_.rule.id, next_.paragraph)
    return same and next_.start < one.end
