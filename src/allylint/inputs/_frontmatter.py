"""Front matter: the values that people read, with exact offsets, from YAML or TOML.

A small scanner; what it does not understand is skipped, and nothing is raised.
"""

import re
from collections.abc import Iterator

from allylint.inputs._prose import Prose
from allylint.model import Block

_FRONT = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n"
    r"(?P<body>(?:[ \t]*#.*\n)*[\w.-]+[ \t]*(?::(?=\s)|=)(?s:.*?)^)"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_VALUE = re.compile(
    r"^(?:title|subtitle|description|summary|excerpt|bio|tags)[ \t]*(?::(?=\s)|=)"
    r"(?P<value>.*\n?(?:(?:[ \t]+\S.*|[ \t\r]*|(?:-[ \t]|\]).*)(?:\n|\Z))*)",
    re.MULTILINE | re.IGNORECASE,
)
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.*\n?(?:[ \t]++(?!-[ \t]).*\n?)*)", re.MULTILINE)
_ENTRY = re.compile(
    r"""  "(?:[^"\\]|\\.){0,999}+"  |  '(?:[^']|''){0,999}+'  |  [^,\[\]\s"'][^,\[\]]*  """,
    re.VERBOSE | re.DOTALL,
)
_SCALAR = re.compile(
    r"""\s*(?:
    [|>][-+0-9]*[ \t]*(?:\#.*)?\r?\n(?P<block>(?s:.*))
  | (?P<triple>\"{3}|'{3})(?P<long>(?s:.*?))(?P=triple)
  | "(?P<double>(?:[^"\\]|\\(?s:.))*+)"
  | '(?P<single>(?:[^']|'')*+)'
  | (?P<plain>[^\s"'\[{&*!|>%@`\#](?:[^\#]|(?<=\S)\#)*+)
    )""",
    re.VERBOSE,
)
_LINE = r"(?P<line>(?<![ \t])[ \t]*\r?\n\s*)"
_PIECE = {
    "double": re.compile(
        _LINE + r"|\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|(?P<other>.))"
    ),
    "single": re.compile(_LINE + "|(?P<other>')'"),
    "": re.compile(_LINE),
}
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n"}


def front_matter(text: str) -> tuple[list[Block], int]:
    """The blocks of a draft's front matter, and where the draft itself begins."""
    front = _FRONT.match(text)
    if not front:
        return [], 0
    found = (_block(text, *span) for span in _values(text, *front.span("body")))
    return [block for block in found if block], front.end()


def _values(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for value in _VALUE.finditer(text, start, end):
        first = value["value"].lstrip()[:1]
        inner = _ENTRY if first == "[" else _ITEM if first == "-" else None
        group = "value" if inner is _ITEM else 0
        if inner:
            yield from (item.span(group) for item in inner.finditer(text, *value.span("value")))
        else:
            yield value.span("value")


def _block(text: str, start: int, end: int) -> Block | None:
    scalar = _SCALAR.match(text, start, end)
    if not scalar:
        return None
    style = scalar.lastgroup or ""
    at, end = scalar.span(style)
    prose = Prose(text)
    for piece in _PIECE.get(style, _PIECE[""]).finditer(text, at, end):
        prose.put(text[at : piece.start()], at, piece.start())
        if piece["line"]:
            prose.line(piece.start())
        else:
            prose.put(_character(piece), *piece.span())
        at = piece.end()
    prose.put(text[at:end], at, end)
    return prose.block("metadata")


def _character(piece: re.Match[str]) -> str:
    """What an escape stands for; a pattern without `x` and `u` has only the other."""
    groups = piece.groupdict()
    code = groups.get("x") or groups.get("u")
    if code:
        return chr(int(code, 16))
    return _ESCAPED.get(piece["other"], piece["other"])
