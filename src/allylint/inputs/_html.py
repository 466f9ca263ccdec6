"""HTML in Markdown: prose with exact offsets from a block of it, and what a tag does.

The standard library's parser takes quadratic time on unclosed markup and raises
on some of it; tokens are all that is needed here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from allylint.inputs._holes import HOLE
from allylint.inputs._place import Place
from allylint.inputs._prose import Prose
from allylint.model import Block, Comment

_CODE = frozenset(["code", "kbd", "samp", "tt"])
_DROPPED = _CODE | {"pre", "script", "style", "svg", "template"}
_BREAKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote br caption center dd details div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section
        summary table tbody td tfoot th thead tr ul""",
    )
)
_QUOTES = frozenset(["blockquote", "q"])
_TOKEN = re.compile(
    r"""
    <!--(?P<comment>.*?)--> | <!--.*+ | <[!?][^>]*+>?
  | <(?P<closes>/?)(?P<name>[a-zA-Z][^\s/<>]*+)
    (?: (?:[^<>"']|"[^"<]*"|'[^'<]*')*+> | [^<>]*+> )
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    """,
    re.VERBOSE | re.DOTALL,
)


def inline_html(prose: Prose, html: str, start: int, end: int) -> list[Comment]:
    """What a tag or comment does to the paragraph that it stands in."""
    token = _TOKEN.fullmatch(html)
    name = (token["name"] or "").lower() if token else ""
    if html.startswith("<!--"):
        return [Comment(html[4:-3].strip(), start, end)]
    if prose.hidden:
        if html.startswith("</") and name == prose.hidden[0]:
            prose.show(end)
    elif name in _CODE and not html.startswith("</"):
        prose.hide(name, start)
    elif name in _BREAKS or name == "img":
        prose.put(HOLE if name == "img" else "\n", start, end)
    return []


class HtmlBlock:
    """An HTML block: pieces of the source, without the `> ` of quotes that it stands in."""

    def __init__(self, text: str, pieces: list[tuple[int, int]], place: Place) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text, self._place = text, place
        self._pieces = pieces
        self._html = "".join(text[start:end] for start, end in pieces)
        self._starts = [0]
        for start, end in pieces:
            self._starts.append(self._starts[-1] + end - start)
        self._prose = Prose(text)
        self._depth = {"blockquote": place.open_quotes, "q": 0}
        self._dropped = ""

    def read(self) -> None:
        """Fills `blocks` and `comments`."""
        at = 0
        for token in _TOKEN.finditer(self._html):
            self._keep(at, token.start())
            at = token.end()
            self._token(token, self._source(token.start()), self._source(at - 1) + 1)
        self._keep(at, len(self._html))
        self._split()
        self._place.open_quotes = self._depth["blockquote"]

    def _token(self, token: re.Match[str], start: int, end: int) -> None:
        if token["comment"] is not None:
            self.comments.append(Comment(token["comment"].strip(), start, end))
        elif token["name"]:
            self._tag(token["name"].lower(), bool(token["closes"]), token[0][-2] == "/", start, end)
        elif token["entity"]:
            from html import unescape

            self._prose.put(unescape(token["entity"]), start, end)

    def _tag(self, name: str, closes: bool, empty: bool, start: int, end: int) -> None:
        if self._dropped:
            if closes and name == self._dropped:
                self._dropped = ""
                self._prose.show(end, HOLE if name in _CODE else "")
        elif name == "br":
            self._prose.put("\n", start, end)
        elif name == "img":
            self._prose.put(HOLE, start, end)
        elif name in _BREAKS or name in _QUOTES:
            self._split()
        if name in _QUOTES and not self._dropped:
            self._depth[name] = max(0, self._depth[name] + (-1 if closes else 1))
        if name in _DROPPED and not (closes or empty or self._dropped):
            self._dropped = name
            self._prose.hide(name, start)

    def _split(self) -> None:
        place, depth = self._place, sum(self._depth.values())
        block = self._prose.block("html", place.quoted + depth, place.headings, place.lead)
        if block:
            self.blocks.append(block)
        self._prose = Prose(self._text)

    def _keep(self, start: int, end: int) -> None:
        for begin, stop in self._sources(start, end):
            self._prose.put(self._text[begin:stop], begin, stop)

    def _sources(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        index = bisect_right(self._starts, start) - 1
        while start < end:
            stop = min(end, self._starts[index + 1])
            offset = self._pieces[index][0] - self._starts[index]
            yield start + offset, stop + offset
            start, index = stop, index + 1

    def _source(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        return self._pieces[index][0] + offset - self._starts[index]
