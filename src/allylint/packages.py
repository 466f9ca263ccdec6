"""Rules that installed packages bring: an entry point in the group `allylint.rules` names their folder.

    [project.entry-points."allylint.rules"]
    our-club = "our_club.rules"

Only the folder is found; nothing of the package is imported. Only the command line and a user's own
settings name packages: a repository brings its rules as files.
"""

import os
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec

from allylint.errors import AllylintError, perhaps

_GROUP = "allylint.rules"


def rules_folder(named: str, where: str) -> str:
    """The folder of this path, or that a package of this name brings. Raises AllylintError."""
    if os.path.isdir(named):
        return os.path.normpath(named)
    known = {point.name: point for point in entry_points(group=_GROUP)}
    if named in known:
        return _folder(known[named], where)
    what = f"`{named}` is no folder, and no installed package brings rules of that name."
    raise AllylintError(where, what, perhaps(named, known))


def _folder(point: EntryPoint, where: str) -> str:
    package, *below = point.module.split(".")
    spec = find_spec(package)
    for top in (spec and spec.submodule_search_locations) or ():
        folder = os.path.join(top, *below)
        if os.path.isdir(folder):
            return folder
    raise AllylintError(where, f"the package `{point.name}` has no folder `{point.module}`.")
