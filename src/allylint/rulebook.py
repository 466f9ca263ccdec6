"""Loads and selects rules: from their files, or from what was kept of those very files."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from allylint.errors import AllylintError, perhaps
from allylint.rule import Rule
from allylint.rulefolder import OWN, WORDS, Folder, built_in_folder, read_folder, tidy
from allylint.wakes import Wakes, wakes_data

if TYPE_CHECKING:
    from allylint.cache import Parts
    from allylint.rulereader import Read


class Rulebook(NamedTuple):
    """The rules of a run, by id, in the order in which they were read."""

    rules: Mapping[str, Rule]
    errors: tuple[str, ...] = ()
    """What is wrong with the files that were left out, a line each."""
    wakes: Callable[[], Any] | None = None
    """What wakes the rules, where that was kept."""
    others: tuple[str, ...] = ()
    """Further mistakes in those files, for those who write them."""

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
                raise self.unknown(word, where)
            chosen |= found
        return frozenset(chosen)

    def unknown(self, word: str, where: str) -> AllylintError:
        """Why no rule or family is called so: its file is broken, or in no folder that is used."""
        for error in self.errors:
            path, _, what = error.partition(": ")
            if os.path.basename(path).startswith(f"{word}.y"):
                return AllylintError(path, what)
        file = os.path.join(OWN, f"{word}.yaml")
        if os.path.isfile(file):
            what, instead = (
                "no settings name its folder.",
                f"Write `rules: [{OWN}]` into .allylint.yaml.",
            )
            return AllylintError(file, what, instead)
        instead = perhaps(word, self.known()) or "`allylint rules` lists them."
        return AllylintError(where, f"no rule or family is called `{word}`.", instead)


@cache
def load_rulebook(folders: tuple[str, ...] = (), *, whole: bool = False) -> Rulebook:
    """The built-in rules and those of these folders; a broken file is an error, the rest stand.

    Unless they are wanted whole, with their examples, they may come from the user's cache.
    """
    from allylint import cache, shipped

    ours = built_in_folder()
    if not (folders or whole) and (made := shipped.read("rules.data", [ours])):
        return _recalled(made, [ours], [])
    read: list[Folder] = []
    errors: list[str] = []
    for folder in {os.path.realpath(folder): folder for folder in folders}.values():
        try:
            read.append(read_folder(folder))
        except AllylintError as error:
            errors.append(str(error))
    errors += [error for folder in read for error in folder.errors]
    key = cache.key_of([*cache.state_of(ours, ".yaml"), *_contents(read)])
    if not whole and (parts := cache.read(key)):
        return _recalled(parts, [ours, *(folder.path for folder in read)], errors)
    read.insert(0, read_folder(ours))
    rulebook, found = _parsed(read)
    if found:
        cache.write(key, _kept(found))
    return rulebook._replace(errors=(*errors, *rulebook.errors))


def built_in_parts() -> list[Any]:
    """The built-in rules as parts to keep."""
    return _kept(_parsed([read_folder(built_in_folder())])[1])


def wakes_of(rulebook: Rulebook) -> Wakes:
    """What wakes the rules of this very rulebook, made once."""
    key = id(rulebook.rules)
    if key not in _wakes:
        if len(_wakes) > _REMEMBERED:
            _wakes.clear()
        _wakes[key] = (rulebook, Wakes(rulebook.rules, rulebook.wakes and rulebook.wakes()))
    return _wakes[key][1]


_REMEMBERED = 16
_wakes: dict[int, tuple[Rulebook, Wakes]] = {}
"""By the identity of the rules, which stay as long as their entry does."""


def _contents(folders: list[Folder]) -> Iterator[str]:
    """What rules of other folders depend on besides the code: a hash of each file's text."""
    for folder in folders:
        from hashlib import blake2b

        yield "a folder"
        words = [("", WORDS, folder.words.text)] if folder.words else []
        files = [(file.family, os.path.basename(file.path), file.text) for file in folder.rules]
        for family, name, text in (*words, *files):
            digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
            yield f"{family}/{name} {digest}"


def _parsed(folders: list[Folder]) -> "tuple[Rulebook, list[Read]]":
    """The rules, and what to keep of them: nothing where there is a mistake to tell again."""
    from allylint.rulereader import read_all

    reader = read_all(folders)
    errors, others = tuple(reader.errors), tuple(reader.others)
    return Rulebook(reader.rules, errors, None, others), [] if errors else reader.read


def _kept(read: "list[Read]") -> list[Any]:
    """Rules as parts to keep; the first tells of the others."""
    from allylint.cache import Kept
    from allylint.recall import data_of, kept_lists

    kept = Kept()
    kept.add(None)
    folders = []
    for folder, words, rules in read:
        own = words.own_lists() if words else {}
        said = [(os.path.relpath(rule.path, folder.path), data_of(rule, kept)) for rule in rules]
        folders.append({"lists": kept_lists(own, kept), "rules": said})
    wakes = wakes_data([rule for _, _, rules in read for rule in rules])
    kept.parts[0] = {"folders": folders, "wakes": kept.add(wakes)}
    return kept.parts


def _recalled(parts: "Parts", paths: list[str], errors: list[str]) -> Rulebook:
    from allylint.recall import RecalledLists, RecalledRules

    kept = parts[0]
    above: RecalledLists | None = None
    rules = RecalledRules(parts)
    for data, path in zip(kept["folders"], paths, strict=True):
        above = RecalledLists(data["lists"], parts, above)
        for name, said in data["rules"]:
            rules.add(said, above, os.path.join(tidy(path), name))
    return Rulebook(rules, tuple(errors), lambda: parts[kept["wakes"]])
