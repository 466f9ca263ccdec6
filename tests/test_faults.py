"""A fault of our own is one line to report, without a word of the draft; the other drafts are read."""

import re
from pathlib import Path

import pytest

from allylint import engine
from allylint import run as running
from allylint.hits import Hit
from small_rules import run, write

pytestmark = pytest.mark.usefixtures("repository")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts in which a rule meets `foo bar` at their very start break something."""
    real = engine.hit

    def hit(*arguments: object) -> Hit:
        found = real(*arguments)  # type: ignore[arg-type]
        if found.start == 0:
            raise ZeroDivisionError("foo bar is what the draft says")
        return found

    monkeypatch.setattr(engine, "hit", hit)


@pytest.mark.usefixtures("broken")
def test_a_fault_is_one_line_with_all_that_is_needed() -> None:
    write(Path(), {"a.md": "foo bar"})
    got = run("a.md")
    wanted = (
        r"allylint: a\.md: this is a fault of allylint, not of yours \(ZeroDivisionError at \w+\.py:\d+, "
        r"rule aa, allylint [\d.]+, file [0-9a-f]{16}\)\. Please report these words\.\n"
    )
    assert (got.exit_code, bool(re.fullmatch(wanted, got.stderr))) == (2, True)


@pytest.mark.usefixtures("broken")
def test_the_other_drafts_are_still_read() -> None:
    write(Path(), {"a.md": "foo bar", "b.md": "So: foo bar"})
    assert "b.md:1:5" in run("a.md", "b.md").stdout


def test_a_fault_outside_of_a_draft_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running.Runner, "done", lambda _: 1 / 0)
    write(Path(), {"a.md": ""})
    got = run("a.md")
    assert (got.exit_code, "ZeroDivisionError at " in got.stderr) == (2, True)
