"""All rules on a page of Markdown: `rules/README.md` is that page for the built-in ones."""

import re
from collections.abc import Iterable, Iterator

from allylint.documentation import REASONS, Beside, by_family, varied
from allylint.reporters._safe import one_line, safe
from allylint.rule import Rule
from allylint.shapes import Flag, Pass

_MARKUP = re.compile(r"([\\`*_\[\]<>]|~(?=~)|&(?=#?\w+;)|^[#+-]|(?<=^\d)[.)])")
_HEAD = """\
# The rules

Each rule speaks of words, and of how they can land. Two drafts show what it reports (the words found
are **bold**), two what passes, and why. A *suggestion* aims to be right 9 times in 10, a *hint* 2 times
in 3; *praise* never counts against a draft.

`allylint explain RULE` tells more of one; `allylint rules --format markdown` prints this page."""


def rules_page(rules: Iterable[Rule], beside: Beside) -> str:
    """The page, family by family."""
    parts = [_HEAD]
    for family, ours in by_family(rules):
        parts.append(f"## {family}")
        for rule in ours:
            parts += _section(rule, beside)
    return "\n\n".join(parts)


def _section(rule: Rule, beside: Beside) -> Iterator[str]:
    yield f"### {rule.id}: {_text(rule.title)}"
    yield f"*{rule.family}, {rule.level}.* {_text(rule.why)}"
    for name, text in (("Try", rule.try_), ("Fine when", rule.fine_when)):
        if text:
            yield f"**{name}:** {_text(text)}"
    flags = sorted(rule.flags, key=lambda flag: not flag.instead)[:2]
    for name, items in (
        ("Reported", map(_flag, flags)), ("Passes", map(_pass, varied(rule.passes, 2))),
    ):  # fmt: skip
        if told := "\n\n".join(items):
            yield f"**{name}:**\n\n{told}"
    for name, text in (
        ("How often right", beside.figures_of(rule)),
        ("Sources", "; ".join(map(_text, beside.sources_of(rule)))),
    ):
        if text:
            yield f"**{name}:** {text}"


def _flag(flag: Flag) -> str:
    before, _, after = flag.text.partition(flag.quote)
    draft = f"{_lines(before)}**{_lines(flag.quote)}**{_lines(after)}"
    return _item(draft, flag, f"Better: “{_text(flag.instead)}”" if flag.instead else "")


def _pass(near: Pass) -> str:
    return _item(_lines(near.text), near, f"Because {REASONS[near.because]}.")


def _item(draft: str, case: Flag | Pass, note: str) -> str:
    """A draft is a block quote: nobody says it here."""
    answer = f"In answer to: “{_text(case.reply_to)}”" if case.reply_to else ""
    return "\n\n  ".join(part for part in (f"- > {draft}", answer, note) if part)


def _text(text: str) -> str:
    """Text as text: what Markdown has a use for is escaped."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def _lines(text: str) -> str:
    """Text that keeps its lines, and the blanks around it."""
    kept = _MARKUP.sub(r"\\\1", safe(text, keep="\n"))
    return re.sub(r"\s*\n\s*", "<br>", kept)
