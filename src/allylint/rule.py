"""A move as it is looked for: its words, its ways of looking, its examples."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from allylint.matches import Check
from allylint.pattern import NONE, Phrases

if TYPE_CHECKING:
    from allylint.shapes import Flag, Pass
else:  # rules that were kept have none; a name in quotes would take as long as ten of these classes
    Flag = Pass = object


class Saying(NamedTuple):
    """What is said of a match, and the part of its sentence that could stand alone."""

    message: str
    why: str
    try_: str
    offer: str = ""
    """`after` the match, `before` it, or nothing."""
    cut: Phrases = NONE


class Way(NamedTuple):
    """One way of making a move: who looks for it, how sure that is, what is said of it."""

    level: str
    check: Check
    saying: Saying
    recipe: Mapping[str, Any] = {}
    """What the check can be made from again, as plain data."""


class Rule(NamedTuple):
    """A rule, ready to look."""

    id: str
    family: str
    title: str
    level: str
    message: str
    why: str
    try_: str
    fine_when: str
    sources: tuple[str, ...]
    related: tuple[str, ...]
    ways: tuple[Way, ...]
    flags: tuple[Flag, ...]
    passes: tuple[Pass, ...]
    path: str
    raised_by: Phrases = NONE
    """What makes a hint a suggestion, in the draft or in what it answers."""
    not_cleared_by: frozenset[str] = frozenset()
    weight: int = 2
    """How much a match weighs beside those of other rules: 3 is told first."""
    not_beside: frozenset[str] = frozenset()
    """Rules whose findings anywhere in the draft undo this one's: an apology that is explained."""
    recipe: Mapping[str, Any] = {}
    """Its lists, its `raised-by` and its `unless-draft`, as plain data."""
    unless_draft: Phrases = NONE
    """What keeps it silent wherever the writer says it in the draft."""
