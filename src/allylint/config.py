"""The settings of a draft: `.allylint.yaml`, or `[tool.allylint]` in pyproject.toml."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from allylint.discover import read_bytes
from allylint.errors import AllylintError


class Config(NamedTuple):
    """What is set for one draft."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: str = "suggestion"
    hints: bool = False
    praise: bool | None = None
    rules: tuple[str, ...] = ()
    policy: dict[str, str] = {}  # noqa: RUF012 - never changed, and NamedTuple copies nothing
    syntax: str | None = None
    excluded: bool = False
    origins: dict[str, str] = {}  # noqa: RUF012
    """Where each was written: `select` at `docs/.allylint.yaml:3:1`, `policy.self-label` …"""


DEFAULT = Config()


class _Source(NamedTuple):
    folder: str
    set: Any
    places: Any


def config_for(path: str, *, file: str | None = None, none: bool = False) -> Config:
    """What is set for the draft at this path; `file` takes the place of all that is found."""
    if none:
        return DEFAULT
    path = os.path.abspath(path)
    sources = (_named(os.path.abspath(file)),) if file else _found(os.path.dirname(path))
    return _merged(sources, path) if sources else DEFAULT


def clear() -> None:
    """Forget what was read."""
    _found.cache_clear()
    _named.cache_clear()


@lru_cache(maxsize=4096)
def _found(folder: str) -> tuple[_Source, ...]:
    """The sources for a folder's drafts, the nearest last."""
    folders = _up_to_root(folder)
    sources = [_user_wide(folders[-1])]
    for each in reversed(folders):
        for name in (".allylint.yaml", "pyproject.toml"):
            path = os.path.join(each, name)
            if os.path.lexists(path) and (source := _load(path, each, folders[-1])):
                sources.append(source)
                break
    return tuple(source for source in sources if source)


@lru_cache(maxsize=16)
def _named(file: str) -> _Source:
    folder = os.path.dirname(file)
    source = _load(file, folder, _up_to_root(folder)[-1])
    return source or _Source(folder, _shape()(), None)


def _user_wide(root: str) -> _Source | None:
    home = os.environ.get("XDG_CONFIG_HOME", "")
    home = home if os.path.isabs(home) else os.path.expanduser("~/.config")
    path = os.path.join(home, "allylint", "config.yaml")
    return _load(path, root, None) if os.path.lexists(path) else None


def _up_to_root(folder: str) -> list[str]:
    """The folders up to the repository's root; without one, no further than where we are."""
    above = [folder]
    while (parent := os.path.dirname(above[-1])) != above[-1]:
        above.append(parent)
    tops = [each for each in above if os.path.lexists(os.path.join(each, ".git"))]
    top = tops[0] if tops else os.getcwd()
    return above[: above.index(top) + 1] if top in above else [folder]


def _load(path: str, folder: str, root: str | None) -> _Source | None:
    shown = os.path.relpath(path) if path.startswith(os.getcwd() + os.sep) else path
    if root and not _inside(path, root):
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
    return source


def _inside(path: str, root: str) -> bool:
    root = os.path.realpath(root)
    return os.path.commonpath([os.path.realpath(path), root]) == root


def _check_rules(source: _Source, root: str | None, folder: str) -> None:
    for index, named in enumerate(source.set.rules or ()):
        path = os.path.join(folder, os.path.expanduser(named) if root is None else named)
        what = ""
        if root and (os.path.isabs(named) or not _inside(path, root)):
            what = f"`{named}` stands outside of the repository."
        elif not os.path.isdir(path):
            what = f"`{named}` is no folder."
        if what:
            raise source.places.error(["rules", index], what)
        source.set.rules[index] = os.path.normpath(path)


def _check_globs(source: _Source) -> None:
    globs = [(["exclude", index], glob) for index, glob in enumerate(source.set.exclude or ())]
    for at, glob in [*globs, *((["paths", glob], glob) for glob in source.set.paths)]:
        try:
            _spec((glob,))
        except (ValueError, re.error):
            raise source.places.error(at, f"`{glob}` is no glob.", key=True) from None


def _from_yaml(text: str, name: str, folder: str) -> _Source | None:
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return None
    from allylint.yamlfile import load

    return _Source(folder, *load(text, name, _shape()))


def _from_toml(text: str, name: str, folder: str) -> _Source | None:
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

    from allylint.yamlfile import mistake

    try:
        return _Source(folder, msgspec.convert(table, _shape(), strict=False), places)
    except msgspec.ValidationError as error:
        found = mistake(table, _shape(), str(error))
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


@lru_cache(maxsize=1)
def _shape() -> Any:
    from msgspec import Struct, field

    class Some(Struct, forbid_unknown_fields=True, rename="kebab"):
        select: list[str] | str | None = None
        ignore: list[str] | str | None = None
        hints: bool | None = None
        fail_on: Literal["suggestion", "hint", "never"] | None = None

    class Here(Some):
        syntax: str | None = None

    class Clause(Struct, forbid_unknown_fields=True):
        clause: str
        link: str = ""

    class Settings(Some):
        praise: bool | None = None
        exclude: list[str] | None = None
        paths: dict[str, Here] = field(default_factory=dict)
        rules: list[str] | None = None
        policy: dict[str, str | Clause] = field(default_factory=dict)

    return Settings


def _merged(sources: Sequence[_Source], path: str) -> Config:
    got: dict[str, Any] = {"policy": {}, "origins": {}}
    for source in sources:
        for at, given in _layers(source, path):
            for name in ("select", "ignore", "hints", "fail_on", "praise", "rules", "syntax"):
                value = getattr(given, name, None)
                if value not in (None, ""):
                    got[name] = _names(value) if name in ("select", "ignore", "rules") else value
                    _note_origin(got, source, [*at, name])
        if source.set.exclude is not None:
            got["excluded"] = _matches(tuple(source.set.exclude), source.folder, path)
        for name, clause in source.set.policy.items():
            got["policy"][name] = clause if isinstance(clause, str) else _cited(clause)
            _note_origin(got, source, ["policy", name])
    return Config(**got)


def _layers(source: _Source, path: str) -> Iterator[tuple[list[str], Any]]:
    yield [], source.set
    for glob, given in source.set.paths.items():
        if _matches((glob,), source.folder, path):
            yield ["paths", glob], given


def _note_origin(got: dict[str, Any], source: _Source, at: list[str]) -> None:
    name = ".".join(at[-2:] if at[0] == "policy" else at[-1:]).replace("fail_on", "fail-on")
    steps = [*at[:-1], at[-1].replace("fail_on", "fail-on")]
    got["origins"][name] = source.places.error(steps, "", key=True).where


def _names(value: str | list[str]) -> tuple[str, ...]:
    return tuple(value.replace(",", " ").split() if isinstance(value, str) else value)


def _cited(clause: Any) -> str:
    return f"{clause.clause} ({clause.link})" if clause.link else str(clause.clause)


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs)


def _matches(globs: tuple[str, ...], folder: str, path: str) -> bool:
    within = os.path.relpath(path, folder)
    return not within.startswith(os.pardir + os.sep) and bool(_spec(globs).match_file(within))
