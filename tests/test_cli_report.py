"""Several reports of one run: `--report NAME=PATH` beside what is printed."""

import json
from pathlib import Path
from typing import Any

import pytest

from small_rules import errors, run


@pytest.fixture(autouse=True)
def draft(repository: Path) -> None:
    (repository / "a.md").write_text("So foo bar. Thanks pal.\n", encoding="utf-8")


def read(path: str) -> Any:
    return json.loads(Path(path).read_text(encoding="utf-8"))


def test_a_report_is_written_beside_what_is_printed() -> None:
    printed = run("--report", "gitlab=a.json", "a.md").stdout
    assert (printed[:8], read("a.json")[0]["check_name"]) == ("a.md:1:4", "aa")


def test_there_may_be_several() -> None:
    run("--report", "gitlab=a.json", "--report", "sarif=a.sarif", "a.md")
    assert [Path(name).exists() for name in ("a.json", "a.sarif")] == [True, True]


def test_each_shows_what_it_would_show_alone() -> None:
    printed = run("--report", "json=a.json", "a.md").stdout
    assert ("thanks pal" in printed.lower(), len(read("a.json")["findings"])) == (True, 1)


def test_the_exit_status_is_that_of_the_run() -> None:
    assert run("--report", "json=a.json", "--fail-on", "never", "a.md").exit_code == 0


def test_no_colour_goes_into_a_file() -> None:
    run("--color=always", "--report", "text=a.txt", "a.md")
    assert "\x1b" not in Path("a.txt").read_text(encoding="utf-8")


def test_the_path_may_hold_any_sign() -> None:
    run("--report", "json=a=b c.json", "a.md")
    assert read("a=b c.json")["files"] == 1


MISTAKES = {
    "no path": ("json", "--report: `json` names no file. It could be `json=allylint.json`."),
    "no such format": ("jsn=a", "--report: `jsn` names no file in reporters/."),
    "no such folder": ("json=none/a", "none/a: can't be written (no such file or directory)."),
}


@pytest.mark.parametrize(("said", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line(said: str, told: str) -> None:
    (line,) = errors("--report", said, "a.md")
    assert line.startswith(f"allylint: {told}")
