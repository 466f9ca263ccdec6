"""Scores allylint on labelled drafts: python tests/score.py [--half tune|test] FILE.jsonl…

A move counts as found when any finding of its id is reported in the text; place and number do
not count. `context` is passed as `reply_to`; moves listed in `maybe` count neither way. `--half`
takes the drafts whose id's hash falls in one half: rules are tuned on `tune`, reported on `test`.
`allylint score` does the same for one's own rules; here it is the moves of the label guide.
"""

import argparse
import json
import sys
from collections.abc import Collection, Iterator

from allylint.labelled import HALVES, read_labelled
from allylint.rulebook import load_rulebook
from allylint.scorepage import score_page
from allylint.scoring import Judged, Moves, false_alarms, judge, misses

REPAIRS = ("plain-apology", "thanks-for-telling", "listening", "concrete-repair")
FAULTS = (
    "self-label innocence-claim proximity-shield label-stacking performative-display "
    "not-what-i-said intent-over-impact over-explaining centering-self non-apology "
    "conditional-support tone-policing minimizing doubting-experience derailing devils-advocate "
    "demanding-labor backhanded-compliment othering well-actually feigned-surprise "
    "bracing-disclaimer"
).split()


def wrong(judged: list[Judged], ours: Collection[str]) -> Iterator[str]:
    """What is wrong, as JSON lines."""
    for one in judged:
        extra, missed, draft = false_alarms(one), misses(one, ours), one.draft
        if extra or missed:
            yield json.dumps({"id": draft.id, "extra": extra, "missed": missed,
                              "voice": draft.voice, "text": draft.text}, ensure_ascii=False)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--no-context", action="store_true", help="leave `reply_to` out")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong, as JSON lines")
    asked = parser.parse_args()
    rulebook = load_rulebook()
    if rulebook.errors:
        sys.exit("\n".join(rulebook.errors))
    errors: list[str] = []
    drafts = read_labelled(asked.files, asked.half, errors)
    if asked.no_context:
        drafts = (draft._replace(context=None) for draft in drafts)
    judged = [judge(draft, rulebook) for draft in drafts]
    ours = frozenset(rulebook.rules)
    if asked.wrong:
        lines = wrong(judged, ours)
    else:
        print(f"{len(judged)} drafts of {', '.join(asked.files)}"
              + (f", half: {asked.half}" if asked.half else ""))  # fmt: skip
        lines = score_page(judged, Moves(tuple(FAULTS), REPAIRS, ours))
    for line in lines:
        print(line)
    print(*errors, sep="\n", end="\n" if errors else "", file=sys.stderr)
    return 2 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
