"""Halves of UTF-16 pairs that stand alone: Python's text can hold them, parsers written in C can't."""

from allylint.lazily import lazily

_SURROGATE = lazily("[\ud800-\udfff]")


def replaced(text: str) -> str:
    """The text with U+FFFD for each of them, so that no offset moves."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
