"""Characters that hide words are pointed out, and those that a language needs are not."""

import pytest

from allylint.api import check_text

TURNS = "turns the order of letters here, so that readers may see other words."
UNSEEN = "can't be seen here, yet it is there for programs."
POINTED_OUT = {
    "letters turned round": ("one\ntwo \u202eylla na sa\u202c", 2, f"U+202E {TURNS}"),
    "letters held in order": ("\u202dשלום\u202c", 1, f"U+202D {TURNS}"),
    "right to left without such letters": ("a \u2067b c\u2069", 1, f"U+2067 {TURNS}"),
    "several": ("a\u202eb\u202c\nc\u202ed", 1, f"U+202E {TURNS[:-1]} (and in 1 other place)."),
    "in code": ("`a\u202eb`", 1, f"U+202E {TURNS}"),
    "tag letters": ("hi\U000e0049\U000e0067", 1, f"U+E0049 {UNSEEN}"),
    "a word cut in two": ("calm do\u200bwn", 1, f"U+200B {UNSEEN}"),
    "a message of joiners": ("a \u200b\u200c\u200d\u200b\u2060", 1, f"U+200B {UNSEEN}"),
}


@pytest.mark.parametrize(("text", "line", "said"), POINTED_OUT.values(), ids=POINTED_OUT.keys())
def test_pointed_out(text: str, line: int, said: str) -> None:
    (note,) = check_text(text).notes
    assert (note.line, note.text) == (line, said)


@pytest.mark.parametrize(
    "text",
    [
        "\u202bשלום\u202c and \u2067עולם\u2069",
        "a \u202a#vote\u202c \u2066b\u2069",
        "שלום\u200f!",
        "می\u200cخواهم",
        "👩\u200d👧 ❤\ufe0f 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "ภาษา\u200bไทย",
        "hy\u00adphen",
        "\ufeffAs it is",
        "a/\u200bb",
    ],
)
def test_what_a_language_needs_is_left_alone(text: str) -> None:
    assert not check_text(text).notes


def test_a_word_cut_in_two_is_found_all_the_same() -> None:
    assert [f.rule for f in check_text("Please calm do\u200bwn, you two.").findings]
