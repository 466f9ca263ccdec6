import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from allylint import discover, files
from allylint.discover import Found, find_files
from allylint.errors import AllylintError
from allylint.files import read_bytes

Make = Callable[..., None]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes files below the folder that we are in; a name that ends in / is a folder."""
    monkeypatch.chdir(tmp_path)

    def build(*names: str, **texts: str) -> None:
        for name, text in {**dict.fromkeys(names, ""), **texts}.items():
            path = tmp_path / name
            (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
            if not name.endswith("/"):
                path.write_text(text)

    return build


def found(*paths: str) -> list[Found]:
    return list(find_files(paths, lambda path: path.lower().endswith((".md", ".txt"))))


def names(*paths: str) -> list[str]:
    return [each.path for each in found(*paths)]


def test_a_named_file_is_given_whatever_its_suffix(make: Make) -> None:
    make("draft.xyz")
    assert found("draft.xyz") == [Found("draft.xyz")]


def test_a_folder_is_walked_in_order_for_drafts(make: Make) -> None:
    make("docs/b.md", "docs/a.TXT", "docs/c.py", "docs/in/d.md", "docs/at/e.md")
    assert names("docs") == ["docs/a.TXT", "docs/b.md", "docs/at/e.md", "docs/in/d.md"]


@pytest.mark.parametrize("path", [".", "./", "docs/.."])
def test_paths_are_given_plainly(make: Make, path: str) -> None:
    make("docs/a.md")
    assert names(path) == ["docs/a.md"]


def test_absolute_paths_stay_absolute(make: Make, tmp_path: Path) -> None:
    make("a.md")
    assert names(str(tmp_path)) == [str(tmp_path / "a.md")]


@pytest.mark.parametrize("again", ["a.md", "./a.md", ".", "link.md"])
def test_a_file_named_twice_is_given_once(make: Make, again: str) -> None:
    make("a.md")
    Path("link.md").symlink_to("a.md")
    assert names("a.md", again) == ["a.md"]


@pytest.mark.parametrize("name", ["node_modules", ".git", ".venv", "venv", "__pycache__", ".tox"])
def test_these_folders_are_skipped(make: Make, name: str) -> None:
    make("a.md", f"{name}/b.md")
    assert names(".") == ["a.md"]


def test_the_folder_of_github_is_walked(make: Make) -> None:
    make(".github/a.md")
    assert names(".") == [".github/a.md"]


def test_a_walk_asks_of_each_file_with_its_folders(make: Make, tmp_path: Path) -> None:
    make(".github/ISSUE_TEMPLATE/a.yml", ".github/b.yml")
    asked: list[str] = []
    list(find_files(["."], lambda path: bool(asked.append(path))))
    assert asked == [
        str(tmp_path / ".github/b.yml"),
        str(tmp_path / ".github/ISSUE_TEMPLATE/a.yml"),
    ]


IGNORED = {
    "in the folder": ({".gitignore": "b.md"}, "."),
    "in the folder above": ({".gitignore": "b.md"}, "docs"),
    "anchored above": ({".gitignore": "/docs/b.md"}, "docs"),
    "in the repository's own list": ({".git/info/exclude": "b.md"}, "docs"),
    "in the nearest, against one above": (
        {".gitignore": "*.md\n", "docs/.gitignore": "!a.md"},
        "docs",
    ),
    "beside a line that means nothing": ({".gitignore": "!\n[z-a]\nb.md"}, "docs"),
}


@pytest.mark.parametrize(("texts", "walked"), IGNORED.values(), ids=IGNORED.keys())
def test_what_git_ignores_is_skipped(make: Make, texts: dict[str, str], walked: str) -> None:
    make(".git/", "docs/a.md", "docs/b.md", **texts)
    assert names(walked) == ["docs/a.md"]


def test_a_folder_that_git_ignores_is_not_entered(make: Make) -> None:
    make(".git/", "build/a.md", "b.md", **{".gitignore": "build/\n!build/a.md"})
    assert names(".") == ["b.md"]


def test_a_folder_that_git_ignores_is_walked_when_named(make: Make) -> None:
    make(".git/", "build/a.md", **{".gitignore": "build/"})
    assert names("build") == ["build/a.md"]


def test_a_gitignore_outside_of_a_repository_is_not_read(make: Make) -> None:
    make("docs/a.md", **{".gitignore": "a.md"})
    assert names("docs") == ["docs/a.md"]


@pytest.mark.filterwarnings("error")
def test_an_odd_gitignore_warns_of_nothing(make: Make) -> None:
    make("a.md", **{".gitignore": "[[:alpha:]"})
    assert names(".") == ["a.md"]


HOSTILE = {
    "many stars": "*a" * 40 + "*b",
    "many folders": "**/a/" * 200 + "b",
    "many lines": "\n".join(f"*a*a*a{number}*b" for number in range(1_500)),
    "a long line": "a?" * 20_000,
}


@pytest.mark.parametrize("lines", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_gitignore_neither_hangs_nor_hides(make: Make, lines: str) -> None:
    make(".git/", f"{'a' * 200}.md", "gone.md", **{".gitignore": f"{lines}\ngone.md"})
    assert names(".") == [f"{'a' * 200}.md"]


def test_what_git_sees_is_what_we_see(make: Make) -> None:
    rules = "*.md\n!keep.md\n/top\nsub/*\n!sub/in\n**/deep/x.md\n# a\n\\#b.md\nname \n"
    make(
        "a.md", "keep.md", "top/keep.md", "sub/keep.md", "sub/in/keep.md", "p/deep/x.md",
        "p/top/keep.md", "name/keep.md", ".github/keep.md", **{".gitignore": rules},
    )  # fmt: skip
    subprocess.run(["git", "init", "-q"], check=True)
    listed = ["git", "ls-files", "--others", "--exclude-standard", "*.md"]
    seen = subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split()
    assert sorted(names(".")) == sorted(seen)


def test_linked_folders_are_not_followed(make: Make) -> None:
    make("docs/a.md", "other/b.md")
    Path("docs/link").symlink_to("../other")
    Path("docs/loop").symlink_to(".")
    assert names("docs") == ["docs/a.md"]


def test_linked_files_are_given_only_from_within(make: Make) -> None:
    make("docs/in/a.md", "secret.md")
    Path("docs/out.md").symlink_to("../secret.md")
    Path("docs/gone.md").symlink_to("gone.md")
    Path("docs/inside.md").symlink_to("in/a.md")
    assert names("docs") == ["docs/inside.md"]


def test_a_folder_without_drafts_is_noted(make: Make) -> None:
    make("docs/a.py")
    assert found("docs") == [Found("docs", note="there are no drafts in this folder.")]


def test_a_missing_file_is_an_error_with_the_nearest_name(make: Make) -> None:
    make("draft.md")
    assert [each.error for each in found("darft.md")] == [
        "darft.md: there is no such file. Perhaps `draft.md`?"
    ]


def test_a_pipe_is_an_error_and_is_not_opened(make: Make) -> None:
    make()
    os.mkfifo("pipe.md")
    said = "pipe.md: this is a pipe; it could be a file or a folder."
    assert [each.error for each in found("pipe.md")] == [said]


def test_a_pipe_in_a_folder_is_passed_over(make: Make) -> None:
    make("docs/a.md")
    os.mkfifo("docs/pipe.md")
    assert names("docs") == ["docs/a.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_is_closed_to_us_is_an_error(make: Make) -> None:
    make("docs/a.md", "docs/shut/b.md")
    os.chmod("docs/shut", 0)
    assert found("docs")[1].error == "docs/shut: can't be read (permission denied)."


def test_a_folder_that_cannot_be_listed_is_an_error(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    make("docs/a.md")
    monkeypatch.setattr(discover.os, "scandir", refuse)
    assert found("docs")[0].error == "docs: can't be read (permission denied)."


UNREADABLE = {
    "missing": ("b.md", "b.md: there is no such file. Perhaps `a.md`?"),
    "under a file": ("a.md/b", "a.md/b: there is no such file."),
    "a folder": ("docs", "docs: this is a folder; it could be a file."),
    "a device": ("/dev/null", "/dev/null: this is a device; it could be a file."),
    "no path": ("a\0b", "a\0b: can't be read (this is no path)."),
    "too long": ("a" * 300, f"{'a' * 300}: can't be read (file name too long)."),
}


@pytest.mark.parametrize(("path", "said"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_said_plainly(make: Make, path: str, said: str) -> None:
    make("a.md", "docs/c.md")
    with pytest.raises(AllylintError) as caught:
        read_bytes(path)
    assert str(caught.value) == said


def test_a_file_larger_than_the_bound_is_refused(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(**{"a.md": "12345"})
    monkeypatch.setattr(files, "LARGEST", 4)
    with pytest.raises(AllylintError, match="this is larger than 8 MB"):
        read_bytes("a.md")


def test_pathspec_waits_for_a_gitignore(make: Make) -> None:
    make("a.md")
    code = (
        "import sys; from allylint.discover import find_files; "
        "list(find_files(['.'], str.isprintable)); print('pathspec' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(discover.__file__).parents[1])}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert run.stdout == "False\n"
