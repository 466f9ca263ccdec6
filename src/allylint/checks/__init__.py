"""The kinds of check: each file here is one, by its name, with `Settings` and `build`.

`build(settings, vocabulary)` gives a Check, which matches generously; whose words a match is
the voice stage decides. Files whose names start with `_` are no kinds.
"""

import os
from collections.abc import Collection
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from allylint.matches import Check

if TYPE_CHECKING:
    from allylint.vocabulary import Vocabulary


class Bounds(NamedTuple):
    """The least and the most that a number in a rule file may be: `Annotated[int, Bounds(2, 100)]`."""

    least: float
    most: float


class Settings:
    """What every kind of check can say in a rule file."""

    kind: str = "pattern"
    """How it looks: the name of a file in checks/."""
    level: Literal["suggestion", "hint", "praise"] | None = None
    """The level of what this check finds, where it is not the rule's."""
    scope: Literal["sentence", "block", "document"] = "sentence"
    """How far a match may reach."""
    lists: dict[str, list[str]] = {}  # noqa: RUF012 - a Struct is made of these
    """Words that phrases name as <list>."""
    any: str = ""
    """Phrases to look for, one a line: words, (this | that), [optional], <list>, ... between."""
    regex: list[str] = []  # noqa: RUF012
    """Regular expressions, over small letters and straight quotes, for what no phrase can say."""
    senses: str = ""
    """Phrases that give the words another meaning in the same sentence."""
    unless: str = ""
    """Phrases that make it no match at all."""
    message: str = ""
    """What to say of these very phrases, where the rule's own words would not be true of them."""
    why: str = ""
    """The why of these phrases, where it is not the rule's."""
    try_: str = ""
    """What to try instead of these phrases, where it is not the rule's."""
    offer: Literal["after", "before"] | None = None
    """The part of the writer's sentence that could stand alone: what follows, or what leads to it."""
    cut: str = ""
    """Phrases at which `offer: before` ends; otherwise it ends where the match begins."""


@cache
def kinds() -> tuple[str, ...]:
    """The names of the kinds, which are the names of the files here."""
    names = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    return tuple(sorted(stem for stem, suffix in names if suffix == ".py" and stem[0] != "_"))


def kind(name: str) -> Any:
    """The module of a kind."""
    return import_module(f"allylint.checks.{name}")


def plain(settings: Any, parsed: Collection[str]) -> dict[str, Any]:
    """Settings as plain data; fields that are kept parsed are empty."""
    fields = {name: getattr(settings, name) for name in settings.__struct_fields__}
    return {
        name: "" if name in parsed else value for name, value in fields.items() if name != "lists"
    }


def build(settings: Settings, vocabulary: "Vocabulary") -> "tuple[Check, Vocabulary]":
    """The check that these settings ask for, and its words. Raises Misspelt for a slip."""
    from allylint.vocabulary import Vocabulary

    words = Vocabulary(settings.lists, vocabulary)
    return kind(settings.kind).build(settings, words), words
