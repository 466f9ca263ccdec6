"""What several tests stand in: a repository of its own, with a few small rules."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from allylint import config, rulebook
from allylint.cues import voices
from allylint.rulebook import load_rulebook
from small_rules import rule, write

if TYPE_CHECKING:
    from workflow import Action

RULES = {
    "fam/aa.yaml": rule("aa"),
    "fam/hh.yaml": rule("hh", "hint hint", level="hint"),
    "kin/bb.yaml": rule("bb", "baz"),
    "kin/pp.yaml": rule("pp", "thanks pal", level="praise"),
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository that we are in; `foo bar` and `baz` are suggestions, `hint hint` is a hint."""
    voices()
    rules = write(tmp_path / "rules", RULES)
    folder = write(tmp_path / "repository", {".git/HEAD": ""})
    monkeypatch.setattr(rulebook, "built_in_folder", lambda: str(rules))
    monkeypatch.setenv("ALLYLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(folder)
    for forget in (config.clear, load_rulebook.cache_clear):
        forget()
    yield folder
    for forget in (config.clear, load_rulebook.cache_clear):
        forget()


@pytest.fixture(scope="session")
def action(tmp_path_factory: pytest.TempPathFactory) -> "Action":
    """The GitHub action with allylint installed, once for all tests."""
    from workflow import installed_action

    return installed_action(tmp_path_factory)


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pre-commit hooks with their environment, once for all tests."""
    from hooked import installed_hooks

    return installed_hooks(tmp_path_factory)
