"""Runs the steps of action.yml as GitHub's runner would: same shell, same variables, same order."""

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml

from stranger import ROOT, copy_project, environment, install, once

_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


@dataclass
class Done:
    """What a run of the action left behind."""

    status: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)

    @property
    def notices(self) -> list[str]:
        """The file and line of each notice."""
        return re.findall(r"^::notice file=(.*?,line=\d+)", self.log, re.MULTILINE)


class Action:
    """The action, with a folder in which the runner keeps what lasts for a job."""

    def __init__(self, temp: Path, source: Path = ROOT) -> None:
        self.temp, self.source = temp, source
        self.said = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

    def run(
        self, workspace: Path, steps: list[str], event: dict[str, Any] | None = None,
        inputs: dict[str, str] | None = None, results: dict[str, Any] | None = None, **env: str,
    ) -> Done:  # fmt: skip
        """Run these steps by their names, until one fails."""
        given = {name: each.get("default", "") for name, each in self.said["inputs"].items()}
        known: dict[str, Any] = {
            "inputs": given | (inputs or {}), "github": {"event": event or {}},
            "steps": {name: {"outputs": outputs} for name, outputs in (results or {}).items()},
        }  # fmt: skip
        done = Done()
        for step in self.said["runs"]["steps"]:
            if step["name"] in steps and not done.status and _wanted(step, known):
                self._step(step, workspace, known, done, env)
        for name, output in self.said["outputs"].items():
            done.outputs[name] = _filled(output["value"], known)
        return done

    def _step(
        self, step: Any, workspace: Path, known: dict[str, Any], done: Done, more: dict[str, str]
    ) -> None:
        folder = Path(mkdtemp(dir=self.temp))
        files = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        env = environment(
            **{name: _filled(value, known) for name, value in step["env"].items()},
            **{name: str(file) for name, file in files.items()},
            RUNNER_TEMP=str(self.temp), GITHUB_ACTION_PATH=str(self.source), GITHUB_ACTIONS="true",
            XDG_CONFIG_HOME=str(self.temp), ALLYLINT_CACHE=str(self.temp / "cache"), **more,
        )  # fmt: skip
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=workspace, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
            encoding="utf-8", stdin=subprocess.DEVNULL,
        )  # fmt: skip
        done.status, done.log = ran.returncode, done.log + ran.stdout
        done.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        known["steps"][step.get("id", "")] = {"outputs": outputs}


def installed_action(factory: pytest.TempPathFactory) -> Action:
    """The action with allylint installed by its own step, from a workspace full of traps."""

    def make(folder: Path) -> None:
        for name in ("source", "temp", "trap"):
            (folder / name).mkdir()
        copy_project(folder / "source")
        for name in ("venv", "pip", "ensurepip", "json", "subprocess"):
            (folder / "trap" / f"{name}.py").write_text("open('hacked', 'w')", encoding="utf-8")
        steps = {step["name"]: step for step in Action(folder).said["runs"]["steps"]}
        env = environment(PYTHON=sys.executable, RUNNER_TEMP=str(folder / "temp"),
                          GITHUB_ACTION_PATH=str(folder / "source"))  # fmt: skip
        script = steps["Install allylint"]["run"]
        install("bash", "-eo", "pipefail", "-c", script, at=folder / "trap", env=env)

    folder = once(factory, "action", make)
    return Action(folder / "temp", folder / "source")


def _wanted(step: Any, known: dict[str, Any]) -> bool:
    path, _, value = step.get("if", "").partition(" == ")
    return not path or _value(path, known) == value.strip("'")


def _filled(text: str, known: dict[str, Any]) -> str:
    return _EXPRESSION.sub(lambda found: _value(found[1], known), text)


def _value(expression: str, known: dict[str, Any]) -> str:
    """The first that is not empty of paths such as `github.event.before`, with `||` between."""
    for path in expression.split(" || "):
        value: Any = known
        for name in path.split("."):
            value = value.get(name, {}) if isinstance(value, dict) else {}
        if value:
            return str(value)
    return ""
