"""The rules and voice cues as an installed allylint brings them along: parsed when it was built."""

import os
from collections.abc import Sequence

from allylint import __version__, cache

_MADE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "made")


def read(name: str, folders: Sequence[str]) -> cache.Parts | None:
    """What was made at build from the YAML files of these folders, if they are still those.

    It is taken on trust, as the code beside it is.
    """
    path = os.path.join(_MADE, name)
    return cache.read_file(path, key_of(folders), summed=False) if os.path.isfile(path) else None


def key_of(folders: Sequence[str]) -> str:
    """This version, and the names and sizes of the files; times change when a wheel is unpacked."""
    states = (state for folder in folders for state in cache.state_of(folder, ".yaml", times=False))
    return ", ".join([__version__, *states])
