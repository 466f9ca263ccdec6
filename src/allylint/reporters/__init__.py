"""Output formats: one file each, found by its name."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import cast

from allylint.errors import AllylintError, perhaps
from allylint.model import Report, Terminal


def reporter(name: str, where: str = "--format") -> Callable[[Report, Terminal], str]:
    """What renders a report in the format of that name; an unknown one is an error at `where`."""
    known = names()
    if name not in known:
        there_are = f"There are: {', '.join(known)}. {perhaps(name, known)}"
        raise AllylintError(where, f"`{name}` names no file in reporters/.", there_are.strip())
    render = import_module(f"{__name__}.{name}").render
    return cast(Callable[[Report, Terminal], str], render)


def names() -> list[str]:
    """Every format there is; files whose name begins with an underscore help them."""
    files = (os.path.splitext(file) for folder in __path__ for file in os.listdir(folder))
    return sorted(name for name, suffix in files if suffix == ".py" and not name.startswith("_"))
