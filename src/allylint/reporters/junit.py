"""JUnit's XML: one test case a draft, a failure for each suggestion."""

from allylint.model import Finding, Report, Terminal
from allylint.reporters._xml import attributes, content


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """Drafts without a finding are passed cases."""
    paths = sorted({*report.sources, *(finding.path for finding in report.findings)})
    by_path: dict[str, list[Finding]] = {path: [] for path in paths}
    for finding in report.findings:
        by_path[finding.path].append(finding)
    failing = sum(map(bool, by_path.values()))
    counts = attributes(name="allylint", tests=len(paths), failures=failing, errors=0)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<testsuites{counts}>",
        f"<testsuite{counts}>",
    ]
    for path, findings in by_path.items():
        lines += _case(path, findings)
    return "\n".join([*lines, "</testsuite>", "</testsuites>"])


def _case(path: str, findings: list[Finding]) -> list[str]:
    opening = f"<testcase{attributes(name=path, classname='allylint')}"
    if not findings:
        return [opening + "/>"]
    heading = attributes(message=f"{len(findings)} found", type=findings[0].level)
    return [
        opening + ">",
        f"<failure{heading}>",
        *map(_line, findings),
        "</failure>",
        "</testcase>",
    ]


def _line(finding: Finding) -> str:
    said = f"{finding.line}:{finding.column} {finding.rule}: {finding.message} {finding.policy}"
    return content(said.rstrip())
