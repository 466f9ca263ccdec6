"""Everything that was found, for programs."""

from typing import Any

from allylint.model import Cleared, Finding, Report, Terminal
from allylint.reporters._json import printed

_MAY_LACK = ("policy", "policy_link", "offer")


def render(report: Report, terminal: Terminal) -> str:
    """The report as JSON; fields may be added to it, never changed."""
    from allylint import __version__

    cleared = report.cleared if terminal.cleared else ()
    content = {
        "version": __version__,
        "files": report.files,
        "findings": [_finding(finding) for finding in report.findings],
        "cleared": [_cleared(match) for match in cleared],
        "notes": [note._asdict() for note in report.notes],
        "errors": report.errors,
    }
    return printed(content)


def _finding(finding: Finding) -> dict[str, Any]:
    fields = {name.rstrip("_"): value for name, value in finding._asdict().items()}
    del fields["weight"]
    return {name: value for name, value in fields.items() if value or name not in _MAY_LACK}


def _cleared(match: Cleared) -> dict[str, Any]:
    return {**_finding(match.finding), "voice": match.voice, "cue": match.cue}
