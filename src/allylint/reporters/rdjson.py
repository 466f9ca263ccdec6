"""reviewdog's diagnostics, in its JSON format."""

from typing import Any

from allylint.model import Finding, Report, Terminal
from allylint.reporters._from_here import from_here
from allylint.reporters._json import printed


def render(report: Report, terminal: Terminal) -> str:
    """One diagnostic a finding; columns count UTF-8 bytes from 1, as reviewdog has it."""
    report = from_here(report, terminal.folder)
    content = {
        "source": {"name": "allylint"},
        "severity": "INFO",
        "diagnostics": [_diagnostic(finding, report) for finding in report.findings],
    }
    return printed(content)


def _diagnostic(finding: Finding, report: Report) -> dict[str, Any]:
    text = report.sources.get(finding.path, "")
    start = {"line": finding.line, "column": _bytes(text, finding.start, finding.column)}
    end = {"line": finding.end_line, "column": _bytes(text, finding.end, finding.end_column)}
    said = f"{finding.message} Try: {finding.try_}" if finding.try_ else finding.message
    if finding.policy:
        said += f" Your guidelines: {finding.policy}"
    code = {"value": finding.rule}
    if finding.policy_link:
        code["url"] = finding.policy_link
    return {
        "message": said,
        "location": {"path": finding.path, "range": {"start": start, "end": end}},
        "severity": "INFO",
        "code": code,
    }


def _bytes(text: str, offset: int, column: int) -> int:
    before = text[offset - column + 1 : offset] if text else ""
    return len(before.encode("utf-8", "surrogatepass")) + 1 if text else column
