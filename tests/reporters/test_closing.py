"""The last lines: a count without a grade, and the way out."""

import pytest

from allylint.model import Finding, Report, Terminal
from allylint.reporters._closing import closing

ALLY = Finding("a.md", "self-label", "labels", "suggestion", 1, 1, 1, 2, 0, 1, "A", "A.", "", "")
SORRY = ALLY._replace(rule="non-apology", level="hint")
PRAISE = ALLY._replace(rule="plain-apology", level="praise")
WAY_OUT = """
It is your draft: send it as it is if it says what you mean.
"allylint explain self-label" tells why."""
OTHER = ALLY._replace(path="other.md")
COUNTS = {
    "nothing": ((), 3, "Nothing to suggest in 3 files."),
    "nothing read": ((), 0, "No draft was read."),
    "praise only": ((PRAISE,), 1, "Nothing to suggest in 1 file."),
    "one": ((ALLY,), 1, "1 suggestion in 1 file."),
    "one of three": ((ALLY,), 3, "1 suggestion in 1 of 3 files."),
    "two files": ((ALLY, OTHER, PRAISE), 2, "2 suggestions in 2 files."),
    "a hint": ((SORRY,), 1, "1 hint in 1 file."),
}


@pytest.mark.parametrize(("findings", "files", "count"), COUNTS.values(), ids=COUNTS)
def test_the_closing_line_counts(findings: tuple[Finding, ...], files: int, count: str) -> None:
    lines = closing(Report(findings, files=files), Terminal()).split("\n")
    assert lines[0] == count


def test_the_way_out_names_the_first_suggestion_and_stands_only_under_suggestions() -> None:
    assert closing(Report((PRAISE, SORRY, ALLY)), Terminal()).endswith(WAY_OUT)
    assert "your draft" not in closing(Report((PRAISE, SORRY)), Terminal())
