"""Commit messages: what git takes out or puts in is not the writer's prose."""

import pytest

from allylint.inputs import read_document

SCISSORS = "# ------------------------ >8 ------------------------"
CASES = {
    "subject-and-body": ("Fix a\n\nAs an ally", ["Fix a", "As an ally"]),
    "remarks": ("Fix a\n# On branch x\n\nb\n# c\nd", ["Fix a", "b\nd"]),
    "scissors": (f"Fix a\n{SCISSORS}\ndiff", ["Fix a"]),
    "scissors-of-another-sign": ("Fix a\n; b\n; -------- >8 --------\ndiff", ["Fix a"]),
    "dashes-in-prose": ("Fix a\n\n-------- >8 --------\nb", ["Fix a", "-------- >8 --------\nb"]),
    "fixup": ("fixup! Fix a\n", []),
    "fixup-below-blank-lines": ("\n\nsquash! fixup! Fix a\n\nb\n", ["b"]),
    "fixup-in-prose": ("Fix a\n\nfixup! b", ["Fix a", "fixup! b"]),
    "nothing": ("", []),
    "remarks-alone": ("\n# On branch x\n", []),
    "trailers": ("Fix a\n\nb\n\nFixes: #1\nCo-authored-by: c\n", ["Fix a", "b"]),
    "wrapped-trailer": ("Fix a\n\nFixes: #1\n  and more\n", ["Fix a"]),
    "trailers-before-remarks": ("Fix a\n\nFixes: #1\n\n# x\n", ["Fix a"]),
    "signed-off-in-prose": ("Fix a\n\nThanks\nSigned-off-by: c", ["Fix a"]),
    "prose-with-a-colon": ("Fix a\n\nb\nNote: c", ["Fix a", "b\nNote: c"]),
    "subject-like-a-trailer": ("fix: a", ["fix: a"]),
    "quoted-mail": ("Fix a\n\n> b", ["Fix a", "b"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_blocks_of(text: str, expected: list[str]) -> None:
    blocks = read_document("COMMIT_EDITMSG", text).blocks
    assert [block.prose for block in blocks] == expected


def test_a_remark_to_allylint_is_a_comment() -> None:
    document = read_document("MERGE_MSG", "a\n# allylint-ignore non-apology\n# b")
    assert document.comments == (("allylint-ignore non-apology", 2, 31),)


def test_a_remark_to_allylint_may_begin_with_another_sign() -> None:
    document = read_document("COMMIT_EDITMSG", "a\n; allylint-off\n; -------- >8 --------\nb")
    assert document.comments == (("allylint-off", 2, 16),)


def test_the_body_does_not_stand_under_the_subject() -> None:
    blocks = read_document("TAG_EDITMSG", "a\n\nb").blocks
    assert [(block.kind, block.headings) for block in blocks] == [("paragraph", ())] * 2
