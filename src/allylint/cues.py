"""The cues of each voice row: data in `voices/*.yaml`, with their examples, made ready to look for."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from allylint.files import read_text
from allylint.names import ROWS, Reach, Where
from allylint.recall import RecalledLists, RecalledWords
from allylint.rulefolder import RuleText, built_in_folder, words_of
from allylint.vocabulary import Phrases, Vocabulary


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
    from allylint import cache

    shared, texts = words_of(built_in_folder()), dict(_texts())
    key = cache.key_of((shared.text if shared else "", *texts.values()))
    kept = cache.read(key)
    if not kept:
        kept = _kept(shared, texts)
        cache.write(key, kept)
    above = RecalledLists(kept["lists"])
    return {row: tuple(_cues(own, groups, above)) for row, own, groups in kept["rows"]}


def _cues(own: Mapping[str, list[Any]], groups: list[Any], above: RecalledLists) -> Iterator[Cues]:
    lists = RecalledLists(own, above)
    for data in groups:
        yield _ready(data, RecalledWords(lists, data["made"]))


def _texts() -> Iterator[tuple[str, str]]:
    """The voice files, by their paths."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "voices")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".yaml"):
            yield os.path.join(folder, name), read_text(os.path.join(folder, name))


def _kept(shared: RuleText | None, texts: dict[str, str]) -> dict[str, Any]:
    """The voice files as plain data, with the literals of their phrases."""
    from allylint.rulefile import read_words
    from allylint.voicefile import data_of, read_voice

    words = read_words(shared, None) if shared else Vocabulary({})
    files = [read_voice(text, path) for path, text in texts.items()]
    found = {file.row: data_of(file, words) for file in files}
    return {"lists": words.own_lists(), "rows": [found[row] for row in ROWS if row in found]}


def _ready(data: Mapping[str, Any], words: RecalledWords) -> Cues:
    patterns = words.phrases(data["any"], ("any",)).patterns
    regexes = words.regexes(data["regex"])
    company = words.phrases(data["company"], ("with",)) if data["company"] else None
    phrases = Phrases((*patterns, *regexes))
    return Cues(data["where"], data["reach"], phrases, company, data["twice_is_not"])
