"""Finds, loads and selects rule files: `rules/<family>/<id>.yaml`."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from allylint.errors import AllylintError, perhaps
from allylint.files import read_text, unreadable
from allylint.rule import Rule

WORDS = "words.yaml"
"""Lists that all rules of a folder share."""


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
def built_in_folder() -> str:
    """Where the rules are: beside the code in a wheel, at the top level in a checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(here, "rules")
    return inside if os.path.isdir(inside) else os.path.join(here, "..", "..", "rules")


@cache
def load_rulebook(folders: tuple[str, ...] = ()) -> Rulebook:
    """The built-in rules and those of these folders; a broken file is an error, the rest stand."""
    rules: dict[str, Rule] = {}
    errors: list[str] = []
    shared: Any = None
    for folder in (_tidy(built_in_folder()), *map(_tidy, folders)):
        try:
            shared = _words(folder, shared)
            files = list(_files(folder))
        except AllylintError as error:
            errors.append(str(error))
            continue
        for family, path in files:
            try:
                rule = load_rule(path, family, shared)
                if other := rules.get(rule.id):
                    raise AllylintError(
                        path, f"`{rule.id}` is also in {other.path}.", "Rename one."
                    )
                rules[rule.id] = rule
            except AllylintError as error:
                errors.append(str(error))
    return Rulebook(rules, tuple(errors))


@cache
def shared_words() -> Any:
    """The built-in rules' shared lists."""
    return _words(_tidy(built_in_folder()), None)


def _tidy(folder: str) -> str:
    path = os.path.normpath(folder)
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Every rule file with its family; those at the top are of the folder's own name."""
    for name in _listed(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and not name.startswith("_"):
            yield from (
                (name, os.path.join(path, file)) for file in _listed(path) if _is_yaml(file)
            )
        elif _is_yaml(name) and name != WORDS:
            yield os.path.basename(os.path.normpath(folder)), path


def _listed(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error) from None


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def _words(folder: str, above: Any) -> Any:
    import msgspec

    from allylint.vocabulary import Misspelt, Vocabulary
    from allylint.yamlfile import load

    class Words(msgspec.Struct, forbid_unknown_fields=True):
        lists: dict[str, list[str]]

    path = os.path.join(folder, WORDS)
    if not os.path.isfile(path):
        return above or Vocabulary({})
    words, places = load(read_text(path), path, Words)
    try:
        return Vocabulary(words.lists, above)
    except Misspelt as error:
        slip = error.slip
        raise places.error(
            error.path, slip.what, slip.instead, line=slip.line, column=slip.column
        ) from None


def load_rule(path: str, family: str, shared: Any = None) -> Rule:
    """One rule file, every mistake placed. Raises AllylintError."""
    from allylint.rulefile import read_rule

    return read_rule(read_text(path), path, family, shared)
