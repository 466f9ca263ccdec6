"""Several processes give what one gives, in the same order, and a lost one is told in a line."""

import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from allylint.discover import Found
from allylint.gathered import Gathered
from allylint.workers import jobs_for, spread
from small_rules import run, write

CORPUS = Path(__file__).parent / "corpus"
pytestmark = pytest.mark.usefixtures("fresh_caches")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of drafts, some of which can't be read."""
    texts = [
        json.loads(line)["text"]
        for line in (CORPUS / "dev4.jsonl").read_text(encoding="utf-8").splitlines()[:300]
    ]
    pages = ["\n\n".join(texts[at : at + 10]) for at in range(0, 300, 10)]
    write(tmp_path, {f"{at:02}.md": page for at, page in enumerate(pages)})
    (tmp_path / "07.md").write_bytes(b"\0binary")
    write(tmp_path, {"in/.allylint.yaml": "ignroe: [a]", "in/a.md": "As an ally.", "z.md": ""})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def fresh_caches() -> Iterator[None]:
    from allylint import config

    config.clear()
    yield
    config.clear()


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("format_", ["json", "text", "junit"])
def test_two_processes_say_what_one_says(format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allylint.workers._CHUNK", 2_000)
    one, two = (
        run("--jobs", jobs, "--format", format_, "--show-cleared", ".") for jobs in ("1", "2")
    )
    assert two.stdout.splitlines() == one.stdout.splitlines()
    assert (two.stderr, two.exit_code) == (one.stderr, one.exit_code)


@pytest.mark.usefixtures("drafts")
def test_the_drafts_hold_findings_and_mistakes() -> None:
    got = run("--jobs", "2", "--quiet", "--no-praise", ".")
    assert (got.stdout.count("Try: ") > 20, got.stderr.count("\n"), got.exit_code) == (True, 2, 2)


def _end_it(chunk: list[Found]) -> Gathered:
    del chunk
    if multiprocessing.parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return Gathered()


@pytest.mark.usefixtures("drafts")
def test_a_killed_process_is_one_line_and_exit_status_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allylint.workers._CHUNK", 2_000)
    ends = lambda files, jobs, _: spread(files, jobs, _end_it)  # noqa: E731
    monkeypatch.setattr("allylint.workers.spread", ends)
    got = run("--jobs", "2", ".")
    assert (got.exit_code, got.stderr) == (
        2,
        "allylint: --jobs: a process was ended from outside. `--jobs 1` does without.\n",
    )


def test_a_few_small_drafts_are_read_by_one_process(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "Hello.", "b.md": "Hello."})
    assert jobs_for([Found(str(tmp_path / name)) for name in ("a.md", "b.md")], None) == 1


@pytest.mark.parametrize("said", ["0", "65", "many"])
def test_an_odd_number_of_processes_is_refused(said: str) -> None:
    assert run("--jobs", said, ".").exit_code == 2
