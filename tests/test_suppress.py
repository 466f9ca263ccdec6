import re

import pytest

from allylint.model import Block, Comment, Document, Run, Span
from allylint.suppress import Suppressor

KNOWN = {"self-label": "labels", "label-stacking": "labels", "othering": "distance"}


def draft(text: str) -> Document:
    """Each line with words is a block; its comments are no prose."""
    comments = [Comment(m[1], *m.span()) for m in re.finditer("<!--(.*?)-->", text)]
    blocks = []
    for line in re.finditer("[^\n]+", text):
        words = [m for m in re.finditer(r"<!--.*?-->|([^<\n]+)", line[0]) if (m[1] or "").strip()]
        if words:
            start, end = line.start() + words[0].start(), line.start() + words[-1].end()
            run = Run(0, end - start, start, end - start)
            blocks.append(Block("paragraph", text[start:end], (run,)))
    return Document("d.md", text, "markdown", tuple(blocks), tuple(comments))


def suppressor(text: str) -> Suppressor:
    return Suppressor(draft(text), lambda: {*KNOWN, *KNOWN.values()})


def hidden(text: str, rule: str = "self-label") -> str:
    """The capital letters of the text at which the rule is hidden."""
    each = suppressor(text)
    spans = [(m[0], Span(*m.span())) for m in re.finditer("[A-Z]", text)]
    return "".join(sign for sign, span in spans if each.hides(span, rule, KNOWN[rule]))


HIDDEN = {
    "ignore hides the next block": ("A\n<!-- allylint-ignore self-label -->\nB\nC", "B"),
    "ignore skips blank lines": ("<!-- allylint-ignore self-label -->\n\n\nB\nC", "B"),
    "ignore within a block hides it": ("A\nB <!-- allylint-ignore self-label --> C\nD", "BC"),
    "ignore at the end of a block hides it": ("A <!-- allylint-ignore self-label -->\nB", "A"),
    "ignore without ids hides all": ("<!-- allylint-ignore -->\nA\nB", "A"),
    "a reason may follow": ("<!-- allylint-ignore self-label: othering, a quote -->\nA", "A"),
    "a reason may follow no id": ("<!--allylint-ignore: othering-->\nA", "A"),
    "blanks and commas part ids": ("<!-- allylint-ignore othering,self-label x -->\nA", "A"),
    "a family hides its rules": ("<!-- allylint-ignore labels -->\nA", "A"),
    "another rule hides nothing": ("<!-- allylint-ignore othering -->\nA", ""),
    "an unknown rule hides nothing": ("<!-- allylint-ignore self-lable -->\nA", ""),
    "another comment hides nothing": ("<!-- see allylint-ignore -->\nA", ""),
    "off hides up to on": ("A\n<!-- allylint-off -->\nB\nC\n<!-- allylint-on -->\nD", "BC"),
    "off without on hides the rest": ("A\n<!-- allylint-off self-label -->\nB\nC", "BC"),
    "on for a rule leaves others off": (
        "<!-- allylint-off self-label othering -->\nA\n<!-- allylint-on othering -->\nB",
        "AB",
    ),
    "on for a rule ends off for all": (
        "<!-- allylint-off -->\nA\n<!-- allylint-on self-label -->\nB",
        "A",
    ),
    "on for a rule ends off for its family": (
        "<!-- allylint-off labels -->\nA\n<!-- allylint-on self-label -->\nB",
        "A",
    ),
    "off again after on": (
        "<!-- allylint-off -->\nA\n<!-- allylint-on -->\nB\n<!-- allylint-off labels -->\nC",
        "AC",
    ),
}


@pytest.mark.parametrize(("text", "letters"), HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_are(text: str, letters: str) -> None:
    assert hidden(text) == letters


NOTES = {
    "used": ("<!-- allylint-ignore self-label -->\nA", []),
    "unused ignore": (
        "A\n\n<!-- allylint-ignore othering -->\nB",
        [(3, "this ignore hides nothing: it can go.")],
    ),
    "ignore with nothing after it": (
        "A\n<!-- allylint-ignore -->",
        [(2, "this ignore hides nothing: it can go.")],
    ),
    "unused off": (
        "A\n<!-- allylint-off -->\n<!-- allylint-on -->",
        [(2, "this off hides nothing: it can go.")],
    ),
    "off used before a partial on": (
        "<!-- allylint-off -->\nA\n<!-- allylint-on othering -->\nb",
        [],
    ),
    "unknown rule, near one": (
        "<!-- allylint-ignore self-lable -->\nA",
        [(1, "no rule or family is called `self-lable`. Perhaps `self-label`?")],
    ),
    "unknown rule beside a known one": (
        "<!-- allylint-ignore zzz self-label -->\nA",
        [(1, "no rule or family is called `zzz`.")],
    ),
    "on without off": (
        "A\n<!-- allylint-on -->",
        [(2, "no off stands before this on: it can go.")],
    ),
    "on for another rule than off": (
        "<!-- allylint-off self-label -->\nA\n<!-- allylint-on othering -->",
        [(3, "no off for `othering` stands before this on: it can go.")],
    ),
    "on for a rule of the family that is off": (
        "<!-- allylint-off labels -->\nA\n<!-- allylint-on self-label -->\nB",
        [],
    ),
    "unknown verb": (
        "<!-- allylint-ignored -->\nA",
        [(1, "`allylint-ignored` says nothing to allylint. Perhaps `allylint-ignore`?")],
    ),
    "not ours": ("<!-- TODO -->\nA", []),
}


@pytest.mark.parametrize(("text", "notes"), NOTES.values(), ids=NOTES.keys())
def test_notes_say(text: str, notes: list[tuple[int, str]]) -> None:
    each = suppressor(text)
    for letter in re.finditer("[A-Z](?![A-Z])", re.sub("<!--.*?-->", lambda m: m[0].lower(), text)):
        each.hides(Span(*letter.span()), "self-label", "labels")
    assert [(note.line, note.text) for note in each.notes()] == notes


def test_a_finding_that_only_touches_the_block_is_not_hidden() -> None:
    text = "<!-- allylint-ignore -->\nA\nB"
    assert not suppressor(text).hides(Span(27, 28), "self-label", "labels")


def test_a_comment_after_a_table_cell_speaks_of_the_cell_that_follows() -> None:
    text = "a | <!-- allylint-ignore --> b"
    comment = Comment(" allylint-ignore ", 4, 28)
    cells = tuple(Block("table_cell", text[at], (Run(0, 1, at, 1),)) for at in (0, 29))
    each = Suppressor(Document("d.md", text, "markdown", cells, (comment,)), lambda: KNOWN)
    assert [each.hides(Span(at, at + 1), "othering", "distance") for at in (0, 29)] == [False, True]


def test_a_block_without_prose_is_passed_over() -> None:
    text = "<!-- allylint-ignore -->\nA"
    document = draft(text)
    document = document._replace(blocks=(Block("code", "", ()), *document.blocks))
    assert Suppressor(document, lambda: KNOWN).hides(Span(25, 26), "self-label", "labels")
