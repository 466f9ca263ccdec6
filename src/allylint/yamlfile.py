"""Reads a YAML file into a msgspec Struct, and says where each mistake stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, NoReturn, TypeVar

import msgspec
import yaml

from allylint.errors import AllylintError, perhaps

T = TypeVar("T")
Path = tuple[str | int, ...]
_LONGEST, _DEEPEST = 1_000_000, 50
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_ODD = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STEP = {"'": re.compile("''|."), '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|.")}
_ADVICE = {
    "mapping values are not allowed": "Put a text with a colon in quotes.",
    "found character": "Indent with blanks, and put a text that starts with a sign in quotes.",
}


class _Place(NamedTuple):
    key: Any
    value: Any


class Mistake(NamedTuple):
    """What does not fit a shape, and the path to it."""

    path: Path
    what: str
    instead: str = ""
    key: bool = False


class Places:
    """Where each value of a file stood, for mistakes that are found later."""

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._places: dict[Path, _Place] = {}

    def error(
        self, path: Sequence[str | int], what: str, instead: str = "",
        *, key: bool = False, line: int = 0, column: int = 0,
    ) -> AllylintError:  # fmt: skip
        """A mistake at the value (or key) at this path, or at a place inside of the value."""
        known = tuple(path)
        while known and known not in self._places:
            known = known[:-1]
        place = self._places.get(known)
        if place is None:
            return self._at(0, 0, what, instead)
        mark = place.key if key and place.key else place.value.start_mark
        if not (line or column):
            return self._at(mark.line, mark.column, what, instead)
        return self._at(*self._inside(place.value, line or 1, column or 1), what, instead)

    def _at(self, line: int, column: int, what: str, instead: str = "") -> AllylintError:
        return AllylintError(f"{self._name}:{line + 1}:{column + 1}", what, instead)

    def _inside(self, event: Any, line: int, column: int) -> tuple[int, int]:
        first, last = event.start_mark, event.end_mark
        style = getattr(event, "style", None) or ""
        lines = _BREAK.split(self._text)
        if style in ("|", ">"):
            source = next((text for text in lines[first.line + 1 :] if text.strip(" ")), "")
            value = next((text for text in _BREAK.split(event.value) if text.strip(" ")), "")
            return first.line + line, max(0, _blanks(source) - _blanks(value)) + column - 1
        if first.line != last.line:
            return first.line, first.column
        if style not in _STEP:
            return first.line, first.column + column - 1
        at = first.column + 1
        for _ in range(column - 1):
            step = _STEP[style].match(lines[first.line], at)
            at = step.end() if step else at
        return first.line, min(at, last.column - 1)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def load(text: str, name: str, shape: type[T]) -> tuple[T, Places]:
    """The file's text as the shape, and where its values stood; the first mistake is raised."""
    reader = _Reader(text, name)
    plain = reader.read()
    if plain == "":
        raise AllylintError(f"{name}:1:1", "the file is empty.")
    try:
        return msgspec.convert(plain, shape, strict=False), reader
    except msgspec.ValidationError as error:
        found = mistake(plain, shape, str(error))
        raise reader.error(found.path, found.what, found.instead, key=found.key) from None


class _Reader(Places):
    """Builds plain values from YAML's events, without recursion, so that nothing is too deep."""

    def read(self) -> Any:
        if len(self._text) > _LONGEST:
            raise self._at(0, 0, "the file is longer than a million characters.")
        if odd := _ODD.search(self._text):
            before = _BREAK.split(self._text[: odd.start()])
            what = f"the character U+{ord(odd[0]):04X} can't stand in YAML."
            raise self._at(len(before) - 1, len(before[-1]), what)
        try:
            return self._build(yaml.parse(self._text, Loader=_LOADER))
        except yaml.YAMLError as error:
            self._syntax(error)

    def _syntax(self, error: yaml.YAMLError) -> NoReturn:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = " ".join(str(getattr(error, "problem", None) or "it is not YAML").split())
        advice = next((_ADVICE[start] for start in _ADVICE if problem.startswith(start)), "")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        raise self._at(line, column, f"this can't be read as YAML: {problem}.", advice) from None

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
            self._places[path] = _Place(key and key.start_mark, event)
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
            first = self._places[(*path, event.value)].key.line + 1
            self._refuse(
                event, f"the key {_thing(event.value)} stands twice; first on line {first}."
            )
        return event

    def _plain(self, event: Any) -> None:
        if event.anchor:
            name = ("*" if isinstance(event, yaml.AliasEvent) else "&") + event.anchor
            self._refuse(event, f"{_thing(name)} is an alias.", "Write the value itself.")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, f"{_thing(tag)} is a tag.", "Write the value alone.")

    def _refuse(self, event: Any, what: str, instead: str = "") -> NoReturn:
        raise self._at(event.start_mark.line, event.start_mark.column, what, instead)


def _value(event: Any) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    return {} if isinstance(event, yaml.MappingStartEvent) else []


