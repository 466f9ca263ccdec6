"""examples/setting-up.md: each file in it is valid, and does what the page says."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from allylint import __version__
from hooked import Project
from schemas import schema
from stranger import ROOT, environment, run
from test_changed import Repo
from workflow import Action

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")

PAGE = (ROOT / "examples" / "setting-up.md").read_text(encoding="utf-8")
FILES = re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)
SCHEMAS = {
    ".pre-commit-config.yaml": "pre-commit-config",
    ".github/workflows/allylint.yaml": "workflow",
    ".github/workflows/code-scanning.yaml": "workflow",
    ".gitlab-ci.yml": "gitlab-ci",
}
ALLY = "As an ally, I think so.\n"
SORRY = "I'm sorry if that hurt you.\n"


def read(name: str) -> Any:
    """A file of the page; `on` is no truth value, as YAML of old would have it."""
    return yaml.load(dict(FILES)[name], yaml.BaseLoader)


def hook_config(number: int) -> str:
    """A hook's file of the page, with a place for our copy of the project."""
    said = [text for name, text in FILES if name == ".pre-commit-config.yaml"][number]
    return said.replace("https://github.com/OWNER/allylint", "{source}")


def uses(name: str) -> dict[str, Any]:
    """The step of a workflow that uses the action."""
    steps = read(name)["jobs"]["allylint"]["steps"]
    return next(step for step in steps if "OWNER/allylint" in step["uses"])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A repository with something in its README, its documents and elsewhere."""
    repo = Repo(tmp_path / "workspace")
    for name in ("README.md", "docs/a.md", "elsewhere.md"):
        repo.write(name, ALLY)
    repo.commit()
    return repo.folder


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_a_file_is_valid(name: str, text: str) -> None:
    jsonschema.validate(yaml.load(text, yaml.BaseLoader), schema(SCHEMAS[name]))


def test_every_file_names_this_version() -> None:
    named = re.findall(r"rev: v(.*)|allylint@v(.*)|tags/v(.*)\.tar", PAGE)
    assert {version for versions in named for version in versions} - {""} == {__version__}


@pytest.mark.parametrize("name", [name for name in SCHEMAS if "workflows" in name])
def test_a_workflow_gives_the_action_what_it_takes(action: Action, name: str) -> None:
    assert set(uses(name)["with"]) <= set(action.said["inputs"])


def test_the_table_of_inputs_is_that_of_the_action(action: Action) -> None:
    rows = dict(re.findall(r"^\| `(\S+)` \|.*\| (?:`(\S+)` )?\|$", PAGE, re.MULTILINE))
    assert rows == {name: each["default"] for name, each in action.said["inputs"].items()}


def test_the_hooks_stop_a_draft_and_advise_on_a_message(hooks: Path, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", hooks, config=hook_config(0))
    status, shown = project.commit("commit", "-m", "As an ally, I begin")
    advised = (status, "COMMIT_EDITMSG:1:1" in shown)
    project.write("a.md", ALLY)
    status, shown = project.commit("commit", "-m", "More")
    assert (advised, (status, "a.md:1:1" in shown)) == ((0, True), (1, True))


def test_the_workflow_annotates_the_documents_it_names(action: Action, workspace: Path) -> None:
    inputs = uses(".github/workflows/allylint.yaml")["with"] | {"changed-only": "false"}
    done = action.run(workspace, ["Read the drafts"], inputs=inputs)
    assert (done.status, done.notices) == (0, ["README.md,line=1", "docs/a.md,line=1"])


def test_code_scanning_finds_the_report_by_the_output(action: Action, workspace: Path) -> None:
    inputs = uses(".github/workflows/code-scanning.yaml")["with"]
    outputs = action.run(workspace, ["Read the drafts"], inputs=inputs).outputs
    upload = read(".github/workflows/code-scanning.yaml")["jobs"]["allylint"]["steps"][-1]
    results = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert (upload["with"]["sarif_file"], len(results)) == (
        "${{ steps.allylint.outputs.sarif }}",
        3,
    )


def shell(action: Action, at: Path, *lines: str) -> str:
    """Runs lines of the page in a shell that finds allylint."""
    path = f"{action.temp / 'allylint' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    env = environment(PATH=path, ALLYLINT_CACHE=str(action.temp / "cache"))
    return run("bash", "-ec", "\n".join(lines), at=at, env=env).stdout


def test_the_job_on_gitlab_prints_a_report_and_writes_one(action: Action, workspace: Path) -> None:
    job = read(".gitlab-ci.yml")["allylint"]
    install, *script = job["script"]
    printed = shell(action, workspace, *script)
    written = workspace / job["artifacts"]["reports"]["codequality"]
    issues = json.loads(written.read_text(encoding="utf-8"))
    assert (install[:11], printed[:13], len(issues)) == ("pip install", "README.md:1:1", 2)


def test_past_a_baseline_only_what_is_new_stops_the_commit(
    action: Action, hooks: Path, tmp_path: Path
) -> None:
    project = Project(tmp_path / "project", hooks, config=hook_config(1))
    project.write("a.md", ALLY)
    (command,) = re.findall(r"<!-- run -->\n```sh\n(.*?)```", PAGE, re.DOTALL)
    shell(action, project.folder, command)
    before = project.commit("commit", "-m", "Begin")
    project.write("a.md", f"{SORRY}\n{ALLY}")
    after = project.commit("commit", "-m", "More")
    assert (before[0], re.findall(r"^a\.md:\d", after[1], re.MULTILINE)) == (0, ["a.md:1"])
