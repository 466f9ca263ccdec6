"""Which lines the GitHub action reads: in clones made as actions/checkout makes them."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from stranger import environment, run
from test_changed import Repo
from workflow import Action

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed here")

ALLY = "As an ally, I think so.\n"
STEPS = ["Find the commit before the change", "Read the drafts"]
NOBODY_KNOWS = "0123456789" * 4


class Origin(Repo):
    """A repository on a server: main goes on after `topic` has left it, and would merge with it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.git("config", "uploadpack.allowAnySHA1InWant", "true")
        self.write("old.md", ALLY)
        self.commit()
        self.left = self.tip()
        self.git("checkout", "-qb", "topic")
        self.write("new.md", ALLY)
        self.commit()
        self.head = self.tip()
        self.git("checkout", "-q", "main")
        self.write("newer.md", ALLY)
        self.commit()
        self.main = self.tip()
        self.git("checkout", "-q", "--detach")
        self.git("merge", "-q", "--no-edit", "topic")
        self.merged = self.tip()

    def tip(self) -> str:
        return run("git", "rev-parse", "HEAD", at=self.folder, env=environment()).stdout.strip()

    def checkout(self, commit: str, to: Path) -> Path:
        """What actions/checkout leaves: one commit, its branch nowhere, no history."""
        to.mkdir(parents=True)
        url = self.folder.as_uri()
        for words in (("init", "-q"), ("remote", "add", "origin", url),
                      ("fetch", "-q", "--no-tags", "--depth=1", "origin", commit),
                      ("checkout", "-q", "--detach", commit)):  # fmt: skip
            run("git", *words, at=to, env=environment())
        return to

    def event(self, said: dict[str, Any]) -> dict[str, Any]:
        """The event, with commits for the names that this class has for them."""
        return {
            name: self.event(value) if isinstance(value, dict) else vars(self).get(value, value)
            for name, value in said.items()
        }


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    return Origin(tmp_path / "origin")


PULL = {"pull_request": {"base": {"sha": "left"}, "head": {"sha": "head"}}}
NEWER = {"pull_request": {"base": {"sha": "main"}, "head": {"sha": "head"}}}
EVENTS = {
    "a pull request, merged into a newer base": ("merged", PULL, ["new.md,line=1"]),
    "a pull request's own commit": ("head", NEWER, ["new.md,line=1"]),
    "a merge group": ("merged", {"merge_group": {"base_sha": "main"}}, ["new.md,line=1"]),
    "a push": ("main", {"before": "left"}, ["newer.md,line=1"]),
    "a first push": ("head", {"before": "0" * 40}, ["new.md,line=1", "old.md,line=1"]),
    "no change at all": ("left", {}, ["old.md,line=1"]),
}
"""The commit that is checked out, what happened, and what is annotated."""


@pytest.mark.parametrize(("commit", "event", "notices"), EVENTS.values(), ids=EVENTS)
def test_what_the_event_changed_is_annotated(
    action: Action, origin: Origin, tmp_path: Path,
    commit: str, event: dict[str, Any], notices: list[str],
) -> None:  # fmt: skip
    at = origin.checkout(vars(origin)[commit], tmp_path / "work")
    done = action.run(at, STEPS, origin.event(event))
    assert (done.status, done.notices) == (0, notices)


def test_a_full_clone_needs_no_server(action: Action, origin: Origin, tmp_path: Path) -> None:
    run("git", "clone", "-q", str(origin.folder), "work", at=tmp_path, env=environment())
    run("git", "checkout", "-q", origin.head, at=tmp_path / "work", env=environment())
    shutil.rmtree(origin.folder)
    done = action.run(tmp_path / "work", STEPS, origin.event(NEWER))
    assert (done.status, done.notices) == (0, ["new.md,line=1"])


def test_a_base_that_nobody_knows_is_an_error_with_a_way_out(
    action: Action, origin: Origin, tmp_path: Path
) -> None:
    at = origin.checkout(origin.main, tmp_path / "work")
    done = action.run(at, STEPS, {"before": NOBODY_KNOWS})
    assert (done.status, "fetch-depth: 0" in done.log) == (2, True)


def test_a_checkout_of_another_user_is_read(action: Action, origin: Origin) -> None:
    other = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    done = action.run(origin.folder, STEPS, {"before": origin.main}, **other)
    assert (done.status, done.notices) == (0, ["new.md,line=1"])


def test_every_line_is_read_where_asked(action: Action, origin: Origin, tmp_path: Path) -> None:
    at = origin.checkout(origin.head, tmp_path / "work")
    done = action.run(at, STEPS, origin.event(NEWER), {"changed-only": "false"})
    assert done.notices == ["new.md,line=1", "old.md,line=1"]
