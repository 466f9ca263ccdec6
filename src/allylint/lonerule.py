"""One rule by itself: a rule file anywhere, or a rule that is known here."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress

from allylint.errors import AllylintError
from allylint.extending import extends, source_of
from allylint.files import read_text
from allylint.rule import Rule
from allylint.rulebook import Rulebook
from allylint.rulefile import Source, read_words, rule_of
from allylint.rulefolder import OWN, RuleText, built_in_folder, read_folder, words_of
from allylint.vocabulary import Vocabulary


def is_rule_file(word: str) -> bool:
    """Whether a file is meant, not a rule's id."""
    return word.endswith((".yaml", ".yml")) or os.sep in word or os.path.isfile(word)


def rule_at(path: str, folders: Callable[[], Iterable[str]] = tuple) -> Rule:
    """The rule in a file, with the lists that it shares. Raises AllylintError.

    Where it changes another, that is built in or stands in one of the folders.
    """
    folder = os.path.dirname(path) or os.curdir
    family = os.path.basename(os.path.abspath(folder))
    file = RuleText(path, family, read_text(path))
    shared = _shared(folder)
    bases = _bases(path, folders(), shared) if extends(file.text) else {}
    return rule_of(source_of(file, bases, shared), shared)


def _bases(path: str, folders: Iterable[str], shared: Vocabulary | None) -> dict[str, Source]:
    """What the other files say, by id; one that is broken is told by `allylint rules`."""
    bases: dict[str, Source] = {}
    for folder in (built_in_folder(), *folders):
        for file in read_folder(folder).rules:
            with suppress(AllylintError):
                if not os.path.samefile(file.path, path):
                    source = source_of(file, bases, shared)
                    bases[source.said.id] = source
    return bases


def rule_called(id: str, rulebook: Rulebook) -> Rule:
    """The rule of this id. Raises AllylintError where there is none."""
    if id not in rulebook.rules:
        raise rulebook.unknown(id, "try")
    return rulebook.rules[id]


def own_file(id: str, rulebook: Rulebook) -> str:
    """The file of this rule in the folder that `allylint new` begins, where no settings name it."""
    path = os.path.join(OWN, f"{id}.yaml")
    return path if id not in rulebook.rules and os.path.isfile(path) else ""


def _shared(folder: str) -> Vocabulary | None:
    """The built-in lists, and those of the folder or of the one above it."""
    ours = words_of(built_in_folder())
    shared = read_words(ours, None) if ours else None
    near = words_of(folder) or words_of(os.path.join(folder, os.pardir))
    return shared if near is None or _same(near, ours) else read_words(near, shared)


def _same(one: RuleText, other: RuleText | None) -> bool:
    return other is not None and os.path.samefile(one.path, other.path)
