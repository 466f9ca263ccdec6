"""Literals that a check cannot match without, and so which checks to wake for a passage."""

from collections.abc import Iterator

from allylint.checks import Check
from allylint.literals import Literals
from allylint.reading import Passage, Reading, passages
from allylint.rule import Rule

Entry = tuple[Rule, str, Check]


class Wakes:
    """Which checks a text wakes; with it and without it the findings are the same."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._always: list[Entry] = []
        self._by_literal: dict[str, list[Entry]] = {}
        for rule in rules:
            for level, check in rule.checks:
                literals = check.literals()
                if literals is None:
                    self._always.append((rule, level, check))
                for literal in literals or ():
                    self._by_literal.setdefault(literal, []).append((rule, level, check))

        self._literals = Literals(self._by_literal)

    def awake(self, reading: Reading) -> Iterator[tuple[Rule, str, Check, Passage]]:
        """Each check that may match, with each passage that it may match in."""
        for rule, level, check in self._woken(reading.own.text):
            if check.scope == "document":
                yield rule, level, check, reading.own
        for paragraph in reading.paragraphs:
            for rule, level, check in self._woken(paragraph.folded.text):
                if check.scope != "document":
                    for passage in passages(paragraph, check.scope):
                        yield rule, level, check, passage

    def _woken(self, text: str) -> Iterator[Entry]:
        seen: set[int] = set()
        yield from self._always
        for literal in sorted(self._literals.present(text)):
            for entry in self._by_literal[literal]:
                if id(entry[2]) not in seen:
                    seen.add(id(entry[2]))
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
