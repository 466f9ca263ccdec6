"""No word of a draft is a command to the log that it is printed to."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Report
from allylint.reporters._inert import inert
from small_report import ALLY, render
from small_rules import run

COMMANDS = {
    "at the start": ("::error::x", "·:error::x"),
    "after blanks": ("a\n \t::error::x", "a\n \t·:error::x"),
    "the old form": ("a ##[error]x", "a #·[error]x"),
    "the old form after more signs": ("a ####[error]x", "a ###·[error]x"),
    "Azure Pipelines": ("a ##vso[task.complete]x", "a #·vso[task.complete]x"),
    "within a line": ("a ::error::x", "a ::error::x"),
    "a heading": ("## [a]", "## [a]"),
}


@pytest.mark.parametrize(("text", "shown"), COMMANDS.values(), ids=COMMANDS)
def test_a_command_loses_a_sign(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text(st.sampled_from("a:# \n\t[")))
def test_nothing_is_left_to_obey(text: str) -> None:
    assert not re.search(r"^[^\S\n]*::|##\w*\[", inert(text), re.MULTILINE)


@pytest.mark.parametrize(
    "name", ["json", "sarif", "rdjson", "gitlab", "checkstyle", "junit", "html"]
)
def test_a_format_for_programs_spells_a_command_otherwise(name: str) -> None:
    said = ALLY._replace(message="##[error]x", why="##[error]x", quote="##[error]x")
    assert "##[" not in render(name, Report((said,), sources={said.path: "::a\n##[error]x"}))


def test_json_says_the_same_nevertheless() -> None:
    said = json.loads(render("json", Report((ALLY._replace(quote="##[a]"),))))
    assert said["findings"][0]["quote"] == "##[a]"


DRAFT = "::error::foo bar ##[warning]y\n"


@pytest.mark.usefixtures("repository")
def test_a_draft_commands_nothing_in_the_log_of_a_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "\n  ·:error::foo bar #·[warning]y\n" in run("-", input=DRAFT).stdout


@pytest.mark.usefixtures("repository")
def test_at_a_terminal_a_draft_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert "\n  ::error::foo bar ##[warning]y\n" in run("-", input=DRAFT).stdout


@pytest.mark.usefixtures("repository")
def test_the_name_of_a_missing_file_commands_nothing() -> None:
    assert run("./##[error]x.md").stderr.startswith("allylint: ./#·[error]x.md: ")
