"""A draft can't steer the terminal of the person who reads the report."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Cleared, Finding, Note, Report, Terminal
from allylint.reporters.text import render

HOSTILE = [
    "\x1b]0;own\a",
    "\x9b31m",
    "a\r\x08b",
    "\u202etfel",
    "x\u200by",
    "\ud800",
    "a\n\nb",
    "\0",
]
UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _everywhere(text: str) -> str:
    made = Finding(
        path=text, rule=text, family=text, level="suggestion", line=1, column=1, end_line=1,
        end_column=2, start=0, end=max(1, len(text)), quote=text, message=text, why=text,
        try_=text, title=text, policy=text,
    )  # fmt: skip
    report = Report(
        (made, made, made._replace(level="hint"), made._replace(level="praise")),
        (Cleared(made, text, text),),
        (Note(text, 1, text),),
        sources={text: text},
    )
    return render(report, Terminal(why=True, cleared=True))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_control_reaches_the_terminal(text: str) -> None:
    assert not UNWANTED.search(_everywhere(text))


def test_a_path_cannot_forge_a_line() -> None:
    assert "\nforged" not in _everywhere("a\nforged")


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_is_inert(text: str) -> None:
    assert not UNWANTED.search(_everywhere(text))
