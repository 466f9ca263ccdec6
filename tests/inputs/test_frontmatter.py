"""Front matter: the values that people read are prose, the rest is not."""

import pytest

from allylint.inputs import read_document

VALUES = {
    "plain": ("title: As an ally", ["As an ally"]),
    "remark": ("title: As an ally # so", ["As an ally"]),
    "hashtag": ("title: '#shecodedally'", ["#shecodedally"]),
    "wrapped": ("title: As an\n  ally", ["As an\nally"]),
    "double-quoted": (r'title: "As \"an\" \u00e9"', ['As "an" é']),
    "single-quoted": ("title: 'I''m'", ["I'm"]),
    "inline-list": ("tags: [as an ally, 'b, c', \"d\"]", ["as an ally", "b, c", "d"]),
    "block-list": ("tags:\n  - a\n  - 'b'\nlayout: x", ["a", "b"]),
    "flat-block-list": ("tags:\n- a\n- b", ["a", "b"]),
    "folded": ("bio: >-\n  As an\n  ally\ntitle: b", ["As an\nally", "b"]),
    "literal": ("bio: |\n  a\n  b", ["a\nb"]),
    "crlf": ("title: a\r\nbio: b\r", ["a", "b"]),
    "other-keys": ("layout: as an ally\ntitle: a", ["a"]),
    "nested-keys": ("author:\n  title: x\nbio: a", ["a"]),
    "capitals": ("Title: a", ["a"]),
    "empty": ("title:\nbio: a", ["a"]),
    "reference": ("title: *x\nbio: a", ["a"]),
    "broken": ("title: 'x\nbio: a\n: [", ["a"]),
}


@pytest.mark.parametrize(("front", "expected"), VALUES.values(), ids=VALUES)
def test_value(front: str, expected: list[str]) -> None:
    blocks = read_document("a.md", f"---\n{front}\n---\n").blocks
    assert [block.prose for block in blocks] == expected


def test_toml_is_read_too() -> None:
    text = '+++\ntitle = "a"\ntags = ["b", "c"]\n+++\n'
    assert [block.prose for block in read_document("a.md", text).blocks] == ["a", "b", "c"]


def test_the_draft_goes_on_behind_it() -> None:
    text = "---\nlayout: é\n---\n# b\n"
    [block] = read_document("a.md", text).blocks
    assert text[slice(*block.source(0, 1))] == "b"


NOT_FRONT = {
    "blank-line-first": "---\n\ntitle: a\n\n---\n",
    "later": "b\n\n---\ntitle: a\n---\n",
    "unclosed": "---\ntitle: a\n",
    "prose-between-rules": "---\nAs an ally\n---\n",
}


@pytest.mark.parametrize("text", NOT_FRONT.values(), ids=NOT_FRONT)
def test_no_front_matter_in(text: str) -> None:
    assert {block.kind for block in read_document("a.md", text).blocks} <= {"paragraph", "heading"}
