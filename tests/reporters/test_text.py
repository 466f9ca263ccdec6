"""What a person reads: calm, exact, and nothing twice."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Cleared, Finding, Note, Report, Terminal
from allylint.reporters.text import render

DRAFT = """\
As an ally, I think so.
I'm sorry if it hurt.

As a feminist, I know.
I'm sorry I interrupted you.
"""
STEP = "Leave the title out and start with the point, or name what you will do."
ALLY = Finding(
    "draft.md", "self-label", "labels", "suggestion", 1, 1, 1, 11, 0, 10, "As an ally",
    '"As an ally" can read as a title claimed.', "The people you stand with decide.", STEP,
    ("S1",), "Giving oneself the ally title",
)  # fmt: skip
SORRY = Finding(
    "draft.md", "non-apology", "repair", "hint", 2, 1, 2, 13, 24, 36, "I'm sorry if",
    '"I\'m sorry if" can read as asking them to prove it.', "A reason.", 'End at "I\'m sorry".',
    (), "An apology with a condition",
)  # fmt: skip
AGAIN = ALLY._replace(line=4, start=47, end=60, quote="As a feminist")
PRAISE = Finding(
    "draft.md", "plain-apology", "repair", "praise", 5, 1, 5, 28, 70, 97,
    "I'm sorry I interrupted you", '"I\'m sorry I interrupted you" stands alone.', "", "",
)  # fmt: skip
WAY_OUT = """
It is your draft: send it as it is if it says what you mean.
"allylint explain self-label" tells why."""
GOLDEN = f"""\
draft.md:1:1  Giving oneself the ally title (self-label)
  As an ally, I think so.
  ~~~~~~~~~~
  "As an ally" can read as a title claimed.
  Try: Leave the title out and start with the point, or name what you will do.

draft.md:2:1  An apology with a condition (non-apology) (a hint)
  I'm sorry if it hurt.
  ~~~~~~~~~~~~
  "I'm sorry if" can read as asking them to prove it.
  Try: End at "I'm sorry".

draft.md:4:1  "As a feminist" (self-label)

draft.md:5:1  "I'm sorry I interrupted you" stands alone.

2 suggestions and 1 hint in 1 file.{WAY_OUT}"""
NARROW = """\
draft.md:1:1
  Giving oneself the ally title
  (self-label)
  As an ally, I think so.
  ~~~~~~~~~~
  "As an ally" can read as a title
  claimed.
  Why: The people you stand with decide.
  Try: Leave the title out and start
       with the point, or name what you
       will do.
  Your guidelines: Be kind. See
    https://example.org/a-long-way-to-the-guidelines#3"""


def _report(*findings: Finding, files: int = 1) -> Report:
    return Report(findings, sources={"draft.md": DRAFT}, files=files)


def test_a_report_reads_well() -> None:
    assert render(_report(ALLY, SORRY, AGAIN, PRAISE), Terminal()) == GOLDEN


def test_a_narrow_terminal_gets_hanging_lines_and_whole_links() -> None:
    link = "Be kind. See https://example.org/a-long-way-to-the-guidelines#3"
    finding = ALLY._replace(policy=link)
    assert render(_report(finding), Terminal(width=40, why=True, quiet=True)) == NARROW


def test_the_why_is_told_when_asked_for() -> None:
    assert "\n  Why: The people" in render(_report(ALLY), Terminal(why=True))
    assert "Why:" not in render(_report(ALLY), Terminal())


def test_the_same_rule_in_another_file_is_told_in_full() -> None:
    other = ALLY._replace(path="other.md")
    assert render(_report(ALLY, other), Terminal()).count(ALLY.message) == 2


def _four(**last: Any) -> Report:
    rules = ["one", "two", "three", "four"]
    found = [ALLY._replace(rule=rule, message=f"About {rule}.") for rule in rules]
    return _report(*found[:3], found[3]._replace(**last))


def _told(report: Report, terminal: Terminal) -> list[str]:
    return re.findall(r"About (\w+)\.", render(report, terminal))


def test_three_of_a_draft_are_told_at_length_and_the_others_in_a_line() -> None:
    assert _told(_four(), Terminal()) == ["one", "two", "three"]
    assert 'draft.md:1:1  "As an ally" (four)' in render(_four(), Terminal())


def test_what_weighs_most_is_told_first() -> None:
    assert _told(_four(weight=3), Terminal()) == ["four", "one", "two"]


def test_a_suggestion_weighs_more_than_a_hint() -> None:
    assert _told(_four(weight=3, level="hint"), Terminal()) == ["one", "two", "three"]


def test_all_are_told_at_length_when_asked_for() -> None:
    assert _told(_four(), Terminal(all=True)) == ["one", "two", "three", "four"]


def test_a_shorter_version_is_offered() -> None:
    offer = ALLY._replace(offer="I think so.")
    assert '\n  Shorter: "I think so."' in render(_report(offer), Terminal())


def test_a_finding_without_its_source_shows_its_quote() -> None:
    assert "\n  As an ally\n  ~~~~~~~~~~\n" in render(Report((ALLY,)), Terminal())


def test_quiet_leaves_only_findings() -> None:
    report = _report(PRAISE)._replace(notes=(Note("draft.md", 1, "A note."),))
    assert render(report, Terminal(quiet=True)) == GOLDEN.split("\n\n")[3]


CLEARED = """\
Not the writer's own words:
  draft.md:1:1  self-label  "As an ally"  quoted (cleared by "she said")
  draft.md:4:1  self-label  "As a feminist"  blockquote

draft.md:3: An ignore that nothing needed.
draft.md: Read as Markdown.

Nothing to suggest in 1 file."""


def test_cleared_matches_and_notes_take_a_line_each() -> None:
    cleared = (Cleared(ALLY, "quoted", "she said"), Cleared(AGAIN, "blockquote", ""))
    notes = (
        Note("draft.md", 3, "An ignore that nothing needed."),
        Note("draft.md", 0, "Read as Markdown."),
    )
    report = Report((), cleared, notes, files=1)
    assert render(report, Terminal(cleared=True)) == CLEARED
    assert "own words" not in render(report, Terminal())


def test_colour_changes_no_character_and_is_never_red() -> None:
    report = _report(ALLY, SORRY, AGAIN, PRAISE)
    colored = render(report, Terminal(color=True))
    assert "\x1b[4mAs an ally\x1b[0m" in colored
    assert re.sub(r"\x1b\[\d+m", "", colored) == GOLDEN
    assert set(re.findall(r"\x1b\[(\d+)m", colored)) <= {"0", "1", "2", "4", "36"}


@given(st.integers(-5, 300))
def test_any_width_shows_every_finding(width: int) -> None:
    shown = render(_report(ALLY, SORRY, AGAIN, PRAISE), Terminal(width=width))
    assert re.findall(r"draft\.md:(\d)", shown) == ["1", "2", "4", "5"]
    assert max(map(len, shown.split("\n"))) <= max(24, min(width, 100))
