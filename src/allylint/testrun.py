"""`allylint test`: the examples of rules, by name or in files and folders anywhere."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from allylint import config
from allylint.commands import folders_here, rulebook_here
from allylint.errors import AllylintError
from allylint.inside import show_patterns
from allylint.lonerule import is_rule_file, own_file, rule_at
from allylint.newrule import unwritten
from allylint.proving import prove_all
from allylint.reporters._safe import safe
from allylint.rulebook import Rulebook, load_rulebook
from allylint.rulefolder import OWN, built_in_folder, files_of
from allylint.watching import watch


class Tested(NamedTuple):
    """What to print, what is wrong with files, and whether an example does not hold."""

    text: str
    errors: tuple[str, ...]
    failed: bool


def run_examples(names: Sequence[str], rules: Sequence[str], show_pattern: bool) -> Tested:
    """Run the examples of these rules, files and folders (of all rules, if none)."""
    rulebook, ids = _meant(names, rules)
    errors = (*rulebook.errors, *rulebook.others)
    if names and not ids:
        return Tested("No examples were run.", errors, False)
    if show_pattern:
        return Tested(safe(show_patterns(rulebook, ids), keep="\n"), errors, False)
    failures, count = prove_all(rulebook, ids)
    told = f"{count - len(failures)} of {count} examples hold."
    if rulebook.errors:
        told += f" What could not be read was not tested ({len(rulebook.errors)})."
    lines = [*failures, *_unwritten(rulebook, ids), told]
    return Tested(safe("\n".join(lines), keep="\n"), errors, bool(failures))


def _unwritten(rulebook: Rulebook, ids: Sequence[str]) -> Iterator[str]:
    for id in ids:
        if rule := rulebook.rules.get(id):
            count = unwritten((rule.title, rule.message, rule.why, rule.try_, rule.fine_when))
            if count:
                yield f"{id}: {count} of its texts are still to be written."


def watch_rules(run: Callable[[], object], names: Sequence[str], rules: Sequence[str]) -> None:
    """Run now and whenever a rule file changes, until somebody interrupts."""

    def again() -> None:
        config.clear()
        load_rulebook.cache_clear()
        run()

    watch(lambda: _files(names, rules), again)


def _meant(names: Sequence[str], rules: Sequence[str]) -> tuple[Rulebook, list[str]]:
    """The rules, those of the files and folders among them, and the ids that are meant."""
    folders = [name for name in names if os.path.isdir(name)]
    known = rulebook_here((*rules, *folders))
    ids: list[str] = []
    for name in names:
        name = own_file(name, known) or name
        if name in folders:
            ids += [id for id, rule in known.rules.items() if _below(rule.path, name)]
        elif is_rule_file(name):
            known, id = _with_file(name, known, rules)
            ids += id
        else:
            ids.append(name)
    return known, ids


def _with_file(path: str, known: Rulebook, rules: Sequence[str]) -> tuple[Rulebook, list[str]]:
    try:
        rule = rule_at(path, lambda: folders_here(rules))
    except AllylintError as error:
        more = tuple(map(str, error.others))
        errors = dict.fromkeys((*known.errors, str(error)))
        return known._replace(errors=tuple(errors), others=tuple({*known.others, *more})), []
    return known._replace(rules={**known.rules, rule.id: rule}, wakes=None), [rule.id]


def _below(path: str, folder: str) -> bool:
    return os.path.abspath(path).startswith(os.path.join(os.path.abspath(folder), ""))


def _files(names: Sequence[str], rules: Sequence[str]) -> Iterator[str]:
    """Every file that the examples depend on."""
    try:
        folders = folders_here(rules)
    except AllylintError:
        folders = ()
    for folder in (built_in_folder(), OWN, *folders, *filter(os.path.isdir, names)):
        yield from files_of(folder)
    yield from filter(is_rule_file, names)
