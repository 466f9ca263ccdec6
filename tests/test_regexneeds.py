"""What a regular expression cannot match without is never asked of a text that it matches."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from allylint.regexneeds import needs_of

NEEDS = {
    "sorry (?:if|but) you": {"sorry"},
    "(?:calm|settle) down": {"down"},
    "(?:calm|settle)(?: down)?": {"calm", "settle"},
    r"\b(?:no|any) (?:need|reason)\b": {"need", "reason"},
    "(?:abc)?deaf+": {"dea"},
    "n+o": None,
    "a|b": None,
    "(?i:sorry)": None,
    "(unclosed": None,
}


@pytest.mark.parametrize(("pattern", "needs"), NEEDS.items(), ids=NEEDS)
def test_the_needs_of_a_pattern(pattern: str, needs: set[str] | None) -> None:
    found = needs_of(pattern)
    assert found is None if needs is None else found is not None and _covers(found, needs)


def _covers(found: frozenset[str], needs: set[str]) -> bool:
    return all(any(one in each for one in found) for each in needs)


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
    ]
)


@given(st.lists(PARTS, min_size=1, max_size=6).map("".join), st.data())
def test_a_text_that_matches_holds_one_of_the_needs(pattern: str, data: st.DataObject) -> None:
    text = data.draw(
        st.from_regex(pattern, fullmatch=True, alphabet=st.characters(max_codepoint=127))
    )
    needs = needs_of(pattern)
    if regex.search(pattern, text):
        assert needs is None or any(each in text for each in needs)
