"""Measures how often each rule is right: `python tests/measure.py` writes rules/measured.json anew.

On the halves of the labelled drafts that rules are not tuned on; what is counted is told in
src/allylint/figures.py. Run `python tests/test_rules_page.py` after it.
"""

import json
from pathlib import Path

from allylint.labelled import read_labelled
from allylint.rulebook import load_rulebook
from allylint.scoring import Judged, judge, tally

CORPUS = Path(__file__).parent / "corpus"
FILES = [str(path) for path in sorted(CORPUS.glob("*.jsonl"))]
TO = Path(__file__).parents[1] / "rules" / "measured.json"
LEVELS = {"shown": ("suggestion", "praise"), "hints": ("suggestion", "hint", "praise")}


def measured(judged: list[Judged]) -> dict[str, dict[str, dict[str, int]]]:
    """What each built-in rule came to on these drafts, at the levels shown by default and with hints."""
    return {
        id: {name: _counts(judged, id, levels) for name, levels in LEVELS.items()}
        for id in load_rulebook().rules
    }


def _counts(judged: list[Judged], id: str, levels: tuple[str, ...]) -> dict[str, int]:
    right, wrong, missed = tally(judged, id, levels)
    return {"right": right, "wrong": wrong, "missed": missed}


def written(counts: dict[str, dict[str, dict[str, int]]]) -> str:
    """As JSON, a line each."""
    lines = (f"  {json.dumps(id)}: {json.dumps(each)}" for id, each in counts.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    errors: list[str] = []
    drafts = [judge(draft, load_rulebook()) for draft in read_labelled(FILES, "test", errors)]
    assert not errors, errors
    TO.write_text(written(measured(drafts)), encoding="utf-8")
    print(f"{TO.name} tells of {len(drafts)} drafts now.")
