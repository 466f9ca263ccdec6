"""SARIF 2.1.0, for code scanning (OASIS standard, 2020)."""

import json
from typing import Any

from allylint.model import Finding, Report, Terminal
from allylint.reporters._fingerprint import fingerprints

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"suggestion": "note", "hint": "note", "praise": "none"}


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """One run: the rules that found something, with help, and their results."""
    from allylint import __version__

    rules = {finding.rule: finding for finding in report.findings}
    order = {rule: at for at, rule in enumerate(rules)}
    driver = {
        "name": "allylint",
        "version": __version__,
        "rules": [_rule(f) for f in rules.values()],
    }
    results = [_result(f, mark, order[f.rule]) for f, mark in fingerprints(report.findings)]
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if report.errors:
        said = [{"level": "error", "message": {"text": line}} for line in report.errors]
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": said}]
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(finding: Finding) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": finding.rule,
        "name": finding.rule,
        "shortDescription": {"text": finding.title or finding.rule},
        "fullDescription": {"text": finding.why or finding.title or finding.rule},
        "help": {"text": " ".join(filter(None, (finding.why, finding.try_))) or finding.rule},
        "defaultConfiguration": {"level": _LEVELS[finding.level]},
        "properties": {"tags": [finding.family]},
    }
    if finding.policy:
        rule["properties"]["policy"] = finding.policy
    if finding.policy_link:
        rule["helpUri"] = finding.policy_link
    return rule


def _result(finding: Finding, fingerprint: str, index: int) -> dict[str, Any]:
    from urllib.parse import quote

    region = {
        "startLine": finding.line, "startColumn": finding.column, "endLine": finding.end_line,
        "endColumn": finding.end_column, "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }  # fmt: skip
    address = quote(finding.path.replace("\\", "/").encode("utf-8", "surrogatepass"))
    place = {"artifactLocation": {"uri": address}, "region": region}
    said = " ".join(filter(None, (finding.message, finding.policy)))
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"allylint/v1": fingerprint},
    }
