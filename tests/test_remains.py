"""A draft without its reported words still reads, and is the draft where nothing was reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Span
from allylint.remains import without


@pytest.mark.parametrize(
    ("text", "cut", "left"),
    [
        ("As an ally, I think the talk was fine.", ["As an ally"], "I think the talk was fine."),
        ("I meant well. The ramp is ready on Monday.", ["I meant well"], "The ramp is ready on Monday."),
        (
            "Calm down, please.\n\nThe form is fixed now.",
            ["Calm down"],
            "The form is fixed now.",
        ),
        (
            "No offence, but this needs a test, and I never said that.",
            ["No offence, but", "I never said that"],
            "This needs a test.",
        ),
        ("The ramp is ready.\n", [], "The ramp is ready.\n"),
        (
            "You people always say the same, so the ramp is ready on Monday.",
            ["You people always say the same", "people"],
            "The ramp is ready on Monday.",
        ),
    ],
    ids=["opening", "sentence", "paragraph", "two in one", "nothing", "one within another"],
)  # fmt: skip
def test_what_remains_is_the_point(text: str, cut: list[str], left: str) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in cut]
    assert without(text, spans).strip() == left.strip()


@given(st.text(alphabet="ab .,\n>*'", max_size=80), st.data())
def test_every_kept_word_was_in_the_draft(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left = without(text, [Span(start, end)] if start < end else [])
    letters = sorted(c.lower() for c in left if c.isalpha())
    assert len(letters) <= sum(c.isalpha() for c in text)
    assert set(letters) <= set(text.lower())
