"""What a stranger's pull request may try: each ends with findings or one clear line, and no more."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from allylint.cache import folder as cache_folder
from small_rules import errors, found, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")


@pytest.fixture
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file outside of the repository, which nobody named."""
    path = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    path.write_text("foo bar, the secret words")
    return path


def commit() -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", *who, "commit", "-qm", "x", "--allow-empty"], check=True)


def test_a_link_is_no_changed_draft(secret: Path) -> None:
    shutil.rmtree(".git")
    subprocess.run(["git", "init", "-q"], check=True)
    commit()
    write(Path(), {"a.md": "foo bar"})
    Path("out.md").symlink_to(secret)
    commit()
    got = run("--changed-since", "HEAD~1", "--format", "json")
    assert "secret" not in got.stdout
    assert [path for path, _, _ in found(got)] == ["a.md"]


def test_a_rule_file_that_is_a_link_is_not_quoted(secret: Path) -> None:
    write(
        Path(),
        {".allylint.yaml": "rules: [r]", "a.md": "foo bar", "r/fam/yy.yaml": rule("yy", "x")},
    )
    Path("r/fam/zz.yaml").symlink_to(secret)
    Path("r/words.yaml").symlink_to(secret)
    got = run("a.md", "--format", "json")
    assert got.exit_code == 2
    assert "secret words" not in got.stdout + got.stderr
    assert "points out of its folder of rules" in got.stderr


def test_a_folder_in_which_every_rule_is_broken_leaves_the_others_to_work(secret: Path) -> None:
    write(Path(), {".allylint.yaml": "rules: [r]", "a.md": "foo bar", "r/words.yaml": ""})
    Path("r/words.yaml").unlink()
    Path("r/zz.yaml").symlink_to(secret)
    for _ in range(2):  # parsed, then kept
        got = run("a.md", "--format", "json")
        assert [id for _, id, _ in found(got)] == ["aa"]
        assert "fault of allylint" not in got.stderr


WRITES = {
    "a report": ("a.md", "--output", "out.txt"),
    "a further report": ("a.md", "--report", "json=out.txt"),
    "a report in a folder that is a link": ("a.md", "--output", "docs/report.txt"),
    "a baseline": ("a.md", "--baseline", "new.json", "--write-baseline"),
    "settings": ("init",),
    "a new rule": ("new", "zz"),
}


@pytest.mark.parametrize("command", WRITES.values(), ids=WRITES.keys())
def test_nothing_is_written_where_a_link_leads_out(command: tuple[str, ...], secret: Path) -> None:
    write(Path(), {"a.md": "foo bar"})
    before = secret.read_text()
    Path("out.txt").symlink_to(secret)
    Path("docs").symlink_to(secret.parent)
    Path("allylint-rules").symlink_to(secret.parent)
    Path("new.json").symlink_to(secret.parent / "new.json")
    if command == ("init",):
        Path(".allylint.yaml").symlink_to(secret.parent / "new.yaml")
    (line,) = errors(*command)
    assert line.startswith("allylint: ")
    assert (secret.read_text(), os.listdir(secret.parent)) == (before, ["secret.md"])


@pytest.mark.parametrize("option", [("--output", "a.md"), ("--report", "json=./a.md")])
def test_a_draft_is_not_replaced_by_its_report(option: tuple[str, str]) -> None:
    write(Path(), {"a.md": "foo bar"})
    (line,) = errors("a.md", *option)
    assert line.endswith("a.md: this is one of the drafts; it was left as it is.")
    assert Path("a.md").read_text() == "foo bar"


HOSTILE = {
    "quote marks": ">" * 2_000_000,
    "brackets": "[" * 2_000_000,
    "stars": "*a " * 300_000,
    "backticks": "".join("`" * n + " " for n in range(1, 1500)),
    "line breaks": "\n" * 500_000,
    "one long line": "foo bar " * 300_000,
    "links in links": "[a](" * 200_000,
    "open tags": "<a " * 300_000,
    "comments": "<!-- allylint-ignore aa -->" * 20_000,
    "a table of bars": "|a" * 100_000 + "\n" + "|-" * 100_000,
    "a list in a list": "".join(" " * n + "- a\n" for n in range(2000)),
    "footnotes": "".join(f"[^{n}]: a\n" for n in range(20_000)),
    "letters with marks": "e" + "\u0301" * 500_000,
    "surrogates in UTF-8": "\udcff" * 100_000,
    "marks that turn lines round": "\u202e" * 500_000,
}


@pytest.mark.parametrize("suffix", [".md", ".txt", ".rst", ".html", ".mdx"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_draft_ends_and_the_next_one_is_read(text: str, suffix: str) -> None:
    Path(f"bad{suffix}").write_bytes(text.encode("utf-8", "surrogateescape"))
    write(Path(), {"z.md": "foo bar"})
    got = run(f"bad{suffix}", "z.md", "--format", "json")
    assert "fault of allylint" not in got.stderr
    assert ("z.md", "aa", "foo bar") in found(got)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".rst", ".html", ".mdx"])
def test_lines_beyond_the_bound_are_noted_and_not_read(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allylint.inputs.LINES", 4)
    for text, lines in (("foo bar\r\n\r\n\r\n\r\nfoo bar", 1), ("\n\nfoo bar\n\n", 0)):
        Path(f"a{suffix}").write_bytes(text.encode())
        got = run(f"a{suffix}", "--format", "json")
        assert [id for _, id, _ in found(got)] == ["aa"]
        notes = [(note["line"], note["text"]) for note in json.loads(got.stdout)["notes"]]
        assert notes == [(5, "4 lines were read; what follows was not.")] * lines


def test_the_cache_is_outside_of_what_is_linted() -> None:
    write(Path(), {"a.md": "foo bar", ".allylint.yaml": "rules: [r]", "r/yy.yaml": rule("yy", "x")})
    before = sorted(map(str, Path().rglob("*")))
    run("a.md")
    assert sorted(map(str, Path().rglob("*"))) == before
    assert not os.path.abspath(cache_folder()).startswith(os.getcwd() + os.sep)
