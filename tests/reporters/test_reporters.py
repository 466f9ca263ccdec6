"""Formats are found by their file's name."""

import pytest

from allylint.errors import AllylintError
from allylint.model import Report, Terminal
from allylint.reporters import names, reporter


def test_text_and_json_are_formats() -> None:
    assert {"text", "json"} <= set(names())


def test_helpers_are_no_formats() -> None:
    assert not [name for name in names() if name.startswith("_")]


@pytest.mark.parametrize("name", names())
def test_every_format_renders_an_empty_report(name: str) -> None:
    assert isinstance(reporter(name)(Report(), Terminal()), str)


@pytest.mark.parametrize("name", ["jsn", "_safe", "", "../text", "os"])
def test_an_unknown_format_says_what_there_is(name: str) -> None:
    with pytest.raises(AllylintError, match=r"names no file in reporters/\. There are: .*json"):
        reporter(name)


def test_a_slip_is_met_with_the_nearest_name() -> None:
    with pytest.raises(AllylintError, match=r"Perhaps `json`\?$"):
        reporter("jsn")
