"""The GitHub action's own step, run in a shell as GitHub would run it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from test_changed import Repo

ROOT = Path(__file__).parent.parent
STEPS = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
READ = next(step["run"] for step in STEPS if step["name"] == "Read the drafts")
ALLY = "As an ally, I think so.\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "repo")
    made.write("old.md", ALLY)
    made.commit()
    made.git("checkout", "-qb", "topic")
    made.write("new.md", ALLY)
    made.commit()
    return made


def run(repo: Repo, tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    tool = tmp_path / "allylint" / "bin" / "allylint"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m allylint "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    said = {"PATHS": ".", "CHANGED_ONLY": "true", "FAIL_ON": "never", "ARGUMENTS": "", "SARIF": "",
            "BASE": "", "RUNNER_TEMP": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), **inputs}  # fmt: skip
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", READ],
        cwd=repo.folder, env=os.environ | said, capture_output=True, text=True, check=False,
    )  # fmt: skip


def base(repo: Repo) -> str:
    told = subprocess.run(
        ["git", "-C", str(repo.folder), "rev-parse", "main"],
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def test_only_what_the_pull_request_changed_is_annotated(repo: Repo, tmp_path: Path) -> None:
    done = run(repo, tmp_path, BASE=base(repo))
    assert (done.returncode, [line[:21] for line in done.stdout.splitlines()]) == (
        0,
        ["::notice file=new.md,"],
    )


def test_the_summary_is_a_page_in_markdown(repo: Repo, tmp_path: Path) -> None:
    run(repo, tmp_path, BASE=base(repo))
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("### allylint")


def test_the_check_fails_where_it_is_asked_to(repo: Repo, tmp_path: Path) -> None:
    assert run(repo, tmp_path, FAIL_ON="suggestion", CHANGED_ONLY="false").returncode == 1


def test_a_sarif_report_is_written_where_asked(repo: Repo, tmp_path: Path) -> None:
    run(repo, tmp_path, SARIF="out.sarif", CHANGED_ONLY="false")
    assert (repo.folder / "out.sarif").read_text(encoding="utf-8").startswith("{")


def test_inputs_are_words_and_never_commands(repo: Repo, tmp_path: Path) -> None:
    run(repo, tmp_path, PATHS="$(touch hacked) ; touch hacked", ARGUMENTS="`touch hacked`")
    assert not (repo.folder / "hacked").exists()
