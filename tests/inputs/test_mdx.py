"""MDX: Markdown in which statements, expressions and the tags of components are no prose."""

import pytest

from allylint.inputs import read_document
from allylint.model import Block, Document


def read(text: str) -> Document:
    return read_document("page.mdx", text)


def last(text: str) -> Block:
    return read(text).blocks[-1]


PROSE = {
    "markdown": ("# As\n\n*an* ally", ["As", "an ally"]),
    "front-matter": ("---\ntitle: a\n---\nimport b\n\nc", ["a", "c"]),
    "import": ("import A from 'a'\n\nb", ["b"]),
    "imports": ("import A from 'a'\nimport {\n  B,\n} from 'b'\n\nc", ["c"]),
    "export": ("a\n\nexport const b = {\n  c: `}`,\n\n  d: '}', // {\n}\n\ne", ["a", "e"]),
    "export-never-closed": ("export const a = {\n\nb", ["b"]),
    "import-in-a-paragraph": ("we\nimport goods", ["we\nimport goods"]),
    "import-as-a-word": ("imports are high", ["imports are high"]),
    "expression": ("Dear {user.name}, hello", ["Dear \x1a, hello"]),
    "nested-braces": ("a {{b: {c}}} d", ["a \x1a d"]),
    "brace-in-a-string": ("a {'}'} b {\"}\"} c", ["a \x1a b \x1a c"]),
    "template-literal": ("a {`} ${b + `}`} }`} c", ["a \x1a c"]),
    "comment-in-an-expression": ("a {b /* } */} c", ["a \x1a c"]),
    "apostrophe-in-an-expression": ("a {b && <p>don't</p>} c", ["a \x1a c"]),
    "expression-of-lines": ("a\n\n{b.map(c => (\n  <li>{c}</li>\n\n))}\n\nd", ["a", "d"]),
    "blank-in-an-expression": ("a{' '}b", ["a b"]),
    "name-of-a-heading": ("## a {#b}", ["a"]),
    "brace-never-closed": ("a { b {c}", ["a { b \x1a"]),
    "brace-escaped": (r"a \{b\}", ["a {b}"]),
    "brace-in-code": ("a `{` b", ["a \x1a b"]),
    "brace-in-longer-code": ("a ``{`}`` b {c}", ["a \x1a b \x1a"]),
    "brace-after-a-backtick": ("a ` {b}\n\n`", ["a ` \x1a", "`"]),
    "brace-in-a-fence": ("```js\n{\n```\n\na", ["a"]),
    "brace-in-a-fence-in-a-list": ("- a\n\n  ~~~\n  {\n  ~~~\n\nb", ["a", "b"]),
    "fence-never-closed": ("a\n\n```\n{b}", ["a"]),
    "brace-in-an-address": ("[a]({b}) c", ["a c"]),
    "component": ("<Note>\nAs **an** ally\n</Note>", ["As an ally"]),
    "component-with-attributes": ("<A b='>' c={d > 1} {...e}>\nf\n</A>", ["f"]),
    "component-of-many-lines": ("<A\n  b\n>\nc\n</A>", ["c"]),
    "component-in-a-line": ("a <B c>d</B> e", ["a d e"]),
    "component-that-shows": ("a <Icon b /> c", ["a \x1a c"]),
    "component-of-a-component": ("<A.B>c</A.B>", ["c"]),
    "fragment": ("<>\na\n</>", ["a"]),
    "div": ("<div className='a'>\n*b*\n</div>", ["b"]),
    "code-tag": ("a <code>{b}</code> c", ["a \x1a c"]),
    "style-tag": ("<style>{`a { }`}</style>\n\nb", ["b"]),
    "image-over-blank-lines": ("<img\n\n  alt='a'\n/>\n\nb", ["b"]),
    "tag-never-closed": ("a <B c", ["a <B c"]),
    "less": ("a < b, <3", ["a < b, <3"]),
    "address": ("a <https://b.c>", ["a \x1a"]),
    "four-blanks": ("a\n\n    b", ["a", "b"]),
    "four-blanks-in-a-component": ("<A>\n  <B>\n\n    c\n\n  </B>\n</A>", ["c"]),
    "fence-in-a-component": ("<A>\n  <B>\n\n    ```\n    c\n    ```\n\n  </B>\n</A>\n\nd", ["d"]),
    "four-blanks-in-an-item": ("- a\n\n      b", ["a", "b"]),
    "list-after-four-blanks": ("a:\n    1. b\n    2. c", ["a:", "b", "c"]),
}


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_prose_of(text: str, expected: list[str]) -> None:
    assert [block.prose for block in read(text).blocks] == expected


KINDS = {
    "item-in-a-component": ("<A>\n\n    - a\n</A>", ("item", 0)),
    "nested-item": ("- b\n  - a", ("item", 0)),
    "quote": ("> a {b}", ("paragraph", 1)),
    "quote-tag": ("<blockquote>a</blockquote>", ("html", 1)),
    "quote-tag-around-markdown": ("<blockquote>\n\n*a*\n\n</blockquote>", ("paragraph", 1)),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_kind_and_quoting_of(text: str, expected: tuple[str, int]) -> None:
    assert (last(text).kind, last(text).quoted) == expected


SOURCES = {
    "expression": ("é {b}", 2, 3, "{b}"),
    "after-one": ("{b} As *an* {c} ally", 2, 14, "As *an* {c} ally"),
    "in-a-component": ("<A>\n      as an\n      ally", 0, 10, "as an\n      ally"),
    "entity": ("<A>&amp; b</A>", 0, 1, "&amp;"),
}


@pytest.mark.parametrize(("text", "start", "end", "source"), SOURCES.values(), ids=SOURCES)
def test_prose_leads_back_to_its_source(text: str, start: int, end: int, source: str) -> None:
    assert text[slice(*last(text).source(start, end))] == source


COMMENTS = [
    "a {/* allylint-off */}",
    "{/*\n allylint-off\n*/}\n\na",
    "a\n\n<!-- allylint-off -->\n",
]


@pytest.mark.parametrize("text", COMMENTS)
def test_a_comment_may_speak_to_allylint(text: str) -> None:
    [comment] = read(text).comments
    assert (comment.text, text[comment.start], text[comment.end - 1]) in {
        ("allylint-off", "{", "}"),
        ("allylint-off", "<", ">"),
    }


def test_a_comment_leaves_no_hole() -> None:
    assert last("as an{/* b */} ally").prose == "as an ally"
