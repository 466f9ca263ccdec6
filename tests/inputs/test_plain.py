"""Plain text and mail: blank lines, quote marks, headers between letters."""

import pytest

from allylint.inputs import read_document

WROTE = "On Mon, 3 Mar 2025 at 10:12, Ana <a@b.org> wrote:"
OUTLOOK = "From: Ana\nSent: Monday\nTo: Bo\nSubject: x\n"


def read(text: str) -> list[tuple[str, int]]:
    return [(block.prose, block.quoted) for block in read_document("a.txt", text).blocks]


CASES = {
    "blank-lines": ("a\nb\n\nc", [("a\nb", 0), ("c", 0)]),
    "indented": ("  a\n  b", [("a\nb", 0)]),
    "quoted": ("a\n> b\n> c\nd", [("a", 0), ("b\nc", 1), ("d", 0)]),
    "quoted-deeper": (">> a\n> > b\n> c", [("a\nb", 2), ("c", 1)]),
    "face": (">:( no", [(">:( no", 0)]),
    "wrote": (f"a\n\n{WROTE}\n> b", [("a", 0), ("b", 1)]),
    "wrote-wrapped": (WROTE.replace("> wrote", ">\nwrote") + "\n> b", [("b", 1)]),
    "wrote-in-a-quote": (f"> {WROTE}\n>> b", [("b", 2)]),
    "wrote-in-prose": ("On this she wrote:\nb", [("On this she wrote:\nb", 0)]),
    "original-message": ("a\n-----Original Message-----\nFrom: x\nb", [("a", 0), ("b", 1)]),
    "outlook": (f"a\n\n{OUTLOOK}\nb", [("a", 0), ("b", 1)]),
    "header-on-top": (f"{OUTLOOK}\nb", [("b", 0)]),
    "signature": ("a\n-- \nAna, proud ally", [("a", 0), ("Ana, proud ally", 0)]),
    "code": ("run `as an ally` now", [("run \x1a now", 0)]),
    "address": ("at https://x.y/z.", [("at \x1a.", 0)]),
    "markup": ("as **an** &amp; ally", [("as **an** &amp; ally", 0)]),
    "crlf": ("a\r\nb\r\n\r\nc", [("a\nb", 0), ("c", 0)]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_blocks_of(text: str, expected: list[tuple[str, int]]) -> None:
    assert read(text) == expected


def test_items_know_the_paragraph_before_their_list() -> None:
    blocks = read_document("a.txt", "Don't say:\n- a\n* b\n  c\n1. d\n\ne").blocks
    assert [(block.kind, block.prose, block.lead) for block in blocks] == [
        ("paragraph", "Don't say:", ""),
        ("item", "a", "Don't say:"),
        ("item", "b\nc", "Don't say:"),
        ("item", "d", "Don't say:"),
        ("paragraph", "e", ""),
    ]


def test_a_comment_on_a_line_of_its_own_is_no_prose() -> None:
    document = read_document("a.txt", "a\n<!-- allylint-off: so -->\nb")
    assert document.comments == (("allylint-off: so", 2, 27),)


def test_a_break_in_a_quote_leads_back_to_newline_and_mark() -> None:
    text = "> a\n>  b"
    [block] = read_document("a.txt", text).blocks
    assert text[slice(*block.source(1, 2))] == "\n>  "
