"""Runs the examples inside rule files, which are the rules' tests."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allylint.engine import Result, lint_document
from allylint.fold import aside_words, fold
from allylint.inputs import read_document
from allylint.nearest import nearest
from allylint.rule import Rule
from allylint.rulebook import Rulebook
from allylint.shapes import Flag, Pass


class Example(NamedTuple):
    """One example of a rule: its name reads `self-label/pass/denied/1`."""

    name: str
    rule: Rule
    case: Flag | Pass


def examples(rule: Rule) -> Iterator[Example]:
    """Every example of a rule, flags first; of each kind they count from 1."""
    for at, flag in enumerate(rule.flags, 1):
        yield Example(f"{rule.id}/flag/{at}", rule, flag)
    for at, near in enumerate(rule.passes, 1):
        yield Example(f"{rule.id}/pass/{near.because}/{at}", rule, near)


def prove(example: Example, rulebook: Rulebook) -> str:
    """What is wrong with an example, in plain words; nothing if it holds."""
    case = example.case
    found = _lint(case.text, case.reply_to, example.rule, rulebook)
    if isinstance(case, Flag):
        return _flag(case, found, example.rule) or _instead(case, example.rule, rulebook)
    return _pass(case, found)


def prove_all(rulebook: Rulebook, names: Sequence[str] = ()) -> tuple[list[str], int]:
    """What fails, a line each, and how many examples there were. Raises AllylintError."""
    chosen = rulebook.names(names, "test") if names else frozenset(rulebook.rules)
    every = [e for id, rule in rulebook.rules.items() if id in chosen for e in examples(rule)]
    told = ((example.name, prove(example, rulebook)) for example in every)
    return [f"{name}: {wrong}" for name, wrong in told if wrong], len(every)


def _lint(text: str, reply_to: str | None, rule: Rule, rulebook: Rulebook) -> Result:
    document = read_document("example.md", text, "markdown")
    return lint_document(document, rulebook, reply_to=reply_to, rules={rule.id})


def _flag(case: Flag, found: Result, rule: Rule) -> str:
    quotes = [finding.quote for finding in found.findings]
    if case.quote in quotes:
        levels = {f.level for f in found.findings if f.quote == case.quote}
        if case.level and case.level not in levels:
            return f'"{case.quote}" is a {levels.pop()}, not a {case.level}.'
        return ""
    if quotes:
        at = found.findings[0]
        place = f"line {at.line}, column {at.column}"
        return f'found "{at.quote}" ({place}) instead of "{case.quote}".'
    if found.cleared:
        cleared = found.cleared[0]
        return f'"{cleared.finding.quote}" was cleared as {cleared.voice} by "{cleared.cue}".'
    return "\n".join([f'nothing was found in "{case.text}".', *_why_not(case.text, rule)])


def _why_not(text: str, rule: Rule) -> list[str]:
    """What stands in the way of a match."""
    way = nearest(rule, text)
    if way is None:
        return ["  None of the rule's phrases begins with words that stand in it.", *_unseen(text)]
    if not way.wanted:
        told = dict.fromkeys(map(str, _asides(text, rule)))
        why = "; ".join(filter(None, told)) or "something else that the check asks for is missing"
        return [f"  `{way.phrase}` matches, but {why}."]
    then = f'"{way.then}"' if way.then else "nothing"
    return [f'  `{way.phrase}` got as far as "{way.said}".',
            f"  Then it needs `{way.wanted}`, and {then} stands there.",
            *_unseen(text)]  # fmt: skip


def _unseen(text: str) -> list[str]:
    """Words that no rule sees, since commas set them off."""
    words = aside_words(text)
    named = " and ".join(f'"{word}"' for word in words)
    return [f"  No rule sees {named} there: between commas it is set aside."] if words else []


def _asides(text: str, rule: Rule) -> Iterator[str]:
    """What sets the phrases aside that match."""
    folded = fold(text).text
    for way in rule.ways:
        if way.check.looked_for.first(folded):
            yield way.check.aside(folded)


def _instead(case: Flag, rule: Rule, rulebook: Rulebook) -> str:
    if case.instead is None:
        return ""
    found = _lint(case.instead, case.reply_to, rule, rulebook)
    return f'the better wording "{case.instead}" is flagged too.' if found.findings else ""


def _pass(case: Pass, found: Result) -> str:
    if found.findings:
        other = case.because == "other"
        passed = "nothing should match there" if other else f"should pass as {case.because}"
        return f'"{found.findings[0].quote}" was found in "{case.text}", and {passed}.'
    if case.because == "other":
        return ""
    rows = {row for cleared in found.cleared for row in cleared.rows}
    if case.because in rows:
        return ""
    if rows:
        return f'"{case.text}" was cleared as {", ".join(sorted(rows))}, not {case.because}.'
    return f'nothing matches in "{case.text}", so write `because: other`.'
