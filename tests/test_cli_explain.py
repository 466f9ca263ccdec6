"""`allylint explain`: the page of a rule, or the rules of a family."""

from pathlib import Path
from typing import get_args

import pytest

from allylint.documentation import REASONS, varied
from allylint.shapes import Because
from small_rules import EXAMPLES, ours, rule, rulebook, run, write

pytestmark = pytest.mark.usefixtures("repository")


@pytest.mark.parametrize(
    "line",
    [
        "cc: A rule for a test (own, suggestion)",
        "It may.",
        "Try: Leave it.",
        "Fine when: It is true.",
        "  - Oh, foo bar.",
        '    found: "foo bar"',
        '    better: "Oh."',
        '  - He wrote "foo bar" there.',
        "    because it is quoted, or named as words",
        "  - Yechiel Kalmenson (2019), I'm Yechiel, and I'm not an ally",
        "  - B",
        "Related: aa",
    ],
)
def test_explain_prints(line: str) -> None:
    more = {
        "fine_when": "It is true.",
        "sources": "[S1, B]",
        "related": "[aa]",
        "examples": EXAMPLES,
    }
    ours(cc=rule("cc", **more))
    assert line in run("explain", "cc").stdout.splitlines()


def test_explain_prints_each_line_of_a_draft_and_what_it_answers() -> None:
    flag = '{text: "foo bar\\n\\nBye.", quote: foo bar, reply-to: Why?, level: suggestion}'
    ours(cc=rule("cc", examples=f"\n  flag: [{flag}]\n  pass: []"))
    said = """
Reports:
  - foo bar
    Bye.
    in answer to: "Why?"
    found: "foo bar" (a suggestion)
"""
    assert run("explain", "cc").stdout.endswith(said)


def test_explain_shows_a_pass_for_each_reason_first() -> None:
    passes = [("a", "other"), ("b", "other"), ("c", "denied")]
    told = ", ".join(f"{{text: {text}, because: {row}}}" for text, row in passes)
    book = rulebook(rule("cc", examples=f"\n  flag: []\n  pass: [{told}]"))
    assert [near.text for near in varied(book.rules["cc"].passes, 2)] == ["a", "c"]


@pytest.mark.parametrize("reason", get_args(Because))
def test_every_reason_to_pass_has_plain_words(reason: Because) -> None:
    assert REASONS[reason]


def test_explain_says_nothing_of_figures_that_nobody_has() -> None:
    ours(cc=rule("cc", examples=EXAMPLES))
    assert "labelled" not in run("explain", "cc").stdout


def test_explain_tells_sources_of_ones_own_in_full() -> None:
    ours(cc=rule("cc", sources="[us-2030]"))
    write(Path(), {"r/sources.yaml": "us-2030: {author: We, year: 2030, title: Our rules}"})
    got = run("explain", "cc")
    assert (got.exit_code, "  - We (2030), Our rules" in got.stdout) == (0, True)


def test_a_broken_catalogue_is_told_beside_the_page() -> None:
    ours(cc=rule("cc", sources="[us-2030]"))
    write(Path(), {"r/sources.yaml": "us-2030: {}"})
    got = run("explain", "cc")
    assert (got.exit_code, "  - us-2030" in got.stdout, got.stderr.count("\n")) == (2, True, 1)
    assert got.stderr.startswith("allylint: r/sources.yaml:1:10: the keys `author`, `year`")


def test_a_terminal_is_told_nothing_but_text() -> None:
    ours(cc=rule("cc", why=r'"A \e[31mred\e[0m word."'))
    assert "\x1b" not in run("explain", "cc").stdout


def test_explain_lists_the_rules_of_a_family() -> None:
    lines = run("explain", "fam").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["fam", "aa", "hh"]


def test_explain_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ours(cc=rule("cc", why="It may land so. " * 20, examples=EXAMPLES))
    assert max(map(len, run("explain", "cc").stdout.splitlines())) <= 40


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    got = run("explain", "aaa")
    assert (got.exit_code, got.stdout) == (2, "")
    assert got.stderr == "allylint: explain: no rule or family is called `aaa`. Perhaps `aa`?\n"
