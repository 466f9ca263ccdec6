"""HTML pages: what is prose, where it stands, and the way back to each tag and entity."""

import pytest

from allylint.inputs import read_document
from allylint.model import Block, Document


def read(text: str) -> Document:
    return read_document("page.html", text)


def last(text: str) -> Block:
    return read(text).blocks[-1]


PROSE = {
    "no-tags": ("As an ally", ["As an ally"]),
    "paragraphs": ("<p>a<p>b</p>c", ["a", "b", "c"]),
    "wrapped": ("<p>as an\n      ally", ["as an\nally"]),
    "br": ("a<br>\n b", ["a\nb"]),
    "brs-around-text": ("a<br>b\n<br>c", ["a\nb\nc"]),
    "two-brs": ("a<br><br/>b", ["a", "b"]),
    "inline-tags": ("ob<b>vious</b>ly", ["obviously"]),
    "capitals": ("<P>a<BR>b</P>", ["a\nb"]),
    "title": ("<title>a &amp; b</title>c", ["a & b", "c"]),
    "description": ('<meta name="description" content="a &quot;b&quot;">', ['a "b"']),
    "description-turned": ("<meta content='a' name=description />", ["a"]),
    "other-metadata": ('<meta property="og:title" content="a">b', ["b"]),
    "alt": ('a <img alt="b"> c', ["a \x1a c"]),
    "code": ("a <code>b</code> c", ["a \x1a c"]),
    "code-in-code": ("a <code>b <code>c</code> d</code> e", ["a \x1a e"]),
    "code-never-closed": ("a <code>b<p>c", ["a \x1a", "c"]),
    "keys": ("press <kbd>a</kbd>", ["press \x1a"]),
    "pre": ("a<pre>b</pre>c", ["a", "c"]),
    "script": ("a<script>'<a href='</script>b", ["ab"]),
    "script-never-closed": ("a<script>b", ["a"]),
    "style": ("<style>p { }</style>b", ["b"]),
    "template": ("<template><p>a<template>b</template>c</template>d", ["d"]),
    "svg": ("a <svg><title>b</title></svg> c", ["a \x1a c"]),
    "entities": ("&ldquo;a&rdquo; &#98;&#x63;", ["“a” bc"]),
    "entity-without-its-end": ("&copy2024 &notit;", ["©2024 ¬it;"]),
    "entity-of-two-characters": ("&fjlig;", ["f"]),
    "no-entity": ("a &b; & c", ["a &b; & c"]),
    "comment": ("a<!-- b -->c", ["ac"]),
    "declaration": ("<!doctype html><?xml a?>b", ["b"]),
    "less": ("a < b", ["a < b"]),
    "less-in-a-value": ('<a title="b < c">d</a>', ["d"]),
    "quote-too-many": ('<a href="b"">c</a> "d"', ['c "d"']),
    "tag-never-closed": ("a <b", ["a <b"]),
    "template-value": ("Dear {{ user.name }}, {% if a %}b{% endif %}{# c #}", ["Dear \x1a, b"]),
    "address": ("at https://x.y/z.", ["at \x1a."]),
}


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_prose_of(text: str, expected: list[str]) -> None:
    assert [block.prose for block in read(text).blocks] == expected


KINDS = {
    "paragraph": ["a", "<p>a", "<div>a", "<blockquote>a", "<table><caption>a"],
    "heading": ["<h1>a</h1>", "<h6><b>a</b></h6>", "<h2><div>a</div></h2>"],
    "item": ["<ul><li>a", "<li>a", "<dl><dt>a", "<dl><dd>a", "<ul><li><p>a"],
    "cell": ["<table><tr><td>a", "<th>a", "<td><p>a"],
    "metadata": ["<title>a</title>"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in KINDS for text in KINDS[kind]])
def test_kind_of(kind: str, text: str) -> None:
    assert last(text).kind == kind


QUOTED = {
    "own": ("a", 0),
    "quote": ("<blockquote><p>a", 1),
    "quote-closed": ("<blockquote>b</blockquote>a", 0),
    "quote-in-a-quote": ("<blockquote><blockquote>a", 2),
    "short-quote": ("so <q>a</q>", 1),
    "quote-in-an-item": ("<ul><li><blockquote>a", 1),
    "list-in-a-quote": ("<blockquote><ul><li>a", 1),
    "quote-closed-with-its-item": ("<ul><li><blockquote>b</ul>a", 0),
    "never-opened": ("</blockquote>a", 0),
}


