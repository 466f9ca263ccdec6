"""The clause of a community's own guidelines that a finding cites, for formats that have links."""

from allylint.model import Finding


def clause(finding: Finding) -> str:
    """The clause's words without its address, which `policy_link` holds."""
    return finding.policy.removesuffix(f" ({finding.policy_link})")
