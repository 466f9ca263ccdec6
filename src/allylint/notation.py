"""Phrases written out again: as they were understood, and as people might say them."""

from collections.abc import Iterator
from itertools import islice

from allylint.nodes import Ending, Gap, Group, Node, Not, ParsedLists, Sequence, Slot, Stop, Word

_ANY = ("old", "green")
"""What stands for any word in an example."""


def written(phrase: Sequence) -> str:
    """The phrase in the notation of rule files, folded as drafts are."""
    return "".join(_spaced(map(_written, phrase)))


def said(phrase: Sequence, lists: ParsedLists, most: int = 3) -> list[str]:
    """Up to so many drafts that the phrase matches, each going another way where it branches."""
    made = ("".join(_spaced(_said(phrase, lists, way))) for way in range(most * 3))
    return list(islice(dict.fromkeys(text.strip() for text in made), most))


def _spaced(parts: Iterator[str]) -> Iterator[str]:
    """Blanks between parts, but none before a comma."""
    first = True
    for part in filter(None, parts):
        mark = part[0] in ",?!:;." and part != "..."
        yield part if first or mark else f" {part}"
        first = False


def _written(node: Node) -> str:
    match node:
        case Word(text, stem):
            return text + "*" * stem
        case Ending(text):
            return f"*{text}"
        case Not(name):
            return f"<!{name}>"
        case Slot(name):
            return f"<{name}>"
        case Stop(char):
            return char
        case Gap():
            return "..."
        case Group(options, optional):
            inside = " | ".join(map(written, options))
            return f"[{inside}]" if optional else f"({inside})"


def _said(phrase: Sequence, lists: ParsedLists, way: int, depth: int = 0) -> Iterator[str]:
    for at, node in enumerate(phrase):
        match node:
            case Word(text, stem):
                yield text + "s" * stem
            case Ending(text):
                yield f"work{text}"
            case Not():
                pass
            case Slot("word"):
                yield _ANY[way % 2]
            case Slot("start" | "end"):
                pass
            case Slot(name):
                yield from _chosen(lists[name], lists, way + at, depth)
            case Group(options, optional):
                if not optional or (way and (way + at) % 3):
                    yield from _chosen(options, lists, way + at, depth)
            case Stop(char):
                yield char
            case Gap():
                yield from _ANY[: way % 2]


def _chosen(
    options: tuple[Sequence, ...], lists: ParsedLists, way: int, depth: int
) -> Iterator[str]:
    inner = way // len(options) if depth else way
    yield from _said(options[way % len(options)], lists, inner, depth + 1)
