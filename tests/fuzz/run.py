"""Looks for inputs that break a claim of targets.py, guided by what code they reach.

    python tests/fuzz/run.py                       every target, 100,000 inputs each
    python tests/fuzz/run.py rule --runs 1000000   one of them, for longer

Needs `pip install -e '.[dev,fuzz]'`. What is found is written to found/TARGET/, where test_seeds.py
looks too: commit it with the change that mends it. Inputs that reach more code are kept outside the
project, in the folder that `--kept` names.
"""

import argparse
import pkgutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import atheris

HERE = Path(__file__).parent
SLOWEST = 20
"""Seconds that one input may take; libFuzzer stops there and writes it down."""
MEMORY = 1024
"""Megabytes."""
LONGEST = 3000
"""Bytes of an input."""

sys.path.insert(0, str(HERE.parent))


def fuzz(name: str, runs: int, kept: Path) -> None:
    """Run one target in this process; ends the process."""
    with atheris.instrument_imports(include=["allylint"]):
        import allylint

        for module in pkgutil.walk_packages(allylint.__path__, "allylint."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
        from fuzz.targets import TARGETS
    from inputs.fragments import FRAGMENTS

    found = HERE / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    (kept / name).mkdir(parents=True, exist_ok=True)
    words = kept / "words"
    words.write_text("".join(map(_entry, FRAGMENTS)), encoding="ascii")
    options = (f"-runs={runs}", f"-dict={words}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}",
               f"-max_len={LONGEST}", f"-artifact_prefix={found}/", "-print_final_stats=1")  # fmt: skip
    seeds = HERE / "seeds" / name
    folders = [str(kept / name), *([str(seeds)] if seeds.is_dir() else []), str(found)]
    atheris.Setup([sys.argv[0], *options, *folders], TARGETS[name])
    atheris.Fuzz()


def _entry(words: str) -> str:
    """A line of libFuzzer's dictionary."""
    said = words.encode("utf-8", "surrogatepass")
    return '"' + "".join(f"\\x{byte:02x}" for byte in said) + '"\n'


def main() -> int:
    """Read the command line. Gives how many targets broke."""
    parser = argparse.ArgumentParser(description="Fuzz allylint.")
    parser.add_argument("target", nargs="*", help="all of them unless named")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "allylint-fuzz")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        fuzz(asked.target[0], asked.runs, asked.kept)
    from fuzz.targets import TARGETS

    again = [sys.executable, __file__, "--here", f"--runs={asked.runs}", f"--kept={asked.kept}"]
    broken = [
        name
        for name in asked.target or TARGETS
        if subprocess.run([*again, name], check=False).returncode
    ]
    print(f"broken: {', '.join(broken) or 'none'}")
    return len(broken)


if __name__ == "__main__":
    sys.exit(main())
