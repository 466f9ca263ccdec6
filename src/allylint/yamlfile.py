"""Reads a YAML file into a msgspec Struct, and says where each mistake stands."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar

import msgspec
import yaml

from allylint.errors import AllylintError
from allylint.mistakes import Path, mistakes, thing
from allylint.places import BREAK, Place, Places

T = TypeVar("T")
_LONGEST, _DEEPEST = 1_000_000, 50
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ODD = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADVICE = {
    "mapping values are not allowed": "Put a text with a colon in quotes.",
    "did not find expected ',' or ']'": "A list ends with `]`, and commas stand between its items.",
    "found character": "Indent with blanks, and put a text that starts with a sign in quotes.",
}


def load(text: str, name: str, shape: type[T]) -> tuple[T, Places]:
    """The file's text as the shape, and where its values stood; the first mistakes are raised."""
    reader = _Reader(text, name)
    plain = reader.read()
    if plain == "":
        raise AllylintError(f"{name}:1:1", "the file is empty.")
    try:
        return msgspec.convert(plain, shape, strict=False), reader
    except msgspec.ValidationError as error:
        first, *others = [
            reader.error(found.path, found.what, found.instead, key=found.key)
            for found in mistakes(plain, shape, str(error))
        ]
        first.others = others
        raise first from None


_QUOTED = re.compile(r"""(?:^|[:\[{,-]\s)\s*(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")""")
_OPENS = re.compile(r"""(?:^\s*|[:\[{,-]\s+)(['"])""")


_ENDS_EARLY = re.compile(r"""[^'"]*(?:^|[:\[{,-]\s)\s*'(?:[^']|'')*'\s*[^\s,\]}:#']""")


def _open_quote(numbered: tuple[int, str]) -> tuple[int, int] | None:
    """Where a quote opens a value that its line does not close, from 0."""
    number, line = numbered
    rest = _QUOTED.sub(lambda found: "x" * len(found[0]), line)
    found = _OPENS.search(rest)
    return (number, found.start(1)) if found else None


class _Reader(Places):
    """Builds plain values from YAML's events, without recursion, so that nothing is too deep."""

    def read(self) -> Any:
        if len(self.text) > _LONGEST:
            raise self.at(0, 0, "the file is longer than a million characters.")
        if odd := _ODD.search(self.text):
            before = BREAK.split(self.text[: odd.start()])
            what = f"the character U+{ord(odd[0]):04X} can't stand in YAML."
            raise self.at(len(before) - 1, len(before[-1]), what)
        try:
            return self._build(yaml.parse(self.text, Loader=_LOADER))
        except yaml.YAMLError as error:
            self._syntax(error)

    def _syntax(self, error: yaml.YAMLError) -> NoReturn:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = " ".join(str(getattr(error, "problem", None) or "it is not YAML").split())
        advice = next((_ADVICE[start] for start in _ADVICE if problem.startswith(start)), "")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = BREAK.split(self.text)
        if quote := next(filter(None, map(_open_quote, enumerate(lines[: line + 1]))), None):
            sign = lines[quote[0]][quote[1]]
            what = f"the {sign} that opens here is not closed in its line."
            letter = "it twice" if sign == "'" else '\\"'
            instead = f"Close it, or write {letter} where it is a letter."
            raise self.at(*quote, what, instead) from None
        if any(map(_ENDS_EARLY.match, lines[line : line + 1])):
            what = "a ' within '…' ends the text."
            raise self.at(
                line, column, what, "Write it twice where it is a letter: isn''t."
            ) from None
        if any("\t" in each[: column + 1] for each in lines[line : line + 1]):
            raise self.at(line, column, "a tab stands here.", "Indent with blanks.") from None
        raise self.at(line, column, f"this can't be read as YAML: {problem}.", advice) from None

    def _build(self, events: Iterator[Any]) -> Any:
        top: list[Any] = []
        stack: list[tuple[Path, Any]] = []
        key: Any = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and top:
                self._refuse(event, "a second document starts here.", "Give it its own file.")
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            if not isinstance(event, yaml.NodeEvent):
                continue
            self._plain(event)
            path, into = stack[-1] if stack else ((), top)
            if isinstance(into, dict) and key is None:
                key = self._key(event, path, into)
                continue
            value = _value(event)
            if isinstance(into, dict):
                into[key.value] = value
                path = (*path, key.value)
            else:
                path = (*path, len(into)) if stack else ()
                into.append(value)
            self.known[path] = Place(key and key.start_mark, event)
            key = None
            if not isinstance(value, str):
                stack.append((path, value))
                if len(stack) > _DEEPEST:
                    self._refuse(event, f"this stands more than {_DEEPEST} levels deep.")
        return top[0] if top else ""

    def _key(self, event: Any, path: Path, into: dict[str, Any]) -> Any:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "this key is a list or a mapping; it could be a word.")
        if event.value in into:
            first = self.known[(*path, event.value)].key.line + 1
            self._refuse(
                event, f"the key {thing(event.value)} stands twice; first on line {first}."
            )
        return event

    def _plain(self, event: Any) -> None:
        if event.anchor:
            name = ("*" if isinstance(event, yaml.AliasEvent) else "&") + event.anchor
            self._refuse(event, f"{thing(name)} is an alias.", "Write the value itself.")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"{thing(tag)} is a tag.", "Write the value alone.")

    def _refuse(self, event: Any, what: str, instead: str = "") -> NoReturn:
        raise self.at(event.start_mark.line, event.start_mark.column, what, instead)


def _value(event: Any) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    return {} if isinstance(event, yaml.MappingStartEvent) else []
