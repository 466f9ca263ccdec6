"""A summary in Markdown, for a comment on a pull request or a job's page."""

from itertools import groupby

from allylint.model import Finding, Report, Terminal
from allylint.reporters._closing import count
from allylint.reporters._markdown import plain as _plain
from allylint.reporters._policy import clause
from allylint.reporters._safe import one_line


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """A heading a draft, a list item a finding; what the draft says is shown as text, never as markup."""
    lines = ["### allylint", "", count(report)]
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        lines += ["", f"**{_plain(path)}**", "", *map(_item, findings)]
    if report.errors:
        lines += ["", "Could not be read:", "", *(f"- {_plain(line)}" for line in report.errors)]
    return "\n".join(lines)


def _item(finding: Finding) -> str:
    said = f"- line {finding.line}: {_plain(finding.message)}"
    if finding.try_:
        said += f" Try: {_plain(finding.try_)}"
    if finding.offer:
        said += f' Shorter: "{_plain(finding.offer)}"'
    if finding.policy:
        said += f" Your guidelines: {_clause(finding)}"
    return f"{said} ({finding.rule})"


def _clause(finding: Finding) -> str:
    words, link = _plain(clause(finding)), finding.policy_link
    return f"[{words}](<{one_line(link)}>)" if link else words
