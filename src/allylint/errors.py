"""What we say when something can't be read: where, what is there, what could be there."""

from collections.abc import Iterable


class AllylintError(Exception):
    """One clear line for a person: where, what is there, what could be there."""

    def __init__(self, where: str, what: str, instead: str = "") -> None:
        if len(parts := what.splitlines()) > 1:
            what = " ".join(filter(None, map(str.strip, parts)))
        self.where, self.what, self.instead = where, what, instead
        self.others: list[AllylintError] = []
        """Further mistakes in the same file."""
        super().__init__(f"{where}: {what}" + (f" {instead}" if instead else ""))


def perhaps(word: str, known: Iterable[str]) -> str:
    """The nearest right spelling, as a short sentence; empty where nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Perhaps `{near[0]}`?" if near else ""
