"""The last lines of a report for people: a count, and the way out. No score, no grade."""

from allylint.model import Report, Terminal
from allylint.reporters._cells import wrap
from allylint.reporters._safe import one_line

WAY_OUT = "It is your draft: send it as it is if it says what you mean."


def closing(report: Report, terminal: Terminal) -> str:
    """What was found, counted; where there were suggestions, also that the draft is theirs."""
    lines = wrap(count(report), terminal.width)
    first = next((found for found in report.findings if found.level == "suggestion"), None)
    if first:
        explain = f'"allylint explain {one_line(first.rule)}" tells why.'
        lines += wrap(WAY_OUT, terminal.width) + wrap(explain, terminal.width)
    return "\n".join(lines)


def count(report: Report) -> str:
    """The findings, counted in one line."""
    levels = [finding.level for finding in report.findings]
    found = [
        _many(levels.count(level), level) for level in ("suggestion", "hint") if level in levels
    ]
    if not found and not report.files:
        return "No draft was read."
    if not found:
        but = ", as far as it could be read" if report.errors else ""
        return f"Nothing to suggest in {_many(report.files, 'file')}{but}."
    paths = {finding.path for finding in report.findings if finding.level != "praise"}
    of = f"{len(paths)} of " if len(paths) < report.files else ""
    return f"{' and '.join(found)} in {of}{_many(max(report.files, len(paths)), 'file')}."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
