"""The hooks in a stranger's repository: installed by pre-commit, run by git."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hooked import DOCS, MESSAGE, Project

pytest.importorskip("pre_commit")
if not shutil.which("git"):
    pytest.skip("git is not installed here", allow_module_level=True)

ALLY = "As an ally, I think so.\n"
CLEAN = "The parser is in main.\n"


@pytest.fixture
def docs(hooks: Path, tmp_path: Path) -> Project:
    return Project(tmp_path / "docs", hooks, DOCS)


@pytest.fixture
def messages(hooks: Path, tmp_path: Path) -> Project:
    return Project(tmp_path / "messages", hooks, MESSAGE)


def told(shown: str) -> list[str]:
    """The places that findings are reported at."""
    return re.findall(r"^(\S+:\d+:\d+)  ", shown, re.MULTILINE)


def test_the_hook_can_be_tried_from_a_checkout(hooks: Path, docs: Project) -> None:
    docs.write("a.md", ALLY)
    status, shown = docs.pre_commit("try-repo", str(hooks / "source"), "allylint")
    assert (status, told(shown)) == (1, ["a.md:1:1"])


def test_a_clean_file_passes(docs: Project) -> None:
    docs.write("a.md", CLEAN)
    status, shown = docs.commit("commit", "-m", "More")
    assert (status, re.findall(r"^allylint\.+(\w+)$", shown, re.MULTILINE)) == (0, ["Passed"])


def test_a_draft_stops_the_commit_and_the_reason_can_be_read(docs: Project) -> None:
    docs.write("a.md", ALLY)
    status, shown = docs.commit("commit", "-m", "More")
    assert (status, shown.partition("exit code: 1\n\n")[2].split("\n")[:4]) == (
        1,
        [
            "a.md:1:1  Giving oneself the ally title (self-label)",
            "  As an ally, I think so.",
            "  ~~~~~~~~~~",
            '  "As an ally" can read as a title claimed.',
        ],
    )


def test_only_staged_files_are_read(docs: Project) -> None:
    docs.write("old.md", ALLY)
    docs.git("commit", "-qm", "Old")
    docs.write("new.md", ALLY)
    (docs.folder / "unstaged.md").write_text(ALLY, encoding="utf-8")
    assert told(docs.commit("commit", "-m", "More")[1]) == ["new.md:1:1"]


def test_documents_are_read_and_nothing_else(docs: Project) -> None:
    for name in ("a.md", "b.markdown", "c.mdx", "d.rst", "e.txt", "README", "f.py", "g.json"):
        docs.write(name, ALLY)
    assert told(docs.pre_commit("run", "--all-files")[1]) == [
        f"{name}:1:1" for name in ("README", "a.md", "b.markdown", "c.mdx", "d.rst", "e.txt")
    ]


def test_arguments_pass_through(hooks: Path, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", hooks, f"{DOCS}\n        args: [--ignore, labels]")
    project.write("a.md", f"{ALLY}\nI'm sorry if that hurt you.\n")
    assert told(project.pre_commit("run")[1]) == ["a.md:3:5"]


def test_many_files_are_one_report_of_one_process(docs: Project) -> None:
    for number in range(60):
        docs.write(f"{number}.md", ALLY)
    shown = docs.pre_commit("run")[1]
    assert re.findall(r"^\d+ suggestions in .*", shown, re.MULTILINE) == [
        "60 suggestions in 60 files."
    ]


def test_a_message_is_no_business_of_the_hook_for_documents(docs: Project) -> None:
    docs.write("a.py", CLEAN)
    assert docs.commit("commit", "-m", "More")[1].count("allylint") == 1


def test_advice_on_a_message_is_seen_and_the_commit_is_made(messages: Project) -> None:
    status, shown = messages.commit("commit", "-m", "As an ally, I fix it")
    assert (status, told(shown), messages.git("log", "--format=%s")) == (
        0,
        [".git/COMMIT_EDITMSG:1:1"],
        "As an ally, I fix it\n",
    )


def test_with_nothing_to_say_it_says_nothing(messages: Project) -> None:
    messages.commit("commit", "-qm", "Begin")
    shown = messages.commit("commit", "--allow-empty", "-qm", "Thank you for telling me")[1]
    assert [line.split(":")[0].split("...")[0] for line in shown.splitlines()] == [
        "allylint (commit message)",
        "- hook id",
        "- duration",
    ]


def test_a_message_stops_the_commit_where_the_arguments_say_so(hooks: Path, tmp_path: Path) -> None:
    hook = f"{MESSAGE}\n        args: [--fail-on, suggestion]"
    project = Project(tmp_path / "project", hooks, hook)
    status, shown = project.commit("commit", "-m", "As an ally, I fix it")
    assert (status, told(shown)) == (1, [".git/COMMIT_EDITMSG:1:1"])


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[str]:
    """An editor that writes a subject above what git has put into the message."""
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nsed -i.old "1s/^/Fix it/" "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    return str(script)


OWN = {
    "with the diff below": ["commit", "-av"],
    "with the diff below another sign": ["-c", "core.commentChar=;", "commit", "-av"],
    "of a merge": ["merge", "--no-edit", "other"],
    "of a fixup": ["commit", "-a", "--fixup=HEAD"],
}


@pytest.mark.parametrize("words", OWN.values(), ids=OWN)
def test_what_git_put_into_a_message_is_not_read(
    messages: Project, editor: str, words: list[str]
) -> None:
    messages.write("a.txt", CLEAN)
    messages.git("commit", "-qm", "As an ally, I begin")
    messages.git("checkout", "-qb", "other")
    messages.git("commit", "-qm", "As an ally, I branch", "--allow-empty")
    messages.git("checkout", "-q", "main")
    messages.git("commit", "-qm", "As an ally, I go on", "--allow-empty")
    (messages.folder / "a.txt").write_text(ALLY, encoding="utf-8")
    status, shown = messages.commit(*words, GIT_EDITOR=editor)
    assert (status, "allylint (commit message)" in shown, told(shown)) == (0, True, [])


def test_an_empty_message_is_left_to_git(messages: Project) -> None:
    shown = messages.commit("commit", GIT_EDITOR="true")[1]
    assert shown.split("\n")[-2] == "Aborting commit due to empty commit message."
