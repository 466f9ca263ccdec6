"""The index only saves work: what matches is woken, and all findings stay the same."""

import json
import marshal
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint import lint, pattern, rulebook, wakes
from allylint.cues import voices
from allylint.fold import fold
from allylint.index import ANYTHING, Index
from allylint.indexing import index_data
from allylint.pattern import NONE, Pattern, Phrases
from allylint.phrases import PhraseError, parse_phrases
from allylint.rulebook import load_rulebook
from allylint.search import Search
from allylint.tokens import Tokens
from allylint.vocabulary import Misspelt, Vocabulary

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.jsonl"))


def _drafts(path: Path, number: int) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in random.Random(2).sample(lines, number)]


FOLDED = [fold(text).text for path in CORPUS for text in _drafts(path, 12)]


def _phrases(holder: Any) -> Iterator[Phrases]:
    """All phrases that a check holds, whatever its kind calls them."""
    for value in vars(holder).values():
        if isinstance(value, Phrases):
            yield value
        elif type(value).__module__.startswith("allylint.checks"):
            yield from _phrases(value) if hasattr(value, "__dict__") else ()


def _by_rule() -> dict[str, list[Phrases]]:
    return {
        rule.id: [rule.raised_by, *(p for way in rule.ways for p in _phrases(way.check))]
        for rule in load_rulebook(whole=True).rules.values()
    }


BY_RULE = _by_rule()


def _asleep(phrases: Phrases, text: str) -> Iterator[Pattern]:
    """Patterns that match a text though nothing in it wakes them."""
    awake = Index(index_data(phrases.needs)).awake(Tokens(text))
    for at, each in enumerate(phrases.patterns):
        if list(each.find(text)) != list(each.find(text, awake.get(at, ["nothing"]))):
            yield each


@pytest.mark.parametrize("rule", BY_RULE)
def test_what_a_rule_matches_wakes_its_pattern(rule: str) -> None:
    every = (
        each for phrases in BY_RULE[rule] for text in FOLDED for each in _asleep(phrases, text)
    )
    assert list(islice(every, 1)) == []


WORDS = Vocabulary({"title": ["ally", "(male | man) feminist"], "am": ["I'm", "be"]})
SAID = {
    "as": ["as"], "an": ["an"], "I'm": ["I am", "im"], "don't": ["do not", "dont"],
    "do not": ["don't"], "cannot": ["can't", "can not"], "will not": ["won't"], "won't": ["will not"],
    "it's": ["it is", "its", "it's"], "it is": ["it's"], "I'd": ["I would", "i had"], "let's": ["let us"],
    "is": ["'s", "is"], "not": ["not", "n't"], "'d": ["would"], "that's": ["that is", "thats"],
    "apologiz*": ["apologised", "apologizes"], "sorry": ["truly sorry", "sorry"], "[not]": ["", "not"],
    "(a | an | the)": ["a", "the"], "(to you | [as] an | x)": ["to you", "an"], "...": ["", "this and that"],
    "<title>": ["ally", "male feminist"], "<am>": ["I am", "be"], "<word>": ["proud"],
    "*ing": ["walking", "king"], "<!title>": [""],
    "<start>": ["", "well,"], "<end>": [""], ",": [","], "e.g.": ["e.g."], "#ally": ["#ally"],
    "all-in": ["all-in"],
}  # fmt: skip
"""Parts of phrases, and how a draft may say each."""


PARTS = st.lists(
    st.sampled_from([(part, said) for part in SAID for said in SAID[part]]), min_size=1
)


@given(PARTS)
def test_what_any_phrase_matches_wakes_it(parts: list[tuple[str, str]]) -> None:
    written, text = (
        " ".join(part for part, _ in parts),
        fold(" ".join(said for _, said in parts)).text,
    )
    try:
        phrases = WORDS.phrases(written, ("any",))
    except Misspelt:
        phrases = NONE
    assert not list(_asleep(phrases, text))


@given(PARTS)
def test_where_a_search_does_not_look_it_would_not_have_found(parts: list[tuple[str, str]]) -> None:
    written = " ".join(part for part, _ in parts)
    text = Tokens(fold(" ".join(said for _, said in parts)).text)
    try:
        phrases = list(parse_phrases(written, frozenset(WORDS._lists)))
    except PhraseError:
        phrases = []
    for phrase in phrases:
        quick = Search(WORDS._tables.program(phrase), 99)
        slow = Search(WORDS._tables.program(phrase), 99)
        slow._first = None
        assert list(quick.find(text)) == list(slow.find(text))


def _all_awake(monkeypatch: pytest.MonkeyPatch) -> None:
    def entries(self: Index, text: Tokens) -> list[Any]:
        del text
        return [(number, "", ANYTHING) for number in self._every]

    class Open(Index):
        def __init__(self, data: Any) -> None:
            super().__init__(data)
            numbers = {marshal.loads(entry)[0] for entry in data["entries"]}
            self._every = sorted(numbers | set(data["always"]))

    monkeypatch.setattr(Open, "entries", entries)
    for module in (pattern, wakes):
        monkeypatch.setattr(module, "Index", Open)
    load_rulebook.cache_clear()
    voices.cache_clear()
    rulebook._wakes.clear()


@pytest.fixture
def made_anew() -> Iterator[None]:
    """Whatever was made while nothing slept goes with the test."""
    yield
    load_rulebook.cache_clear()
    voices.cache_clear()
    rulebook._wakes.clear()


@pytest.mark.usefixtures("made_anew")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_with_and_without_the_index_the_findings_are_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = _drafts(path, 6)
    with_index = [lint(text) for text in drafts]
    _all_awake(monkeypatch)
    assert [lint(text) for text in drafts] == with_index
