"""Reads folders of rules, one after the other: later ones may change rules of those before."""

from typing import NamedTuple

from allylint.errors import AllylintError
from allylint.extending import extends, source_of
from allylint.rule import Rule
from allylint.rulefile import Source, read_words, rule_of
from allylint.rulefolder import Folder, RuleText
from allylint.vocabulary import Vocabulary


class Read(NamedTuple):
    """A folder, the lists that its rules share if it has any, and its rules."""

    folder: Folder
    words: Vocabulary | None
    rules: list[Rule]


class RuleReader:
    """The rules so far; what is wrong with a file is told, and the others stand."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.errors: list[str] = []
        """The first mistake of each file that has any."""
        self.others: list[str] = []
        """Further ones, for those who write the files."""
        self.read: list[Read] = []
        self._sources: dict[str, Source] = {}
        self._shared: Vocabulary | None = None

    def folder(self, folder: Folder) -> None:
        """Read all its files; without its shared lists none of them."""
        try:
            words = read_words(folder.words, self._shared) if folder.words else None
        except AllylintError as error:
            self._tell(error)
            return
        self._shared = words or self._shared
        self.read.append(Read(folder, words, []))
        for file in folder.rules:
            try:
                self._file(file)
            except AllylintError as error:
                self._tell(error)

    def _tell(self, error: AllylintError) -> None:
        self.errors.append(str(error))
        self.others += map(str, error.others)

    def _file(self, file: RuleText) -> None:
        source = self._source(file)
        rule = rule_of(source, self._shared)
        if base := self.rules.pop(rule.id, None):
            self._forget(base)
        self.rules[rule.id], self._sources[rule.id] = rule, source
        self.read[-1].rules.append(rule)

    def _source(self, file: RuleText) -> Source:
        source = source_of(file, self._sources, self._shared)
        other = self.rules.get(source.said.id)
        if other and not extends(file.text):
            instead = "Rename one, or begin with `extends:` to change the other."
            raise AllylintError(file.path, f"`{other.id}` is also in {other.path}.", instead)
        return source

    def _forget(self, base: Rule) -> None:
        for read in self.read:
            read.rules[:] = [rule for rule in read.rules if rule is not base]


def read_all(folders: list[Folder]) -> RuleReader:
    """The rules of these folders."""
    reader = RuleReader()
    for folder in folders:
        reader.folder(folder)
    return reader
