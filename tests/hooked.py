"""A stranger's repository with the hooks of this project."""

import sys
from pathlib import Path

import pytest

from stranger import copy_project, environment, install, once, run

PRE_COMMIT = (sys.executable, "-m", "pre_commit")
CONFIG = """\
default_install_hook_types: [pre-commit, commit-msg]
repos:
  - repo: {source}
    rev: v0.1.0
    hooks:
{hooks}
"""
DOCS = "      - id: allylint"
MESSAGE = "      - id: allylint-commit-msg"


class Project:
    """A repository that uses the hooks."""

    def __init__(self, folder: Path, installed: Path, *hooks: str, config: str = CONFIG) -> None:
        self.folder = folder
        self.env = environment(
            PRE_COMMIT_HOME=str(installed / "home"), ALLYLINT_CACHE=str(installed / "cache")
        )
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        said = config.format(source=installed / "source", hooks="\n".join(hooks))
        self.write(".pre-commit-config.yaml", said)

    def git(self, *words: str, **env: str) -> str:
        return run("git", *words, at=self.folder, env=self.env | env).stdout

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")
        self.git("add", name)

    def pre_commit(self, *words: str) -> tuple[int, str]:
        done = run(*PRE_COMMIT, *words, at=self.folder, env=self.env, check=False)
        return done.returncode, done.stdout + done.stderr

    def commit(self, *words: str, **env: str) -> tuple[int, str]:
        """`git commit` with the hooks installed: its status, and what a person sees."""
        self.pre_commit("install")
        done = run("git", *words, at=self.folder, env=self.env | env, check=False)
        return done.returncode, done.stdout + done.stderr


def installed_hooks(factory: pytest.TempPathFactory) -> Path:
    """The hooks' environment, which pre-commit builds with pip."""

    def make(folder: Path) -> None:
        (folder / "source").mkdir()
        copy_project(folder / "source")
        project = Project(folder / "first", folder, DOCS, MESSAGE)
        install(*PRE_COMMIT, "install-hooks", at=project.folder, env=project.env)

    return once(factory, "pre-commit", make)