@pytest.mark.parametrize(("text", "depth"), QUOTED.values(), ids=QUOTED)
def test_depth_of_quoting(text: str, depth: int) -> None:
    assert last(text).quoted == depth


HEADINGS = {
    "path": ("<h1>x</h1><h2>y</h2><p>a", ("x", "y")),
    "sibling": ("<h1>x</h1><h2>y</h2><h2>z</h2>a", ("x", "z")),
    "of-a-heading": ("<h1>x</h1><h2>a</h2>", ("x",)),
    "in-sections": ("<section><h1>x</h1></section><div>a</div>", ("x",)),
    "in-a-cell": ("<h1>x</h1><table><td><h2>y</h2></td></table>a", ("x",)),
    "never-closed": ("<h1>x<p>a", ("x",)),
}


@pytest.mark.parametrize(("text", "path"), HEADINGS.values(), ids=HEADINGS)
def test_headings_above(text: str, path: tuple[str, ...]) -> None:
    assert last(text).headings == path


LEADS = {
    "paragraph": ("<p>Don't say:</p><ul><li>a</li></ul>", "Don't say:"),
    "in-the-same-paragraph": ("Don't say:<ul><li>a", "Don't say:"),
    "second-item": ("b<ul><li>c<li>a", "b"),
    "parent-item": ("b<ul><li>c<ul><li>a", "c"),
    "code-between": ("b<pre>c</pre><ul><li>a", ""),
    "heading-between": ("b<h2>c</h2><ul><li>a", ""),
    "after-a-list": ("b<ul><li>c</ul><p>a", ""),
    "term": ("<dl><dt>b<dd>a", "b"),
    "second-term": ("c<dl><dt>b<dd>d<dt>a", "c"),
}


@pytest.mark.parametrize(("text", "lead"), LEADS.values(), ids=LEADS)
def test_lead_of_an_item(text: str, lead: str) -> None:
    assert last(text).lead == lead


HEAD = "<table><tr><th>Avoid</th><th>Prefer</th></tr>"
COLUMNS = {
    "below-heads": (HEAD + "<tr><td>b</td><td>a</td></tr>", "Prefer"),
    "without-end-tags": ("<table><tr><th>Avoid<th>Prefer<tr><td>b<td>a", "Prefer"),
    "paragraph-in-a-cell": (HEAD + "<tr><td><p>a", "Avoid"),
    "list-in-a-cell": (HEAD + "<tr><td><ul><li>a", ""),
    "head": (HEAD, ""),
    "no-heads": ("<table><tr><td>b<tr><td>a", ""),
    "head-of-a-row": ("<table><tr><th>c<td>b<tr><th>d<td>a", ""),
    "wide-cell": (HEAD + "<tr><td colspan='2'>b<tr><td>a", ""),
    "cell-as-wide-as-one": (HEAD + "<tr><td colspan=1>a", "Avoid"),
    "table-in-a-table": (HEAD + "<tr><td><table><tr><td>b</table><td>a", "Prefer"),
}


@pytest.mark.parametrize(("text", "column"), COLUMNS.values(), ids=COLUMNS)
def test_column_of_a_cell(text: str, column: str) -> None:
    assert last(text).column == column


@pytest.mark.parametrize("tag", ["em", "i", "strong", "b", "a", "del"])
def test_markup_leaves_a_mark(tag: str) -> None:
    assert [mark[1:] for mark in last(f"a <{tag}>b</{tag}> c").marks] == [(2, 3)]


@pytest.mark.parametrize("text", ["<b>a<i>b</b></i>", "</b>a", "<b>a<p>b</b>"])
def test_markup_that_crosses_is_no_trouble(text: str) -> None:
    assert last(text).prose[-1] in "ab"


SOURCES = {
    "entity": ("<p>I&rsquo;m it", 1, 2, "&rsquo;"),
    "tags-within": ("<p>As <b>an</b> ally", 0, 10, "As <b>an</b> ally"),
    "break": ("a<br>\n  b", 1, 2, "<br>\n  "),
    "description": ("<meta name=description content='a &amp; b'>", 2, 3, "&amp;"),
}


@pytest.mark.parametrize(("text", "start", "end", "source"), SOURCES.values(), ids=SOURCES)
def test_prose_leads_back_to_its_source(text: str, start: int, end: int, source: str) -> None:
    assert text[slice(*last(text).source(start, end))] == source


def test_a_comment_may_speak_to_allylint() -> None:
    assert read("<p>a <!-- allylint-off -->").comments == (("allylint-off", 5, 26),)


def test_what_stands_in_a_script_is_no_comment() -> None:
    assert read("<script><!-- allylint-off --></script>").comments == ()
