"""Who argued for the rules, in full: read only where somebody asks, to explain a rule."""

from collections.abc import Iterable

from allylint.errors import AllylintError
from allylint.rulefolder import sources_of
from allylint.shapes import Source
from allylint.yamlfile import load


def read_sources(folders: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Author, year and title by key, from each folder that has a catalogue; and what is wrong.

    A key that another folder has already is a mistake: a rule would cite what it does not mean.
    """
    known: dict[str, str] = {}
    errors: list[str] = []
    for folder in folders:
        try:
            known |= _read(folder, known)
        except AllylintError as error:
            errors.append(str(error))
    return known, tuple(errors)


def _read(folder: str, known: dict[str, str]) -> dict[str, str]:
    file = sources_of(folder)
    if file is None:
        return {}
    said, places = load(file.text, file.path, dict[str, Source])
    if twice := next((key for key in said if key in known), None):
        raise places.error(
            [twice], f"`{twice}` is a source of other rules.", "Rename one.", key=True
        )
    return {key: _in_full(source) for key, source in said.items()}


def _in_full(source: Source) -> str:
    return f"{source.author} ({source.year}), {source.title}"
