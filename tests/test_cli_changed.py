"""Adopting allylint step by step: changed lines, and a baseline of what was there before."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allylint.cli import cli
from test_changed import Repo

ALLY = "As an ally, I think so.\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    made = Repo(tmp_path / "repo")
    made.write("old.md", f"{ALLY}\nMore.\n")
    made.commit()
    monkeypatch.chdir(made.folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.mark.usefixtures("repo")
def test_what_stands_on_unchanged_lines_is_not_reported() -> None:
    assert run("--changed", "old.md").exit_code == 0


def test_what_stands_on_a_changed_line_is_reported(repo: Repo) -> None:
    repo.write("old.md", f"{ALLY}\nMore.\n\nAs an ally, I object.\n")
    assert run("--changed", "--quiet", "old.md").output.startswith("old.md:5:1")


def test_without_paths_the_changed_drafts_are_read(repo: Repo) -> None:
    repo.write("new.md", ALLY)
    repo.write("new.bin", "\0")
    assert "new.md:1:1" in run("--changed").output


@pytest.mark.usefixtures("repo")
def test_an_unknown_commit_is_one_line_and_exit_status_2() -> None:
    result = run("--changed-since", "nowhere")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


@pytest.mark.usefixtures("repo")
def test_a_written_baseline_silences_what_it_knows() -> None:
    written = run("--baseline", "known.json", "--write-baseline", "old.md")
    assert (written.exit_code, run("--baseline", "known.json", "old.md").exit_code) == (0, 0)


@pytest.mark.usefixtures("repo")
def test_a_written_baseline_tells_what_changed() -> None:
    assert (
        "+ old.md: self-label: As an ally"
        in run("--baseline", "known.json", "--write-baseline", "old.md").output
    )


def test_what_is_new_is_reported_past_a_baseline(repo: Repo) -> None:
    run("--baseline", "known.json", "--write-baseline", "old.md")
    repo.write("old.md", f"New above.\n\n{ALLY}\nI'm sorry if you were offended.\n")
    output = run("--baseline", "known.json", "--quiet", "--no-praise", "old.md").output
    assert output.startswith("old.md:5:")


@pytest.mark.usefixtures("repo")
def test_a_missing_baseline_is_one_line_and_exit_status_2() -> None:
    assert run("--baseline", "none.json", "old.md").exit_code == 2


@pytest.mark.usefixtures("repo")
def test_a_baseline_of_changed_lines_alone_is_refused() -> None:
    result = run("--changed", "--baseline", "known.json", "--write-baseline")
    assert (result.exit_code, result.stderr) == (
        2,
        "allylint: --write-baseline: a baseline is of whole files, `--changed` of lines. "
        "Leave one of them out.\n",
    )


@pytest.mark.usefixtures("repo")
def test_a_written_baseline_says_how_much_it_knows() -> None:
    told = run("--baseline", "known.json", "--write-baseline", "old.md").stdout
    assert told.splitlines()[-1] == "known.json knows 1 finding now."
