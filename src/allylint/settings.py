"""What one configuration file says, read and checked; a mistake is told at its place."""

import os
import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple

from allylint.errors import AllylintError
from allylint.files import read_bytes, within
from allylint.lazily import lazily
from allylint.model import Clause

_ADDRESS = lazily(r"https?://[^\s<>\"]+")


class Source(NamedTuple):
    """What a file sets for the drafts under a folder, and where each setting stands."""

    folder: str
    set: Any
    places: Any


def load_source(path: str, folder: str, root: str | None) -> Source | None:
    """The settings in a file, if it has any; `root` bounds where it and its rules may stand."""
    shown = os.path.relpath(path) if path.startswith(os.getcwd() + os.sep) else path
    if root and not within(path, root):
        raise AllylintError(shown, "this points out of the repository.")
    data = read_bytes(shown)
    if path.endswith(".toml") and b"allylint" not in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AllylintError(shown, "this is not UTF-8.") from None
    read = _from_toml if path.endswith(".toml") else _from_yaml
    source = read(text, shown, folder)
    if source:
        _check_rules(source, root, os.path.dirname(path))
        _check_globs(source)
        _check_links(source)
    return source


def nothing_in(folder: str) -> Source:
    """A file that sets nothing."""
    return Source(folder, shape()(), None)


@lru_cache(maxsize=256)
def globs(lines: tuple[str, ...]) -> Any:
    """Paths as `.gitignore` writes them."""
    from allylint.gitignore import spec_of

    return spec_of(lines)


def shape() -> Any:
    """The keys of a file and what they may hold, as a msgspec Struct."""
    from allylint.configshape import ConfigFile

    return ConfigFile


def cited(clause: Any) -> Clause:
    """What findings cite, from a file's text or its clause with a link."""
    if isinstance(clause, str):
        return Clause(clause)
    link = clause.link if _ADDRESS.fullmatch(clause.link) else ""
    return Clause(f"{clause.clause} ({clause.link})" if clause.link else clause.clause, link)


def _check_rules(source: Source, root: str | None, folder: str) -> None:
    for index, named in enumerate(source.set.rules or ()):
        find = _users_folder if root is None else partial(_folder_within, root)
        try:
            source.set.rules[index] = os.path.normpath(find(named, folder))
        except AllylintError as error:
            raise source.places.error(["rules", index], error.what, error.instead) from None


def _users_folder(named: str, folder: str) -> str:
    """A folder of rules anywhere, or one of an installed package."""
    from allylint.packages import rules_folder

    path = os.path.join(folder, os.path.expanduser(named))
    return path if os.path.isdir(path) else rules_folder(named, "")


def _folder_within(root: str, named: str, folder: str) -> str:
    """A folder of rules of the repository itself."""
    path = os.path.join(folder, named)
    if os.path.isabs(named) or not within(path, root):
        raise AllylintError("", f"`{named}` stands outside of the repository.")
    if not os.path.isdir(path):
        raise AllylintError("", f"`{named}` is no folder.")
    return path


def _check_globs(source: Source) -> None:
    every = [(["exclude", index], glob) for index, glob in enumerate(source.set.exclude or ())]
    for at, glob in [*every, *((["paths", glob], glob) for glob in source.set.paths)]:
        try:
            globs((glob,))
        except ValueError:
            raise source.places.error(at, f"`{glob}` is no glob.", key=True) from None


def _check_links(source: Source) -> None:
    for name, clause in source.set.policy.items():
        link = "" if isinstance(clause, str) else clause.link
        if link and not _ADDRESS.fullmatch(link):
            what = f"`{link}` is no address of a page."
            raise source.places.error(["policy", name, "link"], what, "It starts with https://.")


def _from_yaml(text: str, name: str, folder: str) -> Source | None:
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return None
    from allylint.yamlfile import load

    return Source(folder, *load(text, name, shape()))


def _from_toml(text: str, name: str, folder: str) -> Source | None:
    import tomllib

    places = _TomlPlaces(text, name)
    try:
        table = tomllib.loads(text).get("tool", {}).get("allylint")
    except (tomllib.TOMLDecodeError, RecursionError, AttributeError) as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"{name}:{at[1]}:{at[2]}" if at else f"{name}:1:1"
        raise AllylintError(where, "this can't be read as TOML.") from None
    if table is None:
        return None
    import msgspec

    from allylint.mistakes import mistake

    try:
        return Source(folder, msgspec.convert(table, shape(), strict=False), places)
    except msgspec.ValidationError as error:
        found = mistake(table, shape(), str(error))
        raise places.error(found.path, found.what, found.instead) from None


class _TomlPlaces(NamedTuple):
    text: str
    name: str

    def error(
        self, path: Sequence[str | int], what: str, instead: str = "", *, key: bool = True
    ) -> AllylintError:
        """A mistake at the line that names this path; TOML's reader keeps no places."""
        del key
        lines = self.text.splitlines()
        at = 0
        for step in ("allylint", *path):
            named = (i for i, line in enumerate(lines[at:], at) if str(step) in line)
            at = next(named, at) if isinstance(step, str) else at
        return AllylintError(f"{self.name}:{at + 1}:1", what, instead)
