"""What a regular expression cannot match without, as far as Python's own parser understands it."""

import re
import warnings
from collections.abc import Iterable
from typing import Any

from allylint.required import rarity

_LEAST = 2
"""Letters that a literal needs to be worth looking for, unless it holds a sign."""
_SIGN = re.compile(r"[^\w\s'.,-]")
Needs = frozenset[str] | None


def needs_of(pattern: str) -> Needs:
    """Literals of which folded text must hold one to match; None where that can't be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = _parser.parse(pattern)
    except Exception:  # the dialect of `regex` is wider, and the parser is not a public one
        return None
    return None if parsed.state.flags & 2 else _sequence(parsed)  # re.IGNORECASE is 2


def _sequence(items: Iterable[Any]) -> Needs:
    """The best of what its parts need: runs of letters, and what each group needs."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in (*items, (None, None)):
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        if len(run.strip()) >= _LEAST or _SIGN.search(run):
            found.append(frozenset({run.strip()}))
        run = ""
        if (needs := _part(str(kind), value)) is not None:
            found.append(needs)
    return max(found, key=rarity, default=None)


def _part(kind: str, value: Any) -> Needs:
    if kind == "BRANCH":
        every = [_sequence(option) for option in value[1]]
        return None if None in every else frozenset().union(*(one or () for one in every))
    if kind == "SUBPATTERN":
        return None if value[1] & 2 else _sequence(value[3])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _sequence(value[2]) if value[0] else None
    return _sequence(value) if kind == "ATOMIC_GROUP" else None
