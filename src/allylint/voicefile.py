"""What a file of voice cues may say, and the plain data that is kept of it."""

from typing import Any

import msgspec

from allylint.cache import Kept
from allylint.names import Reach, Row, Where
from allylint.recall import kept_lists, kept_phrases
from allylint.vocabulary import Vocabulary
from allylint.yamlfile import load


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


def read_voice(text: str, path: str) -> VoiceFile:
    """One voice file. Raises AllylintError."""
    return load(text, path, VoiceFile)[0]


def data_of(file: VoiceFile, shared: Vocabulary, kept: Kept) -> tuple[str, Any, list[Any]]:
    """Its row, its lists, and its groups of cues, whose phrases are parts of their own."""
    words = Vocabulary(file.lists, shared)
    groups = [_group(group, words, kept) for group in file.cues]
    return file.row, kept_lists(words.own_lists(), kept), groups


def _group(group: CueGroup, above: Vocabulary, kept: Kept) -> dict[str, Any]:
    words = Vocabulary({}, above)
    words.phrases(group.any, ("any",), group.regex)
    words.phrases(group.company, ("with",))
    fields = ("where", "reach", "company", "twice_is_not")
    return {
        **{name: getattr(group, name) for name in fields},
        "made": kept.add(kept_phrases(words.made, kept)),
    }
