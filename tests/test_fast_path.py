"""Plain paths do not wait for click: the same comes out, and little is imported on the way."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import allylint

ROOT = Path(__file__).parents[1]
CLEAN = "The parser is in main. Our docs are on the site, and Ana looks at page two today.\n"
DEAR = {"click", "yaml", "msgspec", "argparse", "importlib.metadata", "pathlib", "inspect", "regex",
        "shutil", "tempfile", "tomllib", "dataclasses", "asyncio", "pathspec", "wcwidth", "json"}  # fmt: skip
"""Modules that take longer to import than a clean draft takes to read."""
ASKED = {"documentation", "figures", "sources", "settings", "workers", "gitignore", "nodes", "tables",
         "needs", "indexing", "vocabulary", "judge", "voice"}  # fmt: skip
"""What only other commands, settings, folders, several drafts, rule files or findings ask for."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "draft.md").write_text((ROOT / "examples/draft.md").read_text(encoding="utf-8"))
    monkeypatch.setenv("PYTHONPATH", str(Path(allylint.__file__).parents[1]))
    monkeypatch.setenv("ALLYLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*command: str) -> Any:
    return subprocess.run(
        [sys.executable, *command], capture_output=True, timeout=60, check=False, env=os.environ
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", ["draft.md", "clean.md", "./draft.md", "missing.md"])
def test_the_fast_way_and_the_way_of_click_say_the_same(path: str) -> None:
    fast = _run("-m", "allylint", path)
    other = _run("-m", "allylint", "--color=auto", path)
    assert (fast.returncode, fast.stdout, fast.stderr) == (
        other.returncode, other.stdout, other.stderr,
    )  # fmt: skip


def _loaded(path: str) -> set[str]:
    """The modules that reading this draft imports, once the rules are kept."""
    _run("-m", "allylint", path)
    code = (
        f"import sys\nsys.argv[1:] = ['{path}']\nfrom allylint.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint(*sys.modules, sep='\\n')"
    )
    return set(_run("-c", code).stdout.decode().split())


@pytest.mark.usefixtures("folder")
def test_a_clean_draft_imports_nothing_dear() -> None:
    loaded = _loaded("clean.md")
    assert "allylint.engine" in loaded
    assert loaded & (DEAR | {f"allylint.{name}" for name in ASKED}) == set()


@pytest.mark.usefixtures("folder")
def test_a_draft_with_findings_imports_little_more() -> None:
    loaded = _loaded("draft.md")
    assert "allylint.voice" in loaded
    assert loaded & DEAR == set()


def test_a_commands_name_is_the_command_even_where_a_file_is_called_so(folder: Path) -> None:
    (folder / "rules").write_text(CLEAN)
    assert b"self-label" in _run("-m", "allylint", "rules").stdout
