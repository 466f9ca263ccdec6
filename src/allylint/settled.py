"""What is set for a draft, and where each setting was said: `allylint --show-config FILE`."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allylint.asked import Options
from allylint.config import Config, config_for
from allylint.errors import AllylintError
from allylint.inputs import syntax_of
from allylint.reporters._safe import one_line


class Row(NamedTuple):
    """A setting, what it is, and where that was said."""

    name: str
    value: str
    where: str


def settled(paths: Sequence[str], options: Options) -> tuple[str, tuple[str, ...]]:
    """A table for each path of what holds for drafts there; and what could not be read."""
    tables, errors = [], []
    for path in paths or (os.curdir,):
        try:
            config = config_for(_draft(path), file=options.config, none=options.no_config)
            tables.append(_table(path, config))
        except AllylintError as error:
            errors.append(str(error))
    return "\n\n".join(tables), tuple(errors)


def _draft(path: str) -> str:
    """The path, or that of a draft in the folder."""
    return os.path.join(path, "draft.md") if os.path.isdir(path) else path


def _table(path: str, config: Config) -> str:
    rows = list(_rows(_draft(path), config))
    wide = max(len(row.name) for row in rows)
    lines = [f"  {row.name:<{wide}}  {one_line(f'{row.value} ({row.where})')}" for row in rows]
    return "\n".join([one_line(path), *lines])


def _rows(path: str, config: Config) -> Iterator[Row]:
    def row(name: str, value: str, key: str = "") -> Row:
        return Row(name, value, config.origins.get(key or name, "default"))

    if config.excluded:
        yield row("exclude", "this file is not read")
    read_as = config.syntax or syntax_of(path)
    yield Row("syntax", read_as, config.origins.get("syntax", "by its name"))
    yield row("select", "every rule" if config.select is None else _listed(config.select))
    yield row("ignore", _listed(config.ignore))
    yield row("fail-on", config.fail_on)
    yield row("hints", _word(config.hints))
    yield row("praise", "in text and html" if config.praise is None
              else _word(config.praise))  # fmt: skip
    yield row("rules", _listed([os.path.relpath(folder) for folder in config.rules]))
    for name, clause in config.policy.items():
        yield row(f"policy {one_line(name)}", clause.text, f"policy.{name}")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words) or "none"


def _word(value: bool) -> str:
    return "true" if value else "false"
