"""Every example in every rule file holds."""

import pytest

from allylint.proving import Example, examples, prove
from allylint.rulebook import load_rulebook

EXAMPLES = [
    example for rule in load_rulebook(whole=True).rules.values() for example in examples(rule)
]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_an_example_holds(example: Example) -> None:
    assert prove(example, load_rulebook(whole=True)) == ""
