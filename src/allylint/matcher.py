"""Walks a phrase through folded text, word by word: nothing to compile, bounded steps.

Where several ways fit, the first alternative wins as in a regular expression: what may be left
out is taken if it can be, longer alternatives come before shorter ones, gaps are as short as can be.
"""

from collections.abc import Iterator

from allylint.phrases import Gap, Stop
from allylint.program import (
    AnyWord,
    Choice,
    Edge,
    Literal,
    Option,
    Program,
    Step,
)
from allylint.tokens import MEANS, Tokens

_DENIALS = ("not", "never")
"""Words that a gap does not pass over: they turn the meaning round."""
Opens = tuple[tuple[int, int], ...]
State = tuple[int, Opens]
"""The number of the next token, and from and to which token an optional part stood; where the
two are the same, punctuation that had to stand there."""


def walk(
    program: Program, step: int, text: Tokens, at: int, lead: bool, opens: Opens
) -> Iterator[State]:
    """Every way through the rest of a program from a token, the preferred one first."""
    for now in program[step:]:
        step += 1
        if isinstance(now, Literal):
            at = _literal(now, text, at, lead)
            if not at:
                return
            lead = True
        elif isinstance(now, Option) and not _may_begin(now.choice, text, at):
            continue
        elif isinstance(now, Choice) and not _may_begin(now, text, at):
            return
        else:
            for then, kept, led in _ways(now, text, at, lead, opens):
                yield from walk(program, step, text, then, led, kept)
            return
    yield at, opens


def _may_begin(choice: Choice, text: Tokens, at: int) -> bool:
    """Whether a choice may begin with this token, as far as that is known."""
    first = choice.beginnings()
    return first is None or first.hold(text.all[at].word if at < len(text.all) else "")


def _literal(literal: Literal, text: Tokens, at: int, lead: bool) -> int:
    if at >= len(text.all):
        return 0
    token = text.all[at]
    if lead and not token.close:
        return 0
    if literal.stem:
        return _whole(text, at) if token.word.startswith(literal.word) else 0
    same = token.word == literal.word or literal.word in MEANS.get(token.word, ())
    return at + 1 if same else 0


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


def _ways(
    now: Step, text: Tokens, at: int, lead: bool, opens: Opens
) -> Iterator[tuple[int, Opens, bool]]:
    match now:
        case Choice():
            for then, kept in _choose(now, text, at, lead, opens):
                yield then, kept, lead or then > at
        case Option(choice):
            for then, kept in _choose(choice, text, at, lead, opens):
                yield then, (*kept, (at, then)) if then > at else kept, lead or then > at
            yield at, opens, lead
        case Edge("start"):
            if at < len(text.all) and at in text.starts and (not lead or text.all[at].close):
                yield at, opens, lead
        case Edge():
            if text.over(at):
                yield at, opens, lead
        case AnyWord():
            if _is_word(text, at) and (not lead or text.all[at].close):
                whole = _slashed(text, _whole(text, at))
                yield from ((then, opens, True) for then in range(whole, at, -1))
        case Gap():
            yield from ((then, opens, True) for then in _gap(text, at))
        case Stop(char):
            if text.between(at).lstrip().startswith(char):
                yield at, (*opens, (at, at)), False


def _is_word(text: Tokens, at: int) -> bool:
    return at < len(text.all) and not text.all[at].sign and not text.all[at].joined


def _gap(text: Tokens, at: int) -> Iterator[int]:
    yield at
    for _ in range(3):
        if not _is_word(text, at) or not text.all[at].close or '"' in text.between(at):
            return
        if text.all[at].word in _DENIALS:
            return
        at = _whole(text, at)
        yield at


def _choose(choice: Choice, text: Tokens, at: int, lead: bool, opens: Opens) -> Iterator[State]:
    """Every way on from a token with which the choice may begin."""
    word = text.all[at].word if at < len(text.all) else ""
    for program, begins in choice.longer_ways():
        if begins is None or begins.hold(word):
            yield from walk(program, 0, text, at, lead, opens)
    if not word or (lead and not text.all[at].close):
        return
    means = (word, *MEANS.get(word, ()))
    for each in means:
        for program in choice.by_word.get(each, ()):
            yield from walk(program, 0, text, at, lead, opens)
    if any(each in choice.words for each in means) or (
        choice.stems and word.startswith(choice.stems)
    ):
        yield (_whole(text, at) if choice.stems and word not in choice.words else at + 1), opens
