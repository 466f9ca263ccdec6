"""The Python door: a text in, a Report out; reads no file but the rules."""

from collections.abc import Mapping
from typing import Any

from allylint.errors import AllylintError, perhaps
from allylint.model import Clause, Report
from allylint.rulebook import Rulebook

_KEYS = ("ignore", "policy", "select")


def check_text(
    text: str, *, syntax: str = "markdown", reply_to: str | None = None, path: str | None = None,
    config: Mapping[str, object] | None = None,
) -> Report:  # fmt: skip
    """The whole report on one draft. Raises AllylintError for an unknown syntax or wrong `config`."""
    from allylint.engine import lint_document
    from allylint.inputs import read_document
    from allylint.rulebook import load_rulebook

    rulebook = load_rulebook()
    rules, policy = _configured(config, rulebook) if config is not None else (None, {})
    document = read_document(path or "<text>", text, syntax)
    found = lint_document(document, rulebook, reply_to=reply_to, rules=rules, policy=policy)
    return Report(
        tuple(found.findings), tuple(found.cleared), tuple(found.notes), rulebook.errors,
        {document.path: document.text}, 1, (document.path,),
    )  # fmt: skip


def _configured(config: Any, rulebook: Rulebook) -> tuple[frozenset[str], dict[str, Clause]]:
    """The ids of the chosen rules, and what their findings cite."""
    from allylint.config import names
    from allylint.settings import cited

    given = _settings(config)
    chosen = frozenset(rulebook.rules)
    if given.select is not None:
        chosen = rulebook.names(names(given.select), "config: select")
    chosen -= rulebook.names(names(given.ignore or ()), "config: ignore")
    rulebook.names(given.policy, "config: policy")
    return chosen, {name: cited(clause) for name, clause in given.policy.items()}


def _settings(config: Any) -> Any:
    import msgspec

    from allylint.mistakes import mistake
    from allylint.settings import shape

    if not isinstance(config, Mapping):
        raise AllylintError("config", f"this is {type(config).__name__}; it could be a mapping.")
    for key in config:
        if key not in _KEYS:
            instead = perhaps(str(key), _KEYS) or f"There are: {', '.join(_KEYS)}."
            raise AllylintError("config", f"no key is called `{key}`.", instead)
    try:
        return msgspec.convert(dict(config), shape(), strict=False)
    except msgspec.ValidationError as error:
        found = mistake(dict(config), shape(), str(error))
        raise AllylintError("config", found.what, found.instead) from None
