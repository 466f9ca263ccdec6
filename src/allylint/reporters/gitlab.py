"""GitLab's code quality report."""

from allylint.model import Report, Terminal
from allylint.reporters._fingerprint import fingerprints
from allylint.reporters._from_here import from_here
from allylint.reporters._json import printed
from allylint.reporters._safe import one_line


def render(report: Report, terminal: Terminal) -> str:
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
        for finding, fingerprint in fingerprints(from_here(report, terminal.folder).findings)
    ]
    return printed(issues)
