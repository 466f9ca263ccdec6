"""What could steer or fool a terminal gets a stand-in of one cell."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from allylint.reporters._safe import one_line, safe

STAND_INS = {
    "escape": ("\x1b[31m", "␛[31m"),
    "bell": ("\a", "␇"),
    "carriage return": ("ok\rno", "ok␍no"),
    "line": ("a\nb\tc", "a␊b␉c"),
    "null": ("\0", "␀"),
    "delete": ("\x7f", "␡"),
    "control of Latin-1": ("\x9b31m", "�31m"),
    "line separator": ("a\u2028b", "a␤b"),
    "override": ("a\u202eb\u2069", "a⇆b⇆"),
    "zero width": ("a\u200bb\ufeff", "a·b·"),
    "soft hyphen": ("a\u00adb", "a·b"),
    "tags": ("a\U000e0041b", "a·b"),
    "lone surrogate": ("a\ud800b", "a�b"),
    "joiner between letters": ("a\u200db", "a·b"),
    "selector alone": (" \ufe0f", " ·"),
    "joiner in a family": ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
    "heart on fire": ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
    "letters": ("naïve 日本 שלום", "naïve 日本 שלום"),
}


@pytest.mark.parametrize(("text", "shown"), STAND_INS.values(), ids=STAND_INS)
def test_stand_ins_are_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_tabs_and_line_ends_stay_where_they_are_handled() -> None:
    assert safe("a\tb\n\x1b", keep="\t\n") == "a\tb\n␛"


def test_one_line_has_single_blanks() -> None:
    assert one_line(" a\r\n\tb \x1c c ") == "a b c"


@given(st.text(st.characters(exclude_categories=[])))
def test_no_control_is_left_and_every_offset_stays(text: str) -> None:
    shown = safe(text)
    left = {unicodedata.category(char) for char in shown.replace("\u200d", "")}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
    assert len(shown) == len(text)
    assert wcswidth(shown) >= 0
