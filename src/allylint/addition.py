"""Adds an example to the text of a rule file; whatever else stands in it stays as it is."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NONE = "examples:\n  flag: []\n  pass: []\n"


class Unclear(Exception):
    """The file is written in a way that examples can't be added to."""


def with_example(text: str, kind: str, example: Mapping[str, str]) -> str:
    """The text with one more example under `flag` or `pass`. Raises Unclear."""
    text = text if text.endswith("\n") else text + "\n"
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):
        raise Unclear from None
    examples = _value(root, "examples")
    if examples is None:
        return with_example(f"{text}{_NONE}", kind, example)
    of_kind = _value(examples, kind)
    if of_kind is None:
        at, indent = _after(examples, text), _first_key(examples).start_mark.column
        return text[:at] + f"{' ' * indent}{kind}:\n{_item(example, indent + 2)}" + text[at:]
    return _into(text, examples, of_kind, example)


def said_of(value: str) -> str:
    """A text as YAML has it in double quotes."""
    return json.dumps(value, ensure_ascii=False)


def _into(text: str, examples: Any, of_kind: Any, example: Mapping[str, str]) -> str:
    if not isinstance(of_kind, yaml.SequenceNode) or (of_kind.flow_style and of_kind.value):
        raise Unclear
    if of_kind.value:
        at, indent = _after(of_kind, text), of_kind.start_mark.column
        return text[:at] + _item(example, indent) + text[at:]
    indent = _first_key(examples).start_mark.column + 2
    start, end = of_kind.start_mark.index, of_kind.end_mark.index
    line_end = text.index("\n", end) + 1
    return text[:start].rstrip(" ") + text[end:line_end] + _item(example, indent) + text[line_end:]


def _value(node: Any, key: str) -> Any:
    """What stands under a key of a mapping, if it is there. Raises Unclear for another shape."""
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise Unclear
    return next((value for name, value in node.value if name.value == key), None)


def _first_key(node: Any) -> Any:
    return node.value[0][0]


def _after(node: Any, text: str) -> int:
    """Where the line after the last word of a node begins."""
    while not isinstance(node, yaml.ScalarNode) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    return end if node.end_mark.column == 0 else text.index("\n", end) + 1


def _item(example: Mapping[str, str], indent: int) -> str:
    fields = [f"{name}: {said_of(value)}" for name, value in example.items()]
    lines = [("- " if at == 0 else "  ") + field for at, field in enumerate(fields)]
    return "".join(f"{' ' * indent}{line}\n" for line in lines)
