"""Runs the Markdown parser over a text, whatever stands in it."""

import re
from collections.abc import Callable

import pyromark

from allylint.inputs._reader import Reader
from allylint.surrogates import replaced

_MARK = r"[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
_TOO_DEEP = rf"(?<![^\r\n])((?:{_MARK}){{100}}+)((?:{_MARK})++)"
_DENSE = re.compile(r"[>*+.)-][ \t>*+0-9.)-]{100}")


def read_markdown(text: str, begin: int = 0) -> Reader:
    """The blocks and comments of the text, from `begin` on."""
    copy = _parsable(text[begin:])
    reader = Reader(text, _offsets(copy, begin))
    options = pyromark.Options
    reader.read(
        pyromark.events_with_range(
            copy,
            options=options.ENABLE_TABLES
            | options.ENABLE_FOOTNOTES
            | options.ENABLE_STRIKETHROUGH
            | options.ENABLE_TASKLISTS
            | options.ENABLE_GFM,
            merge_text=False,
        )
    )
    return reader


def _parsable(text: str) -> str:
    """A copy of the same length, without what the parser can't take or takes long over."""
    if _DENSE.search(text):
        text = re.sub(_TOO_DEEP, lambda deep: deep[1] + " " * len(deep[2]), text)
    return replaced(text)


def _offsets(text: str, begin: int) -> Callable[[int], int]:
    """From the parser's bytes to characters, by a cursor that moves with the parser."""
    if text.isascii():
        return begin.__add__
    data = text.encode()
    byte, character = 0, begin

    def at(offset: int) -> int:
        nonlocal byte, character
        if offset >= byte:
            character += len(data[byte:offset].decode())
        else:
            character -= len(data[offset:byte].decode())
        byte = offset
        return character

    return at
