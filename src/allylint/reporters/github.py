"""Annotations on the lines of a pull request, as GitHub's workflow commands."""

from allylint.model import Finding, Report, Terminal
from allylint.reporters._closing import count
from allylint.reporters._from_here import from_here
from allylint.reporters._inert import inert
from allylint.reporters._safe import one_line, safe

SHOWN = 10
"""GitHub shows so many notices of a step, and leaves out the rest without a word."""
_FIRST = ("suggestion", "hint", "praise")


def render(report: Report, terminal: Terminal) -> str:
    """One workflow command a finding, as many as GitHub shows; the rest as lines of the log."""
    report = from_here(report, terminal.folder)
    findings = sorted(report.findings, key=lambda finding: _FIRST.index(finding.level))
    lines = [_annotation(finding) for finding in findings[:SHOWN]]
    if rest := findings[SHOWN:]:
        lines.append(f"allylint: GitHub shows {SHOWN} notices of a step. The other {len(rest)}:")
        lines += map(_in_the_log, rest)
    if not terminal.quiet:
        lines.append(f"allylint: {count(report)}")
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


def _in_the_log(finding: Finding) -> str:
    """A line that GitHub takes for no command, whatever it holds."""
    said = f"{finding.path}:{finding.line}:{finding.column} {finding.message} ({finding.rule})"
    return f"allylint: {inert(one_line(said))}"


def _data(text: str) -> str:
    """Escaped as GitHub's toolkit escapes a message."""
    kept = safe(text, keep="\n")
    return kept.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
