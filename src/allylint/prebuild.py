"""Makes what a wheel brings along for shipped.py to read: the rules and voice cues, parsed."""

import os
from collections.abc import Iterator

from allylint import cache, cues, rulebook, shipped
from allylint.rulefolder import built_in_folder


def prebuild(folder: str) -> Iterator[str]:
    """Write the files into a folder that is there. Gives their names. Raises AllylintError."""
    rules, voices = built_in_folder(), cues.FOLDER
    for name, folders, parts in (
        ("rules.data", [rules], rulebook.built_in_parts()),
        ("voices.data", [rules, voices], cues.voice_parts()),
    ):
        path = os.path.join(folder, name)
        cache.write_file(path, shipped.key_of(folders), cache.body_of(parts))
        yield name