_WORDS = {
    "StrType": "a word or text", "IntType": "a whole number", "FloatType": "a number",
    "BoolType": "`true` or `false`", "StructType": "a mapping", "DictType": "a mapping",
    "ListType": "a list", "SetType": "a list", "FrozenSetType": "a list",
    "VarTupleType": "a list", "TupleType": "a list", "NoneType": "",
}  # fmt: skip
_SCALARS: dict[str, type] = {"IntType": int, "FloatType": float, "BoolType": bool}


def mistake(plain: Any, shape: Any, reason: str) -> Mistake:
    """The first thing in a plain value that does not fit the shape; else msgspec's own reason."""
    from msgspec.inspect import type_info

    if found := next(_mistakes(plain, type_info(shape), ()), None):
        return found
    what, _, path = reason.partition(" - at `$")
    steps = re.findall(r"\.([\w-]+)|\[(\d+)\]", path.partition("[...]")[0])
    return Mistake(tuple(word or int(number) for word, number in steps), f"{what}.")


def _mistakes(value: Any, info: Any, path: Path) -> Iterator[Mistake]:
    members = _members(info)
    kinds = {_WORDS.get(type(member).__name__, ""): member for member in members}
    if isinstance(value, dict) and "a mapping" in kinds:
        mappings = [m for m in members if _WORDS.get(type(m).__name__) == "a mapping"]
        yield from _in_mapping(value, mappings, path)
    elif isinstance(value, list) and "a list" in kinds:
        item = getattr(kinds["a list"], "item_type", None)
        for index, inner in enumerate(value):
            if item:
                yield from _mistakes(inner, item, (*path, index))
    elif not any(_fits(value, member) for member in members):
        yield _misfit(value, members, path)


def _members(info: Any) -> list[Any]:
    kind = type(info).__name__
    if kind == "Metadata":
        return _members(info.type)
    if kind == "UnionType":
        return [inner for member in info.types for inner in _members(member)]
    return [info]


def _in_mapping(value: dict[str, Any], mappings: list[Any], path: Path) -> Iterator[Mistake]:
    if not hasattr(mappings[0], "fields"):
        for key, inner in value.items():
            yield from _mistakes(inner, mappings[0].value_type, (*path, key))
        return
    tagged = mappings[0].tag_field
    struct = mappings[0]
    if tagged:
        tags = {str(each.tag): each for each in mappings}
        if str(value.get(tagged)) not in tags:
            yield _tagless(value, tagged, tags, path)
            return
        struct = tags[str(value[tagged])]
    fields = {field.encode_name: field for field in struct.fields}
    for key, inner in value.items():
        if key in fields:
            yield from _mistakes(inner, fields[key].type, (*path, key))
        elif key != tagged and struct.forbid_unknown_fields:
            instead = perhaps(key, fields) or _there_are(fields)
            yield Mistake((*path, key), f"no key is called {_thing(key)}.", instead, True)
    for name, field in fields.items():
        if field.required and name not in value:
            could = _could(_members(field.type))
            yield Mistake(path, f"the key `{name}` is missing.", could and f"It could be {could}.")


def _tagless(value: Any, key: str, tags: dict[str, Any], path: Path) -> Mistake:
    if key not in value:
        return Mistake(path, f"the key `{key}` is missing.", _there_are(tags))
    return _misplaced(value[key], list(tags), (*path, key))


def _choices(member: Any) -> list[str]:
    kind = type(member).__name__
    if kind == "EnumType":
        return [str(each.value) for each in member.cls]
    return [str(each) for each in member.values] if kind == "LiteralType" else []


def _fits(value: Any, member: Any) -> bool:
    kind = type(member).__name__
    if isinstance(value, dict | list):
        return kind == "AnyType"
    if kind in _SCALARS:
        try:
            msgspec.convert(value, _SCALARS[kind], strict=False)
        except msgspec.ValidationError:
            return False
        return True
    if kind == "NoneType":
        return value is None or str(value).lower() == "null"
    if kind == "StrType":
        return isinstance(value, str)
    return str(value) in _choices(member) if _choices(member) else kind not in _WORDS


def _misfit(value: Any, members: list[Any], path: Path) -> Mistake:
    choices = [choice for member in members for choice in _choices(member)]
    if choices and not isinstance(value, dict | list):
        return _misplaced(value, choices, path)
    return Mistake(path, f"{_called(path)} is {_thing(value)}; it could be {_could(members)}.")


def _misplaced(value: Any, choices: list[str], path: Path) -> Mistake:
    near = perhaps(value, choices) if isinstance(value, str) else ""
    instead = f"{_there_are(choices)} {near}".strip()
    return Mistake(path, f"{_called(path)} is {_thing(value)}.", instead)


def _called(path: Path) -> str:
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, str):
        return _thing(last)
    return f"item {last + 1} of {_called(path[:-1])}"


def _thing(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    if not text or value is None:
        return "empty"
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _could(members: list[Any]) -> str:
    words = [
        ", ".join(f"`{choice}`" for choice in _choices(member))
        or _WORDS.get(type(member).__name__, "")
        for member in members
    ]
    return " or ".join(dict.fromkeys(word for word in words if word))


def _there_are(names: Any) -> str:
    return f"There are: {', '.join(sorted(names))}."
