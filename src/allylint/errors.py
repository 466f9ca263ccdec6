"""What we say when something can't be read: where, what is there, what could be there."""

import re
from collections.abc import Iterable

_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


class AllylintError(Exception):
    """One clear line for a person: where, what is there, what could be there."""

    def __init__(self, where: str, what: str, instead: str = "") -> None:
        what = _BREAKS.sub(" ", what)
        self.where, self.what, self.instead = where, what, instead
        self.others: list[AllylintError] = []
        """Further mistakes in the same file."""
        super().__init__(f"{where}: {what}" + (f" {instead}" if instead else ""))


def perhaps(word: str, known: Iterable[str]) -> str:
    """The nearest right spelling, as a short sentence; empty where nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Perhaps `{near[0]}`?" if near else ""
