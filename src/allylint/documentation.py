"""What a rule says of itself: one line in a list, or a page."""

import textwrap

from allylint.rule import Rule
from allylint.rulebook import Rulebook

ESSAYS = {
    "S1": "I'm Yechiel, and I'm not an ally (Yechiel Kalmenson, 2019)",
    "S2": "In Order to Be an Ally, You Have to Be Willing to Give Up Your Ally Status (2022)",
}
"""The two essays that the project came from."""


def one_line_each(rulebook: Rulebook) -> str:
    """The rules by family, a line each."""
    wide = max((len(id) for id in rulebook.rules), default=0)
    lines: list[str] = []
    family = ""
    for rule in rulebook.rules.values():
        if rule.family != family:
            family = rule.family
            lines += ["", family] if lines else [family]
        lines.append(f"  {rule.id:<{wide}}  {rule.title} ({rule.level})")
    return "\n".join(lines)


def page(rule: Rule, width: int = 80) -> str:
    """Title, why, what to try, when the words are fine, examples and sources."""
    parts = [f"{rule.id}: {rule.title} ({rule.family}, {rule.level})", "", _wrap(rule.why, width)]
    if rule.try_:
        parts += ["", _wrap(f"Try: {rule.try_}", width)]
    if rule.fine_when:
        parts += ["", _wrap(f"Fine when: {rule.fine_when}", width)]
    parts += ["", "Reports:", *(_example(f.text, f.quote, width) for f in rule.flags[:6])]
    parts += ["", "Passes:", *(_example(p.text, p.because, width) for p in rule.passes[:6])]
    if rule.sources:
        told = (ESSAYS.get(source, source) for source in rule.sources)
        parts += ["", _wrap("Sources: " + "; ".join(told), width)]
    if rule.related:
        parts += [_wrap("Related: " + ", ".join(rule.related), width)]
    return "\n".join(parts)


def _wrap(text: str, width: int) -> str:
    return textwrap.fill(text, width)


def _example(text: str, note: str, width: int) -> str:
    first = " ".join(text.split())
    return textwrap.fill(
        f"{first}  [{note}]", width, initial_indent="  - ", subsequent_indent="    "
    )
