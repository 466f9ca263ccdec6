"""`allylint` as design.md promises it: what is read, what is shown, how it exits."""

import json
from pathlib import Path

import pytest

from allylint import __version__
from small_rules import found, run, write

pytestmark = pytest.mark.usefixtures("repository")

STATUSES = {
    "nothing to suggest": ("fine", [], 0),
    "a suggestion": ("foo bar", [], 1),
    "a hint": ("hint hint", [], 0),
    "a hint that is shown": ("hint hint", ["--hints"], 0),
    "praise": ("thanks pal", [], 0),
    "a hint, failing on hints": ("hint hint", ["--fail-on", "hint"], 1),
    "a suggestion, failing on hints": ("foo bar", ["--fail-on", "hint"], 1),
    "praise, failing on hints": ("thanks pal", ["--fail-on", "hint"], 0),
    "a suggestion, failing on suggestions": ("foo bar", ["--fail-on", "suggestion"], 1),
    "a suggestion, failing on nothing": ("foo bar", ["--fail-on", "never"], 0),
    "a suggestion that is not selected": ("foo bar", ["--select", "bb"], 0),
    "a quoted one": ('He wrote "foo bar" there.', [], 0),
    "a suppressed one": ("<!-- allylint-ignore aa -->\nfoo bar", [], 0),
}


@pytest.mark.parametrize(("text", "options", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_the_exit_status_of(text: str, options: list[str], status: int) -> None:
    assert run("-", *options, input=text).exit_code == status


def test_check_is_the_command_where_none_is_named() -> None:
    write(Path(), {"a.md": "foo bar"})
    assert run("a.md", "--format", "json").stdout == run("check", "a.md", "--format", "json").stdout


def test_options_may_stand_first() -> None:
    write(Path(), {"a.md": "foo bar"})
    assert found(run("--format", "json", "a.md")) == [("a.md", "aa", "foo bar")]


def test_several_files_are_reported_in_the_order_of_their_paths() -> None:
    write(Path(), {"b.md": "foo bar", "a.md": "baz\n\nfoo bar", "c.md": "fine"})
    got = run("c.md", "b.md", "a.md", "--format", "json")
    assert found(got) == [
        ("a.md", "bb", "baz"),
        ("a.md", "aa", "foo bar"),
        ("b.md", "aa", "foo bar"),
    ]
    assert json.loads(got.stdout)["files"] == 3


def test_a_folder_is_walked_and_gitignore_honoured() -> None:
    files = {"a.md": "foo bar", "in/b.txt": "foo bar", "c.md": "foo bar", "d.py": "foo bar"}
    write(Path("docs"), {**files, ".gitignore": "c.md\n"})
    assert [path for path, _, _ in found(run("docs", "--format", "json"))] == [
        "docs/a.md",
        "docs/in/b.txt",
    ]


def test_a_file_that_git_ignores_is_read_when_named() -> None:
    write(Path(), {"a.md": "foo bar", ".gitignore": "a.md"})
    assert len(found(run("a.md", "--format", "json"))) == 1


def test_stdin_has_a_name() -> None:
    got = run(
        "-", "--stdin-filename", "x/COMMIT_EDITMSG", "--format", "json", input="foo bar\n# baz"
    )
    assert found(got) == [("x/COMMIT_EDITMSG", "aa", "foo bar")]


def test_stdin_goes_with_files() -> None:
    write(Path(), {"a.md": "baz"})
    got = run("a.md", "-", "--format", "json", input="foo bar")
    assert found(got) == [("<stdin>", "aa", "foo bar"), ("a.md", "bb", "baz")]


SELECTED = {
    "an id": (["--select", "aa"], ["aa"]),
    "a family": (["--select", "kin"], ["bb"]),
    "several": (["--select", "aa,hh"], ["aa", "hh"]),
    "several, with blanks": (["--select", "aa, kin"], ["aa", "bb"]),
    "all but an id": (["--ignore", "aa"], ["bb", "hh"]),
    "all but a family": (["--ignore", "fam"], ["bb"]),
    "some but one": (["--select", "fam,bb", "--ignore", "hh"], ["aa", "bb"]),
    "none": (["--select", ""], []),
}


@pytest.mark.parametrize(("options", "rules"), SELECTED.values(), ids=SELECTED.keys())
def test_selected_are(options: list[str], rules: list[str]) -> None:
    got = run("-", "--hints", "--format", "json", *options, input="foo bar\n\nbaz\n\nhint hint")
    assert sorted(rule for _, rule, _ in found(got)) == rules


REPLIES = {"a hurt is named": ("That hurt me.", "suggestion"), "none is": ("Nice day.", "hint")}


@pytest.mark.parametrize(("message", "level"), REPLIES.values(), ids=REPLIES.keys())
def test_what_is_replied_to_counts_where(message: str, level: str) -> None:
    from small_rules import rule

    ours = rule("ours", "my bad", level="hint", raised_by="hurt me")
    files = {"r/ours.yaml": ours, ".allylint.yaml": "rules: [r]", "message.md": message}
    write(Path(), files)
    got = run("-", "--reply-to", "message.md", "--hints", "--format", "json", input="my bad")
    assert [each["level"] for each in json.loads(got.stdout)["findings"]] == [level]


def test_the_syntax_says_how_all_drafts_are_read() -> None:
    write(Path(), {"a.md": "    foo bar"})
    counts = [len(found(run("a.md", "--format", "json", *o))) for o in ([], ["--syntax", "plain"])]
    assert counts == [0, 1]


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"allylint, version {__version__}\n"


@pytest.mark.parametrize("word", ["check", "rules", "explain", "test", "PATHS"])
def test_help_names(word: str) -> None:
    assert word in run("--help").stdout


def test_a_near_miss_of_a_command_is_asked_about() -> None:
    got = run("explian", "aa")
    assert (got.exit_code, got.stdout) == (2, "")
    assert got.stderr == "allylint: `explian` is neither a file nor a command. Perhaps `explain`?\n"


@pytest.mark.parametrize("path", ["./rules", "rules/"])
def test_a_path_called_like_a_command_can_be_checked(path: str) -> None:
    write(Path("rules"), {"a.md": "foo bar"})
    assert [each[0] for each in found(run("--format", "json", path))] == ["rules/a.md"]


def test_a_file_called_almost_like_a_command_is_checked() -> None:
    write(Path(), {"rulse": "foo bar"})
    assert run("rulse").exit_code == 1
