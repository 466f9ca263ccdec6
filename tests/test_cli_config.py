"""`.allylint.yaml` and `[tool.allylint]` at the command line, and comments in drafts."""

import json
from pathlib import Path

import pytest

from small_rules import found, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")

ALL = "foo bar\n\nbaz\n\nhint hint\n\nthanks pal"


def rules_of(*arguments: str) -> list[str]:
    return [rule for _, rule, _ in found(run(*arguments, "--format", "json"))]


CONFIGS = {
    "ignore": ({".allylint.yaml": "ignore: [aa]"}, ["bb"]),
    "select": ({".allylint.yaml": "select: [fam]"}, ["aa"]),
    "hints": ({".allylint.yaml": "hints: true"}, ["aa", "bb", "hh"]),
    "praise": ({".allylint.yaml": "praise: true"}, ["aa", "bb", "pp"]),
    "fail-on hint": ({".allylint.yaml": "fail-on: hint"}, ["aa", "bb", "hh"]),
    "exclude": ({".allylint.yaml": "exclude: [a.md]"}, []),
    "paths": ({".allylint.yaml": "paths: {'*.md': {ignore: [fam]}}"}, ["bb"]),
    "pyproject.toml": ({"pyproject.toml": "[tool.allylint]\nignore = ['aa']"}, ["bb"]),
    "no setting in pyproject.toml": ({"pyproject.toml": "[tool.x]\nallylint = 1"}, ["aa", "bb"]),
    "rules of one's own": (
        {".allylint.yaml": "rules: [r]", "r/own/cc.yaml": rule("cc", "thanks")},
        ["aa", "bb", "cc"],
    ),
}


@pytest.mark.parametrize(("files", "rules"), CONFIGS.values(), ids=CONFIGS.keys())
def test_configured(files: dict[str, str], rules: list[str]) -> None:
    write(Path(), {**files, "a.md": ALL})
    assert sorted(rules_of("a.md")) == rules


def test_each_file_has_its_own_configuration() -> None:
    files = {
        "a.md": ALL,
        "in/a.md": ALL,
        "in/.allylint.yaml": "{ignore: [aa], hints: true, praise: true}",
    }
    write(Path(), files)
    got = found(run(".", "--format", "json"))
    assert [(path, rule) for path, rule, _ in got] == [
        ("a.md", "aa"),
        ("a.md", "bb"),
        ("in/a.md", "bb"),
        ("in/a.md", "hh"),
        ("in/a.md", "pp"),
    ]


def test_each_file_fails_at_its_own_level() -> None:
    write(Path(), {"a.md": "foo bar", "b.md": "hint hint", ".allylint.yaml": "fail-on: never"})
    write(Path("in"), {"b.md": "hint hint", ".allylint.yaml": "fail-on: hint"})
    assert [run(*paths).exit_code for paths in (("a.md", "b.md"), ("a.md", "in"))] == [0, 1]


OVER = {
    "--select over select": ("select: [aa]", ["--select", "bb"], ["bb"]),
    "--ignore beside ignore": ("ignore: [aa]", ["--ignore", "bb"], []),
    "--no-praise over praise": ("praise: true", ["--no-praise"], ["aa", "bb"]),
    "--no-config": ("ignore: [aa]", ["--no-config"], ["aa", "bb"]),
    "--config": ("ignore: [aa]", ["--config", "etc/other.yaml"], ["aa"]),
}


@pytest.mark.parametrize(("text", "options", "rules"), OVER.values(), ids=OVER.keys())
def test_the_command_line_is_heard_first(text: str, options: list[str], rules: list[str]) -> None:
    write(Path(), {".allylint.yaml": text, "etc/other.yaml": "ignore: [bb]", "a.md": ALL})
    assert rules_of("a.md", *options) == rules


def test_fail_on_is_heard_before_the_configuration() -> None:
    write(Path(), {".allylint.yaml": "fail-on: never", "a.md": "foo bar"})
    assert run("a.md", "--fail-on", "suggestion").exit_code == 1


def test_a_policy_is_cited() -> None:
    text = "policy: {fam: {clause: Be kind., link: https://example.org}}"
    write(Path(), {".allylint.yaml": text, "a.md": "foo bar"})
    (finding,) = json.loads(run("a.md", "--format", "json").stdout)["findings"]
    assert finding["policy"] == "Be kind. (https://example.org)"


def test_stdin_is_configured_by_the_name_that_it_has() -> None:
    write(Path(), {"in/.allylint.yaml": "ignore: [aa]"})
    names = ("draft.md", "in/draft.md")
    assert [run("-", "--stdin-filename", name, input="foo bar").exit_code for name in names] == [
        1,
        0,
    ]


COMMENTS = {
    "the next block": ("a.md", "<!-- allylint-ignore aa: a quotation -->\nfoo bar\n\nfoo bar", 1),
    "a family": ("a.md", "<!-- allylint-ignore fam -->\nfoo bar", 0),
    "a stretch": (
        "a.md",
        "<!-- allylint-off -->\n\nfoo bar\n\nbaz\n\n<!-- allylint-on -->\n\nbaz",
        1,
    ),
    "in plain text": ("a.txt", "<!-- allylint-ignore aa -->\nfoo bar", 0),
    "in a commit message": ("COMMIT_EDITMSG", "Fix\n\n# allylint-ignore aa\nfoo bar\n", 0),
}


@pytest.mark.parametrize(("name", "text", "number"), COMMENTS.values(), ids=COMMENTS.keys())
def test_a_comment_hides(name: str, text: str, number: int) -> None:
    write(Path(), {name: text})
    assert len(rules_of(name)) == number


def test_a_comment_that_hides_nothing_is_noted() -> None:
    got = run("-", input="fine\n\n<!-- allylint-ignore aa -->\nfine")
    assert "<stdin>:3: this ignore hides nothing: it can go." in got.stdout.splitlines()


def test_a_misspelt_comment_is_noted_with_the_nearest() -> None:
    got = run("-", input="<!-- allylint-ignore bbb -->\nbaz")
    assert "<stdin>:1: no rule or family is called `bbb`. Perhaps `bb`?" in got.stdout
