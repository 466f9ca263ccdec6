"""What git does not see: `.gitignore` files and `.git/info/exclude`, the nearest first."""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from allylint.errors import AllylintError
from allylint.files import read_bytes


class Ignores(NamedTuple):
    """What one `.gitignore` says of the paths under its folder."""

    folder: str
    spec: Any


def ignores_above(folder: str) -> tuple[Ignores, ...]:
    """What the repository's root and the folders between say, the root first."""
    above = []
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        at, last = os.path.dirname(at), at
        if at == last:
            return ()
        above.append(at)
    between = [found for each in reversed(above) for found in ignores_in(each)]
    return (*ignores_in(at, ".git/info/exclude"), *between)


def ignores_in(folder: str, name: str = ".gitignore") -> tuple[Ignores, ...]:
    """What the folder's own file says, if there is one that can be read."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return ()
    try:
        lines = read_bytes(path).decode("utf-8", "replace").split("\n")
    except AllylintError:
        return ()
    return (Ignores(folder, _spec(lines)),)


def ignored(path: str, ignores: tuple[Ignores, ...]) -> bool:
    """Whether git would not see it: the nearest file that speaks of it decides."""
    for folder, spec in reversed(ignores):
        said = spec.check_file(path[len(folder) :].lstrip("/")).include
        if said is not None:
            return bool(said)
    return False


def _spec(lines: list[str]) -> Any:
    """What the lines say; as git does, a line that means nothing is passed over."""
    import re
    import warnings

    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        for line in lines:
            with suppress(ValueError, re.error):
                patterns.extend(spec_of([line]).patterns)
    return GitIgnoreSpec(patterns, backend=_BACKEND)


def spec_of(lines: Sequence[str]) -> Any:
    """Paths as `.gitignore` writes them. Raises ValueError or re.error for a line that means nothing."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines, backend=_BACKEND)


_BACKEND = "simple"
"""The same on every machine: others are taken where re2 or hyperscan happen to be installed."""
