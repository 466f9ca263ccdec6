"""The JSON that programs read: promised in its fields, and never breaking."""

import json

from hypothesis import given
from hypothesis import strategies as st

from allylint import __version__
from allylint.model import Cleared, Finding, Note, Report, Terminal
from allylint.reporters.json import render

ALLY = Finding(
    "draft.md", "self-label", "labels", "suggestion", 3, 1, 3, 11, 42, 52, "As an ally",
    "A message.", "A reason.", "A step.", ("S1",), "A title",
)  # fmt: skip
GOLDEN = {
    "path": "draft.md",
    "rule": "self-label",
    "family": "labels",
    "level": "suggestion",
    "line": 3,
    "column": 1,
    "end_line": 3,
    "end_column": 11,
    "start": 42,
    "end": 52,
    "quote": "As an ally",
    "message": "A message.",
    "why": "A reason.",
    "try": "A step.",
    "sources": ["S1"],
    "title": "A title",
}
CLEARED = (Cleared(ALLY, "quoted", "she said"),)


def test_a_report_has_every_promised_field_in_order() -> None:
    report = Report((ALLY,), CLEARED, (Note("draft.md", 2, "A note."),), ("An error.",), {}, 1)
    assert list(json.loads(render(report, Terminal())).items()) == [
        ("version", __version__),
        ("files", 1),
        ("findings", [GOLDEN]),
        ("cleared", []),
        ("notes", [{"path": "draft.md", "line": 2, "text": "A note."}]),
        ("errors", ["An error."]),
    ]


def test_cleared_matches_are_given_when_asked_for() -> None:
    report = json.loads(render(Report(cleared=CLEARED), Terminal(cleared=True)))
    assert report["cleared"] == [{**GOLDEN, "voice": "quoted", "cue": "she said"}]


def test_a_policy_is_given_where_there_is_one() -> None:
    report = Report((ALLY._replace(policy="Be kind."),))
    assert json.loads(render(report, Terminal()))["findings"][0]["policy"] == "Be kind."


def test_the_last_line_has_no_line_end() -> None:
    assert render(Report(), Terminal()).endswith("}")


@given(st.text(st.characters(exclude_categories=[])))
def test_any_quote_comes_back_whole_from_printable_ascii(quote: str) -> None:
    shown = render(Report((ALLY._replace(quote=quote),)), Terminal())
    assert shown.replace("\n", "").isprintable()
    assert shown.isascii()
    # A pair of surrogates is one character to every JSON reader.
    whole = quote.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(shown)["findings"][0]["quote"] == whole
