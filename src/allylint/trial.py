"""What one rule would report over an archive of drafts: counted and ranked, no text kept."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from allylint.discover import Found, find_files
from allylint.engine import Result, lint_document
from allylint.errors import AllylintError
from allylint.faults import fault_line
from allylint.files import read_bytes
from allylint.inputs import decode, is_binary, read_document, reads
from allylint.jsonlines import Line, count_lines, is_json_lines, read_objects
from allylint.model import Finding
from allylint.ranked import Ranked
from allylint.rule import Rule
from allylint.rulebook import Rulebook

FEW, MANY = 3, 10_000
"""Places of a wording that are kept: some, or every one within reason."""

Watch = Callable[[int], AbstractContextManager[Callable[[int], None]]]
"""Is told how many drafts there are; gives what is to be told when some are done."""


class Trial:
    """Reads drafts one by one with one rule, and those that undo what it finds beside it."""

    def __init__(self, rule: Rule, known: Rulebook, every_place: bool = False) -> None:
        self.rule = rule
        beside = {id: other for id, other in known.rules.items() if id in rule.not_beside}
        self._rulebook = Rulebook({**beside, rule.id: rule})
        self._keep = MANY if every_place else FEW
        self.drafts = self.findings = self.with_findings = self.only_cleared = 0
        self.found = Ranked(self._keep)
        self.cleared: dict[str, Ranked] = {}
        """By the voice row that cleared it."""
        self.voices = Counter[str]()
        self.notes = Counter[str]()
        """What was read in part only, or not at all, and in how many drafts."""
        self.errors: list[str] = []

    def paths(self, paths: Sequence[str], watch: Watch) -> None:
        """Read files, folders and JSON lines."""
        files = list(find_files(paths, _reads))
        with watch(sum(_drafts_in(found) for found in files)) as done:
            for found in files:
                if found.error:
                    self.errors.append(found.error)
                elif found.note:
                    self.notes[f"{found.path}: {found.note}"] += 1
                elif is_json_lines(found.path):
                    self._lines(found.path, done)
                else:
                    self._file(found.path)
                    done(1)

    def _lines(self, path: str, done: Callable[[int], None]) -> None:
        for number, said in read_objects(path, Line, self.errors):
            done(1)
            self._draft(f"{path}:{number}", said.text, "markdown", said.context, lined=False)

    def _file(self, path: str) -> None:
        try:
            data = read_bytes(path)
            if is_binary(data):
                raise AllylintError(path, "this is a binary file.", "Drafts are text.")
        except AllylintError as error:
            self.errors.append(str(error))
            return
        self._draft(path, decode(data)[0], None)

    def _draft(
        self, path: str, text: str, syntax: str | None,
        reply_to: str | None = None, lined: bool = True,
    ) -> None:  # fmt: skip
        """Count what a draft gives; its findings are told with their lines, or with its path alone."""
        try:
            document = read_document(path, text, syntax)
            got = lint_document(document, self._rulebook, reply_to=reply_to)
        except AllylintError as error:
            self.errors.append(str(error))
        except Exception as fault:
            self.errors.append(
                str(AllylintError(path, fault_line(fault, text.encode("utf-8", "surrogatepass"))))
            )
        else:
            places = _Places(document.text, path, lined)
            self._take(got, places)

    def _take(self, got: Result, places: "_Places") -> None:
        findings = [each for each in got.findings if each.rule == self.rule.id]
        cleared = [each for each in got.cleared if each.finding.rule == self.rule.id]
        self.drafts += 1
        self.findings += len(findings)
        self.with_findings += bool(findings)
        self.only_cleared += bool(cleared and not findings)
        for each in findings:
            self.found.add(each.quote, places.of(each), places.around(each))
        for passed in cleared:
            self.voices[passed.voice] += 1
            ranked = self.cleared.setdefault(passed.voice, Ranked(self._keep))
            found = passed.finding
            ranked.add(found.quote, places.of(found), places.around(found))
        ours = f"`{self.rule.id}` "
        self.notes.update(note.text for note in got.notes if note.text.startswith(ours))


class _Places(NamedTuple):
    """Where findings of a draft are, and what stands around them."""

    text: str
    path: str
    lined: bool

    def of(self, found: Finding) -> str:
        return f"{self.path}:{found.line}" if self.lined else self.path

    def around(self, found: Finding) -> str:
        start, end = max(0, found.start - _AROUND), min(found.end, found.start + 200) + _AROUND
        before, after = "…" * (start > 0), "…" * (end < len(self.text))
        return before + " ".join(self.text[start:end].split()) + after


_AROUND = 40
"""Characters before and after a finding."""


def _reads(path: str) -> bool:
    return is_json_lines(path) or reads(path)


def _drafts_in(found: Found) -> int:
    """About how many drafts a file holds, for who waits."""
    if found.error or found.note:
        return 0
    return count_lines(found.path) if is_json_lines(found.path) else 1
