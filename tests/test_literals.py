"""Words found in one pass are those found one by one."""

from hypothesis import given
from hypothesis import strategies as st

from allylint.literals import Literals

WORDS = [
    "a",
    "ab",
    "abc",
    "b",
    "bc",
    "ca",
    "é",
    "éa",
    "ally",
    "all",
    "y a",
    "n't",
    "i'm",
    "sorry",
    "or",
]


@given(st.text("abcéyl n't'imsor\ud800", max_size=60))
def test_with_and_without_the_automaton_the_same_words_are_there(text: str) -> None:
    one_by_one = {word for word in WORDS if word in text}
    assert Literals(WORDS).present(text) == one_by_one
