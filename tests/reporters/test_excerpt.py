"""The line around a match, and the tildes that stand exactly below its words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from allylint.model import Span
from allylint.reporters._excerpt import excerpt

WIDTHS = {
    "plain": ("As an ally, no", "As an ally", "As an ally, no\n~~~~~~~~~~"),
    "wide before": ("日本 ally", "ally", "日本 ally\n     ~~~~"),
    "wide within": ("my 日本 ally", "日本", "my 日本 ally\n   ~~~~"),
    "combining": ("e\u0301e\u0301 ally", "ally", "e\u0301e\u0301 ally\n   ~~~~"),
    "combining within": ("a cafe\u0301 b", "cafe\u0301", "a cafe\u0301 b\n  ~~~~"),
    "emoji": ("👍🏽 ally", "ally", "👍🏽 ally\n   ~~~~"),
    "family": ("👩\u200d👩\u200d👧 ally", "ally", "👩\u200d👩\u200d👧 ally\n   ~~~~"),
    "flag": ("🇫🇷 ally", "ally", "🇫🇷 ally\n   ~~~~"),
    "keycap": ("1\ufe0f\u20e3 ally", "ally", "1\ufe0f\u20e3 ally\n   ~~~~"),
    "tab before": ("a\tally", "ally", "a    ally\n     ~~~~"),
    "tab within": ("an\tally", "an\tally", "an    ally\n~~~~~~~~~~"),
    "zero width": ("a\u200bb ally", "ally", "a·b ally\n    ~~~~"),
    "escape": ("\x1b[1m ally", "ally", "␛[1m ally\n     ~~~~"),
    "other lines": ("a\r\nan ally\r\nb", "ally", "an ally\n   ~~~~"),
    "old line ends": ("a\ran ally\rb", "ally", "an ally\n   ~~~~"),
    "two lines": ("x an\n  ally y", "an\n  ally", "x an\n  ~~\n  ally y\n  ~~~~"),
    "part of a family": ("👩\u200d👧 a", "👧", "👩\u200d👧 a\n~~"),
}


def _shown(text: str, span: Span, width: int) -> str:
    rows = excerpt(text, span, width)
    return "\n".join(line for row in rows for line in (row.text, row.underline()) if line)


@pytest.mark.parametrize(("text", "words", "shown"), WIDTHS.values(), ids=WIDTHS)
def test_tildes_stand_below_the_words(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    assert _shown(text, Span(start, start + len(words)), 80) == shown


def test_a_long_line_is_cut_around_the_match() -> None:
    text = "before " * 9000 + "an ally" + " after" * 9000
    start = text.index("an ally")
    shown = _shown(text, Span(start, start + 7), 40)
    assert shown == "…before before an ally after after…\n               ~~~~~~~"


def test_a_match_near_the_end_of_a_long_line_keeps_what_leads_to_it() -> None:
    text = "one two three four five six seven an ally."
    shown = _shown(text, Span(34, 41), 40)
    assert shown == "…two three four five six seven an ally.\n" + " " * 31 + "~~~~~~~"


def test_a_line_that_fits_exactly_is_whole() -> None:
    assert _shown("a" * 20, Span(0, 1), 20) == "a" * 20 + "\n~"


def test_at_most_three_rows_are_shown() -> None:
    assert _shown("a\nb\nc\nd", Span(0, 7), 40).split("\n") == [*"a~b~c~", "…"]


CHARS = "ab  \t\n\r.日é🙂👍🏽👩👧\u200d\ufe0f🇫🇷e\u0301\x1b\u202e\u200b\ud800"


@given(
    st.text(st.one_of(st.sampled_from(list(CHARS)), st.characters(exclude_categories=[]))),
    st.text(st.sampled_from(list(CHARS)), min_size=1),
    st.text(st.sampled_from(list(CHARS))),
    st.integers(20, 60),
)
@example("a " * 50, "ally", " b" * 50, 20)
@example("日" * 50, "ally", "日" * 50, 20)
def test_rows_fit_and_tildes_never_leave_their_row(
    before: str, words: str, after: str, width: int
) -> None:
    span = Span(len(before), len(before) + len(words))
    for row in excerpt(before + words + after, span, width):
        assert 0 <= wcswidth(row.text) <= width
        assert len(row.underline()) <= wcswidth(row.text)


PLAIN = st.text(st.sampled_from(list("ab 日é🙂👍🇫e\u0301")), max_size=90)


@given(PLAIN, PLAIN, st.integers(24, 80))
def test_what_stands_above_the_tildes_is_the_match(before: str, after: str, width: int) -> None:
    text = f"{before} ally 日本 👩\u200d👧 {after}"
    words = "ally 日本 👩\u200d👧"
    row = excerpt(text, Span(len(before) + 1, len(before) + 1 + len(words)), width)[0]
    first = row.underline().index("~")
    above = next(at for at in range(len(row.text)) if wcswidth(row.text[:at]) == first)
    assert row.text[above:].startswith(words)
    assert row.underline().count("~") == wcswidth(words)


@pytest.mark.parametrize("text", ["a " * 5_000_000, "a" * 10_000_000, "\n" * 10_000_000])
def test_a_long_text_is_shown_in_three_rows_and_dots_at_most(text: str) -> None:
    assert len(excerpt(text, Span(0, 5_000_000), 80)) <= 4
