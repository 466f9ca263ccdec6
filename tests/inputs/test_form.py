"""Issue forms: which texts are prose, how YAML writes them, and the way back."""

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from allylint.inputs import read_document, reads
from allylint.model import Document

FORM = """\
name: A bug
description: "Tell \\"us\\""
title: '[Bug]: it''s'
labels: [bug]
body:
  - type: markdown
    attributes:
      value: |
        # Thank *you*

        As **an** ally
          with `code`
  - type: textarea
    id: what
    attributes:
      label: What happened?
      description: See <b>the</b> docs
      placeholder: Not *so*
      value: "- a\\n- b"
  - type: textarea
    attributes:
      render: shell
      label: Logs
      value: as an ally
      placeholder: as an ally
  - type: dropdown
    attributes:
      label: Which?
      options: [one, 'two']
  - type: checkboxes
    attributes:
      label: Rules
      options:
        - label: I *agree*
          required: true
"""


def read(text: str) -> Document:
    return read_document(".github/ISSUE_TEMPLATE/bug.yml", text)


def value(written: str) -> list[str]:
    return [block.prose for block in read(f"body:\n- attributes:\n    value: {written}\n").blocks]


def test_the_texts_of_a_form_are_prose() -> None:
    blocks = [(block.kind, block.prose) for block in read(FORM).blocks]
    assert blocks == [
        ("metadata", "A bug"),
        ("metadata", 'Tell "us"'),
        ("metadata", "[Bug]: it's"),
        ("heading", "Thank you"),
        ("paragraph", "As an ally\nwith \x1a"),
        ("heading", "What happened?"),
        ("paragraph", "See the docs"),
        ("paragraph", "Not *so*"),
        ("item", "a"),
        ("item", "b"),
        ("heading", "Logs"),
        ("heading", "Which?"),
        ("item", "one"),
        ("item", "two"),
        ("heading", "Rules"),
        ("item", "I agree"),
    ]


def test_a_fields_texts_stand_under_its_label() -> None:
    under = {block.prose: (block.headings, block.lead) for block in read(FORM).blocks}
    assert [under[prose] for prose in ("Not *so*", "one", "I agree", "As an ally\nwith \x1a")] == [
        (("What happened?",), ""),
        (("Which?",), "Which?"),
        (("Rules",), "Rules"),
        (("Thank you",), ""),
    ]


def test_links_of_the_chooser_are_prose() -> None:
    text = "contact_links:\n- name: Ask\n  url: x\n  about: Ask us here\n"
    assert [(block.prose, block.headings) for block in read(text).blocks] == [
        ("Ask", ()),
        ("Ask us here", ("Ask",)),
    ]


WRITTEN = {
    "plain": ("as an ally", ["as an ally"]),
    "plain-over-lines": ("as an\n      ally\n\n      b", ["as an ally\nb"]),
    "remark": ("as an ally # so", ["as an ally"]),
    "single": ("'it''s'", ["it's"]),
    "single-over-lines": ("'as\n      an\n\n\n      ally'", ["as an", "ally"]),
    "double": (r'"a \"b\" \u00e9 \x41 \U0001F600"', ['a "b" é A 😀']),
    "double-with-breaks": (r'"a\n\nb\tc"', ["a", "b\tc"]),
    "double-over-lines": ('"as\n      an \\\n      ally"', ["as an ally"]),
    "literal": ("|\n      as an\n      ally\n\n      b\n", ["as an\nally", "b"]),
    "literal-with-hints": ("|2-\n        a\n", ["a"]),
    "literal-with-a-remark": ("| # so\n      a\n", ["a"]),
    "folded": (">-\n      as an\n      ally\n\n      b\n", ["as an ally\nb"]),
    "folded-further-in": (
        ">\n      a\n\n        - b\n        - c\n\n      d\n",
        ["a", "b", "c", "d"],
    ),
    "anchored": ("&a |\n      as an\n      ally", ["as an\nally"]),
    "tagged": ("!!str 'a'", ["a"]),
    "crlf": ("|\r\n      as an\r\n      ally\r\n", ["as an\nally"]),
    "empty": ("", []),
    "list": ("[a, b]", []),
    "front-matter": ("|\n      ---\n      title: a\n      ---\n", ["title: a"]),
}


