"""Each format points at the same words, in its own way of counting, whatever the text is made of."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from small_rules import run

TEXTS = {
    "plain": ("So foo bar.", 1, "So "),
    "non-ASCII": ("Où ça, foo bar.", 1, "Où ça, "),
    "astral": ("\U0001d4b3\U0001f44d\U0001f3fd foo bar.", 1, "\U0001d4b3\U0001f44d\U0001f3fd "),
    "CRLF": ("One.\r\n\r\nTwo foo bar.\r\n", 3, "Two "),
    "old line ends": ("One.\r\rTwo foo bar.\r", 3, "Two "),
    "a byte order mark": ("\ufeffSo foo bar.", 1, "So "),
}
"""A draft, the line of the words `foo bar`, and what stands before them on it."""


def in_json(path: str) -> Callable[[str], Any]:
    """Reads one value: names and numbers with dots between."""

    def read(shown: str) -> Any:
        value = json.loads(shown)
        for step in path.split("."):
            value = value[int(step) if step.isdecimal() else step]
        return value

    return read


def characters(before: str) -> int:
    return len(before) + 1


def in_bytes(before: str) -> int:
    return len(before.encode()) + 1


COLUMNS: dict[str, tuple[Callable[[str], Any], Callable[[str], int]]] = {
    "json": (in_json("findings.0.column"), characters),
    "sarif": (
        in_json("runs.0.results.0.locations.0.physicalLocation.region.startColumn"),
        characters,
    ),
    "rdjson": (in_json("diagnostics.0.location.range.start.column"), in_bytes),
    "checkstyle": (
        lambda said: int(ElementTree.fromstring(said)[0][0].attrib["column"]),
        characters,
    ),
    "junit": (lambda said: int(re.findall(r"\n\d+:(\d+) ", said)[0]), characters),
    "github": (lambda said: int(re.findall(r",col=(\d+)", said)[0]), characters),
}
LINES: dict[str, Callable[[str], Any]] = {
    "gitlab": in_json("0.location.lines.begin"),
    "sarif": in_json("runs.0.results.0.locations.0.physicalLocation.region.startLine"),
    "rdjson": in_json("diagnostics.0.location.range.start.line"),
    "github": lambda said: int(re.findall(r",line=(\d+)", said)[0]),
}


def report(name: str, text: str) -> str:
    Path("a.md").write_bytes(text.encode())
    return run("--format", name, "a.md").stdout


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", COLUMNS)
def test_the_column_is_where_the_words_begin(name: str, text: str) -> None:
    draft, _, before = TEXTS[text]
    read, counted = COLUMNS[name]
    assert read(report(name, draft)) == counted(before)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", LINES)
def test_the_line_is_where_the_words_begin(name: str, text: str) -> None:
    draft, line, _ = TEXTS[text]
    assert LINES[name](report(name, draft)) == line
