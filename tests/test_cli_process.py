"""`allylint` as a process: what stdin and stdout are, and that no traceback is ever seen."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

import allylint

SORRY = "I'm sorry if that hurt you.\n"
SOURCE = str(Path(allylint.__file__).parents[1])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", SOURCE)
    (tmp_path / "a.md").write_text(SORRY)


def start(*arguments: str, **variables: str) -> Any:
    """Runs allylint, its output as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "allylint", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, **variables},
        timeout=60,
        check=False,
    )


def shell(command: str) -> Any:
    """Runs a command of the shell in which `allylint` is allylint."""
    called = command.replace("allylint", f"'{sys.executable}' -m allylint")
    return subprocess.run(["bash", "-c", called], capture_output=True, timeout=60, check=False)


STDINS = {
    "a pipe": f"printf '{SORRY.replace(chr(39), chr(96))}' | allylint",
    "a file": "allylint < a.md",
    "a pipe, with options": "cat a.md | allylint --quiet",
    "a pipe, and check": "cat a.md | allylint check",
    "a pipe, and -": "cat a.md | allylint -",
    "a here document": 'allylint <<< "I\'m sorry if that hurt."',
}


@pytest.mark.parametrize("command", STDINS.values(), ids=STDINS.keys())
def test_a_text_that_is_handed_in_is_checked(command: str) -> None:
    got = shell(command)
    assert (got.returncode, got.stdout[:9], got.stderr) == (1, b"<stdin>:1", b"")


HELPS = {
    "no text": "allylint < /dev/null",
    "no text, with options": "allylint --hints < /dev/null",
    "no text, and check": "allylint check < /dev/null",
    "no stdin": "allylint <&-",
}


@pytest.mark.parametrize("command", HELPS.values(), ids=HELPS.keys())
def test_the_help_is_shown_where_there_is(command: str) -> None:
    got = shell(command)
    assert (got.returncode, got.stdout[:6], got.stderr) == (0, b"Usage:", b"")


def test_paths_leave_stdin_alone() -> None:
    got = shell("echo fine | allylint a.md")
    assert (got.returncode, got.stdout[:4]) == (1, b"a.md")


TROUBLES = {
    "no stdin for -": ("allylint - <&-", 2, b"allylint: stdin: can't be read.\n"),
    "a binary stdin": (
        "printf 'a\\0b' | allylint",
        2,
        b"allylint: <stdin>: this is a binary file. Drafts are text.\n",
    ),
    "no stdout": ("allylint a.md >&-", 1, b""),
    "a full disk": ("allylint a.md > /dev/full", 2, b"allylint: stdout: can't be written.\n"),
    "a full disk, for a list": (
        "allylint rules > /dev/full",
        2,
        b"allylint: stdout: can't be written.\n",
    ),
    "a reader who leaves": ("allylint a.md | true; exit ${PIPESTATUS[0]}", 1, b""),
    "a reader who leaves a list": ("allylint rules | true; exit ${PIPESTATUS[0]}", 0, b""),
    "a reader who leaves a page": (
        "allylint explain non-apology | true; exit ${PIPESTATUS[0]}",
        0,
        b"",
    ),
    "an unknown rule": (
        "allylint --select non-apologi a.md",
        2,
        b"allylint: --select: no rule or family is called `non-apologi`. Perhaps `non-apology`?\n",
    ),
}


@pytest.mark.parametrize(("command", "status", "said"), TROUBLES.values(), ids=TROUBLES.keys())
def test_trouble(command: str, status: int, said: bytes) -> None:
    if "/dev/full" in command and not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    got = shell(command)
    assert (got.returncode, got.stderr[: len(said) or None]) == (status, said)


INTERRUPTED = {
    "while it waits for a text": ["-"],
    "while it reads drafts": ["--jobs", "1", "drafts"],
    "while several processes read": ["--jobs", "2", "drafts"],
    "before a report is written": ["--jobs", "2", "drafts", "--output", "report.txt"],
}


@pytest.mark.parametrize("arguments", INTERRUPTED.values(), ids=INTERRUPTED.keys())
def test_an_interruption_leaves_nothing_behind(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    for number in range(600):
        (tmp_path / "drafts" / f"{number}.md").write_text(SORRY * 800)
    before = sorted(os.listdir(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-m", "allylint", *arguments], start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=30)
    assert (process.returncode, *said) == (130, b"", b"")
    assert sorted(os.listdir(tmp_path)) == before


LOCALES = {"ascii": {"PYTHONIOENCODING": "ascii"}, "latin": {"PYTHONIOENCODING": "latin-1"}}


@pytest.mark.parametrize("variables", LOCALES.values(), ids=LOCALES.keys())
def test_text_goes_out_as_utf_8_whatever_the_locale(variables: dict[str, str]) -> None:
    Path("a.md").write_text("Ça va 日本? I’m sorry if that hurt you.", encoding="utf-8")
    got = start("a.md", **variables)
    assert "日本" in got.stdout.decode("utf-8")


def test_no_colour_goes_to_a_pipe() -> None:
    assert b"\x1b" not in start("a.md").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_colour_goes_to_a_terminal() -> None:
    assert b"\x1b[" in _on_a_terminal({"NO_COLOR": "", "TERM": "xterm"})


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_no_colour_goes_to_a_terminal_where_somebody_minds() -> None:
    assert b"\x1b[" not in _on_a_terminal({"NO_COLOR": "1", "TERM": "xterm"})


def _on_a_terminal(variables: dict[str, str]) -> bytes:
    import pty

    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        process = subprocess.Popen(
            [sys.executable, "-m", "allylint", "a.md"],
            stdin=theirs,
            stdout=theirs,
            env={**os.environ, **variables},
        )
        os.close(theirs)
        shown = _all_of(screen)
        process.wait(60)
    return shown


def _all_of(screen: IO[bytes]) -> bytes:
    shown = b""
    try:
        while more := screen.read(4096):
            shown += more
    except OSError:
        pass
    return shown
