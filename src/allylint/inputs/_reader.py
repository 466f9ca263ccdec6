"""From pulldown-cmark's events to blocks: follows the structure, gathers the prose."""

from collections.abc import Callable, Iterable
from typing import Any

from allylint.inputs._holes import HOLE
from allylint.inputs._place import Place
from allylint.inputs._prose import Prose
from allylint.inputs._table import Table
from allylint.model import Block, Comment

_MARKS = frozenset(["Emphasis", "Strong", "Strikethrough", "Link"])


class Reader:
    """Reads events once, in order; `at` gives the text's offset for that of an event."""

    def __init__(self, text: str, at: Callable[[int], int]) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text, self._at = text, at
        self._places = [Place()]
        self._prose: Prose | None = None
        self._skipped = 0
        self._pieces: list[tuple[int, int]] = []
        self._table = Table()

    def read(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Fills `blocks` and `comments`."""
        at = self._at
        name: str
        value: Any
        for event, span in events:
            name, value = (event, None) if type(event) is str else next(iter(event.items()))
            if name == "Text" and not self._skipped:
                self._inline().put(value, at(span["start"]), at(span["end"]))
            elif self._skipped:
                self._skipped += (name == "Start") - (name == "End")
            elif name == "Start":
                self._start(*_parts(value), span)
            elif name == "End":
                self._end(*_parts(value))
            else:
                self._leaf(name, value, at(span["start"]), at(span["end"]))

    def _leaf(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("SoftBreak", "HardBreak"):
            self._inline().line(start)
        elif name == "InlineHtml":
            from allylint.inputs._inlinehtml import inline_html

            self.comments += inline_html(self._inline(), value, start, end)
        elif name == "Html":
            self._pieces.append((start, end))
        elif name == "Rule":
            self._flush()
            self._places[-1].after(None)
        elif name != "TaskListMarker":
            self._inline().put(HOLE, start, end)

    def _start(self, name: str, value: Any, span: Any) -> None:
        if name in _MARKS:
            self._open(name, value, span)
        elif name == "Image":
            self._inline().put(HOLE, self._at(span["start"]), self._at(span["end"]))
            self._skipped = 1
        else:
            self._flush()
            self._start_block(name, value)

    def _start_block(self, name: str, value: Any) -> None:
        place = self._places[-1]
        if name == "BlockQuote":
            self._places.append(place.inside(quotes=value is None))
        elif name in ("List", "Item"):
            self._places.append(place.inside("item", lead=place.before))
        elif name == "FootnoteDefinition":
            self._places.append(place.inside("footnote", lead=""))
        elif name == "CodeBlock":
            self._skipped = 1
            place.after(None)
        elif name == "HtmlBlock":
            self._pieces = []
        elif name == "Table":
            self._table = Table()
        elif name == "TableRow":
            self._table.row()

    def _open(self, name: str, value: Any, span: Any) -> None:
        start, prose = self._at(span["start"]), self._inline()
        prose.open(name.lower(), start)
        if name == "Link" and value["link_type"] in ("Autolink", "Email"):
            prose.put(HOLE, start, self._at(span["end"]))
            prose.close()
            self._skipped = 1

    def _end(self, name: str, value: Any) -> None:
        if name in _MARKS:
            self._inline().close()
        elif name == "Heading":
            heading = self._flush("heading")
            self._places[-1].under(int(value[1:]), heading)
            self._places[-1].after(None)
        elif name == "TableCell":
            cell = self._flush("cell", self._table.column())
            self._table.cell(cell)
        elif name == "HtmlBlock":
            self._html()
        else:
            self._flush()
            if name in ("BlockQuote", "List", "Item", "FootnoteDefinition"):
                self._places.pop()
            if name != "Paragraph" and name != "Item":
                self._places[-1].after(None)

    def _inline(self) -> Prose:
        if self._prose is None:
            self._prose = Prose(self._text)
        return self._prose

    def _html(self) -> None:
        from allylint.inputs._html import Html

        html = Html(self._text, self._pieces, self._places[-1])
        html.read()
        self.blocks += html.blocks
        self.comments += html.comments
        if html.blocks:
            self._places[-1].after(html.blocks[-1])

    def _flush(self, kind: str = "", column: str = "") -> Block | None:
        if self._prose is None:
            return None
        place, prose, self._prose = self._places[-1], self._prose, None
        quoted, lead = place.quoted + place.open_quotes, "" if kind == "cell" else place.lead
        block = prose.block(kind or place.kind, quoted, place.headings, lead, column)
        if block:
            self.blocks.append(block)
            place.after(block)
        return block


def _parts(event: Any) -> tuple[str, Any]:
    """An event's name and what it holds; some are a bare name."""
    return (event, None) if type(event) is str else next(iter(event.items()))
