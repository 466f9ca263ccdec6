"""One run over paths: each file with its own configuration, and nothing lost when one is broken."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allylint.config import Config, config_for
from allylint.discover import find_files
from allylint.engine import lint_document
from allylint.errors import AllylintError
from allylint.files import read_bytes
from allylint.inputs import decode, is_binary, read_document, suffixes
from allylint.model import Cleared, Finding, Note, Report
from allylint.rulebook import Rulebook, load_rulebook


class Asked(NamedTuple):
    """What the command line asks for; None leaves it to the configuration."""

    select: str | None = None
    ignore: str | None = None
    fail_on: str | None = None
    hints: bool = False
    reply_to: str | None = None
    syntax: str | None = None
    config: str | None = None
    no_config: bool = False


class Run(NamedTuple):
    """What a run gave, and how it counts."""

    report: Report
    failing: int
    """Findings at the failing level."""
    hints: frozenset[str]
    """The files whose hints are to be shown."""
    praise: bool | None
    """What configuration says of praise, if anything."""


class _Draft(NamedTuple):
    path: str
    config: Config
    text: str
    garbled: bool


class Runner:
    """Checks drafts one by one and gathers what they give."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.findings: list[Finding] = []
        self.cleared: list[Cleared] = []
        self.notes: list[Note] = []
        self.errors: dict[str, None] = {}
        self.sources: dict[str, str] = {}
        self.hints: set[str] = set()
        self.failing = 0
        self.praise: bool | None = None

    def paths(self, paths: Sequence[str]) -> None:
        """Check files and folders."""
        for found in find_files(paths, suffixes()):
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
            tuple(sorted(self.findings, key=lambda f: (f.path, f.start, f.rule))),
            tuple(sorted(self.cleared, key=lambda c: (c.finding.path, c.finding.start, c.finding.rule))),
            tuple(self.notes), tuple(self.errors), self.sources, len(self.sources),
        )  # fmt: skip
        return Run(report, self.failing, frozenset(self.hints), self.praise)

    def _careful(self, path: str, data: bytes | None) -> None:
        try:
            for draft in self._draft(path, data):
                self._lint(draft)
        except AllylintError as error:
            self.errors[str(error)] = None

    def _draft(self, path: str, data: bytes | None) -> Iterator[_Draft]:
        asked = self.asked
        config = config_for(path, file=asked.config, none=asked.no_config)
        if config.excluded:
            return
        data = read_bytes(path) if data is None else data
        if is_binary(data):
            raise AllylintError(path, "this is a binary file.", "Drafts are text.")
        text, garbled = decode(data)
        yield _Draft(path, config, text, garbled)

    def _lint(self, draft: _Draft) -> None:
        asked, config = self.asked, draft.config
        rulebook = load_rulebook(config.rules)
        self.errors |= dict.fromkeys(rulebook.errors)
        document = read_document(draft.path, draft.text, asked.syntax or config.syntax)
        found = lint_document(
            document, rulebook, reply_to=asked.reply_to, rules=_chosen(rulebook, asked, config),
            policy=config.policy,
        )  # fmt: skip
        self.sources[document.path] = document.text
        if draft.garbled:
            self.notes.append(
                Note(draft.path, 1, "this is not all UTF-8; what was not reads as `\ufffd`.")
            )
        if not document.text.strip():
            self.notes.append(Note(draft.path, 1, "this file is empty."))
        fail_on = asked.fail_on or config.fail_on
        if asked.hints or config.hints or fail_on == "hint":
            self.hints.add(draft.path)
        self.praise = config.praise if self.praise is None else self.praise
        self.failing += sum(f.level in _FAILING[fail_on] for f in found.findings)
        self.findings += found.findings
        self.cleared += found.cleared
        self.notes += found.notes


_FAILING = {"suggestion": ("suggestion",), "hint": ("suggestion", "hint"), "never": ()}


def _chosen(rulebook: Rulebook, asked: Asked, config: Config) -> frozenset[str]:
    origins = config.origins
    chosen = frozenset(rulebook.rules)
    if asked.select is not None:
        chosen = rulebook.names(_split(asked.select), "--select")
    elif config.select is not None:
        chosen = rulebook.names(config.select, origins.get("select", "select"))
    ignored = rulebook.names(config.ignore, origins.get("ignore", "ignore"))
    return chosen - ignored - rulebook.names(_split(asked.ignore or ""), "--ignore")


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]
