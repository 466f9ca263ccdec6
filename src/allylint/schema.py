"""JSON Schemas for editors, made from the types that read the files; the docstrings are the help."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from allylint.checks import kind, kinds
from allylint.configshape import Clause, ConfigFile, PathSettings
from allylint.errors import AllylintError
from allylint.shapes import Examples, Extension, Flag, Pass, RuleFile, settings_shape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORD = ["string", "number", "boolean"]
"""A word of a list is a text, also where YAML would make a truth of `no` and a number of `1.10`."""
NAMES = ("config", "rule")


def schema(name: str) -> dict[str, Any]:
    """The schema of `.allylint.yaml` (`config`) or a rule file (`rule`). Raises AllylintError."""
    if name not in NAMES:
        raise AllylintError("schema", f"`{name}` has none.", f"There are: {', '.join(NAMES)}.")
    made = _config() if name == "config" else _rule()
    return {"$schema": _DIALECT, **made}


def _config() -> dict[str, Any]:
    made = msgspec.json.schema(ConfigFile)
    for shape in (ConfigFile, PathSettings, Clause):
        _explain(made["$defs"][shape.__name__], shape)
    return made


def _rule() -> dict[str, Any]:
    (whole, change), defs = msgspec.json.schema_components(
        (RuleFile, Extension), ref_template="#/$defs/{name}"
    )
    made: dict[str, Any] = {"if": {"required": ["extends"]}, "then": change, "else": whole}
    made["$defs"] = defs
    for shape in (RuleFile, Extension, Examples, Flag, Pass):
        _explain(defs[shape.__name__], shape)
    checks = []
    for name in kinds():
        made["$defs"][name] = _check(name)
        checks.append({"$ref": f"#/$defs/{name}"})
    several = {"type": "array", "minItems": 1, "items": {"anyOf": checks}}
    fields = made["$defs"]["RuleFile"]["properties"]
    fields["check"] = {**fields["check"], "anyOf": [*checks, several]}
    return made


def _check(name: str) -> dict[str, Any]:
    """The settings of one kind of check."""
    (made,) = msgspec.json.schema(settings_shape(kind(name).Settings))["$defs"].values()
    _explain(made, kind(name).Settings)
    made["properties"]["kind"]["const"] = name
    return dict(made)


def _explain(made: dict[str, Any], shape: type) -> None:
    """Put the docstrings of a class and of its fields where editors show them."""
    made["description"] = inspect.getdoc(shape)
    for field, help in _help(shape).items():
        key = field.rstrip("_").replace("_", "-")
        key = "pass" if key == "passing" else key
        made["properties"][key]["description"] = help
    if lists := made["properties"].get("lists"):
        lists["additionalProperties"]["items"] = {"type": _WORD}


def _help(shape: type) -> dict[str, str]:
    """What stands in quotes below each field, in the class and in those that it is made from."""
    ours = [each for each in reversed(shape.__mro__) if each.__module__.startswith("allylint.")]
    return {field: help for each in ours for field, help in _said_of_fields(each)}


def _said_of_fields(shape: type) -> Iterator[tuple[str, str]]:
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(shape))).body
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for field, below in pairwise(lines):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        value = below.value if isinstance(below, ast.Expr) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield field.target.id, inspect.cleandoc(value.value)
