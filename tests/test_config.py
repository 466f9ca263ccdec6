import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from allylint import config
from allylint.config import DEFAULT, Config, config_for
from allylint.errors import AllylintError
from allylint.model import Clause

Make = Callable[[dict[str, str]], None]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes files in a repository that we are in; `~/` is the user's own configuration."""
    home, repository = tmp_path / "home", tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    monkeypatch.chdir(repository)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))

    def build(texts: dict[str, str]) -> None:
        for name, text in texts.items():
            path = home / name[2:] if name.startswith("~/") else repository / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    config.clear()
    yield build
    config.clear()


USER = "~/allylint/config.yaml"


def test_without_configuration_the_defaults_hold(make: Make) -> None:
    make({"a.md": ""})
    assert config_for("a.md") is DEFAULT


def test_every_key_is_read(make: Make) -> None:
    make(
        {
            "our/rules/a.yaml": "",
            ".allylint.yaml": """
select: [labels, othering]
ignore: self-label, label-stacking
fail-on: hint
hints: true
praise: false
exclude: [old/]
rules: [our/rules]
policy:
  labels: Be kind.
  othering: {clause: Say names., link: "https://example.org/#2"}
paths:
  docs/*.md: {syntax: plain}
""",
        }
    )
    assert config_for("docs/a.md")._replace(origins={}) == Config(
        select=("labels", "othering"),
        ignore=("self-label", "label-stacking"),
        fail_on="hint",
        hints=True,
        praise=False,
        rules=(os.path.abspath("our/rules"),),
        policy={
            "labels": Clause("Be kind."),
            "othering": Clause("Say names. (https://example.org/#2)", "https://example.org/#2"),
        },
        syntax="plain",
    )


def test_pyproject_says_the_same(make: Make) -> None:
    text = '[tool.allylint]\nselect = ["labels"]\nfail-on = "never"\nhints = true'
    make({"pyproject.toml": text})
    got = config_for("a.md")
    assert (got.select, got.fail_on, got.hints) == (("labels",), "never", True)


MERGED = {
    "the nearest wins": (
        {".allylint.yaml": "ignore: [a]", "docs/.allylint.yaml": "ignore: [b]"},
        "ignore",
        ("b",),
    ),
    "other keys stay": (
        {".allylint.yaml": "ignore: [a]", "docs/.allylint.yaml": "hints: true"},
        "ignore",
        ("a",),
    ),
    "pyproject in between counts": (
        {".allylint.yaml": "ignore: [a]", "docs/pyproject.toml": 'tool.allylint.ignore = "b"'},
        "ignore",
        ("b",),
    ),
    ".allylint.yaml wins over pyproject beside it": (
        {"docs/.allylint.yaml": "hints: true", "docs/pyproject.toml": 'tool.allylint.ignore="b"'},
        "ignore",
        (),
    ),
    "the user's own is last": (
        {USER: "fail-on: never\nignore: [u]", ".allylint.yaml": "ignore: [a]"},
        "ignore",
        ("a",),
    ),
    "the user's own counts": (
        {USER: "fail-on: never", ".allylint.yaml": "ignore: [a]"},
        "fail_on",
        "never",
    ),
    "a list can be emptied": (
        {".allylint.yaml": "ignore: [a]", "docs/.allylint.yaml": "ignore: []"},
        "ignore",
        (),
    ),
    "an empty value is not set": ({".allylint.yaml": "select:\nhints: true"}, "select", None),
    "policy is merged by key": (
        {".allylint.yaml": "policy: {a: A, b: B}", "docs/.allylint.yaml": "policy: {b: C}"},
        "policy",
        {"a": Clause("A"), "b": Clause("C")},
    ),
    "paths win over the same file's keys": (
        {".allylint.yaml": "ignore: [a]\npaths: {'*.md': {ignore: [b]}}"},
        "ignore",
        ("b",),
    ),
    "later paths win": (
        {".allylint.yaml": "paths: {'*.md': {ignore: [b]}, 'docs/': {ignore: [c]}}"},
        "ignore",
        ("c",),
    ),
    "paths of two files are merged": (
        {
            ".allylint.yaml": "paths: {'*.md': {ignore: [b]}}",
            "docs/.allylint.yaml": "paths: {'a.*': {hints: true}}",
        },
        "ignore",
        ("b",),
    ),
    "paths are relative to their file": (
        {"docs/.allylint.yaml": "paths: {'/a.md': {ignore: [b]}}"},
        "ignore",
        ("b",),
    ),
    "paths elsewhere do not count": (
        {".allylint.yaml": "paths: {'/a.md': {ignore: [b]}}"},
        "ignore",
        (),
    ),
    "exclude": ({".allylint.yaml": "exclude: [docs/]"}, "excluded", True),
    "exclude, taken back by the nearest": (
        {".allylint.yaml": "exclude: [docs/]", "docs/.allylint.yaml": "exclude: []"},
        "excluded",
        False,
    ),
    "the user's own exclude": ({USER: "exclude: [/docs]"}, "excluded", True),
    "comments alone set nothing": ({".allylint.yaml": "# ignore: [a]\n\n"}, "ignore", ()),
    "a pyproject of other tools": ({"pyproject.toml": "# no allylint\n[tool.x]"}, "ignore", ()),
    "a pyproject of other tools, broken": ({"pyproject.toml": "=="}, "ignore", ()),
}


