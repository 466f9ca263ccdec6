"""Scores rules on labelled drafts: what was found, what was missed, what was reported wrongly.

A move counts as found when any finding of its id is reported in the draft; place and number do
not count. What a draft replies to is read too; moves that are a `maybe` count neither way.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from allylint.engine import lint_document
from allylint.inputs import read_document
from allylint.labelled import Labelled
from allylint.rulebook import Rulebook

EXCERPT = 400
"""Characters of a draft that are kept, to show what was wrong."""
LEVELS = {"suggestions alone": ("suggestion",), "with hints": ("suggestion", "hint")}


class Judged(NamedTuple):
    """A labelled draft, cut to an excerpt, and what was found in it."""

    draft: Labelled
    found: dict[str, str]
    """The level of each move that was reported."""
    quotes: dict[str, str]
    """The first words that were reported of each."""
    cleared: dict[str, str]
    """Whose words they were where a move was matched and passed by."""


class Tally(NamedTuple):
    """Counts of one move: found, reported wrongly, missed."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        """How often a report was right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """How much of what is labelled was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Both in one figure."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Moves(NamedTuple):
    """The moves to score, in the order in which they are told."""

    faults: tuple[str, ...]
    repairs: tuple[str, ...]
    ruled: frozenset[str]
    """Those that there is a rule for."""
    other_faults: frozenset[str] = frozenset()
    """Further labels that make a draft one with a fault."""


def judge(draft: Labelled, rulebook: Rulebook, rules: Collection[str] | None = None) -> Judged:
    """What these rules (all, if None) report in a draft."""
    document = read_document("<text>", draft.text, "markdown")
    got = lint_document(document, rulebook, reply_to=draft.context, rules=rules)
    found: dict[str, str] = {}
    quotes: dict[str, str] = {}
    for each in got.findings:
        if found.get(each.rule) != "suggestion":
            found[each.rule] = each.level
        quotes.setdefault(each.rule, each.quote[:EXCERPT])
    cleared = {each.finding.rule: each.voice for each in reversed(got.cleared)}
    short = {move: quote[:EXCERPT] for move, quote in draft.quotes.items()}
    kept = draft._replace(text=draft.text[:EXCERPT], context=None, quotes=short)
    return Judged(kept, found, quotes, cleared)


def tally(judged: Iterable[Judged], move: str, levels: tuple[str, ...]) -> Tally:
    """How often a move was found, reported wrongly and missed, at these levels."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for one in judged:
        if move not in one.draft.maybe:
            counts[move in one.draft.moves, one.found.get(move) in levels] += 1
    return Tally(counts[True, True], counts[False, True], counts[True, False])


def false_alarms(one: Judged) -> dict[str, str]:
    """The moves that were reported in a draft without its label, and at which level."""
    fine = one.draft.moves | one.draft.maybe
    return {move: level for move, level in one.found.items() if move not in fine}


def misses(one: Judged, ruled: Collection[str]) -> list[str]:
    """The moves that a draft is labelled with, that have a rule, and that were not reported."""
    return [move for move in one.draft.moves if move not in one.found and move in ruled]


def moves_of(judged: Iterable[Judged], rulebook: Rulebook, rules: Collection[str]) -> Moves:
    """Those of these rules that are labelled or reported: praise is of repairs, the others of faults."""
    labelled: set[str] = set()
    seen: set[str] = set()
    for one in judged:
        labelled |= one.draft.moves
        seen |= one.draft.moves | one.found.keys()
    repairs = [id for id, rule in rulebook.rules.items() if rule.level == "praise"]
    told = [id for id in rulebook.rules if id in rules and id in seen]
    return Moves(
        tuple(id for id in told if id not in repairs),
        tuple(id for id in told if id in repairs),
        frozenset(rules),
        frozenset(labelled.difference(repairs)),
    )
