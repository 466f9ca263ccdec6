"""What strangers' bytes are given to, and what must hold whatever they are.

A target takes bytes and raises where a claim does not hold. test_seeds.py runs each over the kept
seeds and found cases; run.py looks for more.
"""

import json
import os
import re
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from xml.etree import ElementTree

from allylint import api
from allylint.baseline import read_baseline
from allylint.config import clear, config_for
from allylint.engine import lint_document
from allylint.errors import AllylintError
from allylint.extending import source_of
from allylint.fold import fold
from allylint.gitignore import spec_of
from allylint.inputs import decode, read_document, syntaxes
from allylint.model import Report, Terminal
from allylint.proving import examples, prove
from allylint.reporters import reporter
from allylint.rulebook import Rulebook, load_rulebook
from allylint.rulefile import Source, read_source, read_words, rule_of
from allylint.rulefolder import RuleText
from inputs.ties import FAULTS

Target = Callable[[bytes], None]
STRANGE = "rules/strange/strange.yaml"
DRAFT = "As an ally, I'm sorry if you felt hurt. That's not what I said, calm down.\n"
_FORMATS = ("text", "json", "html", "markdown", "sarif", "rdjson", "gitlab", "checkstyle", "junit")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def draft(syntax: str, data: bytes) -> None:
    """Any draft is read; what is kept of it is tied to its place."""
    text, _ = decode(data)
    document = read_document("draft", text, syntax)
    faults = [fault for fault in FAULTS for block in document.blocks if fault(document, block)]
    assert not faults, faults[0].__name__
    assert all(0 <= c.start < c.end <= len(document.text) for c in document.comments)


def folded(data: bytes) -> None:
    """Whatever is folded leads back."""
    text, _ = decode(data)
    made = fold(text)
    spans = [made.prose(at, at + 1) for at in range(len(made.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def report(data: bytes) -> None:
    """Any draft and reply give findings that are its own words, in reports that obey nobody."""
    text, reply = (decode(part)[0] for part in (data + b"\0").split(b"\0", 2)[:2])
    found = api.check_text(text, reply_to=reply or None, path=reply[:40] or None)
    own = text.removeprefix("\ufeff")
    assert all(each.quote == own[each.start : each.end] for each in found.findings)
    for name in _FORMATS:
        _inert(name, found)


def _inert(name: str, found: Report) -> None:
    shown = reporter(name)(found, Terminal())
    assert not _UNWANTED.search(shown), (name, _UNWANTED.search(shown))
    if name in ("json", "sarif", "rdjson", "gitlab"):
        json.loads(shown)
    if name in ("checkstyle", "junit"):
        ElementTree.fromstring(shown.encode())
    if name == "html":
        assert shown.count("<script") == _scripts()


@cache
def _scripts() -> int:
    return reporter("html")(api.check_text(""), Terminal()).count("<script")


def rule(data: bytes) -> None:
    """Any rule file is read, or refused with its place; what was read can be looked for."""
    text, _ = decode(data)
    words = load_words()
    try:
        file = RuleText(STRANGE, "strange", text)
        made = rule_of(source_of(file, {"strange": _base()}, words), words)
    except AllylintError as error:
        _one_line(error, r"rules/strange/strange\.yaml:\d+:\d+: ")
        return
    rulebook = Rulebook({made.id: made})
    for example in examples(made):
        prove(example, rulebook)
    lint_document(read_document("d.md", DRAFT), rulebook, reply_to=DRAFT)


def _one_line(error: AllylintError, start: str = "") -> None:
    assert re.match(start, str(error)), str(error)
    assert len(str(error).splitlines()) == 1, str(error)


@cache
def _base() -> Source:
    """What a strange rule may extend."""
    path = Path(__file__).parent / "seeds" / "rule" / "near.yaml"
    return read_source(path.read_text("utf-8"), STRANGE, "strange")


@cache
def load_words() -> object:
    """The lists that built-in rules share."""
    path = Path(__file__).parents[2] / "rules" / "words.yaml"
    return read_words(RuleText(str(path), "", path.read_text("utf-8")), None)


def configuration(data: bytes) -> None:
    """Any configuration is read, or refused in one line that begins with its place."""
    folder = _folder()
    first, _, rest = data.partition(b"\0")
    for name, part in ((".allylint.yaml", first), ("docs/pyproject.toml", rest)):
        (folder / name).write_bytes(part)
    clear()
    for path in ("a.md", "docs/b c.rst"):
        try:
            config = config_for(str(folder / path))
        except AllylintError as error:
            _one_line(error)
            continue
        inside = os.path.realpath(folder)
        assert all(os.path.realpath(each).startswith(inside) for each in config.rules)


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="allylint-fuzz-"))
    (folder / ".git").mkdir()
    (folder / "docs").mkdir()
    return folder


def globs(data: bytes) -> None:
    """Any line of `.gitignore` means something or is refused."""
    lines, _, path = decode(data)[0].partition("\0")
    try:
        spec = spec_of(lines.split("\n"))
    except ValueError:
        return
    spec.check_file(path or "docs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md")


def baseline(data: bytes) -> None:
    """Any baseline is read, or refused in one line."""
    path = _folder() / "baseline.json"
    path.write_bytes(data)
    try:
        read_baseline(str(path)).text()
    except AllylintError as error:
        _one_line(error)


TARGETS: dict[str, Target] = {
    **{syntax: partial(draft, syntax) for syntax in syntaxes()},
    "fold": folded, "report": report, "rule": rule, "configuration": configuration,
    "globs": globs, "baseline": baseline,
}  # fmt: skip
"""By name; the names of inputs are those of `--syntax`."""

load_rulebook()
