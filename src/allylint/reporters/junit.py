"""JUnit's XML: one test case a draft, failed where there is a suggestion."""

from collections.abc import Sequence

from allylint.model import Finding, Report, Terminal
from allylint.reporters._xml import attributes, content


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """Drafts without a fault are passed cases; what could not be read is a case with an error."""
    paths = sorted({*report.paths, *(finding.path for finding in report.findings)})
    faults: dict[str, list[Finding]] = {path: [] for path in paths}
    for finding in report.findings:
        if finding.level != "praise":
            faults[finding.path].append(finding)
    counts = attributes(
        name="allylint", tests=len(paths) + len(report.errors),
        failures=sum(map(bool, faults.values())), errors=len(report.errors),
    )  # fmt: skip
    cases = [*(_case(path, found) for path, found in faults.items()), *map(_error, report.errors)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f"<testsuites{counts}>",
            f"<testsuite{counts}>",
            *cases,
            "</testsuite>",
            "</testsuites>",
        ]
    )


def _case(path: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return f"<testcase{_named(path)}/>"
    heading = attributes(message=f"{len(findings)} found", type=findings[0].level)
    lines = ("<failure" + heading + ">", *map(_line, findings), "</failure>")
    return "\n".join((f"<testcase{_named(path)}>", *lines, "</testcase>"))


def _error(said: str) -> str:
    error = f"<error{attributes(message=said, type='error')}/>"
    return "\n".join((f"<testcase{_named('could not be read')}>", error, "</testcase>"))


def _named(name: str) -> str:
    return attributes(name=name, classname="allylint")


def _line(finding: Finding) -> str:
    said = f"{finding.line}:{finding.column} {finding.rule}: {finding.message} {finding.policy}"
    return content(said.rstrip())
