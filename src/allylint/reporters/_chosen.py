"""Which findings of one draft a person is told of at length, and in which order."""

from collections import Counter
from collections.abc import Sequence

from allylint.model import Finding


def chosen(findings: Sequence[Finding], most: int | None) -> list[Finding]:
    """The first of each rule, what weighs most first, and no more than so many; all, if None.

    Suggestions weigh more than hints; then the rule's own weight, then how often it speaks here.
    """
    faults = [finding for finding in findings if finding.level != "praise"]
    if most is None:
        return faults
    times = Counter(finding.rule for finding in faults)
    first: dict[str, Finding] = {}
    for finding in sorted(faults, key=lambda f: (f.level == "hint", f.start)):
        first.setdefault(finding.rule, finding)

    def order(finding: Finding) -> tuple[bool, int, int, int]:
        return finding.level == "hint", -finding.weight, -times[finding.rule], finding.start

    return sorted(first.values(), key=order)[:most]
