"""Loads and selects rules: from their files, or from what was kept of those very files."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from allylint.errors import AllylintError, perhaps
from allylint.rule import Rule
from allylint.rulefolder import Folder, built_in_folder, read_folder


class Rulebook(NamedTuple):
    """The rules of a run, by id, in the order of families and names."""

    rules: Mapping[str, Rule]
    errors: tuple[str, ...] = ()
    """What is wrong with the files that were left out."""

    def families(self) -> frozenset[str]:
        """Every family that a rule stands in."""
        return frozenset(rule.family for rule in self.rules.values())

    def known(self) -> list[str]:
        """What may be selected or ignored: rule ids and families."""
        return sorted(self.families()) + list(self.rules)

    def names(self, words: Iterable[str], where: str) -> frozenset[str]:
        """The rule ids that ids and families stand for. Raises AllylintError for an unknown one."""
        chosen: set[str] = set()
        for word in words:
            found = {id for id, rule in self.rules.items() if word in (id, rule.family)}
            if not found:
                instead = perhaps(word, self.known()) or "`allylint rules` lists them."
                raise AllylintError(where, f"no rule or family is called `{word}`.", instead)
            chosen |= found
        return frozenset(chosen)


@cache
def load_rulebook(folders: tuple[str, ...] = (), *, whole: bool = False) -> Rulebook:
    """The built-in rules and those of these folders; a broken file is an error, the rest stand.

    Unless they are wanted whole, with their examples, they may come from the user's cache.
    """
    from allylint import cache

    read: list[Folder] = []
    errors: list[str] = []
    for folder in (built_in_folder(), *folders):
        try:
            read.append(read_folder(folder))
            errors += read[-1].errors
        except AllylintError as error:
            errors.append(str(error))
    key = cache.key_of(_made_from(read))
    if not whole and (kept := cache.read(key)):
        return Rulebook({rule.id: rule for rule in _recalled(kept, read)}, tuple(errors))
    rulebook, kept = _parsed(read)
    if kept:
        cache.write(key, kept)
    return rulebook._replace(errors=(*errors, *rulebook.errors))


def _made_from(folders: list[Folder]) -> Iterator[str]:
    """What a rulebook depends on besides the code."""
    for folder in folders:
        yield folder.words.text if folder.words else ""
        for file in folder.rules:
            yield from (file.family, os.path.basename(file.path), file.text)


def _parsed(folders: list[Folder]) -> tuple[Rulebook, list[Any]]:
    """The rules, and what to keep of them: nothing where there is a mistake to tell again."""
    from allylint.recall import data_of
    from allylint.rulefile import read_rule, read_words

    rules: dict[str, Rule] = {}
    errors: list[str] = []
    kept: list[Any] = []
    shared: Any = None
    for folder in folders:
        try:
            shared = read_words(folder.words, shared) if folder.words else shared
        except AllylintError as error:
            errors.append(str(error))
            continue
        found: list[Rule] = []
        for path, family, text in folder.rules:
            try:
                found.append(read_rule(text, path, family, shared))
                if other := rules.get(found[-1].id):
                    raise AllylintError(
                        path, f"`{other.id}` is also in {other.path}.", "Rename one."
                    )
                rules[found[-1].id] = found[-1]
            except AllylintError as error:
                errors.append(str(error))
        own = shared.own_lists() if folder.words else {}
        kept.append({"lists": own, "rules": [data_of(rule) for rule in found]})
    return Rulebook(rules, tuple(errors)), [] if errors else kept


def _recalled(kept: list[Any], folders: list[Folder]) -> Iterator[Rule]:
    from allylint.recall import RecalledLists, recalled

    above: RecalledLists | None = None
    for data, folder in zip(kept, folders, strict=True):
        above = RecalledLists(data["lists"], above)
        for rule, file in zip(data["rules"], folder.rules, strict=True):
            yield recalled(rule, above)._replace(path=file.path)
