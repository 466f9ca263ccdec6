"""What a rule file may say, and what it becomes: one move, its words and its examples."""

from typing import Any, Literal, NamedTuple

import msgspec

from allylint.checks import Check
from allylint.vocabulary import NONE, Phrases

Level = Literal["suggestion", "hint", "praise"]
ROWS = (
    "quoted", "blockquote", "reported", "denied", "aspired", "taught", "supposed", "owned",
    "given", "other-sense", "own-hurt",
)  # fmt: skip
Row = Literal[
    "quoted", "blockquote", "reported", "denied", "aspired", "taught", "supposed", "owned",
    "given", "other-sense", "own-hurt",
]  # fmt: skip
Because = Literal[
    "quoted", "blockquote", "reported", "denied", "aspired", "taught", "supposed", "owned",
    "given", "other-sense", "own-hurt", "other",
]  # fmt: skip


class _File(msgspec.Struct, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    pass


class Flag(_File, kw_only=True):
    """A draft that makes the move, and the words that are to be underlined."""

    text: str
    quote: str
    instead: str | None = None
    reply_to: str | None = None
    level: Level | None = None


class Pass(_File, kw_only=True):
    """A near miss, and the voice row that clears it (`other` need not match)."""

    text: str
    because: Because
    reply_to: str | None = None


class Examples(_File, kw_only=True):
    """They are the tests and the documentation."""

    flag: list[Flag]
    passing: list[Pass] = msgspec.field(name="pass")


class RuleFile(_File, kw_only=True):
    """The shape of `rules/<family>/<id>.yaml`."""

    id: str
    title: str
    level: Level
    message: str
    why: str
    try_: str = msgspec.field(name="try", default="")
    fine_when: str = ""
    offer: Literal["after", "before"] | None = None
    cut: str = ""
    weight: Literal[1, 2, 3] = 2
    lists: dict[str, list[str]] = {}
    sources: list[str] = []
    related: list[str] = []
    check: dict[str, Any] | list[dict[str, Any]]
    raised_by: str = ""
    not_cleared_by: list[Row] = []
    not_beside: list[str] = []
    examples: Examples


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
