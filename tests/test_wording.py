"""A message quotes words as a reader would have cut them; the underline stays exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Span
from allylint.wording import quotation


@pytest.mark.parametrize(
    ("before", "match", "after", "quoted"),
    [
        ("", "Those people are never", " content. So it goes.", "Those people are never content"),
        ("", "As an ally", " I think so.", "As an ally"),
        ("Well, I ", "don't mean to sound rude, but", " no.", "I don't mean to sound rude, but"),
        ("I'm ", "not being funny, but", " no.", "I'm not being funny, but"),
        ("the ramp", "'s back on", " Fridays, at ten", "'s back on Fridays"),
        ("", "I may well", " never in all my days and nights here come back", "I may well"),
        ("", "I'm sorry if", " it hurt.", "I'm sorry if it hurt"),
        ("my ", "disability ally,", " and more", "disability ally"),
        ("", "say \x1a", " again", "say …"),
    ],
    ids=["verdict", "whole", "pronoun", "contraction", "of a clause", "far", "if", "comma", "code"],
)
def test_the_words_of_a_message(before: str, match: str, after: str, quoted: str) -> None:
    prose = before + match + after
    assert quotation(prose, Span(len(before), len(before) + len(match))) == quoted


@given(st.text(alphabet="ab 'n,.\n\x1aI", max_size=60), st.data())
def test_a_quotation_is_one_short_line_that_holds_the_match(
    prose: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(prose)))
    end = data.draw(st.integers(start, len(prose)))
    said = quotation(prose, Span(start, end))
    assert "\n" not in said
    assert len(said) <= 120
    bare = " ".join(prose[start:end].replace("\x1a", "…").strip(" \n\t,;").split())
    assert len(bare) > 60 or bare in said
