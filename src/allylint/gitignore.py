"""What git does not see: `.gitignore` files and `.git/info/exclude`, the nearest first."""

import os
from collections.abc import Iterator, Sequence
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
    return tuple(Ignores(folder, spec) for spec in _specs(lines))


def ignored(path: str, ignores: tuple[Ignores, ...]) -> bool:
    """Whether git would not see it: the nearest file that speaks of it decides."""
    for folder, spec in reversed(ignores):
        said = spec.check_file(path[len(folder) :].lstrip("/")).include
        if said is not None:
            return bool(said)
    return False


def _specs(lines: list[str]) -> Iterator[Any]:
    """What the lines say, in their order; as git does, a line that means nothing is passed over."""
    said = [line for line in lines if line.strip() and line[0] != "#"]
    for at in range(0, len(said), _TOGETHER):
        together = said[at : at + _TOGETHER]
        try:
            yield spec_of(together)
        except ValueError:
            for line in together:
                with suppress(ValueError):
                    yield spec_of([line])


def spec_of(lines: Sequence[str]) -> Any:
    """Paths as `.gitignore` writes them. Raises ValueError for lines that mean nothing or too much."""
    import re
    import warnings

    import re2
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return GitIgnoreSpec.from_lines(lines, backend="re2")
        except (re.error, re2.error) as error:
            raise ValueError(str(error)) from None


_TOGETHER = 200
"""Lines that are looked for together: re2 takes no more than so many of the longest kind.

It takes time in proportion to a path, whatever a stranger's line is; the other ways that pathspec
knows take hours over `*a*a*a*a*a*a*b`.
"""
