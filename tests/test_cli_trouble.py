"""Bad input: one clear line each, exit status 2, and the rest is checked all the same."""

import json
import os
from pathlib import Path

import pytest

from small_rules import errors, found, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")


OPTIONS = {
    "an unknown format": (
        ["--format", "jsn"],
        "allylint: --format: `jsn` names no file in reporters/. There are:",
    ),
    "an unknown syntax": (
        ["--syntax", "plian"],
        "allylint: --syntax: `plian` names no file in inputs/. There are:",
    ),
    "a missing message to reply to": (
        ["--reply-to", "mesage.md"],
        "allylint: mesage.md: there is no such file. Perhaps `message.md`?",
    ),
    "a binary message to reply to": (
        ["--reply-to", "binary"],
        "allylint: binary: this is a binary file. `--reply-to` reads text.",
    ),
    "a missing configuration": (
        ["--config", "none.yaml"],
        "allylint: none.yaml: there is no such file.",
    ),
    "an output in no folder": (
        ["--output", "no/out.txt"],
        "allylint: no/out.txt: can't be written (no such file or directory).",
    ),
    "an output that is a folder": (
        ["--output", "folder"],
        "allylint: folder: can't be written (is a directory).",
    ),
    "an unknown rule": (
        ["--select", "bbb"],
        "allylint: --select: no rule or family is called `bbb`. Perhaps `bb`?",
    ),
    "an unknown rule, near none": (
        ["--select", "zzz"],
        "allylint: --select: no rule or family is called `zzz`. `allylint rules` lists them.",
    ),
    "an unknown family to ignore": (
        ["--ignore", "kinn"],
        "allylint: --ignore: no rule or family is called `kinn`. Perhaps `kin`?",
    ),
}


@pytest.mark.parametrize(("options", "said"), OPTIONS.values(), ids=OPTIONS.keys())
def test_an_option_without_meaning_is_one_line(options: list[str], said: str) -> None:
    write(Path(), {"a.md": "foo bar", "b.md": "baz", "message.md": "", "folder/a": ""})
    Path("binary").write_bytes(b"\0")
    (line,) = errors("a.md", "b.md", *options)
    assert line.startswith(said)


@pytest.mark.parametrize(
    ("options", "rules"),
    {
        "of those to select": (["--select", "zzz,aa"], ["aa"]),
        "of those to ignore": (["--ignore", "zzz,aa"], ["bb"]),
    }.values(),
    ids=["of those to select", "of those to ignore"],
)
def test_beside_an_unknown_rule_the_others_count(options: list[str], rules: list[str]) -> None:
    write(Path(), {"a.md": "foo bar\n\nbaz"})
    got = run("a.md", "--format", "json", *options)
    assert (got.exit_code, [each for _, each, _ in found(got)]) == (2, rules)


@pytest.mark.parametrize("option", ["--formt", "--fail-on=hints", "--color=red", "--select"])
def test_an_option_that_there_is_not_is_2(option: str) -> None:
    assert errors("a.md", option)[-1].startswith("Error: ")


FILES: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "allylint: bad.md: there is no such file."),
    "binary": (b"foo bar\0\1\2", "allylint: bad.md: this is a binary file. Drafts are text."),
}


