"""MDX made plain Markdown: without statements, expressions and the tags of components."""

import re

from allylint.inputs import _tags
from allylint.inputs._codespans import CodeSpans
from allylint.inputs._derived import Derived
from allylint.inputs._holes import HOLE
from allylint.inputs._javascript import JavaScript
from allylint.model import Comment

_STATEMENT = re.compile(r"(?:import|export)(?=[\s{*'\"])")
_FENCE = re.compile(
    r"(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\n]*+(?:\n|\Z))|~{3,})"
)
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]+")
_INDENT = re.compile(r"[ \t]*+")
_NEXT = re.compile(r"\\.|\]\(\{|`+|\{|</?(?=[A-Za-z>])|\n", re.DOTALL)
_REST = re.compile(r"[ \t\r]*+(?:\n|\Z)")
_COMMENT = re.compile(r"\{\s*+/\*(.*)\*/\s*\}", re.DOTALL)
_NAME = re.compile(r"([A-Za-z][\w.-]*+(?::[\w.-]++)?)?(?=[\s/>{])")
_MEANT = _tags.DROPPED | _tags.RAW | _tags.LISTS | _tags.ITEMS | _tags.CELLS | _tags.QUOTES
_MEANT |= _tags.HEADINGS | {"br", "img", "summary", "table", "tbody", "tfoot", "thead", "tr"}
"""Tags that say something about the prose in them; others go, so that Markdown goes on."""


class Mdx:
    """Reads lines in order; `plain` is Markdown that a Markdown parser reads as MDX means it."""

    def __init__(self, text: str) -> None:
        self.plain = Derived(text)
        self.comments: list[Comment] = []
        self._text = text
        self._script = JavaScript(text)
        self._code = CodeSpans(text)
        self._base: int | None = 0
        """How far what stands in the component is indented; None before its first line."""
        self._more = 0
        """How much further it is indented, as code would be in Markdown."""
        self._indent = 0
        self._listed = 0
        """Where the text of the list item stands that we may be in."""
        self._after_blank = True
        self._bare = True
        """Whether nothing stands in the line yet."""

    def read(self, begin: int) -> None:
        """Fills `plain` and `comments`."""
        at = begin
        while at < len(self._text):
            at = self._line(at)

    def _line(self, start: int) -> int:
        """Reads the line, and what begins in it; where to go on."""
        text = self._text
        if self._after_blank and _STATEMENT.match(text, start):
            return self._script.statement(start)
        at = self._indented(start)
        if _REST.match(text, at):
            self._after_blank = True
            return self._kept(at, text.find("\n", at) + 1 or len(text))
        fence = _FENCE.match(text, at)
        at = self._fenced(at, fence["fence"]) if fence else self._inline(at)
        self._after_blank = False
        return at

    def _indented(self, start: int) -> int:
        """Where the line begins for Markdown: in a component, or outside of lists, without its blanks."""
        at = _past(_INDENT, self._text, start)
        if _REST.match(self._text, at):
            return at
        self._indent = at - start
        if self._base is None:
            self._base, self._listed = self._indent, 0
        if self._indent < self._base + self._more:
            self._more = 0
        within = max(0, self._indent - self._base - self._more)
        if not within and self._after_blank:
            self._listed = 0
        if within > self._listed + 3:
            self._more += within - self._listed
            within = self._listed
        if item := _ITEM.match(self._text, at):
            self._listed = within + item.end() - at
        self._bare = True
        return at - within

    def _fenced(self, start: int, fence: str) -> int:
        end = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t\r]*$", re.MULTILINE)
        closed = end.search(self._text, self._text.find("\n", start) + 1 or len(self._text))
        if not closed:
            return self._kept(start, len(self._text))
        self._kept(start, closed.start())
        at = _past(_INDENT, self._text, closed.start())
        return self._kept(max(at - 3, closed.start()), closed.end())

    def _inline(self, at: int) -> int:
        """Reads on to the end of the line, or of what begins in it."""
        text = self._text
        while token := _NEXT.search(text, at):
            self._kept(at, token.start())
            at = token.end()
            if token[0] == "\n":
                return self._kept(token.start(), at)
            if token[0][0] == "{":
                at = self._expression(token.start())
            elif token[0][0] == "<":
                at = self._tag(token.start(), at)
            elif token[0][0] == "`":
                at = self._kept(token.start(), self._code.end(at, len(token[0])))
            else:
                at = self._kept(token.start(), at)
        return self._kept(at, len(text))

    def _kept(self, start: int, end: int) -> int:
        self.plain.keep(start, end)
        if self._bare and self._text[start:end].strip():
            self._bare = False
        return end

    def _expression(self, start: int) -> int:
        end = self._script.braces(start)
        if end < 0:
            return self._kept(start, start + 1)
        comment = _COMMENT.fullmatch(self._text, start, end)
        if comment:
            self.comments.append(Comment(comment[1].strip(), start, end))
        elif self._text[start + 1 : end - 1] in ("' '", '" "'):
            self.plain.put(" ", start, end)
        elif self._text[start + 1] != "#" and not self._alone(end):
            self._bare = False
            self.plain.put(HOLE, start, end)
        return end

    def _alone(self, end: int) -> bool:
        return self._bare and _REST.match(self._text, end) is not None

    def _tag(self, start: int, at: int) -> int:
        """A component's tag goes; of HTML's, those that mean something stay, without attributes."""
        text = self._text
        name = _NAME.match(text, at)
        end = self._script.tag(name.end()) if name else -1
        if not name or end < 0:
            return self._kept(start, at)
        closing = 2 if text[end - 2] == "/" else 1
        if name[0].lower() in _MEANT and name[0][0].islower():
            self._kept(start, name.end())
            self._kept(end - closing, end)
        elif self._alone(end):
            self._component(text[start + 1] == "/", closing == 2)
        elif closing == 2:
            self._bare = False
            self.plain.put(HOLE, start, end)
        return end

    def _component(self, closes: bool, empty: bool) -> None:
        """A component's tag alone in its line: what stands in it is indented as its first line is."""
        if not empty:
            self._base = self._indent if closes else None


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where what the pattern matches here ends."""
    found = pattern.match(text, at)
    return found.end() if found else at
