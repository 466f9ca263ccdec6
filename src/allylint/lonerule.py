"""One rule by itself: a rule file anywhere, or a rule that is known here."""

import os

from allylint.errors import AllylintError, perhaps
from allylint.files import read_text
from allylint.rule import Rule
from allylint.rulebook import Rulebook
from allylint.rulefile import read_rule, read_words
from allylint.rulefolder import RuleText, built_in_folder, words_of
from allylint.vocabulary import Vocabulary


def is_rule_file(word: str) -> bool:
    """Whether a file is meant, not a rule's id."""
    return word.endswith((".yaml", ".yml")) or os.sep in word or os.path.isfile(word)


def rule_at(path: str) -> Rule:
    """The rule in a file, with the lists that it shares. Raises AllylintError."""
    text = read_text(path)
    folder = os.path.dirname(path) or os.curdir
    return read_rule(text, path, os.path.basename(os.path.abspath(folder)), _shared(folder))


def rule_called(id: str, rulebook: Rulebook) -> Rule:
    """The rule of this id. Raises AllylintError where there is none."""
    if id not in rulebook.rules:
        instead = perhaps(id, rulebook.rules) or "A rule file ends in `.yaml`."
        raise AllylintError("try", f"no rule is called `{id}`.", instead)
    return rulebook.rules[id]


def _shared(folder: str) -> Vocabulary | None:
    """The built-in lists, and those of the folder or of the one above it."""
    ours = words_of(built_in_folder())
    shared = read_words(ours, None) if ours else None
    near = words_of(folder) or words_of(os.path.join(folder, os.pardir))
    return shared if near is None or _same(near, ours) else read_words(near, shared)


def _same(one: RuleText, other: RuleText | None) -> bool:
    return other is not None and os.path.samefile(one.path, other.path)
