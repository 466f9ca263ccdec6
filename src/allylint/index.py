"""Literals that a check cannot match without, and so which checks to wake for a passage."""

from collections.abc import Iterator

from allylint.literals import Literals
from allylint.reading import Passage, Reading, passages
from allylint.rule import Rule, Way

Entry = tuple[Rule, Way]


class Wakes:
    """Which checks a text wakes; with it and without it the findings are the same."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._always: list[Entry] = []
        self._by_literal: dict[str, list[Entry]] = {}
        for rule in rules:
            for way in rule.ways:
                literals = way.check.literals()
                if literals is None:
                    self._always.append((rule, way))
                for literal in literals or ():
                    self._by_literal.setdefault(literal, []).append((rule, way))

        self._literals = Literals(self._by_literal)

    def awake(self, reading: Reading) -> Iterator[tuple[Rule, Way, Passage]]:
        """Each way that may match, with each passage that it may match in."""
        for rule, way in self._woken(reading.own.text):
            if way.check.scope == "document":
                yield rule, way, reading.own
        for paragraph in reading.paragraphs:
            for rule, way in self._woken(paragraph.folded.text):
                if way.check.scope != "document":
                    for passage in passages(paragraph, way.check.scope):
                        yield rule, way, passage

    def _woken(self, text: str) -> Iterator[Entry]:
        seen: set[int] = set()
        yield from self._always
        for literal in sorted(self._literals.present(text)):
            for entry in self._by_literal[literal]:
                if id(entry[1]) not in seen:
                    seen.add(id(entry[1]))
                    yield entry


_made: dict[tuple[int, ...], Wakes] = {}


def wakes_of(rules: list[Rule]) -> Wakes:
    """The index of these very rules, made once: a run hands in the same ones for every draft."""
    key = tuple(map(id, rules))
    if key not in _made:
        if len(_made) > 16:
            _made.clear()
        _made[key] = Wakes(rules)
    return _made[key]
