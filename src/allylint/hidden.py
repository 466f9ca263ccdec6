"""Points at characters that hide words from a reader: marks that turn lines round, letters unseen.

After "Trojan Source" (Boucher and Anderson 2023) for the marks, and UTS #39 for what is invisible.
Where a language needs them (marks beside right-to-left letters, joiners, flags) nothing is said.
"""

from collections.abc import Iterator

from allylint.lazily import lazily
from allylint.lines import Lines
from allylint.model import Document, Note

_TURNS = lazily("[\u202b\u202d\u202e\u2067]")
_OVERRIDES = "\u202d\u202e"
_LINE = lazily(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*")
_UNSEEN = lazily(
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # a flag, which is seen
    "|(?P<unseen>[\U000e0001-\U000e007f]+"
    "|(?<=[A-Za-z])[\u180e\u200b\u2060-\u2064\ufeff]+(?=[A-Za-z])"
    "|[\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0]{4,})"
)


def hidden(document: Document, lines: Lines) -> Iterator[Note]:
    """A note for each kind, at its first place. Linear in the text; most texts are ASCII and pass."""
    if document.text.isascii():
        return
    for places, what in (
        (_turned(document.text), "turns the order of letters here, so that readers may see other words"),
        (_unseen(document.text), "can't be seen here, yet it is there for programs"),
    ):  # fmt: skip
        found = list(places)
        if found:
            name = f"U+{ord(document.text[found[0]]):04X}"
            others = len(found) - 1
            also = f" (and in {others:,} other place{'s' * (others > 1)})" if others else ""
            yield Note(document.path, lines.place(found[0])[0], f"{name} {what}{also}.")


def _turned(text: str) -> Iterator[int]:
    if not _TURNS.search(text):
        return
    import unicodedata

    for line in _LINE.finditer(text):
        turns = list(_TURNS.finditer(line[0]))
        if turns:
            needed = any(unicodedata.bidirectional(char) in ("R", "AL") for char in line[0])
            yield from (
                line.start() + mark.start() for mark in turns if mark[0] in _OVERRIDES or not needed
            )


def _unseen(text: str) -> Iterator[int]:
    return (found.start() for found in _UNSEEN.finditer(text) if found["unseen"])
