"""The index only saves work: a match implies a literal, and all findings stay the same."""

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint import lint
from allylint.fold import fold
from allylint.index import Wakes
from allylint.pattern import Pattern
from allylint.phrases import PhraseError, parse_phrases
from allylint.rulebook import load_rulebook
from allylint.search import Search
from allylint.tokens import Tokens
from allylint.vocabulary import Misspelt, Phrases, Vocabulary

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.jsonl"))


def _drafts(path: Path, number: int) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in random.Random(2).sample(lines, number)]


FOLDED = [fold(text).text for path in CORPUS for text in _drafts(path, 12)]


def _patterns(holder: Any) -> Iterator[Pattern]:
    """Every pattern that a check holds, whatever its kind calls them."""
    for value in vars(holder).values():
        if isinstance(value, Phrases):
            yield from value.patterns
        elif type(value).__module__.startswith("allylint.checks"):
            yield from _patterns(value) if hasattr(value, "__dict__") else ()


def _by_rule() -> dict[str, list[Pattern]]:
    return {
        rule.id: [
            *rule.raised_by.patterns,
            *(p for way in rule.ways for p in _patterns(way.check)),
        ]
        for rule in load_rulebook(whole=True).rules.values()
    }


BY_RULE = _by_rule()


@pytest.mark.parametrize("rule", BY_RULE)
def test_what_a_rule_matches_holds_a_literal_of_the_pattern(rule: str) -> None:
    needed = [(p, p.literals) for p in BY_RULE[rule] if p.literals is not None]
    assert needed
    without = (
        (text, literals)
        for pattern, literals in needed
        for text in FOLDED
        if not any(literal in text for literal in literals) and any(pattern.find(text))
    )
    assert list(islice(without, 1)) == []


WORDS = Vocabulary({"title": ["ally", "(male | man) feminist"], "am": ["I'm", "be"]})
SAID = {
    "as": ["as"], "an": ["an"], "I'm": ["I am", "im"], "don't": ["do not", "dont"],
    "do not": ["don't"], "cannot": ["can't", "can not"], "will not": ["won't"], "won't": ["will not"],
    "it's": ["it is", "its", "it's"], "it is": ["it's"], "I'd": ["I would", "i had"], "let's": ["let us"],
    "is": ["'s", "is"], "not": ["not", "n't"], "'d": ["would"], "that's": ["that is", "thats"],
    "apologiz*": ["apologised", "apologizes"], "sorry": ["truly sorry", "sorry"], "[not]": ["", "not"],
    "(a | an | the)": ["a", "the"], "(to you | [as] an | x)": ["to you", "an"], "...": ["", "this and that"],
    "<title>": ["ally", "male feminist"], "<am>": ["I am", "be"], "<word>": ["proud"],
    "<start>": ["", "well,"], "<end>": [""], ",": [","], "e.g.": ["e.g."], "#ally": ["#ally"],
    "all-in": ["all-in"],
}  # fmt: skip
"""Parts of phrases, and how a draft may say each."""


@given(
    st.lists(st.sampled_from([(part, said) for part in SAID for said in SAID[part]]), min_size=1)
)
def test_what_any_phrase_matches_holds_one_of_its_literals(parts: list[tuple[str, str]]) -> None:
    written, text = (
        " ".join(part for part, _ in parts),
        fold(" ".join(said for _, said in parts)).text,
    )
    try:
        patterns = WORDS.phrases(written, ("any",)).patterns
    except Misspelt:
        patterns = ()
    assert not [
        pattern
        for pattern in patterns
        if pattern.literals is not None
        and any(pattern.find(text))
        and not any(literal in text for literal in pattern.literals)
    ]


@given(
    st.lists(st.sampled_from([(part, said) for part in SAID for said in SAID[part]]), min_size=1)
)
def test_what_a_search_leaves_out_at_once_it_would_not_have_found(
    parts: list[tuple[str, str]],
) -> None:
    written = " ".join(part for part, _ in parts)
    text = Tokens(fold(" ".join(said for _, said in parts)).text)
    try:
        phrases = list(parse_phrases(written, frozenset(WORDS._lists)))
    except PhraseError:
        phrases = []
    for phrase in phrases:
        quick = Search(WORDS._book.program(phrase))
        slow = Search(WORDS._book.program(phrase))
        slow._needs, slow._first = [], None
        assert list(quick.find(text)) == list(slow.find(text))


def _all_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    def woken(self: Wakes, text: str) -> Iterator[Any]:
        del text
        yield from ((r, way) for r in self._rules for way in r.ways)

    def find(self: Phrases, text: str) -> Iterator[Any]:
        for pattern in self.patterns:
            yield from pattern.find(text)

    monkeypatch.setattr(Wakes, "_woken", woken)
    monkeypatch.setattr(Phrases, "find", find)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_with_and_without_the_index_the_findings_are_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = _drafts(path, 6)
    with_index = [lint(text) for text in drafts]
    _all_awake(monkeypatch)
    assert [lint(text) for text in drafts] == with_index
