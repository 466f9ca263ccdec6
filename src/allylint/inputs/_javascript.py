"""How far the JavaScript in MDX reaches: what stands in braces, an import, a component's tag."""

import re

from allylint.inputs._codespans import BLANK_LINE

_TOKEN = re.compile(
    r"""
    \\.  |  "(?:[^"\\\n]|\\.)*+"  |  '(?:[^'\\\n]|\\.)*+'
  | /\*  |  (?<![:\w/])//[^\n]*+  |  `
  | (?P<opens>[{(\[])  |  (?P<closes>[})\]])
  | (?P<blank>\n[ \t\r]*(?=\n|\Z))
    """,
    re.VERBOSE | re.DOTALL,
)
_TEMPLATE = re.compile(r"\\.|(?P<ends>`)|(?P<fills>\$\{)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_ONE_LINE = re.compile(r"\{[^{}\n]*+\}")
_ATTRIBUTES = re.compile(r"(?:[^<>{}\"'/]|\"[^\"]*+\"|'[^']*+'|/(?!>))*+")


class JavaScript:
    """Finds ends; once something never ended, it reads more simply, so that time stays linear."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._simple = 0
        self._known: dict[int, int] = {}

    def braces(self, start: int) -> int:
        """The end of the braces that open here, or -1: then this is a plain character."""
        if start not in self._known:
            self._known[start] = self._braces(start)
        return self._known[start]

    def statement(self, start: int) -> int:
        """The end of an import or export: the first blank line that stands in no brackets."""
        if self._simple == 0:
            end = self._lexed(start, "{([", blank=True)
            if end >= 0:
                return end
            self._simple = 1
        blank = BLANK_LINE.search(self._text, start)
        return blank.start() if blank else len(self._text)

    def tag(self, at: int) -> int:
        """The end of a component's tag whose name ends here, or -1."""
        while attributes := _ATTRIBUTES.match(self._text, at):
            at = attributes.end()
            if self._text.startswith((">", "/>"), at):
                return at + (1 if self._text[at] == ">" else 2)
            at = self.braces(at) if self._text.startswith("{", at) else -1
            if at < 0:
                break
        return -1

    def _braces(self, start: int) -> int:
        for way in (self._lexed, self._counted)[self._simple :]:
            end = way(start)
            if end >= 0:
                return end
            self._simple += 1
        line = _ONE_LINE.match(self._text, start)
        return line.end() if line else -1

    def _lexed(self, start: int, brackets: str = "{", blank: bool = False) -> int:
        text, at, depth = self._text, start, 0
        templates: list[int] = []
        while token := _TOKEN.search(text, at):
            at = token.end()
            if token["blank"]:
                if blank and depth <= 0:
                    return token.start()
            elif token["opens"]:
                depth += token["opens"] in brackets
            elif token["closes"]:
                depth -= "{(["["})]".index(token["closes"])] in brackets
                if templates and depth == templates[-1]:
                    templates.pop()
                    at, depth = self._template(at, depth, templates)
                elif depth == 0 and not blank:
                    return at
            elif token[0] == "/*":
                at = text.find("*/", at) + 2
            elif token[0] == "`":
                at, depth = self._template(at, depth, templates)
            if at <= token.start():
                return -1
        return len(text) if blank and depth <= 0 else -1

    def _template(self, at: int, depth: int, templates: list[int]) -> tuple[int, int]:
        """Where a template literal ends, or goes over into what it is filled with."""
        while token := _TEMPLATE.search(self._text, at):
            at = token.end()
            if token["ends"]:
                return at, depth
            if token["fills"]:
                templates.append(depth)
                return at, depth + 1
        return -1, depth

    def _counted(self, start: int) -> int:
        depth = 0
        for brace in _BRACE.finditer(self._text, start):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                return brace.end()
        return -1
