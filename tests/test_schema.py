"""The schemas that editors get say the same as the readers of the files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from allylint.rulefolder import built_in_folder
from allylint.schema import NAMES, schema
from small_rules import rule, run

RULES = sorted(Path(built_in_folder()).glob("*/*.yaml"))


def wrong(name: str, text: str) -> list[str]:
    """What the schema has against a file's text."""
    checker = jsonschema.Draft202012Validator(schema(name))
    return [error.message for error in checker.iter_errors(yaml.safe_load(text))]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_the_built_in_rules_hold_to_it(path: Path) -> None:
    assert wrong("rule", path.read_text(encoding="utf-8")) == []


WRONG = {
    "a rule's key": ("rule", rule("aa", tilte="x"), "'tilte' was unexpected"),
    "a rule's level": ("rule", rule("aa", level="loud"), "'loud' is not one of"),
    "a check's kind": ("rule", rule("aa").replace("kind: pattern", "kind: patern"), "not valid"),
    "a check's key": ("rule", rule("aa").replace("  any:", "  anny:"), "not valid"),
    "a setting's key": ("config", "ignroe: [aa]", "'ignroe' was unexpected"),
    "a setting's type": ("config", "hints: often", "'often' is not valid"),
    "a clause's key": ("config", "policy: {aa: {text: x}}", "is not valid"),
}


@pytest.mark.parametrize(("name", "text", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_slip_is_seen(name: str, text: str, said: str) -> None:
    assert said in " ".join(wrong(name, text))


def fields(made: Any) -> Iterator[tuple[str, Any]]:
    for name, shape in made["$defs"].items():
        yield from ((f"{name}.{key}", field) for key, field in shape["properties"].items())


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_explained(name: str) -> None:
    assert [key for key, field in fields(schema(name)) if not field.get("description")] == []


def test_the_command_prints_it() -> None:
    assert json.loads(run("schema", "rule").stdout) == schema("rule")


def test_an_unknown_name_is_told_what_there_is() -> None:
    got = run("schema", "rules")
    assert (got.exit_code, got.stderr) == (
        2,
        "allylint: schema: `rules` has none. There are: config, rule.\n",
    )
