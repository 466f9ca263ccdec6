"""Markdown as GitHub reads it: what is prose, and where each piece of it stands."""

import pytest

from allylint.inputs import read_document
from allylint.model import Block, Document


def read(text: str) -> Document:
    return read_document("draft.md", text)


def proses(text: str) -> list[str]:
    return [block.prose for block in read(text).blocks]


def last(text: str) -> Block:
    return read(text).blocks[-1]


PROSE = {
    "a-word-split-by-markup": ("ob**viously**", "obviously"),
    "nested-emphasis": ("*a **b** c*", "a b c"),
    "strikethrough": ("~~one~~ two", "one two"),
    "link": ("see [the docs](http://x.y)", "see the docs"),
    "image": ("see ![an ally](x.png)", "see \x1a"),
    "linked-image": ("see [![an ally](x.png)](y)", "see \x1a"),
    "code": ("run `as an ally`", "run \x1a"),
    "code-in-html": ("run <code>as an *ally*</code> now", "run \x1a now"),
    "autolink": ("at <http://x.y/z>", "at \x1a"),
    "bare-address": ("at http://x.y/a_b_(c), or", "at \x1a, or"),
    "bare-address-in-brackets": ("(www.x.de)", "(\x1a)"),
    "mail-address": ("ask ana@b.org.", "ask \x1a."),
    "mention": ("ask @ana", "ask @ana"),
    "footnote-mark": ("so[^1]\n\n[^1]: x", "so\x1a"),
    "formula": ("so $x^2$ is", "so \x1a is"),
    "prices-are-no-formula": ("it costs $5-$10 = fine", "it costs $5-$10 = fine"),
    "entity": ("I&rsquo;m&nbsp;it", "I’m\xa0it"),
    "unknown-entity": ("&nope;", "&nope;"),
    "backslash": (r"\*not\*", "*not*"),
    "soft-break": ("as an\nally", "as an\nally"),
    "hard-break": ("as an  \nally", "as an\nally"),
    "break-with-crlf": ("as an\r\nally", "as an\nally"),
    "break-in-a-quote": ("> as an\n> ally", "as an\nally"),
    "lazy-quote": ("> as an\nally", "as an\nally"),
    "break-in-html": ("as an<br>ally", "as an\nally"),
    "inline-tags": ("as <b>an</b> ally", "as an ally"),
    "comment-in-a-word": ("as an<!-- x --> ally", "as an ally"),
    "hashtag": ("#shecodedally it is", "#shecodedally it is"),
    "task": ("- [ ] as an ally", "as an ally"),
    "setext-heading": ("As an\nally\n===", "As an\nally"),
    "lone-surrogate": ("as \ud800 ally", "as \ud800 ally"),
    "table-pipe": (r"| a \| b |" + "\n|--|", "a | b"),
}


@pytest.mark.parametrize(("text", "prose"), PROSE.values(), ids=PROSE)
def test_prose_of(text: str, prose: str) -> None:
    assert proses(text)[0] == prose


