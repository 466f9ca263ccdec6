"""What in a plain value does not fit a shape, in plain words; msgspec says less."""

import math
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from allylint.errors import perhaps

Path = tuple[str | int, ...]


class Mistake(NamedTuple):
    """What does not fit a shape, and the path to it."""

    path: Path
    what: str
    instead: str = ""
    key: bool = False


_WORDS = {
    "StrType": "a word or text", "IntType": "a whole number", "FloatType": "a number",
    "BoolType": "`true` or `false`", "StructType": "a mapping", "DictType": "a mapping",
    "ListType": "a list", "SetType": "a list", "FrozenSetType": "a list",
    "VarTupleType": "a list", "TupleType": "a list", "NoneType": "",
}  # fmt: skip
_SCALARS: dict[str, type] = {"IntType": int, "FloatType": float, "BoolType": bool}


def mistake(plain: Any, shape: Any, reason: str) -> Mistake:
    """The first thing in a plain value that does not fit the shape; else msgspec's own reason."""
    return mistakes(plain, shape, reason)[0]


def mistakes(plain: Any, shape: Any, reason: str, most: int = 5) -> list[Mistake]:
    """What does not fit, up to so many; else msgspec's own reason."""
    from msgspec.inspect import type_info

    if found := list(islice(_mistakes(plain, type_info(shape), ()), most)):
        return found
    what, _, path = reason.partition(" - at `$")
    steps = re.findall(r"\.([\w-]+)|\[(\d+)\]", path.partition("[...]")[0])
    return [Mistake(tuple(word or int(number) for word, number in steps), f"{what}.")]


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
            yield Mistake((*path, key), f"no key is called {thing(key)}.", instead, True)
    missing = [name for name, field in fields.items() if field.required and name not in value]
    if len(missing) == 1:
        could = _could(_members(fields[missing[0]].type))
        what = f"the key `{missing[0]}` is missing."
        yield Mistake(path, what, could and f"It could be {could}.")
    elif missing:
        named = ", ".join(f"`{name}`" for name in missing[:-1])
        yield Mistake(path, f"the keys {named} and `{missing[-1]}` are missing.")


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
            number: Any = msgspec.convert(value, _SCALARS[kind], strict=False)
        except msgspec.ValidationError:
            return False
        return kind == "BoolType" or _least(member) <= number <= _most(member)
    if kind == "NoneType":
        return value is None or str(value).lower() == "null"
    if kind == "StrType":
        return isinstance(value, str)
    return str(value) in _choices(member) if _choices(member) else kind not in _WORDS


def _least(member: Any) -> float:
    return -math.inf if member.ge is None else float(member.ge)


def _most(member: Any) -> float:
    return math.inf if member.le is None else float(member.le)


def _between(member: Any) -> str:
    """The bounds of a number, in words."""
    bounded = getattr(member, "le", None) is not None
    return f" from {_least(member):g} to {_most(member):g}" if bounded else ""


def _with(member: Any) -> str:
    """The keys that a mapping has to have, in words."""
    needed = [f"`{f.encode_name}`" for f in getattr(member, "fields", ()) if f.required]
    return f" with {' and '.join(needed)}" if 0 < len(needed) < 4 else ""


def _misfit(value: Any, members: list[Any], path: Path) -> Mistake:
    choices = [choice for member in members for choice in _choices(member)]
    if choices and not isinstance(value, dict | list):
        return _misplaced(value, choices, path)
    could = _could(members)
    as_list = " Begin each line of it with `- `." if could == "a list" else ""
    return Mistake(path, f"{_called(path)} is {thing(value)}; it could be {could}.{as_list}")


def _misplaced(value: Any, choices: list[str], path: Path) -> Mistake:
    near = perhaps(value, choices) if isinstance(value, str) else ""
    instead = f"{_there_are(choices)} {near}".strip()
    return Mistake(path, f"{_called(path)} is {thing(value)}.", instead)


def _called(path: Path) -> str:
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, str):
        return thing(last)
    return f"item {last + 1} of {_called(path[:-1])}"


def thing(value: Any) -> str:
    """A value as a mistake shows it: in backticks, cut short."""
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    if not text or value is None:
        return "empty"
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _could(members: list[Any]) -> str:
    words = [
        ", ".join(f"`{choice}`" for choice in _choices(member))
        or _WORDS.get(type(member).__name__, "") + _between(member) + _with(member)
        for member in members
    ]
    return " or ".join(dict.fromkeys(word for word in words if word))


def _there_are(names: Any) -> str:
    return f"There are: {', '.join(sorted(names))}."