@pytest.mark.parametrize(("texts", "name", "value"), MERGED.values(), ids=MERGED.keys())
def test_merged(make: Make, texts: dict[str, str], name: str, value: object) -> None:
    make(texts)
    assert getattr(config_for("docs/a.md"), name) == value


ORIGINS = {
    "yaml": ({".allylint.yaml": "hints: true\nselect: a"}, "select", ".allylint.yaml:2:1"),
    "nearest": (
        {".allylint.yaml": "select: a", "docs/.allylint.yaml": "\nselect: b"},
        "select",
        "docs/.allylint.yaml:2:1",
    ),
    "paths": (
        {".allylint.yaml": "paths:\n  docs/:\n    fail-on: never"},
        "fail-on",
        ".allylint.yaml:3:5",
    ),
    "policy": (
        {".allylint.yaml": "policy:\n  zzz: Be kind."},
        "policy.zzz",
        ".allylint.yaml:2:3",
    ),
    "toml": (
        {"pyproject.toml": "[x]\nignore = 1\n[tool.allylint]\nignore = 'a'"},
        "ignore",
        "pyproject.toml:4:1",
    ),
}


@pytest.mark.parametrize(("texts", "name", "where"), ORIGINS.values(), ids=ORIGINS.keys())
def test_where_it_was_written_is_known(
    make: Make, texts: dict[str, str], name: str, where: str
) -> None:
    make(texts)
    assert config_for("docs/a.md").origins[name] == where


BROKEN = {
    "unknown key": (
        {".allylint.yaml": "ignroe: [a]"},
        ".allylint.yaml:1:1: no key is called `ignroe`. Perhaps `ignore`?",
    ),
    "unknown key of a path": (
        {".allylint.yaml": "paths:\n  docs/:\n    hint: true"},
        ".allylint.yaml:3:5: no key is called `hint`. Perhaps `hints`?",
    ),
    "unknown level": (
        {".allylint.yaml": "fail-on: hints"},
        ".allylint.yaml:1:10: `fail-on` is `hints`. There are: hint, never, suggestion. "
        "Perhaps `hint`?",
    ),
    "not YAML": (
        {".allylint.yaml": "a: b: c"},
        ".allylint.yaml:1:5: this can't be read as YAML: mapping values are not allowed in this "
        "context. Put a text with a colon in quotes.",
    ),
    "a clause's link that is no page": (
        {".allylint.yaml": "policy:\n  labels: {clause: Be kind., link: 'javascript:alert(1)'}"},
        ".allylint.yaml:2:36: `javascript:alert(1)` is no address of a page. "
        "It starts with https://.",
    ),
    "not a glob": (
        {".allylint.yaml": "exclude:\n- '!'"},
        ".allylint.yaml:2:3: `!` is no glob.",
    ),
    "not a glob, in paths": (
        {".allylint.yaml": "paths: {'[z-a]': {hints: true}}"},
        ".allylint.yaml:1:9: `[z-a]` is no glob.",
    ),
    "unknown key in toml": (
        {"pyproject.toml": "[tool.allylint]\nhints = true\nignroe = 'a'"},
        "pyproject.toml:3:1: no key is called `ignroe`. Perhaps `ignore`?",
    ),
    "wrong type in toml": (
        {"pyproject.toml": "[tool.allylint]\nhints = 'yes'"},
        "pyproject.toml:2:1: `hints` is `yes`; it could be `true` or `false`.",
    ),
    "not a table": (
        {"pyproject.toml": "[tool]\nallylint = 3"},
        "pyproject.toml:2:1: the file is `3`; it could be a mapping.",
    ),
    "not TOML": (
        {"pyproject.toml": "[tool.allylint]\n=="},
        "pyproject.toml:2:1: this can't be read as TOML.",
    ),
    "rules that climb out": (
        {".allylint.yaml": "rules: [../rules]"},
        ".allylint.yaml:1:9: `../rules` stands outside of the repository.",
    ),
    "rules with an absolute path": (
        {".allylint.yaml": "rules: [/etc]"},
        ".allylint.yaml:1:9: `/etc` stands outside of the repository.",
    ),
    "rules that are not there": (
        {".allylint.yaml": "rules: [rules]"},
        ".allylint.yaml:1:9: `rules` is no folder.",
    ),
}


