"""The Python door: a text in, a Report out; reads no file but the rules."""

from collections.abc import Mapping
from typing import Any

from allylint.errors import AllylintError, perhaps
from allylint.model import Report

_KEYS = ("select", "ignore", "policy")


def check_text(
    text: str, *, syntax: str = "markdown", reply_to: str | None = None, path: str | None = None,
    config: Mapping[str, object] | None = None,
) -> Report:  # fmt: skip
    """The whole report on one draft. Raises AllylintError for an unknown syntax or wrong `config`."""
    from allylint.engine import lint_document
    from allylint.inputs import read_document
    from allylint.rulebook import load_rulebook

    rulebook = load_rulebook()
    settings: dict[str, Any] = dict(config or {})
    for key in settings:
        if key not in _KEYS:
            raise AllylintError("config", f"no key is called `{key}`.",
                                perhaps(key, _KEYS) or f"There are: {', '.join(_KEYS)}.")  # fmt: skip
    chosen = None
    if "select" in settings or "ignore" in settings:
        every = frozenset(rulebook.rules)
        select = _words(settings.get("select"), "select")
        kept = rulebook.names(select, "config: select") if "select" in settings else every
        chosen = kept - rulebook.names(_words(settings.get("ignore"), "ignore"), "config: ignore")
    document = read_document(path or "<text>", text, syntax)
    policy = {str(k): str(v) for k, v in dict(settings.get("policy") or {}).items()}
    found = lint_document(document, rulebook, reply_to=reply_to, rules=chosen, policy=policy)
    return Report(
        tuple(found.findings), tuple(found.cleared), tuple(found.notes), rulebook.errors,
        {document.path: document.text}, 1,
    )  # fmt: skip


def _words(value: Any, key: str) -> list[str]:
    if isinstance(value, str):
        return [word.strip() for word in value.split(",") if word.strip()]
    if value is None or isinstance(value, list | tuple | set | frozenset):
        return [str(word) for word in value or ()]
    raise AllylintError("config", f"`{key}` is {type(value).__name__}; it could be a list of ids.")
