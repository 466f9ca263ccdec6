"""Which moves a run over several drafts found, how often, and in how many of them."""

from collections import Counter

from allylint.model import Report, Terminal
from allylint.reporters._cells import shorten
from allylint.reporters._safe import one_line


def tally(report: Report, terminal: Terminal) -> list[str]:
    """A line a move, the most frequent first; nothing where there is nothing to count."""
    faults = [finding for finding in report.findings if finding.level != "praise"]
    times = Counter(finding.rule for finding in faults)
    if report.files < 2 or len(times) < 2 or max(times.values()) < 2:
        return []
    titles = {finding.rule: finding.title for finding in faults}
    drafts = Counter(rule for rule, _ in {(finding.rule, finding.path) for finding in faults})
    wide = len(str(max(times.values())))
    lines = []
    for rule, count in sorted(times.items(), key=lambda each: (-each[1], each[0])):
        where = f" in {drafts[rule]} files" if drafts[rule] > 1 else ""
        said = f"{one_line(titles[rule])} ({one_line(rule)}){where}"
        lines.append(f"  {count:>{wide}}  {shorten(said, terminal.width - wide - 4)}")
    return ["By move:", *lines]
