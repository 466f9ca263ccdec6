"""The settings of a draft: `.allylint.yaml`, or `[tool.allylint]` in pyproject.toml."""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from allylint.model import Clause

if TYPE_CHECKING:
    from allylint.settings import Source


class Config(NamedTuple):
    """What is set for one draft."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: str = "suggestion"
    hints: bool = False
    praise: bool | None = None
    rules: tuple[str, ...] = ()
    policy: dict[str, Clause] = {}  # noqa: RUF012 - never changed, and NamedTuple copies nothing
    syntax: str | None = None
    excluded: bool = False
    origins: dict[str, str] = {}  # noqa: RUF012
    """Where each was written: `select` at `docs/.allylint.yaml:3:1`, `policy.self-label` …"""


DEFAULT = Config()


def config_for(path: str, *, file: str | None = None, none: bool = False) -> Config:
    """What is set for the draft at this path; `file` takes the place of all that is found."""
    if none:
        return DEFAULT
    path = os.path.abspath(path)
    sources = (_named(os.path.abspath(file)),) if file else _found(os.path.dirname(path))
    return _merged(sources, path) if sources else DEFAULT


def config_here() -> Config:
    """What is set for drafts in this folder. Raises AllylintError."""
    return config_for(os.path.join(os.curdir, "draft.md"))


def names(value: str | Sequence[str]) -> tuple[str, ...]:
    """Rule ids and families, as a list or with commas in between."""
    return tuple(value.replace(",", " ").split() if isinstance(value, str) else value)


def clear() -> None:
    """Forget what was read."""
    _found.cache_clear()
    _named.cache_clear()


@lru_cache(maxsize=4096)
def _found(folder: str) -> "tuple[Source, ...]":
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
def _named(file: str) -> "Source":
    from allylint.settings import nothing_in

    folder = os.path.dirname(file)
    source = _load(file, folder, _up_to_root(folder)[-1])
    return source or nothing_in(folder)


def _user_wide(root: str) -> "Source | None":
    home = os.environ.get("XDG_CONFIG_HOME", "")
    home = home if os.path.isabs(home) else os.path.expanduser("~/.config")
    path = os.path.join(home, "allylint", "config.yaml")
    return _load(path, root, None) if os.path.lexists(path) else None


def _load(path: str, folder: str, root: str | None) -> "Source | None":
    from allylint.settings import load_source

    return load_source(path, folder, root)


def _up_to_root(folder: str) -> list[str]:
    """The folders up to the repository's root; without one, no further than where we are."""
    above = [folder]
    while (parent := os.path.dirname(above[-1])) != above[-1]:
        above.append(parent)
    tops = [each for each in above if os.path.lexists(os.path.join(each, ".git"))]
    top = tops[0] if tops else os.getcwd()
    return above[: above.index(top) + 1] if top in above else [folder]


def _merged(sources: "Sequence[Source]", path: str) -> Config:
    from allylint.settings import cited

    got: dict[str, Any] = {"policy": {}, "origins": {}}
    for source in sources:
        for at, given in _layers(source, path):
            for key in ("select", "ignore", "hints", "fail_on", "praise", "rules", "syntax"):
                value = getattr(given, key, None)
                if value not in (None, ""):
                    got[key] = names(value) if key in ("select", "ignore", "rules") else value
                    _note_origin(got, source, [*at, key])
        if source.set.exclude is not None:
            got["excluded"] = _matches(tuple(source.set.exclude), source.folder, path)
            _note_origin(got, source, ["exclude"])
        for name, clause in source.set.policy.items():
            got["policy"][name] = cited(clause)
            _note_origin(got, source, ["policy", name])
    return Config(**got)


def _layers(source: "Source", path: str) -> Iterator[tuple[list[str], Any]]:
    yield [], source.set
    for glob, given in source.set.paths.items():
        if _matches((glob,), source.folder, path):
            yield ["paths", glob], given


def _note_origin(got: dict[str, Any], source: "Source", at: list[str]) -> None:
    name = ".".join(at[-2:] if at[0] == "policy" else at[-1:]).replace("fail_on", "fail-on")
    steps = [*at[:-1], at[-1].replace("fail_on", "fail-on")]
    got["origins"][name] = source.places.error(steps, "", key=True).where


def _matches(lines: tuple[str, ...], folder: str, path: str) -> bool:
    from allylint.settings import globs

    within = os.path.relpath(path, folder)
    return not within.startswith(os.pardir + os.sep) and bool(globs(lines).match_file(within))
