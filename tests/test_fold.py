"""The fold: one spelling for many, and offsets that lead back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allylint.fold import fold, fold_words

SAME = {
    "I’m honestly, genuinely sorry if": "i'm sorry if",
    "I am sorry": "i'm sorry",
    "im sorry": "i'm sorry",
    "I, honestly, do not care": "i don't care",
    "I am not an ally": "i'm not an ally",
    "It isn’t what I said": "it's not what i said",
    "You aren't listening": "you're not listening",
    "I have not said that": "i haven't said that",
    "I will not, I cannot": "i won't, i can't",
    "Let us talk": "let's talk",
    "dont, didnt, wouldnt": "don't, didn't, wouldn't",
    "u r so articulate": "you're so articulate",
    "ur so sensitive": "you're so sensitive",
    "ur code": "your code",
    "I apologise for any offence": "i apologize for any offense",
    "colour and behaviour": "color and behavior",
    "I'm soooo sorryyy": "i'm so sorry",
    "sorrrry, pleeease": "sorry, please",
    "a  b\n\tc": "a b c",
    "so\u200bft\u00ad hyphen": "soft hyphen",
    "wait…": "wait...",
    "LGBTQIA+ folx": "lgbtq+ folks",
    "ty for flagging": "thank you for flagging",
}
LEFT_ALONE = [
    "its owners were well, and ill",
    "people like you",
    "just joking",
    "she lets him shell peas in hell",
    "he has a car",
    "the man is here",
    "r&d and r/advice in the u.s.",
    "ty cobb said so",
    "really?",
    "good, well done",
    "www.example.org",
    "a book, too",
    "john's fault",
]
ODDITIES = st.sampled_from(
    ["I am", " do not", "İ", "ß", "’", "\u200d", "  ", "\n", "…", "sooo", "ur so", ", honestly, ",
     " truly ", "🙂", "e\u0301", "\ud800", "cannot", "\u00a0", "colour", "ﬁ"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(ODDITIES, st.text(max_size=8))).map("".join)


@pytest.mark.parametrize(("written", "folded"), SAME.items())
def test_one_spelling_stands_for_many(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize("words", LEFT_ALONE)
def test_words_that_may_mean_something_else_are_left_alone(words: str) -> None:
    assert fold(words).text == words


@given(TEXTS)
@example("I am, honestly, sooo   sorry…")
def test_every_folded_character_leads_to_a_stretch_of_the_prose(text: str) -> None:
    folded = fold(text)
    spans = [folded.prose(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(TEXTS)
def test_the_way_back_never_turns_round(text: str) -> None:
    folded = fold(text)
    starts = [folded.prose(at, at + 1).start for at in range(len(folded.text))]
    assert starts == sorted(starts)


@given(TEXTS)
def test_a_character_that_the_fold_keeps_leads_back_to_itself(text: str) -> None:
    folded = fold(text)
    kept = [
        folded.text[at] == text[slice(*folded.prose(at, at + 1))].lower()
        for at in range(len(folded.text))
        if folded.text[at] in "\x1axyzqjk🙂" and len(folded.prose(at, at + 1)) == 1
    ]
    assert all(kept)


@given(TEXTS)
def test_a_stretch_leads_back_from_its_first_character_to_its_last(text: str) -> None:
    folded = fold(text)
    size = len(folded.text)
    if size:
        whole = folded.prose(0, size)
        assert whole == (folded.prose(0, 1).start, folded.prose(size - 1, size).end)


def test_words_of_a_rule_are_folded_as_the_text_is() -> None:
    assert fold_words("I am ") == "i'm"
