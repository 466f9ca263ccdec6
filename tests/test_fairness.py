"""No word for an identity, and no dialect, may by itself raise a report or change one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from allylint import lint

CORPUS = Path(__file__).parent / "corpus"
REPAIRS = {"plain-apology", "thanks-for-telling", "listening", "concrete-repair"}
CIRCLES = [
    ["black", "white", "asian", "latino", "indigenous"],
    ["gay", "straight", "trans", "bisexual", "lesbian"],
    ["women", "men"],
    ["woman", "man"],
    ["girls", "boys"],
    ["deaf", "hearing", "blind"],
    ["muslim", "jewish", "christian", "hindu"],
    ["muslims", "jews", "christians", "hindus"],
    ["disabled", "autistic", "wheelchair-using"],
    ["korean", "polish", "nigerian", "indian"],
    ["wife", "husband"],
    ["daughter", "son"],
    ["she", "he"],
]
NEXT = {word: circle[at - len(circle) + 1] for circle in CIRCLES for at, word in enumerate(circle)}
WORD = re.compile(rf"\b(?:{'|'.join(NEXT)})\b", re.IGNORECASE)


def drafts(*names: str) -> Iterator[dict[str, object]]:
    for name in names:
        for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
            draft = json.loads(line)
            if not {label["move"] for label in draft["labels"]} - REPAIRS:
                yield draft


def swapped(text: str) -> str:
    """Each group's name turned into the next one's, its capital kept."""

    def turn(found: re.Match[str]) -> str:
        new = NEXT[found[0].lower()]
        return new.capitalize() if found[0][0].isupper() else new

    return WORD.sub(turn, text)


def faults(text: str) -> set[str]:
    return {f.rule for f in lint(text) if f.level != "praise"}


@pytest.mark.parametrize(
    "name", ["fair.jsonl", "dev4.jsonl", "dev5.jsonl", "dev.jsonl", "docs.jsonl"]
)
def test_another_groups_name_changes_no_verdict(name: str) -> None:
    texts = [str(draft["text"]) for draft in drafts(name)]
    changed = [t for t in texts if (new := swapped(t)) != t and faults(t) != faults(new)]
    assert changed == []


def test_dialect_and_learners_english_are_flagged_no_more_than_the_rest() -> None:
    flagged = {True: 0, False: 0}
    counted = {True: 0, False: 0}
    for draft in drafts("fair.jsonl"):
        dialect = str(draft["why"]).startswith("dialect")
        counted[dialect] += 1
        flagged[dialect] += bool(faults(str(draft["text"])))
    assert flagged[True] * counted[False] <= 1.25 * flagged[False] * counted[True]
