"""Markup that sets words apart as an example, and markup that only stresses them."""

import pytest

from allylint.inputs import read_document
from allylint.mention import mention_around
from allylint.model import Span

EXAMPLES = {
    "after a colon": "You type: *well, actually, it is not*.",
    "a bold item explained": "- **Calm down** (heard in March)",
    "an italic item alone": "- *Not all men.*",
    "a bold phrase explained": "**Calm down.** This phrase tells the reader to be quiet.",
    "a question with its answer below": "**Calm down, is that fine?**\n: No.",
    "a title in italics": "We are reading *Calm Down, You People*.",
    "a link after a colon": "An essay: [calm down](https://example.org).",
    "one of several": "Fires on *as an ally*, *calm down* or *not all men*.",
    "a role's line": "**MIRO** (an engineer): calm down",
    "a role's line, colon inside": "**Lena:** calm down",
}
OWN = {
    "stress within a sentence": "And *you people* never listen.",
    "a bold sentence of one's own": "**Calm down.** I mean it.",
    "a stressed word at the start": "*Calm* down, will you?",
    "stress after a colon, in a clause": "I get it: **you people are many**, so I know.",
    "a note": "**Update:** calm down",
    "a label": "**Please note that this is long**: calm down",
}


def mentioned(markdown: str) -> bool:
    block = read_document("a.md", markdown, "markdown").blocks[0]
    word = next(
        w
        for w in ("well", "alm down", "alm Down", "ot all", "you people", "alm")
        if w in block.prose
    )
    start = block.prose.index(word)
    return bool(mention_around(block, Span(start, start + len(word))))


@pytest.mark.parametrize("markdown", EXAMPLES.values(), ids=EXAMPLES)
def test_markup_makes_words_an_example(markdown: str) -> None:
    assert mentioned(markdown)


@pytest.mark.parametrize("markdown", OWN.values(), ids=OWN)
def test_markup_that_stresses_words_leaves_them_the_writers(markdown: str) -> None:
    assert not mentioned(markdown)
