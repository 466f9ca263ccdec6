"""reStructuredText: what is prose, where it stands, and the way back to its source."""

import pytest

from allylint.inputs import read_document
from allylint.model import Block, Document

GRID = """\
+-------+--------+
| Avoid | Prefer |
+=======+========+
| a     | b      |
| as    |        |
+-------+--------+
"""
SPANNED = """\
+------+---------+
| a wide head    |
+======+===+=====+
| b    | c | d   |
|      +---+-----+
|      | e       |
+------+---------+
"""
SIMPLE = """\
=====  ======
Avoid  Prefer
=====  ======
a      b
as     c
       d
=====  ======
"""
LISTED = ".. list-table::\n   :header-rows: 1\n\n   * - Avoid\n     - Prefer\n   * - a\n     - b\n"


def read(text: str) -> Document:
    return read_document("page.rst", text)


def last(text: str) -> Block:
    return read(text).blocks[-1]


PROSE = {
    "paragraphs": ("as an\nally\n\nb", ["as an\nally", "b"]),
    "title": ("A title\n=======\n\na", ["A title", "a"]),
    "title-with-a-line-above": ("=====\n  A  \n=====\n\na", ["A", "a"]),
    "title-longer-than-its-line": ("A title\n----\n\na", ["A title", "a"]),
    "number-in-a-title": ("1. A\n====\n\na", ["1. A", "a"]),
    "transition": ("a\n\n----\n\nb", ["a", "b"]),
    "emphasis": ("*a* **b**\\ s", ["a bs"]),
    "literal": ("run ``as an ally``", ["run \x1a"]),
    "link": ("see `the docs <http://x.y>`_ and `these`__", ["see the docs and these"]),
    "reference": ("see docs_, (docs_) and snake_case", ["see docs, (docs) and snake_case"]),
    "role": ("use :py:func:`f` and :code:`x`", ["use \x1a and \x1a"]),
    "role-with-words": ("see :ref:`the docs <x>`", ["see the docs"]),
    "role-that-is-words": ("a :term:`b c` :abbr:`AI (any intelligence)`", ["a b c AI"]),
    "role-behind": ("`x`:code: a", ["\x1a a"]),
    "no-role": ("run `x` now", ["run \x1a now"]),
    "substitution": ("as |an| ally", ["as \x1a ally"]),
    "footnote-marks": ("so [1]_ and [#]_ and [Ana2020]_", ["so \x1a and \x1a and \x1a"]),
    "target-within": ("an _`aim` here", ["an aim here"]),
    "backslash": (r"\*a\* b\\c", [r"*a* b\c"]),
    "star-alone": ('2 * 3 ** 4, (*), "*" a*b*c', ['2 * 3 ** 4, (*), "*" a*b*c']),
    "markup-without-end": ("a *b `c ``d |e :f:`g", ["a *b `c ``d |e :f:`g"]),
    "markup-over-lines": ("a *b\nc* d", ["a b\nc d"]),
    "address": ("at https://x.y/z.", ["at \x1a."]),
    "literal-block": ("a::\n\n  b\n\n  c\n\nd", ["a:", "d"]),
    "literal-block-after-a-blank": ("a ::\n\n  b", ["a"]),
    "literal-block-alone": ("a\n\n::\n\n  b\n\nc", ["a", "c"]),
    "literal-block-in-an-item": ("- a::\n\n    b\n\n  c", ["a:", "c"]),
    "quoted-literal-block": ("a::\n\n> b\n> c\n\nd", ["a:", "d"]),
    "doctest": (">>> a\nb\n\nc", ["c"]),
    "verse": ("| a\n| b\n|\n| c", ["a\nb", "c"]),
    "docinfo": (":Author: Ana\n:Version: 1\n\na", ["a"]),
    "docinfo-that-is-read": (":Title: a\n:Abstract: b\n  c\n\nd", ["a", "b\nc", "d"]),
    "fields-below": ("a\n\n:param b: c", ["a", "c"]),
    "options": ("a\n\n-b, --bee=<x>  c\n                d", ["a", "c\nd"]),
    "empty-items": ("-\n-\n\n-\n  a\n\nb", ["a", "b"]),
    "option-in-a-title": ("--bee option\n------------\n\na", ["--bee option", "a"]),
    "comment": ("a\n\n.. b\n   c\n\n   d\n\ne", ["a", "e"]),
    "empty-comment": ("..\n\n  a", ["a"]),
    "targets": (".. _a: http://x.y\n.. __: b\n__ c\n   d\n\ne", ["e"]),
    "substitution-definition": (".. |a| replace:: As an ally\n\nb", ["b"]),
    "footnote": ("a\n\n.. [1] b\n   c\n\n   d", ["a", "b\nc", "d"]),
    "note": (".. note:: a\n   b\n\n   c\n\nd", ["a\nb", "c", "d"]),
    "note-below": (".. warning::\n   :class: x\n\n   a", ["a"]),
    "admonition": (".. admonition:: a\n   :class: x\n\n   b", ["a", "b"]),
    "version": (".. versionadded:: 3.2 a", ["a"]),
    "version-alone": (".. deprecated:: 3.2\n\na", ["a"]),
    "figure": (".. figure:: x.png\n   :alt: y\n\n   a\n\n   b", ["a", "b"]),
    "code": (".. code-block:: python\n   :caption: x\n\n   a\n\nb", ["b"]),
    "other-code": (".. my-code::\n\n   a\n\nb", ["b"]),
    "toctree": (".. toctree::\n   :caption: x\n\n   a\n\nb", ["b"]),
    "image": (".. image:: x.png\n   :alt: as an ally", []),
    "object": (".. py:function:: f(a)\n              g(b)\n\n   c", ["c"]),
    "description": (".. meta::\n   :description: a\n   :author: b", ["a"]),
    "grid": (GRID, ["Avoid", "Prefer", "a\nas", "b"]),
    "grid-with-spans": (SPANNED, ["a wide head", "c", "d", "b", "e"]),
    "grid-without-end": ("+---+\n| a |\n\nb", ["a", "b"]),
    "simple-table": (SIMPLE, ["Avoid", "Prefer", "a", "b", "as", "c\nd"]),
    "simple-table-without-end": ("===  ===\na    b\n\nc", ["===  ===\na    b", "c"]),
    "sentence-like-a-number": ("A. Einstein was\ngreat.", ["A. Einstein was\ngreat."]),
    "crlf": ("a\r\nb\r\n\r\n- c\r\n", ["a\nb", "c"]),
    "tabs": ("-\ta\n\tb\n\n\tc", ["a\nb", "c"]),
}


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_prose_of(text: str, expected: list[str]) -> None:
    assert [block.prose for block in read(text).blocks] == expected


