"""What `.allylint.yaml` and `[tool.allylint]` may say."""

from typing import Literal

from msgspec import Struct, field


class _Some(Struct, forbid_unknown_fields=True, rename="kebab"):
    select: list[str] | str | None = None
    """Only these rules or families."""
    ignore: list[str] | str | None = None
    """Without these rules or families."""
    hints: bool | None = None
    """Whether to show hints too: right at least 2 times in 3."""
    fail_on: Literal["suggestion", "hint", "never"] | None = None
    """What makes the exit status 1."""


class PathSettings(_Some):
    """What is set for the drafts that a glob matches."""

    syntax: str | None = None
    """How they are read: markdown, plain, commit …"""


class Clause(Struct, forbid_unknown_fields=True):
    """A clause of the community's own guidelines."""

    clause: str
    """Its words, as findings cite them."""
    link: str = ""
    """Where it stands: an address that starts with https:// or http://."""


class ConfigFile(_Some):
    """Settings of allylint, for the drafts in this folder and below it."""

    praise: bool | None = None
    """Whether to show what already works."""
    exclude: list[str] | None = None
    """Paths that are not read, as `.gitignore` writes them; also where they are named."""
    paths: dict[str, PathSettings] = field(default_factory=dict)
    """Settings for the drafts that a glob matches."""
    rules: list[str] | None = None
    """Folders of your own rules, inside the repository."""
    policy: dict[str, str | Clause] = field(default_factory=dict)
    """Rules or families, and the clause of your guidelines that their findings cite."""
