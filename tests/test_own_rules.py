"""examples/own-rules.md: what it shows works as it says."""

import re
from pathlib import Path

import pytest

from allylint import config
from allylint.rulebook import load_rulebook
from small_rules import found, run, write

PAGE = (Path(__file__).parents[1] / "examples" / "own-rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
RULES = {m[1]: block for block in BLOCKS if (m := re.match(r"(?:id|extends): (\S+)", block))}
SETTINGS = [block for block in BLOCKS if block not in RULES.values()]


@pytest.fixture(autouse=True)
def _shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLYLINT_CACHE", str(tmp_path / "cache"))
    files = {f"allylint-rules/{id}.yaml": text for id, text in RULES.items()}
    write(tmp_path, {**files, ".git/HEAD": "", ".allylint.yaml": SETTINGS[0]})
    config.clear()
    load_rulebook.cache_clear()


def test_its_rules_hold_their_examples() -> None:
    got = run("test", *RULES)
    assert (got.exit_code, got.stderr) == (0, "")


DRAFTS = {
    "I am a penguin friend.": [("self-label", "I am a penguin friend")],
    "I am an ally in the penguin play.": [],
    "I am a penguin friend.\n\nHow do I get the penguin badge?": [],
    "Hey @Everyone, enough of this!": [("angry-everyone", "@Everyone")],
    "Hey @Everyone, lunch!": [],
}


@pytest.mark.parametrize(("draft", "expected"), DRAFTS.items())
def test_its_rules_speak_as_it_says(draft: str, expected: list[tuple[str, str]]) -> None:
    write(Path(), {"a.md": draft})
    got = run("a.md", "--format", "json")
    assert [(rule, quote) for _, rule, quote in found(got)] == expected


def test_its_first_command_starts_a_rule_that_works() -> None:
    command = re.search(r"^allylint (new .*)$", PAGE, re.MULTILINE)
    assert command is not None
    words = [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', command[1])]
    assert run(*words).exit_code == 0
    assert run("test", "allylint-rules/just-rtfm.yaml").stdout.endswith("\n4 of 4 examples hold.\n")
