"""What a regular expression cannot match without, as far as Python's own parser understands it."""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from allylint.index import NOTHING, Clause, Needs
from allylint.needs import load, tidy
from allylint.tokens import Tokens

_LEAST = 2
"""Letters that a literal needs to be worth looking for, unless it holds a sign."""
_SIGN = re.compile(r"[^\w\s'.,-]")
_WORD = re.compile(r"[\w'+-]+")
Items = Sequence[tuple[Any, Any]]
"""The parts of an expression: a kind and what it says."""


def needs_of(pattern: str) -> Needs:
    """Words and letters that folded text must hold for it to match; nothing where that can't be told."""
    try:
        from re import _parser  # type: ignore[attr-defined]

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = _parser.parse(pattern)
    except Exception:  # the dialect of `regex` is wider, and the parser is not a public one
        return NOTHING
    ignores_case = parsed.state.flags & 2
    return NOTHING if ignores_case else (tidy(_sequence(parsed, False, False)),)


def _sequence(items: Items, before: bool, after: bool) -> list[Clause]:
    """What its parts need, where no word goes on `before` it or `after` it: literals, and each group."""
    found: list[Clause] = []
    run = ""
    for at, (kind, value) in enumerate((*items, (None, None))):
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        begun = _apart(items, at - len(run) - 1, -1, before)
        found += _literal(run, begun, _apart(items, at, 1, after))
        run = ""
        if kind is not None:
            edges = _apart(items, at - 1, -1, before), _apart(items, at + 1, 1, after)
            found += _part(str(kind), value, *edges)
    return found


def _literal(run: str, before: bool, after: bool) -> list[Clause]:
    """The whole words of a literal, or its letters."""
    words = [
        token.word
        for each in _WORD.finditer(run)
        if (each.start() or before) and (each.end() < len(run) or after)
        for token in Tokens(each[0]).all
    ]
    if words:
        return [frozenset({word}) for word in words]
    long = len(run.strip()) >= _LEAST or _SIGN.search(run)
    return [frozenset({"~" + run.strip()})] if long else []


def _part(kind: str, value: Any, before: bool, after: bool) -> list[Clause]:
    if kind == "BRANCH":
        options = [_sequence(option, before, after) for option in value[1]]
        if not all(options):
            return []
        return [frozenset().union(*(min(clauses, key=load) for clauses in options))]
    if kind == "SUBPATTERN":
        ignores_case = value[1] & 2
        return [] if ignores_case else _sequence(value[3], before, after)
    if kind in _REPEATS:
        once = value[1] == 1
        return _sequence(value[2], before and once, after and once) if value[0] else []
    if kind == "ASSERT":
        return _sequence(value[1], False, False)
    if kind == "IN":
        return _sign_of(value)
    return _sequence(value, False, False) if kind == "ATOMIC_GROUP" else []


def _sign_of(options: Iterable[Any]) -> list[Clause]:
    """What a class of signs needs: `[|/•]`; letters and points stand in every text."""
    signs = [chr(value) if str(kind) == "LITERAL" else "" for kind, value in options]
    return [frozenset(f"~{sign}" for sign in signs)] if all(map(_SIGN.search, signs)) else []


_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_ENDS = {-1: ("AT_BEGINNING", "AT_BEGINNING_STRING"), 1: ("AT_END", "AT_END_STRING")}


def _apart(items: Items, at: int, step: int, beyond: bool) -> bool:
    """Whether what stands at a place, seen from its neighbor, can be no part of a word.

    `step` is -1 where the neighbor follows and 1 where it comes before; `beyond` tells of what is further.
    """
    if not 0 <= at < len(items):
        return beyond
    kind, value = str(items[at][0]), items[at][1]
    further = at + step
    if kind in _REPEATS and not value[0]:
        return _edge(value[2], step) and _apart(items, further, step, beyond)
    if kind == "ASSERT" and value[0] == step and _edge(value[1], step):
        return True
    if kind in ("ASSERT", "ASSERT_NOT") or (kind == "AT" and str(value) not in _ENDS[step]):
        return _apart(items, further, step, beyond)
    return all(_edges(kind, value, step))


def _edge(items: Items, step: int) -> bool:
    return _apart(items, 0 if step == 1 else len(items) - 1, step, False)


def _edges(kind: str, value: Any, step: int) -> Iterator[bool]:
    """For each thing that may stand there whether it is no part of a word."""
    if kind == "LITERAL":
        yield not _WORD.fullmatch(chr(value))
    elif kind == "IN":
        for one, said in value:
            yield str(said) == "CATEGORY_SPACE" or (
                str(one) == "LITERAL" and not _WORD.fullmatch(chr(said))
            )
    elif kind == "BRANCH":
        yield from (_edge(option, step) for option in value[1])
    elif kind in _REPEATS or kind == "SUBPATTERN":
        yield _edge(value[2 if kind in _REPEATS else 3], step)
    else:
        yield kind == "AT"
