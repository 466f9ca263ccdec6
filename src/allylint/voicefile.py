"""What a file of voice cues may say, and the plain data that is kept of it."""

from typing import Any

import msgspec

from allylint.names import Reach, Row, Where
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


def data_of(file: VoiceFile, shared: Vocabulary) -> tuple[str, Any, list[Any]]:
    """Its row, its lists, and its groups of cues with the literals of their phrases."""
    words = Vocabulary(file.lists, shared)
    return file.row, words.own_lists(), [_group(group, words) for group in file.cues]


def _group(group: CueGroup, above: Vocabulary) -> dict[str, Any]:
    words = Vocabulary({}, above)
    words.phrases(group.any, ("any",))
    words.phrases(group.company, ("with",))
    words.regexes(group.regex)
    fields = {name: getattr(group, name) for name in group.__struct_fields__}
    return {**fields, "made": words.made}
