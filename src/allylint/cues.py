"""The cues of each voice row: data in `voices/*.yaml`, with their examples, made ready to look for."""

import os
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from allylint.pattern import RegexPattern
from allylint.regexes import read_regex
from allylint.rule import ROWS, Row
from allylint.rulebook import shared_words
from allylint.vocabulary import Phrases, Vocabulary
from allylint.yamlfile import load

Where = Literal["before", "after", "sentence", "nearby", "block", "heading", "lead", "column"]
Reach = Literal["next", "phrase", "clause", "sentence"]


class CueGroup(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Cues that stand at one place and reach equally far; `with` must stand near them too."""

    where: Where
    reach: Reach = "clause"
    any: str = ""
    regex: list[str] = []
    company: str = msgspec.field(name="with", default="")
    twice_is_not: bool = False
    """One may deny the saying of another: "I'm not saying I'm not"."""


class VoiceFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The shape of `voices/<row>.yaml`; examples mark the words in question with { }."""

    row: Row
    title: str
    lists: dict[str, list[str]] = {}
    cues: list[CueGroup]
    clears: list[str]
    own: list[str]


class Cues(NamedTuple):
    """A group of cues, ready to look."""

    where: Where
    reach: Reach
    phrases: Phrases
    company: Phrases | None
    twice_is_not: bool


@cache
def voices() -> dict[str, tuple[Cues, ...]]:
    """The cues of each row, in the order of the voice table. Raises AllylintError."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "voices")
    found = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".yaml"):
            said = read_voice(os.path.join(folder, name))
            words = Vocabulary(said.lists, shared_words())
            found[said.row] = tuple(_ready(group, words) for group in said.cues)
    return {row: found[row] for row in ROWS if row in found}


def _ready(group: CueGroup, words: Vocabulary) -> Cues:
    patterns = words.phrases(group.any, ("any",)).patterns
    regexes = tuple(RegexPattern(read_regex(text, ("regex",))) for text in group.regex)
    company = words.phrases(group.company, ("with",)) if group.company else None
    return Cues(
        group.where, group.reach, Phrases((*patterns, *regexes)), company, group.twice_is_not
    )


def read_voice(path: str) -> VoiceFile:
    """One voice file. Raises AllylintError."""
    with open(path, encoding="utf-8") as file:
        return load(file.read(), path, VoiceFile)[0]
