"""One run over paths: each file with its own configuration, and nothing lost when one is broken."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import NamedTuple

from allylint.asked import Options
from allylint.config import Config, config_for, names
from allylint.discover import Found, find_files
from allylint.engine import lint_document
from allylint.errors import AllylintError
from allylint.files import read_bytes
from allylint.gathered import Gathered
from allylint.inputs import decode, is_binary, read_document, reads
from allylint.model import Finding, Note, Report
from allylint.rulebook import Rulebook, load_rulebook

Watch = Callable[[int], AbstractContextManager[Callable[[int], None]]]
"""Is told how many drafts there are; gives what is to be told when some are done."""


@contextmanager
def _unwatched(files: int) -> Iterator[Callable[[int], None]]:
    del files
    yield lambda _: None


class Run(NamedTuple):
    """What a run gave, and how it counts."""

    report: Report
    asked: Options
    configs: Mapping[str, Config]
    """What is configured, by file."""

    @property
    def failing(self) -> int:
        """How many findings are at a failing level."""
        fails = {path: self.asked.failing(config) for path, config in self.configs.items()}
        return sum(each.level in fails[each.path] for each in self.report.findings)

    def only(self, findings: Iterable[Finding]) -> "Run":
        """The run as if it had found no more than these."""
        return self._replace(report=self.report._replace(findings=tuple(findings)))

    def shown(self, format_: str) -> Report:
        """The report with the findings that are to be shown in that format."""
        asked = self.asked._replace(format_=format_)
        levels = {path: asked.shown(config) for path, config in self.configs.items()}
        return self.only(
            each for each in self.report.findings if each.level in levels[each.path]
        ).report


class Runner:
    """Checks drafts one by one and gathers what they give."""

    def __init__(self, asked: Options, reply_to: str | None = None) -> None:
        self.asked, self.reply_to = asked, reply_to
        self.gathered = Gathered()

    def paths(self, paths: Sequence[str], watch: Watch = _unwatched) -> None:
        """Check files and folders; `watch` is told how many there are, and how many are done."""
        files = list(find_files(paths, reads))
        jobs = self._jobs(files)
        with watch(len(files)) as done:
            if jobs < 2:
                self.files(files, done)
            else:
                for part, count in self._spread(files, jobs):
                    self.gathered.add(part)
                    done(count)

    def _jobs(self, files: list[Found]) -> int:
        if len(files) < 2:
            return 1
        from allylint.workers import jobs_for

        return jobs_for(files, self.asked.jobs)

    def files(self, files: Iterable[Found], done: Callable[[int], None]) -> None:
        """Check these, one after the other."""
        for found in files:
            if found.error:
                self.gathered.errors[found.error] = None
            elif found.note:
                self.gathered.notes.append(Note(found.path, 1, found.note))
            else:
                self._careful(found.path, None)
            done(1)

    def _spread(self, files: list[Found], jobs: int) -> Iterator[tuple[Gathered, int]]:
        from allylint.workers import spread

        load_rulebook()  # once, before the processes part
        return spread(files, jobs, partial(_check_files, self.asked, self.reply_to))

    def text(self, data: bytes, name: str) -> None:
        """Check what stdin gave, under a name."""
        self._careful(name, data)

    def done(self) -> Run:
        """The report of all that was checked."""
        return Run(self.gathered.report(), self.asked, self.gathered.configs)

    def _careful(self, path: str, data: bytes | None) -> None:
        """Whatever is wrong with one draft is told, and the others are still read."""
        try:
            config = config_for(path, file=self.asked.config, none=self.asked.no_config)
            if not config.excluded:
                data = read_bytes(path) if data is None else data
                self._read(path, data, config)
        except AllylintError as error:
            self.gathered.errors[str(error)] = None
        except Exception as fault:
            from allylint.faults import fault_line

            self.gathered.errors[str(AllylintError(path, fault_line(fault, data)))] = None

    def _read(self, path: str, data: bytes, config: Config) -> None:
        if is_binary(data):
            raise AllylintError(path, "this is a binary file.", "Drafts are text.")
        text, garbled = decode(data)
        if garbled:
            what = "this is not all UTF-8; what was not reads as `\ufffd`."
            self.gathered.notes.append(Note(path, 1, what))
        if not text.strip():
            self.gathered.notes.append(Note(path, 1, "this file is empty."))
        self._lint(path, text, config)

    def _lint(self, path: str, text: str, config: Config) -> None:
        asked = self.asked
        syntax = asked.read_as(config)
        rulebook = load_rulebook((*config.rules, *asked.rules))
        self.gathered.errors |= dict.fromkeys(rulebook.errors)
        chosen = self._chosen(rulebook, config)
        if chosen is None:
            return
        found = lint_document(
            read_document(path, text, syntax), rulebook,
            reply_to=self.reply_to, rules=chosen, policy=config.policy,
        )  # fmt: skip
        self.gathered.take(path, text, found, config, keep=asked.remains)

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
                self.gathered.errors[str(error)] = None
        return chosen


def _check_files(asked: Options, reply_to: str | None, files: list[Found]) -> Gathered:
    """What a worker does with the drafts that it is given."""
    runner = Runner(asked, reply_to)
    runner.files(files, lambda _: None)
    return runner.gathered
