"""`allylint pass` and `allylint flag`: a sentence becomes an example in a rule file of the user's own."""

import os
from collections.abc import Sequence
from typing import NamedTuple, get_args

from allylint.addition import Unclear, said_of, with_example
from allylint.asked import Options
from allylint.commands import check_drafts, rulebook_here
from allylint.config import config_for, config_here
from allylint.errors import AllylintError, perhaps
from allylint.files import read_bytes, read_text, within, write_whole
from allylint.inputs import decode, read_document
from allylint.lines import Lines
from allylint.mistakes import thing
from allylint.model import Finding, Span
from allylint.reading import Paragraph, Reading
from allylint.rulebook import Rulebook
from allylint.rulefolder import OWN
from allylint.shapes import Because
from allylint.surrogates import replaced
from allylint.tallies import count


class Objection(NamedTuple):
    """What somebody says of a place in a draft."""

    kind: str
    """`pass`: nothing should be found there; `flag`: something should."""
    place: str
    rule: str | None
    because: str = "other"
    quote: str | None = None
    """The words to underline; the whole sentence unless they are given."""


def disagree(said: Objection) -> str:
    """Add the sentence there to a rule file of the user's. Gives what was done. Raises AllylintError."""
    place = place_of(said.place)
    rulebook = rulebook_here(whole=False)
    run = check_drafts([place.path], Options(hints=True, praise=True))
    for error in run.report.errors:
        where, _, what = error.partition(": ")
        raise AllylintError(where, what)
    rule = rule_at(place, run.report.findings, said.rule, rulebook)
    place = _meant(place, [found for found in run.report.findings if found.rule == rule])
    text = sentence_at(place, read_bytes(place.path), config_for(place.path).syntax)
    folders = config_here().rules
    path = add_example(rule, said.kind, {"text": text, **_expected(said, text)}, rulebook, folders)
    count(rule, said.kind)
    return _done(path, rule, said.kind, folders)


def _expected(said: Objection, text: str) -> dict[str, str]:
    if said.kind == "pass":
        return {"because": reason(said.because)}
    quote = text if said.quote is None else said.quote
    if quote not in text:
        raise AllylintError("--quote", f"{thing(quote)} does not stand in {thing(text)}.")
    return {"quote": quote}


def _done(path: str, rule: str, kind: str, folders: tuple[str, ...]) -> str:
    what = {"pass": "`unless:` takes phrases that let it pass", "flag": "`any:` takes its phrase"}
    lines = [f"{path} has it as an example of {rule}. Until that holds, `allylint test {rule}` fails: "
             f"{what[kind]}."]  # fmt: skip
    if not folders:
        lines.append(f"To use the file, write `rules: [{OWN}]` into .allylint.yaml.")
    return "\n".join(lines)


class Place(NamedTuple):
    """A place in a draft: lines and columns from 1; without a column, the whole line."""

    path: str
    line: int
    column: int = 0

    def within(self, finding: Finding) -> bool:
        """Whether a finding covers it."""
        if not self.column:
            return finding.line <= self.line <= finding.end_line
        first, last = (finding.line, finding.column), (finding.end_line, finding.end_column)
        return first <= (self.line, self.column) < last


def place_of(said: str) -> Place:
    """`draft.md:12:5` or `draft.md:12`. Raises AllylintError."""
    path, *numbers = said.rsplit(":", 2)
    if len(numbers) == 2 and not (path and numbers[0].isdecimal()):
        path, numbers = f"{path}:{numbers[0]}", numbers[1:]
    if not (path and numbers and all(each.isdecimal() and int(each) for each in numbers)):
        raise AllylintError(said, "this is no place.", "It could be `draft.md:12:5`.")
    return Place(path, *map(int, numbers))


def rule_at(place: Place, findings: Sequence[Finding], rule: str | None, known: Rulebook) -> str:
    """The rule that is meant: the one named, or the one that found something there."""
    if rule is not None:
        if rule not in known.rules:
            raise AllylintError(
                "--rule", f"no rule is called `{rule}`.", perhaps(rule, known.rules)
            )
        return rule
    found = sorted({finding.rule for finding in findings if place.within(finding)})
    where = f"{place.path}:{place.line}"
    if not found:
        raise AllylintError(where, "nothing is found there.", "`--rule` says which rule you mean.")
    if len(found) > 1:
        raise AllylintError(where, f"{' and '.join(found)} speak there.", "`--rule` says which.")
    return found[0]


def _meant(place: Place, findings: Sequence[Finding]) -> Place:
    """Where a whole line is meant, the place of what was found in it."""
    found = next((found for found in findings if place.within(found)), None)
    return place if place.column or not found else Place(place.path, found.line, found.column)


def sentence_at(place: Place, data: bytes, syntax: str | None) -> str:
    """The sentence at a place, markup left out. Raises AllylintError."""
    document = read_document(place.path, decode(data)[0], syntax)
    lines = Lines(document.text)
    begin = lines.offset(place.line, place.column or 1)
    wanted = Span(begin, begin + 1 if place.column else lines.offset(place.line + 1, 1))
    for paragraph in Reading(document).paragraphs:
        for start, end in paragraph.sentences:
            if paragraph.source(start, end).overlaps(wanted):
                return _said(paragraph, start, end)
    raise AllylintError(f"{place.path}:{place.line}", "no sentence stands there.")


def _said(paragraph: Paragraph, start: int, end: int) -> str:
    prose = paragraph.block.prose[slice(*paragraph.prose(start, end))]
    return replaced(" ".join(prose.replace("\x1a", "`code`").split()))


def reason(because: str) -> str:
    """Why it passes. Raises AllylintError for what is no reason."""
    known = [name for each in get_args(Because) for name in (get_args(each) or (each,))]
    if because not in known:
        instead = f"There are: {', '.join(known)}. {perhaps(because, known)}".strip()
        raise AllylintError("--because", f"`{because}` is none of the reasons.", instead)
    return because


def add_example(
    rule: str, kind: str, example: dict[str, str], rulebook: Rulebook, folders: tuple[str, ...]
) -> str:
    """Add an example to the user's file of a rule, or begin one. Gives its path."""
    path = _file_of(rule, rulebook, folders)
    text = read_text(path) if os.path.exists(path) else f"extends: {rule}\n"
    if said_of(example["text"]) in text:
        raise AllylintError(path, f"{thing(example['text'])} is an example in it already.")
    try:
        whole = with_example(text, kind, example)
    except Unclear:
        what = "its examples are written in a way that none can be added to."
        raise AllylintError(path, what, "`allylint new` shows how they could be.") from None
    os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
    write_whole(path, whole)
    return path


def _file_of(rule: str, rulebook: Rulebook, folders: tuple[str, ...]) -> str:
    """The rule's own file where that is the user's, else one that extends it."""
    path = rulebook.rules[rule].path
    if any(within(path, folder) for folder in folders):
        return os.path.relpath(path)
    return os.path.join(os.path.relpath(folders[0]) if folders else OWN, f"{rule}.yaml")
