"""Parsed phrases as plain data, and back: words are texts, groups are lists.

["as", ["?", ["a"], ["an"]], "<title>", "..."]   is   as [a | an] <title> ...
"""

from typing import Any

from allylint.nodes import Gap, Group, Node, Sequence, Slot, Stop, Word

_GAP = "..."
_STOPS = frozenset(",?!:;.")


def data_of(sequence: Sequence) -> list[Any]:
    """A phrase as plain data."""
    return [_data(node) for node in sequence]


def sequence_of(data: list[Any]) -> Sequence:
    """The phrase that was plain data."""
    return tuple([_node(each) for each in data])


def _data(node: Node) -> Any:
    match node:
        case Word(text, stem):
            return f"{text}*" if stem else text
        case Slot(name):
            return f"<{name}>"
        case Stop(char):
            return char
        case Gap():
            return _GAP
        case Group(options, optional):
            return ["?" if optional else "|", *map(data_of, options)]


def _node(data: Any) -> Node:
    if not isinstance(data, str):
        return Group(tuple(map(sequence_of, data[1:])), data[0] == "?")
    if data[0] == "<":
        return Slot(data[1:-1])
    if data == _GAP:
        return Gap()
    if data[0] in _STOPS:
        return Stop(data)
    return Word(data[:-1], True) if data[-1] == "*" else Word(data)