KINDS = {
    "paragraph": ["a", "  a", ".. note:: a", ".. figure:: b\n\n   a", "| a"],
    "heading": ["a\n=", ".. admonition:: a", ".. rubric:: a"],
    "item": ["- a", "1. a", "#. a", "(iv) a", "b\n  a", "b\n\n:c: a", "- b\n\n  a", "- - a"],
    "cell": [GRID, SIMPLE, LISTED],
    "footnote": [".. [1] a", ".. [#b] a", ".. [c] a"],
    "metadata": [":title: a"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in KINDS for text in KINDS[kind]])
def test_kind_of(kind: str, text: str) -> None:
    assert last(text).kind == kind


QUOTED = {
    "own": ("a", 0),
    "quote": ("b\n\n  a", 1),
    "quote-in-a-quote": ("b\n\n    c\n\n      a", 2),
    "quote-closed": ("b\n\n  c\n\na", 0),
    "list-in-a-quote": ("  b\n\n  - a", 1),
    "list-set-in": ("b:\n\n  - a", 0),
    "directive-set-in": ("b:\n\n  .. note:: a", 0),
    "further-in-than-its-item": ("- b\n\n    a", 0),
    "less-in-than-its-item": ("10. b\n\n  a", 0),
    "epigraph": (".. epigraph::\n\n   a", 1),
    "pull-quote": (".. pull-quote:: a", 1),
    "definition": ("b\n    a", 0),
    "note": (".. note::\n\n   a", 0),
    "quote-in-a-note": (".. note::\n\n   b\n\n     a", 1),
    "verse-in-a-quote": ("b\n\n  | a", 1),
}


@pytest.mark.parametrize(("text", "depth"), QUOTED.values(), ids=QUOTED)
def test_depth_of_quoting(text: str, depth: int) -> None:
    assert last(text).quoted == depth


