"""What allylint costs, as ratios of one run: `python tests/bench/bench.py [--mb 1] [FILES OR FOLDERS]`.

Against bare Python, against reading the same files, against a Markdown parser alone. A ratio says more
than seconds on somebody else's machine; no test goes by it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from corpus import CLEAN, TEN, paragraphs, write_pages

RULE = """id: own-{0}
title: A word of our own
level: suggestion
message: '"{{quote}}" has another word here.'
why: We agreed on it.
try: Say the other word.
check: {{kind: pattern, any: "[very | so] (zanzib{0} (fish | bird | tree {0}) | our old word {0})"}}
examples: {{flag: [], pass: []}}
"""
PARSE = """import sys
from pathlib import Path
from markdown_it import MarkdownIt
parser = MarkdownIt("commonmark").enable("table")
for path in Path(sys.argv[1]).rglob("*.md"):
    parser.parse(path.read_text(encoding="utf-8", errors="replace"))
"""
READ = """import sys
from pathlib import Path
for path in Path(sys.argv[1]).rglob("*.md"):
    path.read_text(encoding="utf-8", errors="replace")
"""


class Cost(NamedTuple):
    """The best of some runs: seconds, and the memory that was needed at most, in MiB."""

    seconds: float
    memory: float


def cost(command: Sequence[str | Path], runs: int = 1) -> Cost:
    """Run a command; what it prints is of no interest."""
    best = Cost(float("inf"), 0)
    for _ in range(runs):
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"failed: {' '.join(map(str, command))}")
        best = min(best, Cost(time.perf_counter() - begun, used.ru_maxrss / 1024))
    return best


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--mb", type=float, default=1.0, help="size of the smaller corpus")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALLYLINT_CACHE"] = os.path.join(folder, "cache")
        start_up(Path(folder))
        throughput(Path(folder), paragraphs(asked.paths), int(asked.mb * 1e6))


def allylint(*arguments: str | Path) -> list[str | Path]:
    """The command as a user runs it."""
    script = Path(sys.executable).with_name("allylint")
    return [*([script] if script.exists() else [sys.executable, "-m", "allylint"]), *arguments]


def start_up(folder: Path) -> None:
    """A whole process for one draft; all take turns, so that a busy moment falls on each."""
    commands = {"bare Python": [sys.executable, "-I", "-c", "pass"]}
    for name, text in (("a clean draft of 200 words", CLEAN), ("a draft with ten findings", TEN)):
        draft = folder / f"{len(commands)}.md"
        draft.write_text(text, encoding="utf-8")
        commands[name] = allylint(draft)
        cost(commands[name], 2)
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(25):
        for name, command in commands.items():
            best[name] = min(best[name], cost(command).seconds)
    bare = best.pop("bare Python")
    say("bare Python", f"{bare * 1000:.0f} ms")
    for name, seconds in best.items():
        say(name, ratio(seconds, bare, "bare Python"))


def throughput(folder: Path, every: list[str], size: int) -> None:
    """Many pages, in one process and in two, once and four times as many."""
    once, four = folder / "once" / "pages", folder / "four" / "pages"
    written = write_pages(once, every, size)
    write_pages(four, every, 4 * size)
    run = ("check", "--no-praise", "--jobs", "1", "--format", "json")
    one = cost(allylint(*run, once), 2)
    say("pages in one process", f"{written / 1e6 / one.seconds:.2f} MB/s")
    yardsticks(once, one.seconds)
    more = cost(allylint(*run, four))
    say("four times the pages, time", ratio(more.seconds, one.seconds, "one time"))
    say(
        "four times the pages, memory",
        f"{more.memory:.0f} MiB, {more.memory / one.memory:.2f} times",
    )
    two = cost(allylint("check", "--no-praise", "--jobs", "2", "--format", "json", four))
    say("two processes", f"{more.seconds / two.seconds:.2f} times as fast as one")
    rules = once.parent / "rules" / "own"
    rules.mkdir(parents=True)
    for number in range(100):
        (rules / f"own-{number}.yaml").write_text(RULE.format(number), encoding="utf-8")
    (once.parent / ".allylint.yaml").write_text("rules: [rules]\n", encoding="utf-8")
    (once.parent / ".git").mkdir()
    cost(allylint(*run, once))
    say("100 rules of one's own", ratio(cost(allylint(*run, once), 2).seconds, one.seconds, "none"))


def yardsticks(pages: Path, seconds: float) -> None:
    """What others take for the same pages."""
    say(
        "reading them", ratio(seconds, cost([sys.executable, "-c", READ, pages], 3).seconds, "that")
    )
    for name, command in (
        ("markdown-it-py, parsing alone", [sys.executable, "-c", PARSE, pages]),
        ("proselint", [Path(sys.executable).with_name("proselint"), "check", pages]),
    ):
        try:
            say(name, ratio(seconds, cost(command).seconds, "that"))
        except (OSError, SystemExit):
            say(name, "is not installed here")


def ratio(one: float, other: float, name: str) -> str:
    """How one compares with another."""
    return f"{one / other:.1f} times {name}"


def say(name: str, figure: str) -> None:
    """A line of the table."""
    print(f"{name:<32} {figure}", flush=True)


if __name__ == "__main__":
    main()
