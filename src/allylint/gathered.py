"""What the drafts of a run give, gathered draft by draft, or in parts by several workers."""

from allylint.config import Config
from allylint.engine import Result
from allylint.model import Cleared, Finding, Note, Report


class Gathered:
    """Findings, cleared matches, notes and errors, and what is configured for each draft."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.cleared: list[Cleared] = []
        self.notes: list[Note] = []
        self.errors: dict[str, None] = {}
        self.sources: dict[str, str] = {}
        self.configs: dict[str, Config] = {}

    def take(self, path: str, text: str, found: Result, config: Config, keep: bool) -> None:
        """What one draft gave; its text is kept if it is to be shown."""
        self.configs[path] = config
        if keep or found.findings or found.cleared:
            self.sources[path] = text
        self.findings += found.findings
        self.cleared += found.cleared
        self.notes += found.notes

    def add(self, other: "Gathered") -> None:
        """What another worker gathered of the drafts that come next."""
        self.findings += other.findings
        self.cleared += other.cleared
        self.notes += other.notes
        self.errors |= other.errors
        self.sources |= other.sources
        self.configs |= other.configs

    def report(self) -> Report:
        """All of it, in order."""
        return Report(
            tuple(sorted(self.findings, key=_order)),
            tuple(sorted(self.cleared, key=lambda cleared: _order(cleared.finding))),
            tuple(self.notes), tuple(self.errors), self.sources, len(self.configs),
            tuple(self.configs),
        )  # fmt: skip


def _order(finding: Finding) -> tuple[str, int, str]:
    return finding.path, finding.start, finding.rule
