"""HTML, a page or a block of it in Markdown: prose with exact offsets."""

import re

from allylint.inputs import _tags
from allylint.inputs._holes import HOLE
from allylint.inputs._nest import Nest
from allylint.inputs._pieces import Pieces
from allylint.inputs._place import Place
from allylint.inputs._prose import Prose
from allylint.model import Block, Comment

_META = re.compile(r"""\sname\s*=\s*["']?description(?=["'\s/>])""", re.IGNORECASE)
_CONTENT = re.compile(
    r"""\scontent\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE
)


class Html:
    """Reads pieces of a source as one; in Markdown, without the `> ` that they stand in."""

    def __init__(
        self, text: str, pieces: list[tuple[int, int]], place: Place, kind: str = "html"
    ) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._pieces = Pieces(text, pieces)
        self._nest = Nest(place)
        self._kind = kind
        self._next = ""
        """The heading or metadata that the next block is."""
        self._prose = Prose(text)
        self._marks: list[str] = []
        self._broken = False
        self._dropped: list[str] = []

    def read(self) -> None:
        """Fills `blocks` and `comments`."""
        html = self._pieces.text
        at = 0
        while token := _tags.TOKEN.search(html, at):
            if at < token.start():
                self._keep(at, token.start())
            at = self._token(token, *self._pieces.span(*token.span()))
        self._keep(at, len(html))
        self._flush()
        self._nest.leave()

    def _token(self, token: re.Match[str], start: int, end: int) -> int:
        """Does what the token says; where to go on."""
        name = _tags.name_of(token)
        if token["comment"] is not None:
            self.comments.append(Comment(token["comment"].strip(), start, end))
        elif token["entity"]:
            return self._entity(token[0], token.start())
        elif self._dropped:
            self._drop(token, name, start, end)
        elif name in _tags.RAW and not token["closes"] and token[0][-2] != "/":
            closing = re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE)
            closed = closing.search(token.string, token.end())
            return closed.end() if closed else len(token.string)
        elif token["filled"]:
            self._prose.put(HOLE, start, end)
        elif name:
            self._tag(token, name, start, end)
        return token.end()

    def _entity(self, entity: str, at: int) -> int:
        prose, length = _tags.character(entity)
        if length:
            self._prose.put(prose, *self._pieces.span(at, at + length))
            self._broken = False
            return at + length
        self._keep(at, at + 1)
        return at + 1

    def _drop(self, token: re.Match[str], name: str, start: int, end: int) -> None:
        """In code, a drawing …: only its own end counts, and those of the same inside of it."""
        dropped = self._dropped[-1]
        if dropped in _tags.CODE and name in _tags.ENDS_CODE:
            self._dropped = []
            self._prose.show(start)
            self._tag(token, name, start, end)
        elif name == dropped and token["closes"]:
            self._dropped.pop()
            if not self._dropped:
                self._prose.show(end, HOLE if name in _tags.SHOWN else "")
        elif name == dropped and token[0][-2] != "/":
            self._dropped.append(name)

    def _tag(self, token: re.Match[str], name: str, start: int, end: int) -> None:
        closes = bool(token["closes"])
        if name in _tags.BREAKS or name in _tags.QUOTES:
            self._flush()
            if name in _tags.HEADINGS or name == "title":
                self._next = "" if closes else name
            self._nest.tag(name, closes, token[0])
        elif name in _tags.MARKS:
            self._mark(name, closes, start)
        elif name == "br":
            self._line(start)
        elif name == "meta" and _META.search(token[0]):
            self._description(token)
        elif name in _tags.SHOWN - _tags.DROPPED and not closes:
            self._prose.put(HOLE, start, end)
        if name in _tags.DROPPED and not closes and token[0][-2] != "/":
            self._dropped = [name]
            self._prose.hide(name, start)
            if name == "pre":
                self._nest.place.after(None)

    def _mark(self, name: str, closes: bool, start: int) -> None:
        if not closes:
            self._marks.append(name)
            self._prose.open(_tags.MARKS[name], start)
        elif self._marks and self._marks[-1] == name:
            self._marks.pop()
            self._prose.close()

    def _line(self, start: int) -> None:
        """A line ends here; twice is a new paragraph."""
        if self._broken:
            self._flush()
        self._broken = True
        self._prose.line(start)

    def _description(self, token: re.Match[str]) -> None:
        """A page's description, as in front matter."""
        if content := _CONTENT.search(token[0]):
            start, end = (token.start() + at for at in content.span(content.lastgroup or 0))
            self._flush()
            self._next = "title"
            while entity := _tags.ENTITY.search(token.string, start, end):
                self._keep(start, entity.start())
                start = self._entity(entity[0], entity.start())
            self._keep(start, end)
            self._flush()

    def _flush(self) -> None:
        self._marks, self._broken = [], False
        if not self._prose:
            return
        place, prose = self._nest.place, self._prose
        self._prose = Prose(self._pieces.source)
        kind = "metadata" if self._next == "title" else "heading" if self._next else ""
        block = prose.block(
            kind or self._nest.kind or self._kind, place.quoted + place.open_quotes,
            place.headings, place.lead, self._nest.column,
        )  # fmt: skip
        if block:
            self.blocks.append(block)
            place.after(None if kind else block)
            if kind == "heading":
                place.under(int(self._next[1]), block)
            self._next = ""

    def _keep(self, start: int, end: int) -> None:
        if self._pieces.pour(self._prose, start, end):
            self._broken = False
