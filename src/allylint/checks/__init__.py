"""The kinds of check: each file here is one, by its name, with `Settings` and `build`.

`build(settings, vocabulary)` gives a Check, which matches generously; whose words a match is
the voice stage decides. Files whose names start with `_` are no kinds.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

import msgspec

from allylint.model import Span
from allylint.vocabulary import Vocabulary


class Settings(msgspec.Struct, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """What every kind of check can say in a rule file."""

    kind: str
    level: Literal["suggestion", "hint", "praise"] | None = None
    scope: Literal["sentence", "block", "document"] = "sentence"
    lists: dict[str, list[str]] = {}
    any: str = ""
    regex: list[str] = []
    senses: str = ""
    unless: str = ""
    message: str = ""
    """What to say of these very phrases, where the rule's own words would not be true of them."""
    why: str = ""
    try_: str = msgspec.field(name="try", default="")
    offer: Literal["after", "before"] | None = None
    """The part of the writer's sentence that could stand alone: what follows, or what leads to it."""
    cut: str = ""
    """Phrases at which `offer: before` ends; otherwise it ends where the match begins."""


class Match(NamedTuple):
    """Where a check points, in the text that it was given (characters of folded text)."""

    start: int
    end: int
    open: tuple[Span, ...] = ()
    """Parts that the phrase could do without: a voice cue may stand there."""
    sense: str = ""
    """Words near it that give it another sense."""


class Context(NamedTuple):
    """What a check may know besides its text: the draft's own prose and the other side's."""

    own: str
    reply: str


class Check(Protocol):
    """Looks for one way of making a move."""

    @property
    def scope(self) -> str:
        """How much text it is given: a `sentence`, a `block` or the `document`."""

    def literals(self) -> frozenset[str] | None:
        """Strings of which folded text must hold one to match; None: it can't be told."""

    def find(self, text: str, context: Context) -> Iterator[Match]:
        """Matches in folded text."""


@cache
def kinds() -> tuple[str, ...]:
    """The names of the kinds, which are the names of the files here."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("[!_]*.py")))


def kind(name: str) -> Any:
    """The module of a kind."""
    return import_module(f"allylint.checks.{name}")


def build(settings: Settings, vocabulary: Vocabulary) -> Check:
    """The check that these settings ask for. Raises Misspelt for a slip in a phrase."""
    check: Check = kind(settings.kind).build(settings, Vocabulary(settings.lists, vocabulary))
    return check
