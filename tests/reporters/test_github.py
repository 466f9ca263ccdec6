"""GitHub's notices: as many as it shows, the rest in the log, and no word of a draft obeyed."""

import re

import pytest

from allylint.model import Finding, Report
from small_report import ALLY, render

HOSTILE = "::error::x\n::stop-commands::y\r\n ##[warning]z"
COMMAND = re.compile(r"\s*::\w[\w-]*[^:]*::|.*##\[")
"""A line that GitHub's runner obeys: `::name …::` after blanks, `##[name]` anywhere."""


def lines(*findings: Finding) -> list[str]:
    return render("github", Report(findings, files=1)).split("\n")


def test_ten_findings_are_ten_notices_and_a_count() -> None:
    shown = lines(*(ALLY,) * 10)
    assert ([line[:8] for line in shown[:-1]], shown[-1]) == (
        ["::notice"] * 10,
        "allylint: 10 suggestions in 1 file.",
    )


def test_what_github_would_leave_out_is_a_line_of_the_log() -> None:
    assert lines(*(ALLY,) * 12)[10:] == [
        "allylint: GitHub shows 10 notices of a step. The other 2:",
        'allylint: docs/a b.md:1:7 Says "x" <b> & 100%. (self-label)',
        'allylint: docs/a b.md:1:7 Says "x" <b> & 100%. (self-label)',
        "allylint: 12 suggestions in 1 file.",
    ]


def test_suggestions_come_before_hints() -> None:
    hint = ALLY._replace(level="hint", line=1)
    assert "line=9" in lines(hint, ALLY._replace(line=9))[0]


def test_columns_are_given_only_within_a_line() -> None:
    assert "col=" not in lines(ALLY._replace(end_line=2))[0]


def test_what_separates_properties_is_escaped_in_them() -> None:
    assert lines(ALLY._replace(path="a,b:c%d\r\ne.md"))[0].startswith(
        "::notice file=a%2Cb%3Ac%25d␍%0Ae.md,line=1"
    )


@pytest.mark.parametrize("count", [1, 12])
def test_a_hostile_draft_gives_no_command_but_ours(count: int) -> None:
    finding = ALLY._replace(path=HOSTILE, message=HOSTILE, quote=HOSTILE, title=HOSTILE)
    obeyed = [line for line in lines(*(finding,) * count) if COMMAND.match(line)]
    assert [line[:14] for line in obeyed] == ["::notice file="] * min(count, 10)
