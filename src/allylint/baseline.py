"""What a repository already had when it took allylint up, so that only what is new is reported.

An entry is a rule, a file and the words found, however often: it survives moved lines and edits
elsewhere, and goes when the words go.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from allylint.errors import AllylintError
from allylint.files import read_text
from allylint.model import Finding

Entry = tuple[str, str, str]
"""Path (with `/`), rule, and the words with single blanks."""


class Baseline(NamedTuple):
    """Known findings, counted."""

    entries: Counter[Entry]

    def new(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are not known; of several alike, the last ones are new."""
        left = Counter(self.entries)
        fresh = []
        for finding in findings:
            entry = entry_of(finding)
            if left[entry] > 0:
                left[entry] -= 1
            else:
                fresh.append(finding)
        return fresh

    def rewritten(self, findings: Iterable[Finding], checked: Iterable[str]) -> "Baseline":
        """With what is found now; entries of files that were not checked stay."""
        paths = {_slashed(path) for path in checked}
        kept = {entry: n for entry, n in self.entries.items() if entry[0] not in paths}
        return Baseline(Counter(kept) + Counter(map(entry_of, findings)))

    def text(self) -> str:
        """The file: JSON, one entry a line, in order."""
        rows = [
            json.dumps({"path": path, "rule": rule, "quote": quote, "count": count})
            for (path, rule, quote), count in sorted(self.entries.items())
        ]
        inside = "\n" + ",\n".join(f"  {row}" for row in rows) + "\n" if rows else ""
        return f'{{"allylint-baseline": 1, "entries": [{inside}]}}\n'


def entry_of(finding: Finding) -> Entry:
    """What stands for a finding in a baseline."""
    return _slashed(finding.path), finding.rule, " ".join(finding.quote.split())


def _slashed(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./")


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises AllylintError where it is none."""
    try:
        said = json.loads(read_text(path))
        entries = Counter[Entry]()
        for row in said["entries"]:
            entries[str(row["path"]), str(row["rule"]), str(row["quote"])] += int(row["count"])
        return Baseline(entries)
    except AllylintError as error:
        raise AllylintError(error.where, error.what, "`--write-baseline` makes one.") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise AllylintError(
            path, "this is no baseline.", "`--write-baseline` makes one anew."
        ) from None


def difference(old: Baseline, new: Baseline) -> list[str]:
    """What a rewritten baseline gained and lost, a line each."""
    gained, lost = new.entries - old.entries, old.entries - new.entries
    return [
        f"{sign} {path}: {rule}: {quote}" + (f" ({count} times)" if count > 1 else "")
        for sign, entries in (("+", gained), ("-", lost))
        for (path, rule, quote), count in sorted(entries.items())
    ]
