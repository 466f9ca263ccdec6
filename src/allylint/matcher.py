"""Walks a phrase through folded text, word by word: nothing to compile, bounded steps.

Where several ways fit, the first alternative wins as in a regular expression: what may be left
out is taken if it can be, longer alternatives come before shorter ones, gaps are as short as can be.
Of several ways to one place only the first is followed, since all of them go on alike.
"""

from collections.abc import Callable, Iterable
from typing import Any

from allylint.program import (
    ANY,
    CHOICE,
    EDGE,
    ENDING,
    GAP,
    LITERAL,
    NOT,
    OPTION,
    STEM,
    STOP,
    Choice,
    Program,
)
from allylint.tokens import MEANS, Tokens

_DENIALS = ("not", "never")
"""Words that a gap does not pass over: they turn the meaning round."""
Opens = tuple[tuple[int, int], ...]
State = tuple[int, bool, Opens]
"""The number of the next token; whether words stand before it; and from and to which token an optional
part stood: where the two are the same, punctuation that had to stand there."""


def walk(program: Program, text: Tokens, at: int, lead: bool = False) -> list[State]:
    """Where the ways through a program from a token end, the preferred one first."""
    states: list[State] = [(at, lead, ())]
    for kind, now in program:
        if kind == LITERAL:
            states = [
                (then, True, opens)
                for at, lead, opens in states
                if (then := _literal(now, text, at, lead))
            ]
        else:
            states = _onward(_WAYS[kind], now, text, states)
        if not states:
            break
    return states


def _onward(ways: "Ways", now: Any, text: Tokens, states: list[State]) -> list[State]:
    if len(states) == 1:
        ((at, lead, opens),) = states
        found = ways(now, text, at, lead)
        return [(then, led, opens + more) for then, led, more in found] if opens else list(found)
    first: dict[tuple[int, bool], State] = {}
    for at, lead, opens in states:
        for then, led, more in ways(now, text, at, lead):
            if (then, led) not in first:
                first[then, led] = (then, led, opens + more)
    return list(first.values())


def _literal(word: str, text: Tokens, at: int, lead: bool) -> int:
    """The number of the token after this one, if it is the word."""
    if at >= len(text.all):
        return 0
    token = text.all[at]
    if lead and not token.close:
        return 0
    same = token.word == word or word in MEANS.get(token.word, ())
    return at + 1 if same else 0


def _following(text: Tokens, at: int, lead: bool) -> str:
    """The word that a phrase goes on with, or nothing."""
    if at >= len(text.all) or (lead and not text.all[at].close):
        return ""
    return text.all[at].word


def _stem(begins: str, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    found = _following(text, at, lead).startswith(begins)
    return ((_whole(text, at), True, ()),) if found else ()


def _ending(ends: str, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    word = _following(text, at, lead)
    return ((at + 1, True, ()),) if word.endswith(ends) and word != ends else ()


def _not(now: Choice, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    return () if _choice(now, text, at, lead) else ((at, lead, ()),)


def _whole(text: Tokens, at: int) -> int:
    """Past a word and what has run together with it."""
    at += 1
    while at < len(text.all) and text.all[at].joined:
        at += 1
    return at


def _slashed(text: Tokens, at: int) -> int:
    """Past `straight/white/cis`, which is read as one word."""
    while at + 1 < len(text.all) and text.all[at].word == "/" and not text.between(at + 1):
        at += 2
    return at


def _choice(now: Choice, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    """The ways through a choice, found once for each place of a text."""
    first = now.beginnings
    if first is not None and not first.hold(text.all[at].word if at < len(text.all) else ""):
        return ()
    key = (now, at, lead)
    known: tuple[State, ...] | None = text.known.get(key)
    if known is None:
        ends: dict[tuple[int, bool], State] = {}
        for program in _programs(now, text, at, lead):
            for state in walk(program, text, at, lead):
                ends.setdefault(state[:2], state)
        if then := _single(now, text, at, lead):
            ends.setdefault((then, True), (then, True, ()))
        known = text.known[key] = tuple(ends.values())
    return known


def _programs(choice: Choice, text: Tokens, at: int, lead: bool) -> Iterable[Program]:
    """The items that may begin with this token."""
    word = text.all[at].word if at < len(text.all) else ""
    for program, begins in choice.others:
        if begins is None or begins.hold(word):
            yield program
    if _following(text, at, lead):
        for each in (word, *MEANS.get(word, ())):
            yield from choice.starting_with(each)


def _single(choice: Choice, text: Tokens, at: int, lead: bool) -> int:
    """The number of the token after this one, if it is an item of one word."""
    word = _following(text, at, lead)
    if not word:
        return 0
    means = (word, *MEANS.get(word, ()))
    if choice.words.isdisjoint(means) and not (choice.stems and word.startswith(choice.stems)):
        return 0
    return _whole(text, at) if choice.stems and word not in choice.words else at + 1


def _option(now: Choice, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    taken = [
        (then, led, (*opens, (at, then)) if then > at else opens)
        for then, led, opens in _choice(now, text, at, lead)
    ]
    return [*taken, (at, lead, ())]


def _edge(now: str, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    if now == "start":
        here = at < len(text.all) and at in text.starts and (not lead or text.all[at].close)
    else:
        here = text.over(at)
    return ((at, lead, ()),) if here else ()


def _any_word(now: None, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    del now
    if not _is_word(text, at) or (lead and not text.all[at].close):
        return ()
    return [(then, True, ()) for then in range(_slashed(text, _whole(text, at)), at, -1)]


def _gap(now: None, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    """Up to three words in between."""
    del now, lead
    yield at, True, ()
    for _ in range(3):
        if not _is_word(text, at) or not text.all[at].close or '"' in text.between(at):
            return
        if text.all[at].word in _DENIALS:
            return
        at = _whole(text, at)
        yield at, True, ()


def _stop(now: str, text: Tokens, at: int, lead: bool) -> Iterable[State]:
    del lead
    stands = text.between(at).lstrip().startswith(now)
    return ((at, False, ((at, at),)),) if stands else ()


def _is_word(text: Tokens, at: int) -> bool:
    return at < len(text.all) and not text.all[at].sign and not text.all[at].joined


Ways = Callable[[Any, Tokens, int, bool], Iterable[State]]
_WAYS: dict[int, Ways] = {
    STEM: _stem, ENDING: _ending, CHOICE: _choice, OPTION: _option, NOT: _not,
    EDGE: _edge, ANY: _any_word, GAP: _gap, STOP: _stop,
}  # fmt: skip
