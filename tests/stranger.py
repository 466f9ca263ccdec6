"""What a stranger has: a copy of the project, a shell that knows nothing of ours, and pip.

The slow parts are made once in a test run, however many processes share it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]
WHO = {
    f"GIT_{role}_{what}": "ana@example.org" if what == "EMAIL" else "Ana"
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}
_OURS = (
    "PYTHONPATH",
    "PYTHONSAFEPATH",
    "PRE_COMMIT",
    "GITHUB_",
    "GIT_",
    "ALLYLINT_",
    "XDG_",
    "SKIP",
)


def environment(**more: str) -> dict[str, str]:
    """The environment without what leads back to this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | WHO | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **more}


def run(
    *command: str, at: Path, env: dict[str, str], check: bool = True
) -> subprocess.CompletedProcess[str]:
    """A command in a folder; where it fails, what it said is the error."""
    done = subprocess.run(
        command, cwd=at, env=env, capture_output=True, check=False, encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert not check or done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that one process makes and the others wait for."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(f"{folder}.lock"):
        if not (folder / "ready").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            (folder / "ready").touch()
    return folder


def copy_project(to: Path) -> Path:
    """This checkout as it stands, in a repository of its own with the tag v0.1.0."""
    if not _is_checkout():
        pytest.skip("this is no git checkout of the project")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard",
                 at=ROOT, env=dict(os.environ)).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)
    for words in ("init -q", "add -A", "commit -qm copy", "tag v0.1.0"):
        run("git", *words.split(), at=to, env=environment())
    return to


def _is_checkout() -> bool:
    command = ["git", "-C", str(ROOT), "rev-parse", "--show-toplevel"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and Path(done.stdout.strip()).resolve() == ROOT.resolve()


def install(*command: str, at: Path, env: dict[str, str]) -> None:
    """Run what installs allylint; skip where nothing can be installed, but not in CI."""
    done = run(*command, at=at, env=env, check=False)
    if done.returncode == 0:
        return
    said = f"{' '.join(command)}:\n{done.stdout}{done.stderr}"
    if os.environ.get("CI") or _pip_works(at, env):
        pytest.fail(said)
    reason = next((line for line in said.split("\n") if "ERROR" in line), said[-200:])
    pytest.skip(f"pip can't install anything here: {reason.strip()}")


def _pip_works(at: Path, env: dict[str, str]) -> bool:
    pip = (sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", "wheels", "hatchling")
    return run(*pip, at=at, env=env, check=False).returncode == 0
