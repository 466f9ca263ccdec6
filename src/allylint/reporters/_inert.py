"""Keeps the words of a draft from being obeyed by the service whose log they are printed to.

GitHub obeys `::name::` at the start of a line, blanks before it or not, and `##[name]` anywhere in
one; Azure Pipelines and TeamCity have `##vso[…]` and `##teamcity[…]`.
"""

import re
from collections.abc import Callable

from allylint.lazily import lazily

_COMMAND = lazily(r"^([^\S\n]*):(?=:)|##(?=\w*\[)", re.MULTILINE)


def inert(text: str, instead: Callable[[str], str] = lambda _: "·") -> str:
    """The text with another spelling for one character of each such command."""

    def spelled(found: re.Match[str]) -> str:
        return "#" + instead("#") if found[1] is None else found[1] + instead(":")

    return _COMMAND.sub(spelled, text)
