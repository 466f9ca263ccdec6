"""Reads one rule file: its shape, its phrases, and what rules promise each other."""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from allylint.checks import Settings, build, kind, kinds, plain
from allylint.errors import perhaps
from allylint.misspelt import Misspelt
from allylint.mistakes import mistake
from allylint.pattern import NONE, Phrases
from allylint.places import Places
from allylint.rule import Rule, Saying, Way
from allylint.rulefolder import RuleText
from allylint.shapes import RuleFile, Words, settings_shape
from allylint.vocabulary import Vocabulary
from allylint.yamlfile import load

_FIELDS = re.compile(r"\{(\w*)\}")


class Source(NamedTuple):
    """What a rule file says, and where its values stand."""

    said: RuleFile
    places: Places
    path: str
    family: str


def read_rule(text: str, path: str, family: str, shared: Vocabulary | None = None) -> Rule:
    """The rule that a file's text says. Raises AllylintError at the line of a mistake."""
    return rule_of(read_source(text, path, family), shared)


def read_source(text: str, path: str, family: str) -> Source:
    """What a file's text says, its phrases unread. Raises AllylintError at the line of a mistake."""
    said, places = load(text, path, RuleFile)
    _consistent(said, path, places)
    return Source(said, places, path, family)


def rule_of(source: Source, shared: Vocabulary | None = None) -> Rule:
    """The rule, ready to look. Raises AllylintError at the line of a mistake."""
    said, places, path, family = source
    vocabulary = placed(places, (), lambda: Vocabulary(said.lists, shared))
    ways = tuple(_ways(said, places, vocabulary))
    unless_draft = placed(places, (), lambda: _unless_draft(said, vocabulary))
    return Rule(
        said.id, family, said.title, said.level, _prose(said.message), _prose(said.why),
        _prose(said.try_), _prose(said.fine_when), tuple(said.sources), tuple(said.related), ways,
        tuple(said.examples.flag), tuple(said.examples.passing), path,
        placed(places, (), lambda: _raised_by(said, vocabulary)), frozenset(said.not_cleared_by),
        said.weight, frozenset(said.not_beside),
        {"lists": vocabulary.own_lists(), "made": vocabulary.made}, unless_draft,
    )  # fmt: skip


def read_words(file: RuleText, above: Vocabulary | None) -> Vocabulary:
    """The lists that the rules of a folder share. Raises AllylintError."""
    words, places = load(file.text, file.path, Words)
    return placed(places, (), lambda: Vocabulary(words.lists, above))  # type: ignore[no-any-return]


def _prose(text: str) -> str:
    return " ".join(text.split())


def _raised_by(said: RuleFile, vocabulary: Vocabulary) -> Phrases:
    return vocabulary.phrases(said.raised_by, ("raised-by",))


def _unless_draft(said: RuleFile, vocabulary: Vocabulary) -> Phrases:
    text = said.unless_draft
    return vocabulary.phrases(text, ("unless-draft",)) if text.strip() else NONE


def _consistent(said: RuleFile, path: str, places: Places) -> None:
    name = os.path.splitext(os.path.basename(path))[0]
    if said.id != name:
        raise places.error(["id"], f"the id is `{said.id}`, the file's name is `{name}`.",
                           "They are the same word.")  # fmt: skip
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", said.id):
        raise places.error(["id"], f"`{said.id}` is no id.", "Small letters, joined by `-`.")
    for field, value in (("message", said.message), ("why", said.why), ("try", said.try_)):
        for found in _FIELDS.finditer(value):
            if found[1] != "quote":
                raise places.error([field], f"`{found[0]}` stands for nothing.", "`{quote}` does.")


def _ways(said: RuleFile, places: Places, vocabulary: Vocabulary) -> Iterator[Way]:
    several = isinstance(said.check, list)
    for at, raw in enumerate(said.check if isinstance(said.check, list) else [said.check]):
        path: tuple[str | int, ...] = ("check", at) if several else ("check",)
        settings = _settings(raw, path, places)
        check, words = placed(places, path, lambda s=settings: build(s, vocabulary))  # type: ignore[misc]
        cut, where = (settings.cut, path) if settings.cut else (said.cut, ())
        phrases = placed(places, where, lambda c=cut, w=words: w.phrases(c, ("cut",)))  # type: ignore[misc]
        saying = _saying(said, settings)._replace(cut=phrases)
        recipe = {
            "settings": plain(settings, words.made),
            "lists": words.own_lists(),
            "made": words.made,
        }
        yield Way(settings.level or said.level, check, saying, recipe)


def _saying(said: RuleFile, own: Settings) -> Saying:
    return Saying(
        _prose(own.message or said.message),
        _prose(own.why or said.why),
        _prose(own.try_ or said.try_),
        own.offer or said.offer or "",
    )


def _settings(raw: dict[str, Any], path: tuple[str | int, ...], places: Places) -> Settings:
    name = raw.get("kind", Settings.kind)
    if name not in kinds():
        near = perhaps(str(name), kinds())
        raise places.error((*path, "kind"), f"`kind: {name}` names no file in checks/.",
                           f"There are: {', '.join(kinds())}. {near}".strip())  # fmt: skip
    shape = settings_shape(kind(name).Settings)
    try:
        settings: Settings = msgspec.convert(raw, shape, strict=False)
    except msgspec.ValidationError as error:
        found = mistake(raw, shape, str(error))
        raise places.error((*path, *found.path), found.what, found.instead, key=found.key) from None
    if not settings.any.strip() and not settings.regex:
        raise places.error(
            path, "nothing says what to look for.", "`any` holds phrases, one a line."
        )
    return settings


def placed(places: Places, path: tuple[str | int, ...], make: Callable[[], Any]) -> Any:
    """What is made; a slip in a phrase becomes an AllylintError at its place."""
    try:
        return make()
    except Misspelt as error:
        slip = error.slip
        raise places.error((*path, *error.path), slip.what, slip.instead,
                           line=slip.line, column=slip.column) from None  # fmt: skip
