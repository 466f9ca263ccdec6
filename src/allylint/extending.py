"""A rule of one's own that changes another: `extends: self-label`, and only what is to be different."""

import os
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from allylint.errors import perhaps
from allylint.places import Places
from allylint.rulefile import Source, placed, read_source
from allylint.rulefolder import RuleText
from allylint.shapes import Examples, Extension, RuleFile
from allylint.vocabulary import Vocabulary
from allylint.yamlfile import load

_EXTENDS = re.compile(r"^extends[ \t]*:", re.MULTILINE)
_WORDS = ("title", "level", "message", "why", "try_", "fine_when")
_EXCEPTIONS = ("unless", "senses")


def extends(text: str) -> bool:
    """Whether a rule file's text changes another rule."""
    return bool(_EXTENDS.search(text))


def source_of(file: RuleText, bases: Mapping[str, Source], shared: Vocabulary | None) -> Source:
    """What a rule file says, by itself or of one of the bases. Raises AllylintError."""
    path, family, text = file
    if extends(text):
        return extended(text, path, bases, shared)
    return read_source(text, path, family)


def extended(
    text: str, path: str, bases: Mapping[str, Source], shared: Vocabulary | None
) -> Source:
    """The rule that an extension makes of its base. Raises AllylintError at the line of a mistake."""
    said, places = load(text, path, Extension)
    base = _base(said, path, places, bases)
    _known_lists(said, base.said, places)
    changed = {name: value for name in _WORDS if (value := getattr(said, name)) is not None}
    checks = [_check(each, said, changed) for each in _checks(base.said)]
    lists = _longer(base.said.lists, said.lists)
    if said.any:
        checks.append({"kind": "pattern", "any": said.any})
    _readable(said, [lists, *(check.get("lists", {}) for check in checks)], places, shared)
    whole = msgspec.structs.replace(
        base.said, **changed, lists=lists, check=checks,
        examples=_examples(base.said.examples, said.examples),
        unless_draft=f"{base.said.unless_draft}\n{said.unless_draft}",
        not_cleared_by=[*base.said.not_cleared_by, *said.not_cleared_by],
    )  # fmt: skip
    return Source(whole, places, path, base.family)


def _base(said: Extension, path: str, places: Places, bases: Mapping[str, Source]) -> Source:
    name = os.path.splitext(os.path.basename(path))[0]
    if said.extends not in bases:
        near = perhaps(said.extends, bases) or "`allylint rules` lists them."
        raise places.error(["extends"], f"no rule is called `{said.extends}`.", near)
    if said.extends != name:
        raise places.error(["extends"], f"this changes `{said.extends}`, the file's name is `{name}`.",
                           "They are the same word.")  # fmt: skip
    return bases[said.extends]


def _checks(said: RuleFile) -> list[dict[str, Any]]:
    return said.check if isinstance(said.check, list) else [said.check]


def _check(check: dict[str, Any], said: Extension, changed: dict[str, Any]) -> dict[str, Any]:
    """A check of the base with longer lists and more exceptions; what was said anew is said for all."""
    kept = {key: value for key, value in check.items() if key.replace("try", "try_") not in changed}
    for name in _EXCEPTIONS:
        if more := getattr(said, name):
            kept[name] = f"{kept.get(name, '')}\n{more}"
    return {**kept, "lists": _longer(check.get("lists", {}), said.lists)}


def _longer(lists: dict[str, list[str]], more: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*items, *more.get(name, ())] for name, items in lists.items()}


def _known_lists(said: Extension, base: RuleFile, places: Places) -> None:
    known = {*base.lists, *(name for check in _checks(base) for name in check.get("lists", {}))}
    for name in said.lists:
        if name not in known:
            there = f"There are: {', '.join(sorted(known))}."
            instead = perhaps(name, known) or (there if known else "It has none.")
            what = f"`{base.id}` has no list called `{name}`."
            raise places.error(["lists", name], what, instead, key=True)


def _readable(
    said: Extension, lists: list[dict[str, list[str]]], places: Places, shared: Vocabulary | None
) -> None:
    """Raises AllylintError for a slip in a phrase or a word that was added, at its place."""
    every = {name: items for each in lists for name, items in each.items()}
    words = placed(places, (), lambda: Vocabulary(every, shared))
    for name, items in said.lists.items():
        alone = {**every, name: items}
        placed(places, (), lambda alone=alone: Vocabulary(alone, shared))  # type: ignore[misc]
    for field in ("any", "unless_draft", *_EXCEPTIONS):
        text = getattr(said, field)
        placed(places, (), lambda f=field, t=text: words.phrases(t, (f.replace("_", "-"),)))  # type: ignore[misc]


def _examples(base: Examples, more: Examples | None) -> Examples:
    if more is None:
        return base
    return Examples(flag=[*base.flag, *more.flag], passing=[*base.passing, *more.passing])
