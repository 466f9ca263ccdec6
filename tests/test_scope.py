"""A cue clears what it governs and no more, and markup decides nothing by accident."""

import pytest

from allylint import lint

SCOPE = {
    "reported, then claimed": ("He says he's an ally. Well, as an ally myself, I agree.", ["as an ally"]),
    "a not of its own": (
        "I'm not racist, but you people never listen.",
        ["I'm not racist", "you people never"],
    ),
    "taught, then done": ("Don't say 'calm down'. And calm down yourself.", ["calm down"]),
    "double denial": ("I'm not saying I'm not an ally.", ["I'm not an ally"]),
    "far denial": ("I wouldn't call myself an ally.", []),
    "none of us": ("None of us is an ally here.", []),
    "quoted over a line break": ("She hears “as an\nally, I object” every week.", []),
    "a quotation that leans the wrong way": ("I didn't say she ”speaks so well” at all.", []),
    "quoted with a clause after it": ('"As an ally, I think so", he said, and left.', []),
    "a guillemet": ("« As an ally » is how it began.", []),
    "a hashtag cited": ("Please drop the hashtag #notallmen from the page.", []),
    "mail quoted below one's own": ("As an ally, I agree.\n\n> As an ally, I object.", ["As an ally"]),
    "nested quotes": ("> He wrote:\n>\n> > As an ally, I object.\n\nThanks.", []),
    "an alert is one's own": ("> [!NOTE]\n> As an ally, I object.", ["As an ally"]),
}  # fmt: skip
MARKUP = {
    "emphasis": "*As an ally*, I object.",
    "a link's text": "[As an ally](https://example.org/as-an-ally), I object.",
    "a heading": "## As an ally, I object",
    "a table cell": "| a | b |\n| --- | --- |\n| x | As an ally, I object. |",
    "a list item": "- One.\n- As an ally, I object.",
    "a footnote": "Text.[^1]\n\n[^1]: As an ally, I object.",
    "a word split by markup": "As an al**ly**, I object.",
    "HTML": "<div>\n<p>As an ally, I object.</p>\n</div>",
    "CRLF": "Hi.\r\n\r\nAs an ally, I object.\r\n",
    "a byte order mark": "\ufeffAs an ally, I object.",
}
TAUGHT = {
    "under a heading": "## What not to say\n\n- As an ally, I object.\n- Calm down.",
    "after a lead": "Please avoid:\n\n- As an ally, I object.\n- Calm down.",
    "in a column": "| Instead of | Say |\n| --- | --- |\n| As an ally, I object. | I object. |",
    "after a cross": "❌ As an ally, I object.\n\n✅ I object.",
}


def quotes(text: str) -> list[str]:
    return [f.quote for f in lint(text) if f.level == "suggestion"]


@pytest.mark.parametrize(("text", "found"), SCOPE.values(), ids=SCOPE)
def test_a_cue_clears_what_it_governs_and_no_more(text: str, found: list[str]) -> None:
    assert quotes(text) == found


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_a_move_is_found_through_markup_at_its_place(text: str) -> None:
    assert [quote.replace("*", "") for quote in quotes(text)] == ["As an ally"]


def test_a_move_is_found_over_a_hard_wrap() -> None:
    assert quotes("I object, as  \nan ally, to this.") == ["as  \nan ally"]


def test_a_tag_in_the_front_matter_is_read() -> None:
    assert quotes("---\ntitle: A post\ntags: [proud ally, garden]\n---\n\nText.") == ["proud ally"]


@pytest.mark.parametrize("text", TAUGHT.values(), ids=TAUGHT)
def test_what_is_taught_passes(text: str) -> None:
    assert quotes(text) == []
