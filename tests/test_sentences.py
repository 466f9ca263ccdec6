"""Where a sentence ends, in essays and in chat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.sentences import split

# A bar stands where the next sentence begins.
EXAMPLES = {
    "essay": "I hear you. |I was wrong.",
    "one sentence": "Thank you for telling me",
    "chat lower case": "i never said that. |you misread me.",
    "chat questions": "really? |are you sure? |ok then",
    "chat single letters": "love u. |so do i. |bye",
    "several marks": "what?! |no way!!! |ok",
    "dots trail on before a small letter": "idk... maybe ask her",
    "ellipsis before a capital": "Wait… |What happened? |hm… ok",
    "for example": "Say it plainly, e.g. with a name. |Then stop.",
    "that is": "the group (i.e. all of us) left. |We stayed.",
    "for example before a capital": "Ask first, e.g. Ana or Bo. |Then go.",
    "and so on": "tags, titles, etc. are fine here. |So is this.",
    "versus": "us vs. them helps nobody. |Stop.",
    "titles of people": "Mr. Smith and Dr. ito spoke. |I listened.",
    "and others": "see Smith et al. for more. |ok",
    "half of the day": "at 5 p.m. we met. |Then at 6 a.m. we left.",
    "countries": "in the U.S. it is common. |Here it is not.",
    "version": "Use 1.2.3 or v2.0 instead. |it works.",
    "year": "That was in 2019. |then we changed it.",
    "list number": "1. read first\n|2. then ask",
    "dotted name": "I like .NET here. |You like ASP.NET more. |Fine.",
    "file name": "see README.md first. |then node.js. |Thanks",
    "no blank after the dot": "I'm sorry. |But you left.",
    "short no": "No. |That's not it. |no. |that is",
    "number sign": "See no. 5 and No. 6 for it.",
    "I at the end": "So did I. |They know.",
    "bracketed sentence": "(I was wrong.) |I know.",
    "bracket in mid-sentence": "it broke (again?) and I left. |Bye",
    "quote ends": "He said “stop.” |Then he left.",
    "quote goes on": '"stop!" he said. |"Go on," she said.',
    "quote begins": "he left. |'so what' is all I heard",
    "smiley": "thank you. :) |that helped. :D |See you",
    "smiley at the end": "great! <3",
    "emoji": "Thank you! 🎉 |You were right. 👍🏽 👩‍👩‍👧 |next",
    "emoji touching": "thanks!😀 |next",
    "emoji as comma": "thanks 😀 that helped",
    "code and links": "see \x1a. |it is at \x1a now. |Look! |\x1a is new.",
    "hard wrap": "I am sorry\nthat I left.\n|You were right.",
    "blank line": "A title\n\n|then text\r\n\r\n|and more",
}


def _shown(prose: str) -> list[str]:
    return [prose[span.start : span.end] for span in split(prose)]


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_sentences_end_where_a_reader_would_pause(example: str) -> None:
    assert _shown(example.replace("|", "")) == [part.strip() for part in example.split("|")]


@pytest.mark.parametrize("blank", ["\x85", "\xa0", "\u2028", "\u3000"], ids=ascii)
def test_a_blank_of_several_bytes_after_an_initial_is_taken(blank: str) -> None:
    assert _shown(f"Z{blank}.") == [f"Z{blank}."]


def test_a_long_block_is_cut_as_a_short_one() -> None:
    prose = "I hear you, e.g. here. you were right! So (as you say) was Mr. Smith. "
    assert _shown(prose * 500) == _shown(prose) * 500


CHATTY = st.text(
    st.sampled_from(
        list("aIZ.!?… \n\t\r\x1a\"'()”:D3<é😀👍\u200d\ufe0f\ud83d\udc00\x1c\u2028\xa0\u3000。0")
    )
)
PROSE = st.one_of(st.text(st.characters(exclude_categories=[])), CHATTY)


@given(PROSE)
def test_spans_are_ordered_and_in_range_and_never_empty(prose: str) -> None:
    ends = [0, *(offset for span in split(prose) for offset in span), len(prose)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in split(prose))


@given(PROSE)
def test_every_character_that_is_not_blank_is_in_a_sentence(prose: str) -> None:
    assert "".join("".join(_shown(prose)).split()) == "".join(prose.split())


@given(PROSE)
def test_no_sentence_begins_or_ends_with_a_blank(prose: str) -> None:
    assert all(shown == shown.strip() for shown in _shown(prose))


@pytest.mark.parametrize(
    "unit",
    [". ", ".", "a. ", '"', "(. ", "\n \n", "(A) X? ", "'A. B' C. ", ".   ", "😀", ". :)", "1. "],
)
def test_a_long_text_of_signs_is_split_to_its_end(unit: str) -> None:
    prose = (unit * 100_000)[:100_000]
    assert split(prose)[-1].end >= len(prose.rstrip()) - 1 if prose.strip() else True
