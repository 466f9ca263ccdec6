"""What a rule says of itself: one line in a list, or a page."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from allylint.figures import Measured
from allylint.files import within
from allylint.reporters._safe import one_line
from allylint.rule import Rule
from allylint.rulefolder import built_in_folder
from allylint.shapes import Because, Flag, Pass

REASONS: Mapping[Because, str] = {
    "quoted": "it is quoted, or named as words",
    "blockquote": "it stands in a block quote",
    "reported": "it is told of somebody else",
    "denied": "it is denied",
    "aspired": "it is hoped for, or asked about",
    "taught": "it is taught, or advised against",
    "supposed": "it is only supposed",
    "owned": "it is looked back on, and owned",
    "given": "it was given by others",
    "other-sense": "the words have another sense there",
    "own-hurt": "it tells of a hurt of one's own, or keeps a rule",
    "other": "the words say something else",
}
"""Why an example passes, in plain words."""


_MOST = 6
"""Examples of each kind on a page."""
_DISAGREED = {"pass": "passed", "flag": "flagged"}


class Beside(NamedTuple):
    """What is known of rules besides their files: sources in full, and how often they were right."""

    sources: Mapping[str, str] = {}
    measured: Mapping[str, Measured] = {}

    def sources_of(self, rule: Rule) -> list[str]:
        """A source in full where the catalogue has it, else as the rule names it."""
        return [self.sources.get(source, source) for source in rule.sources]

    def figures_of(self, rule: Rule) -> str:
        """How often it was right, in a sentence; nothing where nobody has counted."""
        ours = within(rule.path, built_in_folder())
        return self.measured[rule.id].told() if ours and rule.id in self.measured else ""


def one_line_each(rules: Iterable[Rule], disagreed: Mapping[str, Mapping[str, int]] = {}) -> str:
    """The rules by family, a line each, and how often somebody here disagreed with them."""
    every = list(rules)
    wide = max((len(rule.id) for rule in every), default=0)
    told = []
    for family, ours in by_family(every):
        lines = (f"  {rule.id:<{wide}}  {_line(rule, disagreed.get(rule.id, {}))}" for rule in ours)
        told.append("\n".join([family, *lines]))
    return "\n\n".join(told)


def by_family(rules: Iterable[Rule]) -> Iterator[tuple[str, Iterator[Rule]]]:
    """Each family with its rules, in their order; an extension was read after those of its family."""
    return groupby(sorted(rules, key=_family), _family)


def _family(rule: Rule) -> str:
    return rule.family


def _line(rule: Rule, disagreed: Mapping[str, int]) -> str:
    counts = [f"{disagreed[kind]} {word}" for kind, word in _DISAGREED.items() if kind in disagreed]
    here = f"; disagreed here: {', '.join(counts)}" if counts else ""
    return f"{rule.title} ({rule.level}{here})"


def page(rule: Rule, beside: Beside, width: int = 80) -> str:
    """Title, why, what to try, when the words are fine, how often right, examples and sources."""
    said = [
        f"{rule.id}: {rule.title} ({rule.family}, {rule.level})",
        rule.why,
        rule.try_ and f"Try: {rule.try_}",
        rule.fine_when and f"Fine when: {rule.fine_when}",
        beside.figures_of(rule),
    ]
    parts = [_wrapped(text, width) for text in said if text]
    for title, items in (
        (_of("Reports", rule.flags), [_flag(flag) for flag in rule.flags[:_MOST]]),
        (_of("Passes", rule.passes), [_pass(near) for near in varied(rule.passes, _MOST)]),
        ("Sources:", [[source] for source in beside.sources_of(rule)]),
    ):
        if items:
            parts.append("\n".join([title, *(_item(lines, width) for lines in items)]))
    if rule.related:
        parts.append(_wrapped("Related: " + ", ".join(rule.related), width))
    return "\n\n".join(parts)


def _of(title: str, examples: Sequence[object]) -> str:
    more = f" ({_MOST} of {len(examples)})" if len(examples) > _MOST else ""
    return f"{title}{more}:"


def varied(passes: Iterable[Pass], most: int) -> list[Pass]:
    """Some of the passes, in their order: first one for each reason."""
    every = list(passes)
    first = {near.because: at for at, near in reversed(list(enumerate(every)))}
    chosen = sorted(range(len(every)), key=lambda at: (at != first[every[at].because], at))[:most]
    return [every[at] for at in sorted(chosen)]


def _flag(flag: Flag) -> Iterator[str]:
    yield from _draft(flag)
    yield f'found: "{flag.quote}"' + (f" (a {flag.level})" if flag.level else "")
    if flag.instead:
        yield f'better: "{flag.instead}"'


def _pass(near: Pass) -> Iterator[str]:
    yield from _draft(near)
    yield f"because {REASONS[near.because]}"


def _draft(case: Flag | Pass) -> Iterator[str]:
    yield from (line for line in case.text.splitlines() if line.strip())
    if case.reply_to:
        yield f'in answer to: "{case.reply_to}"'


def _item(lines: Iterable[str], width: int) -> str:
    wrapped = [_wrapped(line, width, "    ") for line in lines]
    return "\n".join(["  - " + wrapped[0].lstrip(), *wrapped[1:]])


def _wrapped(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(
        one_line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
