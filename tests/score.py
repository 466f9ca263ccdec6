"""Scores allylint on labelled drafts: python tests/score.py [--half tune|test] FILE.jsonl…

A move counts as found when any finding of its id is reported in the text; place and number do
not count. `context` is passed as `reply_to`; moves listed in `maybe` count neither way. `--half`
takes the drafts whose id's hash falls in one half: rules are tuned on `tune`, reported on `test`.
"""

import argparse
import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from allylint import lint
from allylint.rulebook import load_rulebook

REPAIRS = ("plain-apology", "thanks-for-telling", "listening", "concrete-repair")
FAULTS = (
    "self-label innocence-claim proximity-shield label-stacking performative-display "
    "not-what-i-said intent-over-impact over-explaining centering-self non-apology "
    "conditional-support tone-policing minimizing doubting-experience derailing devils-advocate "
    "demanding-labor backhanded-compliment othering well-actually feigned-surprise "
    "bracing-disclaimer"
).split()


class Judged(NamedTuple):
    """A draft, what it does by its labels, and what was found at each level."""

    draft: dict[str, Any]
    labelled: frozenset[str]
    maybe: frozenset[str]
    found: dict[str, str]


class Tally(NamedTuple):
    """Counts of one move."""

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read(paths: Iterable[str], half: str | None) -> Iterator[dict[str, Any]]:
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                draft = json.loads(line)
                if half is None or half == ("tune", "test")[zlib.crc32(draft["id"].encode()) % 2]:
                    yield draft


def judge(draft: dict[str, Any], with_context: bool) -> Judged:
    reply_to = draft.get("context") if with_context else None
    found: dict[str, str] = {}
    for finding in lint(draft["text"], reply_to=reply_to):
        if found.get(finding.rule) != "suggestion":
            found[finding.rule] = finding.level
    labelled = frozenset(label["move"] for label in draft["labels"])
    return Judged(draft, labelled, frozenset(draft.get("maybe") or ()), found)


def tally(judged: list[Judged], move: str, levels: tuple[str, ...]) -> Tally:
    counts: Counter[tuple[bool, bool]] = Counter()
    for one in judged:
        if move not in one.maybe:
            counts[move in one.labelled, one.found.get(move) in levels] += 1
    return Tally(counts[True, True], counts[False, True], counts[True, False])


def table(judged: list[Judged], levels: tuple[str, ...], title: str) -> None:
    levels = (*levels, "praise")
    ours = load_rulebook().rules
    print(f"\n{title}\n{'move':24}{'labelled':>9}{'found':>7}{'false':>7}{'P':>7}{'R':>7}{'F1':>7}")
    for name, moves in (("faults", FAULTS), ("repairs", REPAIRS)):
        tallies = {move: tally(judged, move, levels) for move in moves}
        for move, one in tallies.items():
            if one.tp + one.fn + one.fp:
                print(f"{move:24}{one.tp + one.fn:9}{one.tp:7}{one.fp:7}"
                      f"{one.precision:7.2f}{one.recall:7.2f}{one.f1:7.2f}")  # fmt: skip
        macro(name, list(tallies.values()))
        have = [one for move, one in tallies.items() if move in ours]
        if len(have) < len(tallies):
            macro(f"{name} with a rule", have)


def macro(name: str, tallies: list[Tally]) -> None:
    total = Tally(*(sum(getattr(t, field) for t in tallies) for field in ("tp", "fp", "fn")))
    mean = sum(t.f1 for t in tallies) / max(1, len(tallies))
    print(f"  {name} ({len(tallies)}): macro F1 {mean:.3f}; pooled P {total.precision:.3f} "
          f"({total.tp}/{total.tp + total.fp}), R {total.recall:.3f} "
          f"({total.tp}/{total.tp + total.fn})")  # fmt: skip


def flagged_clean(judged: list[Judged], levels: tuple[str, ...], title: str) -> None:
    rows: dict[str, Counter[bool]] = defaultdict(Counter)
    for one in judged:
        if not one.labelled.intersection(FAULTS):
            hit = any(
                move in FAULTS and level in levels and move not in one.maybe
                for move, level in one.found.items()
            )
            for row in ("all", one.draft.get("voice") or "-"):
                rows[row][hit] += 1
    print(f"\ndrafts without a fault that are flagged, {title}")
    for row, counts in sorted(rows.items(), key=lambda item: (item[0] != "all", item[0])):
        total = counts[True] + counts[False]
        print(f"  {row:14}{counts[True]:5} of {total:5}  {counts[True] / total:6.1%}")


def wrong(judged: list[Judged]) -> None:
    for one in judged:
        extra = {m: lv for m, lv in one.found.items() if m not in one.labelled | one.maybe}
        missed = [m for m in one.labelled if m not in one.found and m in load_rulebook().rules]
        if extra or missed:
            print(json.dumps({"id": one.draft["id"], "extra": extra, "missed": missed,
                              "voice": one.draft.get("voice"), "text": one.draft["text"][:400]},
                             ensure_ascii=False))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--half", choices=("tune", "test"))
    parser.add_argument("--no-context", action="store_true", help="leave `reply_to` out")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong, as JSON lines")
    asked = parser.parse_args()
    if broken := load_rulebook().errors:
        sys.exit("\n".join(broken))
    judged = [judge(draft, not asked.no_context) for draft in read(asked.files, asked.half)]
    if asked.wrong:
        wrong(judged)
        return
    print(f"{len(judged)} drafts of {', '.join(asked.files)}"
          + (f", half: {asked.half}" if asked.half else ""))  # fmt: skip
    for levels, title in (
        (("suggestion",), "suggestions alone"),
        (("suggestion", "hint"), "with hints"),
    ):
        table(judged, levels, title)
        flagged_clean(judged, levels, title)


if __name__ == "__main__":
    sys.exit(main())