@pytest.mark.parametrize(("written", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_value_written_as(written: str, expected: list[str]) -> None:
    assert value(written) == expected


PIECES = [
    "a",
    "As an ally",
    "  ",
    "\n",
    "\n\n",
    "é",
    "😀",
    "'",
    '"',
    "\\",
    " # x",
    ": ",
    "- ",
    "\t",
]
STYLES = [None, '"', "'", "|", ">"]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.sampled_from(STYLES),
    st.sampled_from([10, 1000]),
    st.booleans(),
)
def test_every_way_to_write_a_text_is_followed(
    text: str, style: str | None, width: int, unicode: bool
) -> None:
    form = {"body": [{"attributes": {"label": text}}]}
    written = pyyaml.dump(form, default_style=style, width=width, allow_unicode=unicode)
    document = read(written)
    assert document.notes == ()
    assert [block.prose.split() for block in document.blocks] == [text.split()] * bool(text.strip())


SOURCES = {
    "literal": ("As an ally", "As **an** ally"),
    "break": ("\n", "\n          "),
    "escape": ('"', r"\""),
    "quote": ("'", "''"),
}


@pytest.mark.parametrize(("prose", "source"), SOURCES.values(), ids=SOURCES)
def test_prose_leads_back_to_its_source(prose: str, source: str) -> None:
    block = next(block for block in read(FORM).blocks if prose in block.prose)
    start = block.prose.index(prose)
    assert FORM[slice(*block.source(start, start + len(prose)))] == source


def test_remarks_and_markdown_may_speak_to_allylint() -> None:
    text = "# allylint-off\nbody:\n- attributes: # allylint-on: b\n    value: |\n"
    text += "      # allylint-no\n      <!-- allylint-ignore -->\n"
    comments = [comment.text for comment in read(text).comments]
    assert comments == ["allylint-off", "allylint-on: b", "allylint-ignore"]


NOTED = {
    "no-yaml": ("body:\n  - a: [\n", 3, "this is not YAML"),
    "control-character": ("body:\n- \x01\n", 2, "this is not YAML"),
    "no-form": ("on: push\njobs: a\n", 1, "this is no issue form, for it has no `body:`"),
    "empty": ("", 1, "this is no issue form, for it has no `body:`"),
    "too-deep": ("body:\n  " + "[" * 60 + "]" * 60, 2, "this is more than 50 levels deep"),
    "too-long": ("body: a" + " " * 1_000_000, 1, "this is longer than a million characters"),
}


@pytest.mark.parametrize(("text", "line", "what"), NOTED.values(), ids=NOTED)
def test_what_is_no_form_is_noted(text: str, line: int, what: str) -> None:
    [note] = read(text).notes
    assert (note.line, note.text[: len(what)]) == (line, what)


@pytest.mark.parametrize("text", [text for text, _, _ in NOTED.values()], ids=NOTED)
def test_nothing_is_read_in_what_is_no_form(text: str) -> None:
    assert read(text).blocks == ()


def test_aliases_stay_what_they_are() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nbody:\n- attributes:\n    label: *b\n    value: c\n"
    assert [block.prose for block in read(bomb).blocks] == ["c"]


def test_a_second_document_is_not_read() -> None:
    text = "body:\n- attributes: {label: a}\n---\nbody:\n- attributes: {label: b}\n"
    assert [block.prose for block in read(text).blocks] == ["a"]


PLACES = {
    ".github/ISSUE_TEMPLATE/bug.yml": True,
    "a/.github/issue_template/config.yaml": True,
    ".github/DISCUSSION_TEMPLATE/ideas.YML": True,
    ".github/workflows/ci.yml": False,
    ".github/bug.yml": False,
    "ISSUE_TEMPLATE/bug.yml": False,
    "bug.yml": False,
}


@pytest.mark.parametrize("path", PLACES)
def test_a_form_is_known_by_its_folder(path: str) -> None:
    assert reads(path) is PLACES[path]


def test_a_form_is_known_from_within_its_folder(tmp_path, monkeypatch) -> None:
    folder = tmp_path / ".github" / "ISSUE_TEMPLATE"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert reads("bug.yml")