NONE = {
    "fenced-code": "```\nas an ally\n```",
    "unclosed-code": "~~~\nas an ally",
    "indented-code": "    as an ally",
    "link-definition": "[ally]: http://x.y 'as an ally'",
    "script": "<script>\nas an ally\n</script>",
    "pre": "<pre>as an ally</pre>",
    "unclosed-comment": "<!-- as an ally",
    "only-an-image": "![as an ally](x.png)",
    "only-blanks": "\u2028",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_prose_in(text: str) -> None:
    assert proses(text) == []


QUOTED = {
    "own": ("a", 0),
    "quote": ("> a", 1),
    "nested": ("> > a", 2),
    "alert": ("> [!NOTE]\n> a", 0),
    "quote-in-alert": ("> [!NOTE]\n> > a", 1),
    "quote-in-item": ("- > a", 1),
    "table-in-quote": ("> | a |\n> |--|", 1),
    "html-quote": ("<blockquote>a</blockquote>", 1),
    "html-q": ("<p>so <q>a</q>", 1),
    "html-quote-closed": ("<blockquote>b</blockquote>a", 0),
    "html-quote-around-markdown": ("<blockquote>\n\n*a*\n\n</blockquote>", 1),
    "html-quote-closed-around-markdown": ("<blockquote>\n\nb\n\n</blockquote>\n\na", 0),
}


@pytest.mark.parametrize(("text", "depth"), QUOTED.values(), ids=QUOTED)
def test_depth_of_quoting(text: str, depth: int) -> None:
    assert last(text).quoted == depth


KINDS = {
    "paragraph": "a",
    "heading": "# a",
    "item": "- a",
    "item-paragraph": "- b\n\n  a",
    "cell": "| a |\n|--|",
    "html": "<div>a</div>",
    "footnote": "b[^1]\n\n[^1]: a",
    "metadata": "---\ntitle: a\n---\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_kind_of(name: str) -> None:
    assert last(KINDS[name]).kind == name.removesuffix("-paragraph")


HEADINGS = {
    "none": ("a", ()),
    "path": ("# x\n## y\na", ("x", "y")),
    "sibling": ("# x\n## y\n## z\na", ("x", "z")),
    "back-up": ("## x\n### y\n# z\na", ("z",)),
    "of-a-heading": ("# x\n## a", ("x",)),
    "in-a-quote": ("# x\n> # y\n> a", ("x", "y")),
    "after-a-quote": ("# x\n> # y\n\na", ("x",)),
    "with-markup": ("# What *not* to say\na", ("What not to say",)),
}


@pytest.mark.parametrize(("text", "path"), HEADINGS.values(), ids=HEADINGS)
def test_headings_above(text: str, path: tuple[str, ...]) -> None:
    assert last(text).headings == path


LEADS = {
    "paragraph": ("Don't say:\n\n- b\n- a", "Don't say:"),
    "none": ("- a", ""),
    "heading-between": ("b\n\n# c\n\n- a", ""),
    "code-between": ("b\n\n```\nc\n```\n\n- a", ""),
    "comment-between": ("b\n\n<!-- c -->\n\n- a", "b"),
    "parent-item": ("b\n\n- c\n  - a", "c"),
    "inherited": ("b\n\n- - a", "b"),
    "second-list": ("b\n\n- c\n\n1. a", ""),
    "of-a-paragraph": ("b\n\n- c\n\na", ""),
    "in-a-quote": ("c\n\n> b\n>\n> - a", "b"),
}


@pytest.mark.parametrize(("text", "lead"), LEADS.values(), ids=LEADS)
def test_lead_of_a_list(text: str, lead: str) -> None:
    assert last(text).lead == lead


def test_body_cells_know_the_head_of_their_column() -> None:
    table = "| Avoid | Prefer |\n|--|--|\n| a | *b* |"
    assert [block.column for block in read(table).blocks] == ["", "", "Avoid", "Prefer"]


MARKS = {
    "emphasis": ("a *b*", ("emphasis", 2, 3)),
    "strong": ("a **b**", ("strong", 2, 3)),
    "strikethrough": ("a ~~b~~", ("strikethrough", 2, 3)),
    "link": ("a [b](c)", ("link", 2, 3)),
    "after-an-address": ("http://x.y *b*", ("emphasis", 2, 3)),
    "over-an-address": ("a *http://x.y*", ("emphasis", 2, 3)),
    "after-blanks-that-go": ("<i> </i>a *b*", ("emphasis", 2, 3)),
}


@pytest.mark.parametrize(("text", "mark"), MARKS.values(), ids=MARKS)
def test_marks_over_prose(text: str, mark: tuple[str, int, int]) -> None:
    assert last(text).marks == (mark,)


def test_a_break_leads_back_to_the_newline_and_the_quote_marks() -> None:
    text = "> as an\n> ally"
    start, end = last(text).source(5, 6)
    assert text[start:end] == "\n> "


def test_a_phrase_leads_back_to_its_source_through_markup() -> None:
    text = "é > As **an** ally\n"
    start, end = last(text).source(4, 14)
    assert text[start:end] == "As **an** ally"


HTML = {
    "blocks": ("<p>a</p><p>b</p>", ["a", "b"]),
    "details": ("<details><summary>a</summary>\nb\n</details>", ["a", "b"]),
    "inline-tags": ("<p>a<b>b</b>c</p>", ["abc"]),
    "entity": ("<p>a&amp;b</p>", ["a&b"]),
    "image": ("<p>a <img src='b' alt='c'></p>", ["a \x1a"]),
    "address": ("<p>a http://x.y</p>", ["a \x1a"]),
    "bracket-in-attribute": ("<p title='>'>a</p>", ["a"]),
    "in-a-quote": ("> <p>a\n> b</p>", ["a\nb"]),
    "comment": ("<p>a <!-- b --> c</p>", ["a  c"]),
    "unclosed-tag": ("<p>a <b", ["a <b"]),
    "declaration": ("<!DOCTYPE a>\n\nb", ["b"]),
}


@pytest.mark.parametrize(("text", "expected"), HTML.values(), ids=HTML)
def test_html_block(text: str, expected: list[str]) -> None:
    assert proses(text) == expected


COMMENTS = {
    "block": "a\n\n<!-- allylint-off -->\n",
    "inline": "a <!-- allylint-off --> b",
    "in-a-quote": "> <!-- allylint-off\n> -->",
    "in-an-item": "- <!-- allylint-off -->a",
    "in-a-table": "| <!-- allylint-off --> |\n|--|",
    "in-html": "<div>\n<!-- allylint-off -->\n</div>",
    "after-other-characters": "é\U0001f600 <!-- allylint-off --> b",
}


@pytest.mark.parametrize("text", COMMENTS.values(), ids=COMMENTS)
def test_comment(text: str) -> None:
    comment = (
        "allylint-off",
        text.index("<!--"),
        text.index("-->") + 3,
    )
    assert read(text).comments == (comment,)


def test_deep_nesting_is_cut_off() -> None:
    assert max(block.quoted for block in read(">" * 5000 + "a\n\n" + ">" * 100 + "b").blocks) == 100