@pytest.mark.parametrize(("texts", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_mistake_is_placed_and_named(make: Make, texts: dict[str, str], said: str) -> None:
    make(texts)
    with pytest.raises(AllylintError) as caught:
        config_for("docs/a.md")
    assert str(caught.value) == said


def test_a_configuration_that_is_not_utf_8_is_an_error(make: Make) -> None:
    make({"a.md": ""})
    Path(".allylint.yaml").write_bytes(b"\xff")
    with pytest.raises(AllylintError, match="this is not UTF-8"):
        config_for("a.md")


def test_rules_that_link_out_of_the_repository_are_refused(make: Make, tmp_path: Path) -> None:
    make({".allylint.yaml": "rules: [ours]"})
    Path("ours").symlink_to(tmp_path)
    with pytest.raises(AllylintError, match="`ours` stands outside of the repository"):
        config_for("a.md")


def test_a_configuration_that_links_out_of_the_repository_is_refused(
    make: Make, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("secret")
    make({"a.md": ""})
    Path(".allylint.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(AllylintError, match="points out of the repository"):
        config_for("a.md")


def test_the_users_own_rules_may_stand_anywhere(make: Make, tmp_path: Path) -> None:
    make({USER: f"rules: [{tmp_path}]"})
    assert config_for("a.md").rules == (str(tmp_path),)


def test_a_named_file_takes_the_place_of_all_others(make: Make) -> None:
    make({USER: "hints: true", ".allylint.yaml": "ignore: [a]", "etc/x.yaml": "select: [b]"})
    got = config_for("a.md", file="etc/x.yaml")
    assert (got.select, got.ignore, got.hints) == (("b",), (), False)


def test_a_named_pyproject_is_read(make: Make) -> None:
    make({"etc/pyproject.toml": "tool.allylint.select = 'b'"})
    assert config_for("a.md", file="etc/pyproject.toml").select == ("b",)


def test_a_named_file_that_is_missing_is_an_error(make: Make) -> None:
    make({".allylint.yaml": ""})
    with pytest.raises(AllylintError, match=r"there is no such file. Perhaps `.allylint.yaml`"):
        config_for("a.md", file=".alylint.yaml")


def test_none_means_the_defaults(make: Make) -> None:
    make({".allylint.yaml": "ignore: [a]"})
    assert config_for("a.md", none=True) is DEFAULT


def test_nothing_above_the_repository_is_read(make: Make, tmp_path: Path) -> None:
    make({"a.md": ""})
    (tmp_path / ".allylint.yaml").write_text("ignore: [a]")
    assert config_for("a.md") is DEFAULT


STRAY = {"in its folder": ("in/deep", ("a",)), "up to where we are": ("in", ("a",))}


@pytest.mark.parametrize(("name", "ignore"), STRAY.values(), ids=STRAY.keys())
def test_without_a_repository_we_read(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ignore: object
) -> None:
    make({"a.md": ""})
    (tmp_path / "in/deep").mkdir(parents=True)
    (tmp_path / name / ".allylint.yaml").write_text("ignore: [a]")
    monkeypatch.chdir(tmp_path / "in")
    assert config_for("deep/a.md").ignore == ignore


def test_without_a_repository_strangers_folders_are_not_read(make: Make, tmp_path: Path) -> None:
    make({"a.md": ""})
    (tmp_path / ".allylint.yaml").write_text("ignore: [a]")
    (tmp_path / "in").mkdir()
    assert config_for(str(tmp_path / "in/a.md")) is DEFAULT


def test_a_folder_is_read_once(make: Make) -> None:
    make({".allylint.yaml": "ignore: [a]"})
    config_for("a.md")
    Path(".allylint.yaml").unlink()
    assert config_for("b.md").ignore == ("a",)


def test_slow_modules_wait_for_a_configuration(make: Make) -> None:
    make({"a.md": "", "pyproject.toml": "[tool.x]"})
    code = (
        "import sys; from allylint.config import config_for; config_for('a.md'); "
        "print({'yaml', 'msgspec', 'pathspec', 'tomllib'} & set(sys.modules))"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(config.__file__).parents[1])}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert run.stdout == "set()\n"
