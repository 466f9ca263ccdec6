"""What the phrases of a rule became, with drafts that each matches: `allylint test --show-pattern`."""

from collections.abc import Iterator, Sequence

from allylint.fold import fold
from allylint.notation import said, written
from allylint.pattern import Pattern, RegexPattern
from allylint.rule import Rule
from allylint.rulebook import Rulebook
from allylint.vocabulary import WrittenPhrase


def show_patterns(rulebook: Rulebook, names: Sequence[str]) -> str:
    """Every pattern of the rules, check by check. Raises AllylintError for an unknown name."""
    chosen = rulebook.names(names, "test") if names else frozenset(rulebook.rules)
    shown = (_rule(rule) for id, rule in rulebook.rules.items() if id in chosen)
    return "\n\n".join(shown)


def _rule(rule: Rule) -> str:
    lines = []
    for number, way in enumerate(rule.ways, 1):
        lines.append(f"{rule.id}, check {number} ({way.level}, looks at each {way.check.scope}):")
        for pattern in way.check.looked_for.patterns:
            lines += _pattern(pattern)
    return "\n".join(lines)


def _pattern(pattern: Pattern) -> Iterator[str]:
    if isinstance(pattern, RegexPattern):
        yield f"  {pattern.text}  (a regular expression)"
    if isinstance(pattern, WrittenPhrase):
        yield f"  {written(pattern.phrase)}"
        for text in said(pattern.phrase, pattern.tables.lists):
            if any(pattern.find(fold(text).text)):
                yield f'    "{text}"'
