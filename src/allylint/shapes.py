"""What a rule file may say: one move, its words, its ways of looking and its examples."""

from functools import cache
from typing import Any, Literal, get_type_hints

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
        (name, hint, getattr(settings, name)) if hasattr(settings, name) else (name, hint)
        for name, hint in get_type_hints(settings).items()
    ]
    return msgspec.defstruct(
        "Settings", fields, rename=_key, forbid_unknown_fields=True, kw_only=True
    )


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
    try_: str = ""
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


class Words(_File):
    """The shape of `rules/words.yaml`."""

    lists: dict[str, list[str]]
