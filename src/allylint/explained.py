"""What `allylint explain` and `allylint rules` print, and what is wrong beside it."""

from collections.abc import Iterable

from allylint.config import config_here
from allylint.documentation import Beside, one_line_each, page
from allylint.errors import AllylintError, perhaps
from allylint.figures import read_measured
from allylint.rulebook import Rulebook
from allylint.rulefolder import built_in_folder
from allylint.rulespage import rules_page
from allylint.sources import read_sources
from allylint.tallies import disagreed

FORMATS = ("markdown", "text")
Told = tuple[str, tuple[str, ...]]
"""A text, and what is wrong."""


def explain(name: str, rulebook: Rulebook, width: int) -> Told:
    """A rule's page, or the rules of a family a line each. Raises AllylintError for neither."""
    if name not in rulebook.rules:
        family = rulebook.names((name,), "explain")
        return one_line_each(rulebook.rules[id] for id in rulebook.rules if id in family), ()
    beside, errors = _beside_here()
    return page(rulebook.rules[name], beside, width), errors


def list_rules(format_: str, rulebook: Rulebook) -> Told:
    """Every rule: a line each, or a page of Markdown. Raises AllylintError for another format."""
    if format_ not in FORMATS:
        there_are = f"There are: {', '.join(FORMATS)}. {perhaps(format_, FORMATS)}"
        what = f"`{format_}` is no format of `allylint rules`."
        raise AllylintError("--format", what, there_are.strip())
    if format_ == "text":
        return one_line_each(rulebook.rules.values(), disagreed()), ()
    beside, errors = _beside_here()
    return rules_page(rulebook.rules.values(), beside), errors


def beside(folders: Iterable[str] = ()) -> tuple[Beside, tuple[str, ...]]:
    """What is known of the built-in rules, and of those in these folders."""
    sources, errors = read_sources((built_in_folder(), *folders))
    return Beside(sources, read_measured()), errors


def _beside_here() -> tuple[Beside, tuple[str, ...]]:
    try:
        return beside(config_here().rules)
    except AllylintError:  # the rulebook tells of it
        return beside()
