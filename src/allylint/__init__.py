"""allylint reads a comment before it is sent and suggests what might make its reader less heard."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allylint.model import Finding, Report

__version__ = "0.1.0"
__all__ = ["__version__", "check", "lint"]


def lint(
    text: str,
    *,
    syntax: str = "markdown",
    reply_to: str | None = None,
    path: str | None = None,
    config: "Mapping[str, object] | None" = None,
) -> "list[Finding]":
    """Every finding in a draft, hints and praise included, in the order of the text.

    Offsets count characters, lines and columns from 1. `reply_to` is the text that the
    draft answers; `config` holds keys of `.allylint.yaml`, such as `{"ignore": ["othering"]}`.
    Reads no file. Raises AllylintError for an unknown syntax or a wrong `config`.
    """
    return list(check(text, syntax=syntax, reply_to=reply_to, path=path, config=config).findings)


def check(
    text: str,
    *,
    syntax: str = "markdown",
    reply_to: str | None = None,
    path: str | None = None,
    config: "Mapping[str, object] | None" = None,
) -> "Report":
    """The whole report on a draft: findings, cleared matches and notes; else as `lint`."""
    from allylint.api import check_text

    return check_text(text, syntax=syntax, reply_to=reply_to, path=path, config=config)
