"""The GitHub action: its steps run in a shell, and what they leave behind."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml

from schemas import schema
from stranger import ROOT
from test_changed import Repo
from workflow import Action, Done

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")

ALLY = "As an ally, I think so.\n"
COMMAND = re.compile(r"\s*::\w[\w-]*[^:]*::|.*##\[")
"""A line that GitHub's runner obeys: `::name …::` after blanks, `##[name]` anywhere."""
HOSTILE = "::error::x\n::stop-commands::y\n ##[warning]z"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A repository with one draft that has something in it."""
    repo = Repo(tmp_path / "workspace")
    repo.write("a.md", ALLY)
    repo.commit()
    return repo.folder


def read(action: Action, workspace: Path, **inputs: str) -> Done:
    """The action on every line."""
    said = {name.replace("_", "-"): value for name, value in inputs.items()}
    return action.run(workspace, ["Read the drafts"], inputs={"changed-only": "false"} | said)


def test_the_file_is_what_github_takes() -> None:
    said = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for each in said["inputs"].values():
        each.setdefault("required", False)  # the schema is older than this default
    jsonschema.validate(said, schema("action"))


def test_no_script_has_an_expression_in_it(action: Action) -> None:
    scripts = [step.get("run", "") for step in action.said["runs"]["steps"]]
    assert not [script for script in scripts if "${{" in script]


def test_no_module_of_the_workspace_runs_while_installing(action: Action) -> None:
    assert [path.name for path in action.temp.parent.rglob("hacked")] == []


STATUSES = {
    "advice only": ({}, 0),
    "asked to fail": ({"fail-on": "suggestion"}, 1),
    "nothing to say": ({"fail-on": "suggestion", "arguments": "--select dismissal"}, 0),
    "a missing file": ({"paths": "none.md\na.md"}, 2),
    "a mistake in the inputs": ({"fail-on": "always"}, 2),
}


@pytest.mark.parametrize(("inputs", "status"), STATUSES.values(), ids=STATUSES)
def test_the_exit_status_is_that_of_allylint(
    action: Action, workspace: Path, inputs: dict[str, str], status: int
) -> None:
    assert read(action, workspace, **inputs).status == status


@pytest.mark.parametrize("fail_on", ["never", "suggestion"])
def test_the_summary_is_written_whatever_the_status(
    action: Action, workspace: Path, fail_on: str
) -> None:
    summary = read(action, workspace, fail_on=fail_on).summary
    assert summary.startswith("### allylint\n\n1 suggestion in 1 file.\n\n**a.md**")


def test_what_could_not_be_read_is_in_the_log_and_in_the_summary(
    action: Action, workspace: Path
) -> None:
    done = read(action, workspace, paths="none.md\na.md")
    told = ("allylint: none.md: there is no such file" in done.log, "none.md" in done.summary)
    assert (told, done.notices) == ((True, True), ["a.md,line=1"])


def test_a_long_summary_is_cut_to_what_github_takes(action: Action, workspace: Path) -> None:
    clause = f"policy: {{self-label: {'Rule ' * 1000}}}\n"
    (workspace / ".allylint.yaml").write_text(clause, encoding="utf-8")
    (workspace / "a.md").write_text(f"{ALLY}\n" * 300, encoding="utf-8")
    summary = read(action, workspace).summary
    cut = (900_000 < len(summary.encode()) < 1_048_576, summary.split("\n")[-2])
    assert cut == (True, "The rest is in the log of this step.")


def test_the_findings_are_counted(action: Action, workspace: Path) -> None:
    assert read(action, workspace).outputs["findings"] == "1"


def test_a_sarif_report_is_written_where_asked(action: Action, workspace: Path) -> None:
    outputs = read(action, workspace, sarif="out.sarif").outputs
    said = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))
    assert (outputs["sarif"], said["version"]) == (str(workspace / "out.sarif"), "2.1.0")


def test_paths_stand_one_a_line(action: Action, workspace: Path) -> None:
    for name in ("b c.md", "-d.md", "e.md"):
        (workspace / name).write_text(ALLY, encoding="utf-8")
    notices = read(action, workspace, paths="  b c.md\n\n-d.md\n").notices
    assert notices == ["-d.md,line=1", "b c.md,line=1"]


def test_options_are_passed_on(action: Action, workspace: Path) -> None:
    assert read(action, workspace, arguments="--ignore  labels\n --no-config").notices == []


def test_inputs_are_words_and_never_commands(action: Action, workspace: Path) -> None:
    hack = "$(touch hacked) ; touch hacked\n`touch hacked` *"
    read(action, workspace, paths=hack, arguments=hack, sarif=hack, fail_on=hack)
    assert not list(workspace.parent.rglob("hacked"))


@pytest.mark.parametrize("count", [1, 12])
def test_hostile_drafts_command_nothing(action: Action, workspace: Path, count: int) -> None:
    text = f"::error::{ALLY}\n\n{HOSTILE} I'm sorry if that hurt you.\n"
    for number in range(count):
        (workspace / f"\n::error::{number} ##[error]x.md").write_text(text, encoding="utf-8")
    paths = "\n".join((".", "::error::none", "##[error]none"))
    lines = read(action, workspace, paths=paths).log.split("\n")
    obeyed = [line[:14] for line in lines if COMMAND.match(line)]
    assert obeyed == ["::notice file="] * min(10, 1 + 2 * count)


def test_a_checkout_may_stand_below_the_workspace(action: Action, workspace: Path) -> None:
    done = read(action, workspace.parent, working_directory="workspace")
    assert (done.status, done.notices) == (0, ["a.md,line=1"])


def test_a_folder_of_the_repository_is_no_working_directory(
    action: Action, workspace: Path
) -> None:
    (workspace / "docs").mkdir()
    done = read(action, workspace, working_directory="docs")
    assert (done.status, done.log[:22]) == (2, "::error title=allylint")
