"""Annotations on the lines of a pull request, as GitHub's workflow commands."""

from allylint.model import Finding, Report, Terminal
from allylint.reporters._safe import safe

SHOWN = 10
"""GitHub shows so many notices a step, and leaves out the rest."""


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """One workflow command a finding, as many as GitHub shows; the rest are counted."""
    lines = [_annotation(finding) for finding in report.findings[:SHOWN]]
    if (more := len(report.findings) - SHOWN) > 0:
        lines.append(f"allylint: {more} more, in the log of `allylint --format text`.")
    return "\n".join(lines)


def _annotation(finding: Finding) -> str:
    where = (
        f"file={_property(finding.path)},line={finding.line},endLine={finding.end_line}"
        f",title={_property(f'{finding.title} ({finding.rule})')}"
    )
    if finding.line == finding.end_line:
        where += f",col={finding.column},endColumn={max(finding.column, finding.end_column - 1)}"
    said = [finding.message, f"Try: {finding.try_}" if finding.try_ else ""]
    said.append(f"Your guidelines: {finding.policy}" if finding.policy else "")
    return f"::notice {where}::{_data(chr(10).join(filter(None, said)))}"


def _data(text: str) -> str:
    """Escaped as GitHub's toolkit escapes a message."""
    kept = safe(text, keep="\n")
    return kept.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
