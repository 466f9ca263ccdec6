"""What a rule file may say: one move, its words, its ways of looking and its examples."""

from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from allylint.names import Level, Row

Because = Literal[Row, "other"]


def _key(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class _File(msgspec.Struct, forbid_unknown_fields=True, rename=_key, kw_only=True):
    pass


@cache
def settings_shape(settings: type) -> Any:
    """The msgspec Struct of a check kind's `Settings`: its annotations, and their defaults."""
    fields = [
        (name, _bounded(hint), *([getattr(settings, name)] if hasattr(settings, name) else []))
        for name, hint in get_type_hints(settings, include_extras=True).items()
    ]
    return msgspec.defstruct(
        "Settings", fields, rename=_key, forbid_unknown_fields=True, kw_only=True
    )


def _bounded(hint: Any) -> Any:
    """A type with its `Bounds`, as msgspec has them."""
    if get_origin(hint) is not Annotated:
        return hint
    kind, bounds = get_args(hint)
    return Annotated[kind, msgspec.Meta(ge=bounds.least, le=bounds.most)]


class Flag(_File, kw_only=True):
    """A draft that makes the move, and the words that are to be underlined."""

    text: str
    """The draft."""
    quote: str
    """The words that are to be underlined, as the draft has them."""
    instead: str | None = None
    """A better draft, in which the rule finds nothing."""
    reply_to: str | None = None
    """The message that the draft answers."""
    level: Level | None = None
    """The level that the finding is to have, where it is not the rule's."""


class Pass(_File, kw_only=True):
    """A near miss, and the voice row that clears it (`other` need not match)."""

    text: str
    """The draft: it shares most of its words with one that is reported."""
    because: Because
    """Why it passes: whose words they are, or `other`."""
    reply_to: str | None = None
    """The message that the draft answers."""


class Examples(_File, kw_only=True):
    """They are the tests and the documentation."""

    flag: list[Flag]
    """Drafts that are reported."""
    passing: list[Pass] = msgspec.field(name="pass")
    """Drafts that pass, as many as are reported."""


class RuleFile(_File, kw_only=True):
    """A rule of allylint: one move, how it sounds, what to say of it, and its examples."""

    id: str
    """Its name, which is the file's name; the folder is its family."""
    title: str
    """What was found, in up to 8 words."""
    level: Level
    """suggestion: right at least 9 times in 10; hint: 2 in 3; praise: a repair."""
    message: str
    """How the words can land, in up to 14 words; {quote} stands for what was found."""
    why: str
    """What that may do to the reader, in up to 40 words."""
    try_: str = ""
    """One small thing to do now, in up to 25 words."""
    fine_when: str = ""
    """The best case against the rule, in up to 30 words."""
    offer: Literal["after", "before"] | None = None
    """The part of the writer's sentence that could stand alone."""
    cut: str = ""
    """Phrases at which `offer: before` ends."""
    weight: Literal[1, 2, 3] = 2
    """How much a match weighs beside those of other rules: 3 is told first."""
    lists: dict[str, list[str]] = {}
    """Words that the phrases of all its checks name as <list>."""
    sources: list[str] = []
    """Who argued for it: keys of `sources.yaml`, or names."""
    related: list[str] = []
    """Rules that a reader may want to see as well."""
    check: dict[str, Any] | list[dict[str, Any]]
    """How it looks for the move; several checks are a list."""
    raised_by: str = ""
    """Phrases near the match, or in what is answered, that make a hint a suggestion."""
    unless_draft: str = ""
    """Phrases that keep the rule silent in the whole draft, wherever the writer says them."""
    not_cleared_by: list[Row] = []
    """Voices that do not clear this rule's matches."""
    not_beside: list[str] = []
    """Rules whose findings anywhere in the draft undo this one's."""
    examples: Examples
    """Drafts that are reported and drafts that pass: its tests and its documentation."""


class Extension(_File, kw_only=True):
    """A file that changes another rule: whatever it leaves out stays as it is there."""

    extends: str
    """The rule that it changes, which is the file's name too."""
    title: str | None = None
    """What was found, in up to 8 words."""
    level: Level | None = None
    """The level of all that the rule finds."""
    message: str | None = None
    """How the words can land, in up to 14 words; {quote} stands for what was found."""
    why: str | None = None
    """What that may do to the reader, in up to 40 words."""
    try_: str | None = None
    """One small thing to do now, in up to 25 words."""
    fine_when: str | None = None
    """The best case against the rule, in up to 30 words."""
    lists: dict[str, list[str]] = {}
    """More words for lists that the rule has."""
    any: str = ""
    """More phrases to look for, one a line."""
    unless: str = ""
    """Phrases in whose sentence nothing is found."""
    unless_draft: str = ""
    """Phrases that keep the rule silent in the whole draft."""
    senses: str = ""
    """Phrases that give the words another meaning in the same sentence."""
    not_cleared_by: list[Row] = []
    """Further voices that do not clear this rule's matches."""
    examples: Examples | None = None
    """Further examples."""


class Words(_File):
    """The shape of `rules/words.yaml`."""

    lists: dict[str, list[str]]


class Source(_File):
    """An entry of `rules/sources.yaml`, by its key."""

    author: str
    """Who wrote it."""
    year: int
    """When it came out."""
    title: str
    """What it is called."""
