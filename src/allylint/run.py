"""One run over paths: each file with its own configuration, and nothing lost when one is broken."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from allylint.asked import Options
from allylint.config import Config, config_for
from allylint.discover import find_files
from allylint.engine import lint_document
from allylint.errors import AllylintError
from allylint.files import read_bytes
from allylint.inputs import decode, is_binary, read_document, reads
from allylint.model import Cleared, Finding, Note, Report
from allylint.rulebook import Rulebook, load_rulebook
from allylint.settings import names


class Run(NamedTuple):
    """What a run gave, and how it counts."""

    report: Report
    fails: Mapping[str, tuple[str, ...]]
    """The levels that fail, by file."""
    levels: Mapping[str, frozenset[str]]
    """The levels that are to be shown, by file."""

    @property
    def failing(self) -> int:
        """How many findings are at a failing level."""
        return sum(each.level in self.fails[each.path] for each in self.report.findings)

    def only(self, findings: Iterable[Finding]) -> "Run":
        """The run as if it had found no more than these."""
        return self._replace(report=self.report._replace(findings=tuple(findings)))

    def shown(self) -> Report:
        """The report with the findings that are to be shown."""
        kept = (each for each in self.report.findings if each.level in self.levels[each.path])
        return self.report._replace(findings=tuple(kept))


class Runner:
    """Checks drafts one by one and gathers what they give."""

    def __init__(self, asked: Options, reply_to: str | None = None) -> None:
        self.asked, self.reply_to = asked, reply_to
        self.findings: list[Finding] = []
        self.cleared: list[Cleared] = []
        self.notes: list[Note] = []
        self.errors: dict[str, None] = {}
        self.sources: dict[str, str] = {}
        self.fails: dict[str, tuple[str, ...]] = {}
        self.levels: dict[str, frozenset[str]] = {}

    def paths(self, paths: Sequence[str]) -> None:
        """Check files and folders."""
        for found in find_files(paths, reads):
            if found.error:
                self.errors[found.error] = None
            elif found.note:
                self.notes.append(Note(found.path, 1, found.note))
            else:
                self._careful(found.path, None)

    def text(self, data: bytes, name: str) -> None:
        """Check what stdin gave, under a name."""
        self._careful(name, data)

    def done(self) -> Run:
        """The report of all that was checked."""
        report = Report(
            tuple(sorted(self.findings, key=_order)),
            tuple(sorted(self.cleared, key=lambda cleared: _order(cleared.finding))),
            tuple(self.notes), tuple(self.errors), self.sources, len(self.sources),
        )  # fmt: skip
        return Run(report, self.fails, self.levels)

    def _careful(self, path: str, data: bytes | None) -> None:
        try:
            config = config_for(path, file=self.asked.config, none=self.asked.no_config)
            if not config.excluded:
                self._read(path, read_bytes(path) if data is None else data, config)
        except AllylintError as error:
            self.errors[str(error)] = None

    def _read(self, path: str, data: bytes, config: Config) -> None:
        if is_binary(data):
            raise AllylintError(path, "this is a binary file.", "Drafts are text.")
        text, garbled = decode(data)
        if garbled:
            what = "this is not all UTF-8; what was not reads as `\ufffd`."
            self.notes.append(Note(path, 1, what))
        if not text.strip():
            self.notes.append(Note(path, 1, "this file is empty."))
        self._lint(path, text, config)

    def _lint(self, path: str, text: str, config: Config) -> None:
        asked = self.asked
        syntax = asked.read_as(config)
        rulebook = load_rulebook(config.rules)
        self.errors |= dict.fromkeys(rulebook.errors)
        chosen = self._chosen(rulebook, config)
        if chosen is None:
            return
        found = lint_document(
            read_document(path, text, syntax), rulebook,
            reply_to=self.reply_to, rules=chosen, policy=config.policy,
        )  # fmt: skip
        self.fails[path] = asked.failing(config)
        self.levels[path] = asked.shown(config)
        self.sources[path] = text
        self.findings += found.findings
        self.cleared += found.cleared
        self.notes += found.notes

    def _chosen(self, rulebook: Rulebook, config: Config) -> frozenset[str] | None:
        """The ids of the rules to use; None where those asked for are all unknown."""
        asked, origins = self.asked, config.origins
        select, where = config.select, origins.get("select", "select")
        if asked.select is not None:
            select, where = names(asked.select), "--select"
        chosen = frozenset(rulebook.rules)
        if select is not None:
            chosen = self._named(rulebook, select, where)
        if select and not chosen:
            return None
        for name in config.policy:
            self._named(rulebook, (name,), origins.get(f"policy.{name}", "policy"))
        ignored = self._named(rulebook, config.ignore, origins.get("ignore", "ignore"))
        return chosen - ignored - self._named(rulebook, names(asked.ignore or ""), "--ignore")

    def _named(self, rulebook: Rulebook, words: Iterable[str], where: str) -> frozenset[str]:
        """The rules of these names; an unknown name is an error, and the others count."""
        chosen: frozenset[str] = frozenset()
        for word in words:
            try:
                chosen |= rulebook.names((word,), where)
            except AllylintError as error:
                self.errors[str(error)] = None
        return chosen


def _order(finding: Finding) -> tuple[str, int, str]:
    return finding.path, finding.start, finding.rule
