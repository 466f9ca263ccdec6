"""Checkstyle's XML, which many CI services read."""

from itertools import groupby

from allylint.model import Finding, Report, Terminal
from allylint.reporters._xml import attributes


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """One `file` element a draft, one `error` element a finding."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<checkstyle version="4.3">']
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        lines.append(f"  <file{attributes(name=path)}>")
        lines += [f"    <error{_error(finding)}/>" for finding in findings]
        lines.append("  </file>")
    return "\n".join([*lines, "</checkstyle>"])


def _error(finding: Finding) -> str:
    said = " ".join(filter(None, (finding.message, finding.policy)))
    return attributes(
        line=finding.line, column=finding.column, severity="info", message=said,
        source=f"allylint.{finding.rule}",
    )  # fmt: skip
