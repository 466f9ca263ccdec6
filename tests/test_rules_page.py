"""rules/README.md is what `allylint rules --format markdown` prints of the built-in rules.

`python tests/test_rules_page.py` writes it anew.
"""

from pathlib import Path

import pyromark
import pytest

from allylint import lint
from allylint.explained import beside
from allylint.rulebook import load_rulebook
from allylint.rulespage import rules_page
from small_rules import rule, rulebook

README = Path(__file__).parents[1] / "rules" / "README.md"


def written() -> str:
    """The page as it is to be."""
    return rules_page(load_rulebook(whole=True).rules.values(), beside()[0]) + "\n"


def section(**parts: str) -> list[str]:
    """The lines that a rule with these parts gets, below its heading."""
    page = rules_page(rulebook(rule("cc", **parts)).rules.values(), beside()[0])
    return page.partition("### cc: A rule for a test\n\n")[2].splitlines()


def examples(flag: str = "", near: str = "") -> str:
    return f"\n  flag: [{flag}]\n  pass: [{near}]"


def test_the_page_of_the_rules_is_current() -> None:
    told = "`python tests/test_rules_page.py` writes it anew"
    assert README.read_text(encoding="utf-8") == written(), told


def test_the_page_passes_allylint() -> None:
    assert [f.quote for f in lint(written()) if f.level != "praise"] == []


def test_every_star_of_the_page_is_markup() -> None:
    assert "**" not in pyromark.html(written())


PARTS = {
    "family, level and why": ({}, "*fam, suggestion.* It may."),
    "what to try": ({}, "**Try:** Leave it."),
    "when it is fine": ({"fine_when": "It is true."}, "**Fine when:** It is true."),
    "sources": (
        {"sources": "[S1, A friend]"},
        "**Sources:** Yechiel Kalmenson (2019), I'm Yechiel, and I'm not an ally; A friend",
    ),
    "a draft that is reported": (
        {"examples": examples('{text: "Oh *foo bar*!", quote: foo bar}')},
        "- > Oh \\***foo bar**\\*!",
    ),
    "the better one": (
        {"examples": examples("{text: foo bar, quote: foo bar, instead: Oh.}")},
        "  Better: “Oh.”",
    ),
    "what it answers": (
        {"examples": examples("{text: foo bar, quote: foo bar, reply-to: Why?}")},
        "  In answer to: “Why?”",
    ),
    "a draft of two lines": (
        {"examples": examples(near='{text: "> foo bar\\n\\nFine.", because: blockquote}')},
        "- > \\> foo bar<br>Fine.",
    ),
    "why it passes": (
        {"examples": examples(near="{text: not foo bar, because: denied}")},
        "  Because it is denied.",
    ),
}


@pytest.mark.parametrize(("parts", "line"), PARTS.values(), ids=PARTS.keys())
def test_a_rule_has_on_the_page(parts: dict[str, str], line: str) -> None:
    assert line in section(**parts)


def test_a_rule_that_nobody_measured_says_nothing_of_it() -> None:
    assert not any("How often right" in line for line in section())


if __name__ == "__main__":
    README.write_text(written(), encoding="utf-8")
