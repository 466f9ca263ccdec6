"""Data flows one way: a module imports what stands before it in the picture, and nothing after."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import allylint

SOURCE = Path(allylint.__file__).parent
LAYERS = """
errors model names lazily nodes
spellings quotation wording mistakes files lines surrogates
configshape
fold places gitignore cache rulefolder packages jsonlines
shipped tallies addition
phrases tokens sentences yamlfile discover inputs reporters mention labelled
program index settings reading misspelt ranked
tables needs matches
matcher indexing regexneeds
search
pattern
notation
regexes
vocabulary config suppress
shapes
rule checks
recall
hits wakes rulefile voicefile offer hidden limits sources figures
extending
rulereader
rulebook cues
prebuild
voice
judge
engine
nearest watching inside
proving documentation asked baseline changed remains starter newrule schema scoring lonerule
settled scorepage rulespage
gathered faults
workers
run api progress trial
console trialpage
commands
disagreeing
door measured explained testrun
cli_rules
cli
__main__
"""
"""The parts of allylint, from left to right; those on one line do not know of each other."""

ORDER = {name: number for number, line in enumerate(LAYERS.split("\n")) for name in line.split()}
MODULES = sorted(SOURCE.rglob("*.py"))
by_module = pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))


def part(path: Path) -> str:
    """`engine` for engine.py, `checks` for all that stands in checks/."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that is imported anywhere in the file, dotted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}:{node.lineno}: a relative import"
            yield from (f"{node.module}.{each.name}" for each in node.names)


def parts(path: Path) -> set[str]:
    """The parts of allylint that a file imports, besides its own."""
    dotted = (each.split(".") for each in imports(path))
    named = {names[1] for names in dotted if names[0] == "allylint" and len(names) > 1}
    return (named - {part(path)}) & set(ORDER)


@by_module
def test_a_module_has_its_place_in_the_picture(path: Path) -> None:
    assert part(path) in {*ORDER, "__init__"}


@by_module
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    here = ORDER.get(part(path), len(ORDER))
    assert {each for each in parts(path) if ORDER[each] >= here} == set()


@pytest.mark.parametrize("name", ["errors", "model"])
def test_the_first_parts_import_nothing_of_allylint(name: str) -> None:
    assert [each for each in imports(SOURCE / f"{name}.py") if each.startswith("allylint")] == []


@by_module
def test_only_the_command_line_knows_click(path: Path) -> None:
    click = [each for each in imports(path) if each.split(".")[0] == "click"]
    assert not click or part(path) in ("cli", "cli_rules", "progress")


@by_module
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    prints = [node for node in tree if isinstance(node, ast.Name) and node.id in ("print", "input")]
    ours = part(path) in ("cli", "cli_rules", "console", "progress", "__main__")
    assert ours or (prints == [] and not {"sys.exit", "sys.stdout", "sys.stdin"} & set(_uses(path)))


def _uses(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


@by_module
def test_reporters_know_the_report_alone(path: Path) -> None:
    assert part(path) != "reporters" or parts(path) <= {"errors", "lazily", "model"}


@by_module
def test_inputs_know_documents_alone(path: Path) -> None:
    assert part(path) != "inputs" or parts(path) <= {"errors", "lazily", "model", "surrogates"}
