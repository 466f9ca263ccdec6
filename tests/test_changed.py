"""Changed lines, as git tells them, in every kind of repository."""

import subprocess
from pathlib import Path

import pytest

from allylint.changed import changed_lines
from allylint.errors import AllylintError


class Repo:
    """A throw-away repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(
            ["git", "-C", str(self.folder), *who, *arguments], check=True, capture_output=True
        )

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "more")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "repo")


def test_an_edited_line_changed_and_its_neighbours_did_not(repo: Repo) -> None:
    path = repo.write("a.md", "one\ntwo\nthree\n")
    repo.commit()
    repo.write("a.md", "one\n2\nthree\n")
    changed = changed_lines(str(repo.folder))
    assert [changed.holds(path, n, n) for n in (1, 2, 3)] == [False, True, False]


def test_a_line_that_looks_like_a_header_is_a_line(repo: Repo) -> None:
    path = repo.write("a.md", "one\n")
    repo.commit()
    repo.write("a.md", "one\n++ b/x.md\n@@ -1 +9 @@\n")
    changed = changed_lines(str(repo.folder))
    assert changed.holds(path, 3, 3)
    assert not changed.holds(path, 9, 9)


def test_a_new_file_changed_in_every_line(repo: Repo) -> None:
    repo.write("a.md", "one\n")
    repo.commit()
    path = repo.write("b.md", "new\n")
    assert changed_lines(str(repo.folder)).holds(path, 1, 1)


def test_a_repository_without_a_commit_is_all_new(repo: Repo) -> None:
    path = repo.write("a.md", "one\n")
    repo.git("add", "-A")
    assert changed_lines(str(repo.folder)).holds(path, 1, 1)


def test_a_branch_is_compared_with_where_it_left_main(repo: Repo) -> None:
    path = repo.write("a.md", "one\n")
    repo.commit()
    repo.git("checkout", "-qb", "topic")
    repo.write("a.md", "one\ntwo\n")
    repo.commit()
    assert changed_lines(str(repo.folder)).holds(path, 2, 2)


def test_a_renamed_file_changed_only_where_it_was_edited(repo: Repo) -> None:
    text = "".join(f"line {n}\n" for n in range(30))
    repo.write("a.md", text)
    repo.commit()
    repo.git("mv", "a.md", "b.md")
    path = repo.write("b.md", text + "end\n")
    repo.git("add", "-A")
    changed = changed_lines(str(repo.folder))
    assert not changed.holds(path, 1, 1)
    assert changed.holds(path, 31, 31)


def test_a_name_with_odd_characters_is_found(repo: Repo) -> None:
    path = repo.write('é "q"\tx.md', "one\n")
    repo.commit()
    repo.write('é "q"\tx.md', "one\ntwo\n")
    assert changed_lines(str(repo.folder)).holds(path, 2, 2)


def test_a_worktree_has_changes_of_its_own(repo: Repo, tmp_path: Path) -> None:
    repo.write("a.md", "one\n")
    repo.commit()
    repo.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "topic")
    (tmp_path / "tree" / "a.md").write_text("one\ntwo\n", encoding="utf-8")
    assert changed_lines(str(tmp_path / "tree")).holds(str(tmp_path / "tree" / "a.md"), 2, 2)


def test_a_shallow_clone_without_the_base_says_so(repo: Repo, tmp_path: Path) -> None:
    for text in ("one\n", "two\n"):
        repo.write("a.md", text)
        repo.commit()
    url = repo.folder.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=1", url, str(tmp_path / "clone")], check=True)
    with pytest.raises(AllylintError, match="shallow"):
        changed_lines(str(tmp_path / "clone"), "HEAD~1")


@pytest.mark.parametrize("rev", ["nowhere", "--output=x", "HEAD^{tree}"])
def test_an_unknown_revision_is_one_clear_line(repo: Repo, rev: str) -> None:
    repo.write("a.md", "one\n")
    repo.commit()
    with pytest.raises(AllylintError, match="git knows no commit"):
        changed_lines(str(repo.folder), rev)


def test_a_folder_outside_of_any_repository_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(AllylintError, match="git says"):
        changed_lines(str(tmp_path))


def test_drafts_are_what_a_format_reads(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.md", "b.py", "c.rst", ".github/ISSUE_TEMPLATE/d.yml", ".github/e.yml"):
        repo.write(name, "a: b\n")
    monkeypatch.chdir(repo.folder)
    drafts = changed_lines().drafts()
    assert drafts == [".github/ISSUE_TEMPLATE/d.yml", "a.md", "c.rst"]
