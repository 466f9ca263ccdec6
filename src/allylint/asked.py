"""What the command line asks for, and how it goes with what is configured."""

from typing import NamedTuple

from allylint.config import Config
from allylint.errors import AllylintError, perhaps
from allylint.inputs import syntaxes

_FAILING = {"suggestion": ("suggestion",), "hint": ("suggestion", "hint"), "never": ()}


class Options(NamedTuple):
    """Options of `allylint check`, as the command line names them; None: as configured."""

    format_: str = "text"
    output: str | None = None
    report: tuple[str, ...] = ()
    select: str | None = None
    ignore: str | None = None
    hints: bool = False
    praise: bool | None = None
    all: bool = False
    remains: bool = False
    why: bool = False
    reply_to: str | None = None
    syntax: str | None = None
    stdin_filename: str = "<stdin>"
    fail_on: str | None = None
    changed: bool = False
    changed_since: str | None = None
    baseline: str | None = None
    write_baseline: bool = False
    rules: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False
    show_config: bool = False
    jobs: int | None = None
    show_cleared: bool = False
    quiet: bool = False
    color: str = "auto"

    def failing(self, config: Config) -> tuple[str, ...]:
        """The levels that make the exit status 1."""
        return _FAILING[self.fail_on or config.fail_on]

    def shown(self, config: Config) -> frozenset[str]:
        """The levels to show: as asked for, else as configured, else praise where people read."""
        levels = {"suggestion"}
        if self.hints or config.hints or "hint" in self.failing(config):
            levels.add("hint")
        wanted = config.praise if self.praise is None else self.praise
        if self.format_ in ("text", "html") if wanted is None else wanted:
            levels.add("praise")
        return frozenset(levels)

    def read_as(self, config: Config) -> str | None:
        """The input format's name; None leaves it to the path. Raises AllylintError."""
        return self.syntax or known_syntax(config.syntax, config.origins.get("syntax", "syntax"))


def known_syntax(name: str | None, where: str) -> str | None:
    """The name of an input format, or None. Raises AllylintError for an unknown one."""
    if name is not None and name not in syntaxes():
        instead = f"There are: {', '.join(syntaxes())}. {perhaps(name, syntaxes())}".strip()
        raise AllylintError(where, f"`{name}` names no file in inputs/.", instead)
    return name
