"""How often each rule was right: counted on drafts that no rule was tuned on."""

import json
from collections import Counter

import pytest

from allylint.figures import Counts, Measured, read_measured
from allylint.labelled import Labelled, read_labelled
from allylint.rulebook import load_rulebook
from allylint.scoring import Judged
from measure import FILES, measured, written

FEW = Counts(41, 2, 56)
MORE = Counts(50, 6, 47)


def judged(labelled: str, found: str, level: str = "suggestion", maybe: str = "") -> Judged:
    draft = Labelled("a:1", 1, "", None, frozenset({labelled}), {}, frozenset({maybe}), None)
    return Judged(draft, {found: level}, {}, {})


def test_every_built_in_rule_was_measured() -> None:
    anew = "`python tests/measure.py` counts anew"
    assert list(read_measured()) == list(load_rulebook().rules), anew


def test_it_was_measured_on_the_labels_as_they_are() -> None:
    moves = Counter(
        move for draft in read_labelled(FILES, "test", []) for move in draft.moves - draft.maybe
    )
    for counts in ("shown", "hints"):
        each = {id: getattr(told, counts) for id, told in read_measured().items()}
        assert {id: c.right + c.missed for id, c in each.items()} == {id: moves[id] for id in each}


def test_it_is_told_in_a_sentence() -> None:
    assert Measured(FEW, FEW).told() == (
        "On labelled drafts that it was not tuned on it was right 41 of 43 times, and found 41 of 97."
    )


def test_what_hints_change_is_told_too() -> None:
    assert Measured(FEW, MORE).told().endswith(" With hints: 50 of 56 times, and found 50 of 97.")


CASES = {
    "right": (judged("self-label", "self-label"), (1, 0, 0), (1, 0, 0)),
    "wrong": (judged("", "self-label"), (0, 1, 0), (0, 1, 0)),
    "missed": (judged("self-label", ""), (0, 0, 1), (0, 0, 1)),
    "a hint": (judged("self-label", "self-label", "hint"), (0, 0, 1), (1, 0, 0)),
    "a maybe": (judged("", "self-label", maybe="self-label"), (0, 0, 0), (0, 0, 0)),
}


@pytest.mark.parametrize(("draft", "shown", "hints"), CASES.values(), ids=CASES.keys())
def test_a_draft_counts_once(draft: Judged, shown: tuple[int, ...], hints: tuple[int, ...]) -> None:
    counts = json.loads(written(measured([draft])))["self-label"]
    assert (tuple(counts["shown"].values()), tuple(counts["hints"].values())) == (shown, hints)
