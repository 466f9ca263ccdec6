"""A name for each finding that stays when lines move."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from allylint.model import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a hash of its path, rule and words; of several alike, also which one."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.path, finding.rule, " ".join(finding.quote.split()))
        said = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        yield finding, sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
