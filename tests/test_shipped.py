"""What a wheel brings along spares reading the rules, and is left alone where they changed."""

from pathlib import Path

import pytest

from allylint import cues, rulebook, shipped
from allylint.prebuild import prebuild
from allylint.rulefolder import built_in_folder


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As hatch_build.py puts it into a wheel."""
    assert list(prebuild(str(tmp_path))) == ["rules.data", "voices.data"]
    monkeypatch.setattr(shipped, "_MADE", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("made")
def test_what_came_along_is_what_the_files_say() -> None:
    rulebook.load_rulebook.cache_clear()
    loaded = rulebook.load_rulebook()
    whole = rulebook.load_rulebook(whole=True)
    rulebook.load_rulebook.cache_clear()
    assert [rule[:7] for rule in loaded.rules.values()] == [
        rule[:7] for rule in whole.rules.values()
    ]
    assert not any(rule.flags for rule in loaded.rules.values())


@pytest.mark.usefixtures("made")
def test_the_cues_that_came_along_are_those_of_the_files() -> None:
    assert shipped.read("voices.data", [built_in_folder(), cues.FOLDER]) is not None


def test_after_a_change_of_the_files_it_is_left_alone(made: Path) -> None:
    del made
    assert shipped.read("rules.data", [cues.FOLDER]) is None


def test_in_a_checkout_nothing_came_along() -> None:
    assert shipped.read("rules.data", [built_in_folder()]) is None
