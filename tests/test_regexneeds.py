"""What a regular expression cannot match without is never asked of a text that it matches."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from allylint.index import Index
from allylint.indexing import index_data
from allylint.regexneeds import needs_of
from allylint.tokens import Tokens

NEEDS = {
    "sorry (?:if|but) you": [{"~sorry"}, {"~you"}, {"if", "but"}],
    "(?:calm|settle) down": [{"~down"}, {"~calm", "~settle"}],
    "(?:calm|settle)(?: down)?": [{"~calm", "~settle"}],
    r"\b(?:no|any) (?:need|reason)\b": [{"~need", "~reason"}, {"~no", "~any"}],
    "(?:abc)?deaf+": [{"~dea"}],
    "n+o": [],
    "a|b": [],
    "(?i:sorry)": [],
    "(unclosed": [],
    r"(?<=^)(?:\w+ )?(?:ally|male feminist)(?= ?[|/])": [{"ally", "male"}, {"~|", "~/"}],
    r"\ssorry[.,]": [{"sorry"}],
    r"\bsorry\b": [{"~sorry"}],
    "sorry-? ": [{"~sorry"}],
    "^don't$": [{"do"}, {"not"}],
}


@pytest.mark.parametrize(("pattern", "needs"), NEEDS.items(), ids=NEEDS)
def test_the_needs_of_a_pattern(pattern: str, needs: list[set[str]]) -> None:
    [found] = needs_of(pattern)
    assert [set(clause) for clause in found] == needs


PARTS = st.sampled_from(
    [
        "calm",
        "down",
        "(?:sorry|if)",
        "(?:but you)?",
        "x+",
        "[abc]",
        r"\w*",
        "(?:so|very|too)+",
        " ",
        ".",
        r"\b",
        r"\s",
        "'s",
        "-",
        "^",
        "$",
        "(?:^| )",
        "(?= |$)",
        "(?<= )",
        "[.,]",
    ]
)


@given(st.lists(PARTS, min_size=1, max_size=6).map("".join), st.data())
def test_a_text_that_matches_holds_one_of_the_needs(pattern: str, data: st.DataObject) -> None:
    text = data.draw(
        st.from_regex(pattern, fullmatch=True, alphabet=st.characters(max_codepoint=127))
    )
    if regex.search(pattern, text):
        assert 0 in Index(index_data([needs_of(pattern)])).awake(Tokens(text))
