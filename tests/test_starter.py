"""`allylint init` and `--show-config`: a file to start from, and what holds where."""

import re
from pathlib import Path

import pytest

from allylint.config import config_for
from small_rules import run, write
from test_schema import wrong

pytestmark = pytest.mark.usefixtures("repository")


def switched_on() -> str:
    """The starter with every setting on."""
    text = Path(".allylint.yaml").read_text(encoding="utf-8")
    return re.sub(r"^#(?! )", "", re.sub(r"^#  ", "  ", text, flags=re.M), flags=re.M)


def test_the_starter_sets_nothing() -> None:
    run("init")
    assert config_for("draft.md") == config_for("draft.md", none=True)


def test_every_setting_in_the_starter_can_be_switched_on() -> None:
    run("init")
    text = switched_on()
    write(Path(), {".allylint.yaml": text, "allylint-rules/a.txt": ""})
    got = config_for("docs/draft.md")
    assert (got.ignore, got.select, got.fail_on, got.praise, len(got.policy)) == (
        ("repair",), ("defensiveness", "dismissal", "labels"), "never", False, 2,
    )  # fmt: skip


def test_the_starter_speaks_of_every_setting_that_the_schema_has() -> None:
    run("init")
    assert wrong("config", switched_on()) == []


def test_a_file_that_is_there_stays() -> None:
    write(Path(), {".allylint.yaml": "hints: true\n"})
    got = run("init")
    assert (got.exit_code, got.stderr, Path(".allylint.yaml").read_text()) == (
        2,
        "allylint: .allylint.yaml: there is one already; it was left as it is.\n",
        "hints: true\n",
    )


def test_no_link_is_followed(tmp_path: Path) -> None:
    Path(".allylint.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert (run("init").exit_code, (tmp_path / "elsewhere.yaml").exists()) == (2, False)


SETTINGS = {
    ".allylint.yaml": "ignore: [fam]\npolicy: {kin: Be kind.}\nexclude: [old/]",
    "docs/.allylint.yaml": "paths:\n  '*.txt': {syntax: markdown, hints: true}",
}


def shown(path: str) -> dict[str, str]:
    write(Path(), SETTINGS)
    _, *lines = run("--show-config", path).stdout.splitlines()
    return {line[:12].strip(): line[12:].strip() for line in lines}


WHERE = {
    "an outer file": ("docs/a.txt", "ignore", "fam (.allylint.yaml:1:1)"),
    "a glob of the nearest file": ("docs/a.txt", "hints", "true (docs/.allylint.yaml:2:31)"),
    "a default": ("docs/a.txt", "fail-on", "suggestion (default)"),
    "a clause": ("docs/a.txt", "policy kin", "Be kind. (.allylint.yaml:2:10)"),
    "the path's name": ("docs/a.md", "syntax", "markdown (by its name)"),
    "a glob that reads it otherwise": (
        "docs/a.txt", "syntax", "markdown (docs/.allylint.yaml:2:13)",
    ),
    "a path that is left out": ("old/a.md", "exclude", "this file is not read (.allylint.yaml:3:1)"),
    "a folder": ("docs", "syntax", "markdown (by its name)"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "name", "said"), WHERE.values(), ids=WHERE.keys())
def test_what_holds_is_shown_with_where_it_was_said(path: str, name: str, said: str) -> None:
    assert shown(path)[name] == said


def test_a_strangers_words_stay_in_their_line() -> None:
    write(Path(), {".allylint.yaml": 'policy: {fam: "a\\e[2J\\n::error::b"}'})
    assert "policy fam  a␛[2J ::error::b (" in run("--show-config", "a.md").stdout


def test_a_broken_file_is_told_and_the_others_are_shown() -> None:
    write(Path(), {"in/.allylint.yaml": "hints: often"})
    got = run("--show-config", "in/a.md", "b.md")
    assert (got.exit_code, got.stdout.splitlines()[0], got.stderr.count("\n")) == (2, "b.md", 1)
