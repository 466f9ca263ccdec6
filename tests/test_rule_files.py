"""The rules about rules: what every built-in rule file keeps to."""

import re
from pathlib import Path

import pytest

from allylint import lint
from allylint.rule import Rule
from allylint.rulebook import load_rulebook

RULES = list(load_rulebook(whole=True).rules.values())
HARSH = re.compile(r"\b(must|should|problematic|harmful|inappropriate|toxic|bad|wrong|educate)\b")
by_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
has_try = pytest.mark.parametrize("rule", [r for r in RULES if r.try_], ids=lambda r: r.id)


def _words(text: str) -> int:
    return len(text.replace("{quote}", "").replace('""', "").split())


def test_every_rule_file_can_be_read() -> None:
    assert load_rulebook(whole=True).errors == ()


@by_rule
def test_a_message_has_up_to_14_words_of_its_own(rule: Rule) -> None:
    assert max(_words(way.saying.message) for way in rule.ways) <= 14


@by_rule
def test_a_why_has_up_to_40_words(rule: Rule) -> None:
    words = [_words(way.saying.why) for way in rule.ways]
    assert 0 < min(words) <= max(words) <= 40


@by_rule
def test_a_try_has_up_to_25_words(rule: Rule) -> None:
    assert max(_words(way.saying.try_) for way in rule.ways) <= 25


@by_rule
def test_a_fault_has_something_to_try_and_praise_need_not(rule: Rule) -> None:
    assert rule.try_ or rule.level == "praise"


@by_rule
def test_a_title_has_up_to_8_words(rule: Rule) -> None:
    assert len(rule.title.split()) <= 8


@by_rule
def test_the_best_case_against_a_rule_has_up_to_30_words(rule: Rule) -> None:
    assert _words(rule.fine_when) <= 30


@by_rule
def test_a_rule_has_at_least_eight_flags_and_eight_passes(rule: Rule) -> None:
    assert min(len(rule.flags), len(rule.passes)) >= 8


@by_rule
def test_a_rule_names_its_sources(rule: Rule) -> None:
    assert rule.sources


@by_rule
def test_related_rules_exist_or_are_moves_to_come(rule: Rule) -> None:
    moves = Path(__file__).parent / "corpus" / "moves.txt"
    assert set(rule.related) <= set(moves.read_text(encoding="utf-8").split())


@by_rule
def test_what_stands_above_the_examples_can_be_read(rule: Rule) -> None:
    lines = Path(rule.path).read_text(encoding="utf-8").splitlines()
    above = lines[: lines.index("examples:")]
    assert len(above) <= 400
    assert [line for line in above if len(line) > 120 and not line.lstrip().startswith("- '")] == []


@by_rule
def test_words_to_a_writer_do_not_scold(rule: Rule) -> None:
    said = " ".join(" ".join(way.saying[:3]) for way in rule.ways)
    assert not HARSH.search(said.lower())


@by_rule
def test_no_two_examples_of_a_rule_are_the_same(rule: Rule) -> None:
    texts = [case.text for case in (*rule.flags, *rule.passes)]
    assert len(set(texts)) == len(texts)


@by_rule
def test_words_to_a_writer_pass_allylint(rule: Rule) -> None:
    said = f"{rule.title}.\n\n{rule.why}\n\n{rule.fine_when}".replace("{quote}", "these words")
    assert [f.quote for f in lint(said) if f.level != "praise"] == []


@has_try
def test_what_to_try_passes_allylint(rule: Rule) -> None:
    assert [
        f.quote for f in lint(rule.try_.replace("{quote}", "these words")) if f.level != "praise"
    ] == []
