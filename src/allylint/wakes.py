"""Which checks to wake for which passages of a draft: those that may find something there."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from allylint.index import Index, Woken, woken
from allylint.reading import Paragraph, Passage, Reading, passages
from allylint.rule import Rule, Way
from allylint.tokens import tokens_of

Data = dict[str, Any]
"""For documents and for paragraphs the numbers of the ways, how many patterns each has, and their index;
and the place of each way."""
Place = tuple[str, int]
"""The id of a rule, and the number of one of its ways, from 0."""


class Awake(NamedTuple):
    """A way that may match in a passage, and what wakes those of its patterns that may."""

    rule: Rule
    way: Way
    passage: Passage
    patterns: Woken


class _Ways:
    """The ways whose patterns an index knows by their numbers."""

    def __init__(self, rules: Mapping[str, Rule], ways: Sequence[Place], data: Data) -> None:
        self._rules, self._ways = rules, [ways[at] for at in data["ways"]]
        self._starts = [0, *accumulate(data["sizes"])]
        self.index = Index(data["index"])

    def of(self, woken: Woken, passage: Passage, scope: str) -> Iterator[Awake]:
        """The ways of these patterns that look at passages of this size."""
        by_way: dict[int, Woken] = {}
        for number in sorted(woken):
            at = bisect_right(self._starts, number) - 1
            by_way.setdefault(at, {})[number - self._starts[at]] = woken[number]
        for at, patterns in by_way.items():
            id, number = self._ways[at]
            rule = self._rules[id]
            way = rule.ways[number]
            if way.check.scope == scope:
                yield Awake(rule, way, passage, patterns)


class Wakes:
    """What a text wakes; with it and without it the findings are the same."""

    def __init__(self, rules: Mapping[str, Rule], data: Data | None = None) -> None:
        kept = wakes_data(list(rules.values())) if data is None else data
        self._document = _Ways(rules, kept["places"], kept["document"])
        self._paragraph = _Ways(rules, kept["places"], kept["paragraph"])

    def awake(self, reading: Reading) -> Iterator[Awake]:
        """Each way that may match, with each passage that it may match in."""
        whole = self._document.index.awake(tokens_of(reading.own.text))
        yield from self._document.of(whole, reading.own, "document")
        for paragraph in reading.paragraphs:
            yield from self._in_paragraph(paragraph)

    def _in_paragraph(self, paragraph: Paragraph) -> Iterator[Awake]:
        ways, text = self._paragraph, paragraph.folded.text
        entries = ways.index.entries(tokens_of(text))
        if not entries:
            return
        whole = woken(entries)
        [block] = passages(paragraph, "block")
        yield from ways.of(whole, block, "block")
        if any(ways.of(whole, block, "sentence")):
            for sentence in passages(paragraph, "sentence"):
                same = sentence.text == text
                still = entries if same else ways.index.still(entries, tokens_of(sentence.text))
                yield from ways.of(woken(still), sentence, "sentence")


def wakes_data(rules: Sequence[Rule]) -> Data:
    """What wakes the ways of these rules, as plain data."""
    from allylint.indexing import index_data

    ways = [way for rule in rules for way in rule.ways]
    document = [at for at, way in enumerate(ways) if way.check.scope == "document"]
    paragraph = [at for at in range(len(ways)) if at not in document]
    data: Data = {"places": [(rule.id, at) for rule in rules for at in range(len(rule.ways))]}
    for name, ours in (("document", document), ("paragraph", paragraph)):
        needs = [ways[at].check.needs() for at in ours]
        index = index_data([each for every in needs for each in every])
        data[name] = {"ways": ours, "sizes": list(map(len, needs)), "index": index}
    return data
