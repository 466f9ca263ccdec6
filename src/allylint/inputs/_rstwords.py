"""A paragraph of reStructuredText: emphasis, links, literals and roles become prose."""

import re

from allylint.inputs import _rstnames
from allylint.inputs._holes import HOLE
from allylint.inputs._pieces import Pieces
from allylint.inputs._place import Place
from allylint.inputs._prose import Prose
from allylint.model import Block

_BEFORE = r"(?:(?<=[\s'\"(\[{<\-/:‘“’«¡¿–—])|(?<![\s\S]))"
_AFTER = r"(?=[\s'\")\]}>\-/:.,;!?\\’”»…–—]|\Z)"
_NAME = r"[^\W_]+(?:[-._+:][^\W_]+)*+"
_START = re.compile(
    rf"""
    \\.
  | {_BEFORE} (?:
        (?P<strong>\*\*)(?=\S) | (?P<emphasis>\*)(?![\s*]) | (?P<literal>``)(?=\S)
      | (?P<target>_`)(?=\S) | (?P<sub>\|)(?=\S)
      | (?P<role>:{_NAME}:)?`(?=\S)
      | (?P<note>\[(?:\#?{_NAME}|\#|\*)\]_){_AFTER}
    )
  | (?<![\w.:+-])(?P<name>{_NAME})__?{_AFTER}
    """,
    re.VERBOSE | re.DOTALL,
)
_END = {
    "strong": re.compile(rf"(?<![\s\\])\*\*{_AFTER}"),
    "emphasis": re.compile(rf"(?<![\s\\])\*{_AFTER}"),
    "literal": re.compile(rf"(?<!\s)``{_AFTER}"),
    "target": re.compile(rf"(?<![\s\\])`{_AFTER}"),
    "sub": re.compile(rf"(?<![\s\\])\|_{{0,2}}{_AFTER}"),
    "phrase": re.compile(rf"(?<![\s\\])`(?P<suffix>:{_NAME}:|__?)?{_AFTER}"),
}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CLOSER = {"'": "'", '"': '"', "(": ")", "[": "]", "{": "}", "<": ">", "‘": "’", "“": "”", "«": "»"}


class Words:
    """Reads the joined lines of a paragraph into prose."""

    def __init__(self, pieces: Pieces, prose: Prose) -> None:
        self._pieces, self._prose = pieces, prose
        self._text = pieces.text
        self._open: set[str] = set()
        """Markup that has no end from here on."""

    def read(self) -> None:
        """Puts all of it."""
        at = begin = 0
        while token := _START.search(self._text, at):
            at = self._token(token, begin)
            if at < 0:
                at = token.end()
            else:
                begin = at
        self._plain(begin, len(self._text))

    def _token(self, token: re.Match[str], begin: int) -> int:
        """Where markup ends that starts here, once it is read; -1 for what is none."""
        start, kind = token.start(), token.lastgroup or "phrase"
        if token[0][0] == "\\":
            return -1
        if kind == "note":
            self._plain(begin, start)
            self._put(HOLE, token.span())
        elif kind == "name":
            self._plain(begin, start)
            self._marked("link", *token.span("name"))
        else:
            kind = "phrase" if kind == "role" else kind
            end = None if self._quoted(token) else self._end(kind, token.end())
            if not end:
                return -1
            self._plain(begin, start)
            self._markup(kind, token, end)
            return end.end()
        return token.end()

    def _quoted(self, token: re.Match[str]) -> bool:
        """`"*"` and `(*)` speak of the sign."""
        before = self._text[token.start() - 1 : token.start()]
        return before in _CLOSER and self._text[token.end() : token.end() + 1] == _CLOSER[before]

    def _end(self, kind: str, at: int) -> re.Match[str] | None:
        end = _END[kind].search(self._text, at + 1) if kind not in self._open else None
        if end is None:
            self._open.add(kind)
        return end

    def _markup(self, kind: str, token: re.Match[str], end: re.Match[str]) -> None:
        inner = token.end(), end.start()
        if kind in ("strong", "emphasis"):
            self._marked(kind, *inner)
        elif kind == "target":
            self._plain(*inner)
        elif kind == "phrase":
            role = token["role"] or end["suffix"] or ""
            self._phrase(role.strip(":"), *inner, (token.start(), end.end()))
        else:
            self._put(HOLE, (token.start(), end.end()))

    def _phrase(self, role: str, start: int, end: int, whole: tuple[int, int]) -> None:
        """A link or a role: `text <target>`, or words that the role says how to take."""
        words = self._before("<", ">", start, end)
        if role and words > start:
            self._marked("link", start, words)
        elif role.startswith("_") and words < 0:
            self._marked("link", start, end)
        elif role.rpartition(":")[2] in _rstnames.SPOKEN:
            shown = self._before("(", ")", start, end)
            self._plain(start, shown if role in ("abbr", "ac") and shown > start else end)
        else:
            self._put(HOLE, whole)

    def _before(self, opens: str, closes: str, start: int, end: int) -> int:
        """Where the words end before a last part in brackets; -1, if there is none."""
        bracket = self._text.rfind(opens, start, end)
        if bracket < 0 or self._text[end - 1] != closes or self._text[bracket - 1] == "\\":
            return -1
        return start + len(self._text[start:bracket].rstrip())

    def _marked(self, kind: str, start: int, end: int) -> None:
        self._prose.open(kind, self._pieces.at(start))
        self._plain(start, end)
        self._prose.close()

    def _put(self, prose: str, span: tuple[int, int]) -> None:
        self._prose.put(prose, *self._pieces.span(*span))

    def _plain(self, start: int, end: int) -> None:
        """Text without markup; a backslash goes, and so does a blank behind it."""
        for escape in _ESCAPE.finditer(self._text, start, end):
            self._pieces.pour(self._prose, start, escape.start())
            if not escape[1].isspace():
                self._put(escape[1], escape.span())
            start = escape.end()
        self._pieces.pour(self._prose, start, end)


def paragraph(
    text: str, spans: list[tuple[int, int]], kind: str, place: Place, column: str
) -> Block | None:
    """The block that these pieces of lines make, unless there is nothing to read in it."""
    prose = Prose(text)
    Words(Pieces(text, spans), prose).read()
    cell = kind == "cell"
    return prose.block(
        kind, place.quoted, place.headings, "" if cell else place.lead, column if cell else ""
    )
