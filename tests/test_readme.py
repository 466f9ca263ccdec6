"""The README is current: its tables, its commands and its example.

`python tests/test_readme.py` rewrites what is generated.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from allylint import __version__, reporters
from allylint.cli import cli
from allylint.rulebook import load_rulebook

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_PART = re.compile(r"(<!-- generated: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def sample() -> Iterator[str]:
    """What `allylint examples/draft.md` prints, 80 columns wide."""
    command = [sys.executable, "-m", "allylint", "--no-config", "examples/draft.md"]
    env = {"COLUMNS": "80", "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=False)
    yield from ("```text", run.stdout.decode().rstrip(), "```")


def rules() -> Iterator[str]:
    """Every built-in rule, by family."""
    yield from ("| rule | what it finds | level |", "| --- | --- | --- |")
    family = ""
    for rule in load_rulebook().rules.values():
        if rule.family != family:
            family = rule.family
            yield f"| **{family}** | | |"
        yield f"| `{rule.id}` | {rule.title} | {rule.level} |"


def options() -> Iterator[str]:
    """Every option of `allylint check`."""
    yield from ("| option | |", "| --- | --- |")
    for option in cli.commands["check"].params:
        if isinstance(option, click.Option):
            yield f"| {_usage(option)} | {option.help} |"


def _usage(option: Any) -> str:
    names = [*option.opts, *option.secondary_opts]
    value = "" if option.is_flag else f" {option.make_metavar(click.Context(cli))}"
    return ", ".join(f"`{name}{value}`" for name in names).replace("|", "\\|")


def formats() -> Iterator[str]:
    """The formats that there are, in a sentence."""
    names = [f"`{name}`" for name in reporters.names()]
    yield f"Formats: {', '.join(names)}."


PARTS = {"sample": sample, "rules": rules, "options": options, "formats": formats}


def written(name: str) -> str:
    """A generated part as the README is to have it."""
    return "\n" + "\n".join(PARTS[name]()) + "\n\n"


def rewritten(text: str) -> str:
    """The README with its generated parts made anew."""
    return _PART.sub(lambda part: part[1] + written(part[2]) + part[4], text)


def _parts() -> dict[str, str]:
    return {part[2]: part[3] for part in _PART.finditer(README.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", _parts())
def test_a_generated_part_is_current(name: str) -> None:
    assert _parts()[name] == written(name), "`python tests/test_readme.py` rewrites it"


def test_the_parts_that_can_be_generated_are_there() -> None:
    assert {"sample", "rules", "options"} <= set(_parts()) <= set(PARTS)


def fenced(mark: str) -> str:
    """What .ci/run takes from the README for a mark, by its own function."""
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    (function,) = re.findall(r"^command_of\(\) .*$", script, re.MULTILINE)
    command = ["bash", "-c", f"{function}\ncommand_of {mark}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


COMMANDS = {
    "lint": r"python3 -m venv \.venv && .* \.venv/bin/allylint examples/draft\.md\n",
    "test": r"python3 -m venv \.venv && .* \.venv/bin/pytest\n",
}


@pytest.mark.parametrize(("mark", "command"), COMMANDS.items(), ids=COMMANDS.keys())
def test_ci_finds_the_one_command(mark: str, command: str) -> None:
    assert re.fullmatch(command, fenced(mark))


def test_the_example_in_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out == "self-label suggestion 1 1 As an ally\n"


def test_the_changelog_speaks_of_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_link_within_the_project_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
