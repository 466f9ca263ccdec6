"""Labelled drafts: lines that say which moves a draft makes, to score rules by."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from allylint.jsonlines import read_objects

HALVES = ("tune", "test")


class _Label(msgspec.Struct):
    move: str
    quote: Any = None


class _Line(msgspec.Struct):
    text: str
    labels: list[_Label | str]
    context: str | None = None
    maybe: list[str] | None = None
    voice: str | None = None
    id: str | int | None = None


class Labelled(NamedTuple):
    """A draft, and what it does by its labels."""

    place: str
    """Its file and line."""
    id: str | int | None
    text: str
    context: str | None
    moves: frozenset[str]
    quotes: dict[str, str]
    """The words of each move, where the label has them."""
    maybe: frozenset[str]
    """Moves that count neither way."""
    voice: str | None


def read_labelled(paths: Iterable[str], half: str | None, errors: list[str]) -> Iterator[Labelled]:
    """The drafts of these files, or of the half that their ids fall in; errors are added."""
    for path in paths:
        for number, said in read_objects(path, _Line, errors):
            if half in (None, _half_of(said)):
                yield _labelled(said, f"{path}:{number}")


def _half_of(said: _Line) -> str:
    name = said.text if said.id is None else str(said.id)
    return HALVES[zlib.crc32(name.encode("utf-8", "surrogatepass")) % 2]


def _labelled(said: _Line, place: str) -> Labelled:
    labels = [_Label(each) if isinstance(each, str) else each for each in said.labels]
    return Labelled(
        place, said.id, said.text, said.context, frozenset(each.move for each in labels),
        {each.move: each.quote for each in reversed(labels) if isinstance(each.quote, str)},
        frozenset(said.maybe or ()), said.voice,
    )  # fmt: skip
