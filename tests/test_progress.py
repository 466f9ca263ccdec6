"""A long run on a terminal says how far it is."""

import io
from types import SimpleNamespace

import pytest

from allylint import progress
from allylint.progress import _GONE


class Screen(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    made = Screen()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=made))
    return made


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)


def read(files: int) -> None:
    with progress.progress(files) as done:
        for _ in range(files):
            done(1)


@pytest.mark.usefixtures("slow")
def test_a_long_run_is_counted_and_leaves_no_trace(screen: Screen) -> None:
    read(3)
    told = screen.getvalue()
    assert ("3/3" in told, told.endswith(_GONE)) == (True, True)


def test_a_short_run_says_nothing(screen: Screen) -> None:
    read(3)
    assert screen.getvalue() == ""


@pytest.mark.usefixtures("slow")
def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=(pipe := io.StringIO())))
    read(3)
    assert pipe.getvalue() == ""


@pytest.mark.usefixtures("slow")
def test_an_interruption_clears_the_line(screen: Screen) -> None:
    def interrupted() -> None:
        with progress.progress(3) as done:
            done(1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert screen.getvalue().endswith(_GONE)