@pytest.mark.parametrize(("data", "said"), FILES.values(), ids=FILES.keys())
def test_a_file_that_can_not_be_read_is_one_line_and_the_rest_is_checked(
    data: bytes | None, said: str
) -> None:
    write(Path(), {"draft.txt": "foo bar"})
    if data is not None:
        Path("bad.md").write_bytes(data)
    got = run("bad.md", "draft.txt", "--format", "json")
    assert (got.exit_code, got.stderr.splitlines()) == (2, [said])
    assert found(got) == [("draft.txt", "aa", "foo bar")]
    assert json.loads(got.stdout)["errors"] == [said.removeprefix("allylint: ")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_waited_for() -> None:
    os.mkfifo("pipe.md")
    assert errors("pipe.md") == [
        "allylint: pipe.md: this is a pipe; it could be a file or a folder."
    ]


NOTED = {
    "a folder without drafts": ("folder", "folder:1: there are no drafts in this folder."),
    "an empty file": ("empty.md", "empty.md:1: this file is empty."),
    "a file of blanks": ("blank.md", "blank.md:1: this file is empty."),
}


@pytest.mark.parametrize(("path", "said"), NOTED.values(), ids=NOTED.keys())
def test_a_note_and_exit_status_0_for(path: str, said: str) -> None:
    write(Path(), {"folder/a.py": "foo bar", "empty.md": "", "blank.md": " \n\n"})
    got = run(path)
    assert (got.exit_code, said in got.stdout.splitlines(), got.stderr) == (0, True, "")


def test_invalid_utf_8_is_checked_with_a_note() -> None:
    Path("a.md").write_bytes(b"caf\xe9, foo bar")
    got = run("a.md", "--format", "json")
    (note,) = json.loads(got.stdout)["notes"]
    assert (got.exit_code, found(got)) == (1, [("a.md", "aa", "foo bar")])
    assert note["text"] == "this is not all UTF-8; what was not reads as `\ufffd`."


def test_utf_16_with_its_mark_is_text() -> None:
    Path("a.md").write_bytes("foo bar".encode("utf-16"))
    assert found(run("a.md", "--format", "json")) == [("a.md", "aa", "foo bar")]


def test_a_name_can_not_steer_the_terminal() -> None:
    (line,) = errors("bad\x1b[2J\n.md")
    assert "\x1b" not in line


def test_a_name_that_is_no_text_is_told() -> None:
    assert errors("bad\udcff.md")[0].endswith("there is no such file.")


BROKEN_RULE = rule("zz", check="\n  kind: patern")


def test_a_broken_rule_file_is_one_line_and_the_other_rules_count() -> None:
    files = {
        ".allylint.yaml": "rules: [r]",
        "r/fam/zz.yaml": BROKEN_RULE,
        "r/fam/yy.yaml": rule("yy", "qux"),
    }
    write(Path(), {**files, "a.md": "foo bar", "b.md": "qux"})
    got = run("a.md", "b.md", "--format", "json")
    assert [each for _, each, _ in found(got)] == ["aa", "yy"]
    (line,) = got.stderr.splitlines()
    assert (got.exit_code, line) == (
        2,
        "allylint: r/fam/zz.yaml:8:9: `kind: patern` names no file in checks/. "
        "There are: near, outweighs, pattern, stack. Perhaps `pattern`?",
    )


CONFIGS = {
    "an unknown key": ("ignroe: [aa]", "1:1: no key is called `ignroe`. Perhaps `ignore`?"),
    "an unknown level": (
        "fail-on: sugestion",
        "1:10: `fail-on` is `sugestion`. There are: hint, never, suggestion. Perhaps `suggestion`?",
    ),
    "no YAML": (
        "ignore: [",
        "2:1: this can't be read as YAML: did not find expected node content.",
    ),
    "rules that are not there": ("rules: [r]", "1:9: `r` is no folder."),
    "an unknown syntax": (
        "paths: {'*.md': {syntax: plian}}",
        "1:18: `plian` names no file in inputs/. "
        "There are: commit, form, html, markdown, mdx, plain, rst. Perhaps `plain`?",
    ),
    "unknown rules alone": (
        "select: [aaa]",
        "1:1: no rule or family is called `aaa`. Perhaps `aa`?",
    ),
}


@pytest.mark.parametrize(("text", "said"), CONFIGS.values(), ids=CONFIGS.keys())
def test_a_broken_configuration_is_one_line_and_files_elsewhere_are_checked(
    text: str, said: str
) -> None:
    files = {"in/.allylint.yaml": text, "in/a.md": "foo bar", "in/b.md": "baz", "out.md": "foo bar"}
    write(Path(), files)
    got = run("in", "out.md", "--format", "json")
    assert (got.exit_code, found(got)) == (2, [("out.md", "aa", "foo bar")])
    assert got.stderr.splitlines() == [f"allylint: in/.allylint.yaml:{said}"]


UNKNOWN = {
    "to ignore": "ignore: [zzz, bb]",
    "to select": "select: [zzz, aa]",
    "with a policy": "{policy: {zzz: Be kind.}, ignore: bb}",
}


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_an_unknown_rule_in_a_configuration_is_one_line_and_the_others_count(text: str) -> None:
    write(Path(), {".allylint.yaml": text, "a.md": "foo bar\n\nbaz"})
    got = run("a.md", "--format", "json")
    assert (got.exit_code, found(got)) == (2, [("a.md", "aa", "foo bar")])
    assert "no rule or family is called `zzz`." in got.stderr.splitlines()[0]


def test_somebody_who_stops_it_sees_no_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("allylint.commands.check_drafts", stopped)
    got = run("-", input="foo bar")
    assert (got.exit_code, got.output) == (130, "")
