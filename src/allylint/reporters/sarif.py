"""SARIF 2.1.0, for code scanning (OASIS standard, 2020)."""

from typing import Any

from allylint.model import Finding, Report, Terminal
from allylint.reporters._fingerprint import fingerprints
from allylint.reporters._from_here import from_here
from allylint.reporters._json import printed
from allylint.reporters._markdown import plain

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
"""What paths are relative to, by the name that code scanning knows."""
_OUTCOMES = {
    "suggestion": {"kind": "fail", "level": "note"},
    "hint": {"kind": "fail", "level": "note"},
    "praise": {"kind": "informational", "level": "none"},
}


def render(report: Report, terminal: Terminal) -> str:
    """One run: the rules that found something, with help, and their results."""
    from allylint import __version__

    findings = from_here(report, terminal.folder).findings
    rules = {finding.rule: finding for finding in findings}
    order = {rule: at for at, rule in enumerate(rules)}
    driver = {
        "name": "allylint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(f) for f in rules.values()],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder allylint ran in."}}},
        "results": [_result(f, mark, order[f.rule]) for f, mark in fingerprints(findings)],
    }
    if report.errors:
        said = [{"level": "error", "message": {"text": line}} for line in report.errors]
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": said}]
    return printed({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(finding: Finding) -> dict[str, Any]:
    """What is the same for every finding of the rule; code scanning asks for each of the texts."""
    rule: dict[str, Any] = {
        "id": finding.rule,
        "name": finding.rule,
        "shortDescription": {"text": finding.title or finding.rule},
        "fullDescription": {"text": finding.why or finding.title or finding.rule},
        "help": _help(finding),
        "defaultConfiguration": {"level": "note"},
        "properties": {"tags": [finding.family], "problem.severity": "recommendation"},
    }
    if finding.policy:
        rule["properties"]["policy"] = finding.policy
    if finding.policy_link:
        rule["helpUri"] = finding.policy_link
    return rule


def _help(finding: Finding) -> dict[str, str]:
    said = [finding.why, f"Try: {finding.try_}" if finding.try_ else ""]
    parts = list(filter(None, said)) or [finding.rule]
    return {"text": " ".join(parts), "markdown": "\n\n".join(map(plain, parts))}


def _result(finding: Finding, fingerprint: str, index: int) -> dict[str, Any]:
    region = {
        "startLine": finding.line, "startColumn": finding.column, "endLine": finding.end_line,
        "endColumn": finding.end_column, "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }  # fmt: skip
    place = {"artifactLocation": _artifact(finding.path), "region": region}
    said = " ".join(filter(None, (finding.message, finding.policy)))
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        **_OUTCOMES[finding.level],
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"allylint/v1": fingerprint},
    }


def _artifact(path: str) -> dict[str, str]:
    from urllib.parse import quote

    address = quote(path.encode("utf-8", "surrogatepass"))
    if address.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": _ROOT}
