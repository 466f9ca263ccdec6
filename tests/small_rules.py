"""Small rules for tests, which stay the same while those of the project grow."""

import json
import re
from pathlib import Path

from click.testing import CliRunner, Result

from allylint.cli import cli
from allylint.rulebook import Rulebook
from allylint.rulefile import read_rule

RULE = """
id: {id}
title: A rule for a test
level: suggestion
message: '"{{quote}}" can land so.'
why: It may.
try: Leave it.
check:
  kind: pattern
  any: {any}
examples:
  flag: []
  pass: []
"""

EXAMPLES = """
  flag:
    - {text: "Oh, foo bar.", quote: foo bar, instead: "Oh."}
  pass:
    - {text: 'He wrote "foo bar" there.', because: quoted}
"""
"""One of each, for a rule that finds `foo bar`."""


def rule(id: str, any: str = "foo bar", **changes: str) -> str:
    """A rule file's text; `level="hint"` changes a line, a new key stands before `check`."""
    text = RULE.format(id=id, any=any).lstrip()
    for name, value in changes.items():
        key = name.replace("_", "-")
        line = f"{key}:{value if value.startswith(chr(10)) else ' ' + value}\n"
        old = re.compile(rf"^{key}:.*\n(?: .*\n)*", re.MULTILINE)
        if old.search(text):
            text = old.sub(lambda _, line=line: line, text)
        else:
            text = text.replace("check:", f"{line}check:")
    return text


def write(folder: Path, files: dict[str, str]) -> Path:
    """The folder with these files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def ours(**files: str) -> None:
    """Rules of our own, beside the others."""
    named = {f"r/own/{name}.yaml": text for name, text in files.items()}
    write(Path(), {".allylint.yaml": "rules: [r]", **named})


def rulebook(*texts: str) -> Rulebook:
    """These rules and no others, in a family `fam`."""
    ids = [text.partition("\n")[0].removeprefix("id: ") for text in texts]
    return Rulebook(
        {id: read_rule(text, f"fam/{id}.yaml", "fam") for id, text in zip(ids, texts, strict=True)}
    )


def run(*arguments: str, input: str | bytes | None = None) -> Result:
    """What `allylint` with these arguments prints and how it exits; an exception is one here."""
    return CliRunner().invoke(cli, arguments, input=input, catch_exceptions=False)


def found(result: Result) -> list[tuple[str, str, str]]:
    """Path, rule and quote of each finding in JSON."""
    return [
        (each["path"], each["rule"], each["quote"])
        for each in json.loads(result.stdout)["findings"]
    ]


def errors(*arguments: str) -> list[str]:
    """What is said on stderr, the exit status being 2."""
    got = run(*arguments)
    assert got.exit_code == 2
    return got.stderr.splitlines()
