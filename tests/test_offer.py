"""The part of a sentence that could stand alone is offered where it reads as a sentence."""

import pytest

from allylint.engine import lint_document
from allylint.inputs import read_document
from allylint.rulebook import Rulebook
from allylint.rulefile import read_rule

RULE = """\
id: plain
title: A rule
level: suggestion
message: '"{{quote}}" can be heard.'
why: Because.
try: Stop.
check:
  - kind: pattern
    offer: {offer}
    cut: {cut}
    any: {any}
  - kind: pattern
    message: '"{{quote}}" can be heard otherwise.'
    any: you people
examples:
  flag: []
  pass: []
"""


def _offer(text: str, offer: str, any_: str, cut: str = '""') -> list[str]:
    rule = read_rule(RULE.format(offer=offer, any=any_, cut=cut), "rules/x/plain.yaml", "x")
    found = lint_document(read_document("a.md", text, "markdown"), Rulebook({"plain": rule}))
    return [finding.offer for finding in found.findings]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("As an ally, I think the talk was fine.", "I think the talk was fine."),
        ("as an ally, I think it was fine", "I think it was fine"),
        ("As an ally and a father I think so too.", ""),
        ("As an ally, ok.", ""),
        ("As an ally, who else would I be?", ""),
        ("As an ally, I ran `make` on it.", ""),
        ("As an ally, I think you people are fine.", ""),
    ],
    ids=["comma", "small letters", "no comma", "too short", "half", "code", "another finding"],
)
def test_the_words_after_a_match_are_offered(text: str, offered: str) -> None:
    assert _offer(text, "after", "as an ally")[0] == offered


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("I'm sorry I interrupted you, but it was late.", "I'm sorry I interrupted you."),
        ("Ana, I'm sorry, but it was late.", "Ana, I'm sorry."),
        ("Sorry, but it was late.", ""),
    ],
    ids=["apology", "name", "too short"],
)
def test_the_words_before_a_cut_are_offered(text: str, offered: str) -> None:
    assert _offer(text, "before", "sorry ... ... but", "but") == [offered]


def test_a_check_may_say_it_in_its_own_words() -> None:
    rule = read_rule(
        RULE.format(offer="after", any="as an ally", cut='""'), "rules/x/plain.yaml", "x"
    )
    document = read_document("a.md", "As an ally, I see. You people know.", "markdown")
    found = lint_document(document, Rulebook({"plain": rule})).findings
    said = [finding.message for finding in found]
    assert said == ['"As an ally" can be heard.', '"You people" can be heard otherwise.']