HEADINGS = {
    "none": ("a", ()),
    "levels-as-they-first-appear": ("x\n~\n\ny\n=\n\na", ("x", "y")),
    "back-up": ("x\n~\n\ny\n=\n\nz\n~\n\na", ("z",)),
    "line-above-is-another-level": ("=\nx\n=\n\ny\n=\n\na", ("x", "y")),
    "of-a-heading": ("x\n~\n\na\n=", ("x",)),
    "with-markup": ("What *not* to say\n=================\n\na", ("What not to say",)),
    "admonition": ("x\n=\n\n.. admonition:: y\n\n   a", ("x", "y")),
    "after-an-admonition": (".. admonition:: y\n\n   b\n\na", ()),
}


@pytest.mark.parametrize(("text", "path"), HEADINGS.values(), ids=HEADINGS)
def test_headings_above(text: str, path: tuple[str, ...]) -> None:
    assert last(text).headings == path


LEADS = {
    "paragraph": ("Don't say:\n\n- b\n- a", "Don't say:"),
    "list-set-in": ("Don't say:\n\n  - b\n  - a", "Don't say:"),
    "none": ("- a", ""),
    "heading-between": ("b\n\nc\n=\n\n- a", ""),
    "code-between": ("b::\n\n  c\n\n- a", ""),
    "comment-between": ("b\n\n.. c\n\n- a", "b"),
    "parent-item": ("b\n\n- c\n\n  - a", "c"),
    "other-list": ("b\n\n- c\n\n1. a", ""),
    "term": ("b\n  a", "b"),
    "field": ("b\n\n:c: a", "c"),
}


@pytest.mark.parametrize(("text", "lead"), LEADS.values(), ids=LEADS)
def test_lead_of_an_item(text: str, lead: str) -> None:
    assert last(text).lead == lead


@pytest.mark.parametrize("table", [GRID, SIMPLE, LISTED], ids=["grid", "simple", "list"])
def test_cells_know_the_head_of_their_column(table: str) -> None:
    assert [block.column for block in read(table).blocks][:4] == ["", "", "Avoid", "Prefer"]


MARKS = {
    "emphasis": ("a *b*", ("emphasis", 2, 3)),
    "strong": ("a **b**", ("strong", 2, 3)),
    "link": ("a `b <c>`_", ("link", 2, 3)),
    "reference": ("a b_", ("link", 2, 3)),
}


@pytest.mark.parametrize(("text", "mark"), MARKS.values(), ids=MARKS)
def test_marks_over_prose(text: str, mark: tuple[str, int, int]) -> None:
    assert last(text).marks == (mark,)


SOURCES = {
    "markup-within": ("é As **an** ally", 2, 12, "As **an** ally"),
    "break-in-a-list": ("- a\n  b", 1, 2, "\n  "),
    "break-in-a-verse": ("| a\n| b", 1, 2, "\n| "),
    "cell-of-two-lines": (SIMPLE, 0, 3, "c\n       d"),
    "escape": (r"a \*", 2, 3, r"\*"),
}


@pytest.mark.parametrize(("text", "start", "end", "source"), SOURCES.values(), ids=SOURCES)
def test_prose_leads_back_to_its_source(text: str, start: int, end: int, source: str) -> None:
    assert text[slice(*last(text).source(start, end))] == source


COMMENTS = {
    "alone": (".. allylint-off: so", (0, 19)),
    "of-two-lines": ("a\n\n.. allylint-off:\n   so\n\nb", (3, 25)),
    "in-an-item": ("- .. allylint-off: so", (2, 21)),
    "in-a-cell": ("+-----------------------+\n| .. allylint-off: so   |\n+--+", (28, 47)),
}


@pytest.mark.parametrize(("text", "span"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_may_speak_to_allylint(text: str, span: tuple[int, int]) -> None:
    assert read(text).comments == (("allylint-off: so", *span),)


def test_deep_nesting_is_cut_off() -> None:
    assert [block.prose[-1] for block in read("- " * 5000 + "a\n\nb").blocks] == ["a", "b"]


def test_a_line_of_nothing_but_options_is_read_in_few_steps() -> None:
    assert read("-a, " * 2_000).blocks[0].prose.startswith("-a")
