"""How often each rule was disagreed with on this machine: numbers in the user's cache folder, no words."""

import json
import os
from typing import Any

from allylint import cache

_NAME = "disagreed.json"


def disagreed() -> dict[str, dict[str, int]]:
    """By rule, how often it was passed and flagged; nothing where that can't be read."""
    try:
        with open(os.path.join(cache.folder(), _NAME), encoding="utf-8") as file:
            read: Any = json.load(file)
        return {
            str(rule): {kind: int(count) for kind, count in said.items()}
            for rule, said in read.items()
        }
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def count(rule: str, kind: str) -> None:
    """One disagreement more; where it can't be kept, it is not."""
    from allylint.errors import AllylintError
    from allylint.files import write_whole

    if not cache.folder():
        return
    known = disagreed()
    said = known.setdefault(rule, {})
    said[kind] = said.get(kind, 0) + 1
    try:
        os.makedirs(cache.folder(), mode=0o700, exist_ok=True)
        write_whole(os.path.join(cache.folder(), _NAME), json.dumps(known, sort_keys=True) + "\n")
    except (OSError, AllylintError):
        pass
