"""A report of one finding, for the tests of formats."""

from allylint.model import Finding, Report, Terminal
from allylint.reporters import reporter

TEXT = "So: é As an ally, I think so."
ALLY = Finding(
    "docs/a b.md", "self-label", "labels", "suggestion", 1, 7, 1, 17, 6, 16, "As an ally",
    'Says "x" <b> & 100%.', "A reason.", "A step.", ("S1",), "A title", "Rule 3",
)  # fmt: skip
REPORT = Report((ALLY,), (), (), (), {ALLY.path: TEXT}, 1)


def render(name: str, report: Report = REPORT, folder: str = "") -> str:
    """The report in the format of that name."""
    return reporter(name)(report, Terminal(folder=folder))
