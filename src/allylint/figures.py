"""How often each rule was right on labelled drafts: read only where somebody asks, to explain it."""

import json
import os
from collections.abc import Mapping
from typing import NamedTuple

from allylint.rulefolder import built_in_folder


class Counts(NamedTuple):
    """In how many drafts a rule was right, was wrong, and missed what the labels say."""

    right: int
    wrong: int
    missed: int


class Measured(NamedTuple):
    """What one rule came to, at the levels that are shown by default and with its hints."""

    shown: Counts
    hints: Counts

    def told(self) -> str:
        """In a sentence; what hints change is a second one."""
        more = f" With hints: {_figures(self.hints)}." if self.hints != self.shown else ""
        where = "On labelled drafts that it was not tuned on it was right"
        return f"{where} {_figures(self.shown)}.{more}"


def read_measured() -> Mapping[str, Measured]:
    """By rule id, what `tests/measure.py` wrote to `rules/measured.json`; rules of one's own have none.

    It counts drafts of the halves of `tests/corpus` that no rule was tuned on. A draft counts once for
    a rule, however often and wherever the rule speaks in it: right where a label names that move,
    wrong where none does, missed where a label does and the rule is silent. What the labels call a
    `maybe` counts neither way.
    """
    path = os.path.join(built_in_folder(), "measured.json")
    if not os.path.isfile(path):
        return {}
    with open(path, encoding="utf-8") as file:
        said = json.load(file)
    return {
        id: Measured(Counts(**each["shown"]), Counts(**each["hints"])) for id, each in said.items()
    }


def _figures(counts: Counts) -> str:
    right, wrong, missed = counts
    return f"{right} of {right + wrong} times, and found {right} of {right + missed}"
