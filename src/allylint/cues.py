"""The cues of each voice row: data in `voices/*.yaml`, with their examples, made ready to look for."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from allylint.cache import Kept, Parts
from allylint.files import read_text
from allylint.names import ROWS, Reach, Where
from allylint.pattern import Phrases
from allylint.recall import RecalledLists, kept_lists, phrases_of
from allylint.rulefolder import WORDS, built_in_folder, words_of

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "voices")
"""Where the voice files are."""


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
    parts = _parts()
    kept = parts[0]
    above = RecalledLists(kept["lists"], parts)
    return {row: tuple(_cues(at, groups, above, parts)) for row, at, groups in kept["rows"]}


def _parts() -> Parts:
    """From what came along with the code, else from the user's cache, else from the files."""
    from allylint import cache, shipped

    rules = built_in_folder()
    if made := shipped.read("voices.data", [rules, FOLDER]):
        return made
    key = cache.key_of(["voices", *cache.state_of(rules, WORDS), *cache.state_of(FOLDER, ".yaml")])
    return cache.read(key) or cache.write(key, voice_parts())


def voice_parts() -> list[Any]:
    """The voice files as parts to keep; the first tells of the others."""
    from allylint.rulefile import read_words
    from allylint.vocabulary import Vocabulary
    from allylint.voicefile import data_of, read_voice

    shared = words_of(built_in_folder())
    words = read_words(shared, None) if shared else Vocabulary({})
    paths = [os.path.join(FOLDER, name) for name in sorted(os.listdir(FOLDER))]
    files = [read_voice(read_text(path), path) for path in paths if path.endswith(".yaml")]
    kept = Kept()
    kept.add(None)
    found = {file.row: data_of(file, words, kept) for file in files}
    rows = [found[row] for row in ROWS if row in found]
    kept.parts[0] = {"lists": kept_lists(words.own_lists(), kept), "rows": rows}
    return kept.parts


def _cues(
    own: Mapping[str, Any], groups: list[Any], above: RecalledLists, parts: Parts
) -> Iterator[Cues]:
    lists = RecalledLists(own, parts, above)
    for data in groups:
        yield _ready(data, lists, parts)


def _ready(data: Mapping[str, Any], lists: RecalledLists, parts: Parts) -> Cues:
    def phrases(field: str) -> Phrases:
        return phrases_of(lambda: parts[data["made"]][field], lists, parts)

    company = phrases("with") if data["company"] else None
    return Cues(data["where"], data["reach"], phrases("any"), company, data["twice_is_not"])
