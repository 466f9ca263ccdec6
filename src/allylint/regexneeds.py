"""What a regular expression cannot match without, as far as Python's own parser understands it."""

import re
import warnings
from collections.abc import Iterable
from typing import Any

from allylint.index import NOTHING, Clause, Needs
from allylint.needs import load, tidy

_LEAST = 2
"""Letters that a literal needs to be worth looking for, unless it holds a sign."""
_SIGN = re.compile(r"[^\w\s'.,-]")


def needs_of(pattern: str) -> Needs:
    """Letters that folded text must hold for it to match; nothing where that can't be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = _parser.parse(pattern)
    except Exception:  # the dialect of `regex` is wider, and the parser is not a public one
        return NOTHING
    ignores_case = parsed.state.flags & 2
    return NOTHING if ignores_case else (tidy(_sequence(parsed)),)


def _sequence(items: Iterable[Any]) -> list[Clause]:
    """What its parts need: runs of letters, and what each group needs."""
    found: list[Clause] = []
    run = ""
    for kind, value in (*items, (None, None)):
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        if len(run.strip()) >= _LEAST or _SIGN.search(run):
            found.append(frozenset({"~" + run.strip()}))
        run = ""
        found += _part(str(kind), value)
    return found


def _part(kind: str, value: Any) -> list[Clause]:
    if kind == "BRANCH":
        options = [_sequence(option) for option in value[1]]
        if not all(options):
            return []
        return [frozenset().union(*(min(clauses, key=load) for clauses in options))]
    if kind == "SUBPATTERN":
        ignores_case = value[1] & 2
        return [] if ignores_case else _sequence(value[3])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _sequence(value[2]) if value[0] else []
    if kind == "ASSERT":
        return _sequence(value[1])
    if kind == "IN":
        return _sign_of(value)
    return _sequence(value) if kind == "ATOMIC_GROUP" else []


def _sign_of(options: Iterable[Any]) -> list[Clause]:
    """What a class of signs needs: `[|/•]`; letters and points stand in every text."""
    signs = [chr(value) if str(kind) == "LITERAL" else "" for kind, value in options]
    return [frozenset(f"~{sign}" for sign in signs)] if all(map(_SIGN.search, signs)) else []
