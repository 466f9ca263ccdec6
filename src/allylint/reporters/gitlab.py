"""GitLab's code quality report."""

import json

from allylint.model import Report, Terminal
from allylint.reporters._fingerprint import fingerprints
from allylint.reporters._safe import one_line


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """A list of issues, each with a fingerprint that stays when lines move."""
    issues = [
        {
            "description": one_line(f"{finding.message} {finding.policy}"),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": "info",
            "location": {
                "path": finding.path,
                "lines": {"begin": finding.line, "end": finding.end_line},
            },
        }
        for finding, fingerprint in fingerprints(report.findings)
    ]
    return json.dumps(issues, indent=2)
