"""Rules made again from what was kept are the rules that the files say, and the cache is safe."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allylint import cache
from allylint.engine import lint_document
from allylint.fold import fold
from allylint.inputs import read_document
from allylint.pattern import Phrases
from allylint.recall import RecalledLists, kept_lists, kept_phrases, phrases_of
from allylint.rulebook import load_rulebook
from allylint.vocabulary import Vocabulary
from small_rules import rule, write

LISTS = {
    "friend": ["best friend", "f***ing pal*", "(my | our) friend*"],
    "verb": ["talk* to", "see"],
}
PHRASES = """
(talk* to | see) <friend>
[talk* to] <friend> !!!
<start> f***ing [old] <verb> ... <friend> <end>
as <word>, <friend>
was *ing <!friend> <word>
"""
WORDS = st.sampled_from(
    "talk talking was ing king to see my our best friend friends f***ing pal as an , old not ! !!! .".split()
)
CORPUS = Path(__file__).parent / "corpus"
RULE = rule("aa", "foo (bar | baz) [quux] ... end").replace(
    "kind: pattern", "kind: pattern\n  regex: ['x+yz']"
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("ALLYLINT_CACHE", str(tmp_path / "cache"))
    load_rulebook.cache_clear()
    return tmp_path / "cache"


def _entry(folder: Path) -> Path:
    [entry] = folder.iterdir()
    return entry


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", ["dev", "dev4", "docs", "fair"])
def test_from_the_cache_and_from_the_files_the_findings_are_the_same(name: str) -> None:
    whole = load_rulebook(whole=True)
    recalled = load_rulebook()
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[::6]
    for draft in map(json.loads, lines):
        document = read_document("draft.md", draft["text"], "markdown")
        found = [
            lint_document(document, rulebook, reply_to=draft["context"])
            for rulebook in (whole, recalled)
        ]
        assert found[0] == found[1]
    assert not any(each.flags for each in recalled.rules.values())


@pytest.mark.usefixtures("kept")
def test_a_rule_that_changed_is_read_anew(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", {"fam/aa.yaml": rule("aa")})
    load_rulebook((str(ours),))
    write(ours, {"fam/aa.yaml": rule("aa", message="Another.")})
    load_rulebook.cache_clear()
    assert load_rulebook((str(ours),)).rules["aa"].message == "Another."


@pytest.mark.usefixtures("kept")
def test_a_mistake_is_told_every_time(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", {"fam/aa.yaml": "no: rule"})
    first = load_rulebook((str(ours),)).errors
    load_rulebook.cache_clear()
    assert first
    assert load_rulebook((str(ours),)).errors == first


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[: len(data) // 2],
        lambda data: data[: data.index(b"\n") + 2],
        lambda data: data[:0] + b"[]",
        lambda data: data.replace(b"sorry", b"sorri", 1),
        lambda data: data[:0] + b"[" * 100_000,
    ],
    ids=["empty", "half", "head", "a list", "another word", "deep"],
)
def test_a_damaged_entry_is_as_good_as_none(kept: Path, damage) -> None:  # type: ignore[no-untyped-def]
    before = load_rulebook().rules
    entry = _entry(kept)
    entry.write_bytes(damage(entry.read_bytes()))
    load_rulebook.cache_clear()
    after = load_rulebook()
    assert (list(after.rules), after.errors) == (list(before), ())


def test_where_nothing_can_be_written_the_rules_are_read(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_text("a file stands where the folder would", encoding="utf-8")
    assert "self-label" in load_rulebook().rules
    monkeypatch.setenv("ALLYLINT_CACHE", "")
    load_rulebook.cache_clear()
    assert "self-label" in load_rulebook().rules


def test_only_the_newest_entries_stay(kept: Path) -> None:
    for number in range(20):
        cache.write(f"{number:02}", [number])
        os.utime(cache._path(f"{number:02}"), (number, number))
    cache.write("99", [99])
    newest = cache.read("99")
    assert len(list(kept.iterdir())) == 16
    assert (newest and newest[0], cache.read("00")) == (99, None)


@pytest.mark.usefixtures("kept")
def test_another_entry_of_the_same_name_is_none_of_ours() -> None:
    cache.write("one", [1])
    Path(cache._path("one")).rename(cache._path("two"))
    assert cache.read("two") is None


def _written_and_kept() -> tuple[Phrases, Phrases]:
    words, kept = Vocabulary(LISTS), cache.Kept()
    written = words.phrases(PHRASES, ("any",), ["x+yz"])
    made, own = kept_phrases(words.made, kept), kept_lists(words.own_lists(), kept)
    parts = cache.Parts(cache.body_of(kept.parts))
    return written, phrases_of(lambda: made["any"], RecalledLists(own, parts), parts)


WRITTEN, KEPT = _written_and_kept()


@given(st.lists(WORDS, max_size=9).map(" ".join))
@example("talking to my friends")
@example("f***ing seeing f***ing pals")
@example("fucking see best friend")
def test_a_phrase_that_was_kept_finds_what_was_written(draft: str) -> None:
    text = fold(draft).text
    assert list(KEPT.find(text)) == list(WRITTEN.find(text))


def test_a_list_of_ones_own_changes_what_shared_lists_lean_on() -> None:
    shared = Vocabulary({"who": ["you", "they"], "said": ["<who> said"]})
    words, kept = Vocabulary({"who": ["nobody"]}, shared), cache.Kept()
    words.phrases("<said> so", ("any",))
    above = kept_lists(shared.own_lists(), kept)
    made, own = kept_phrases(words.made, kept), kept_lists(words.own_lists(), kept)
    parts = cache.Parts(cache.body_of(kept.parts))
    lists = RecalledLists(own, parts, RecalledLists(above, parts))
    phrases = phrases_of(lambda: made["any"], lists, parts)
    assert [phrases.first("nobody said so"), phrases.first("they said so")] == [
        "nobody said so",
        "",
    ]


@pytest.mark.usefixtures("kept")
def test_an_entry_of_another_user_is_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("one", [1])
    assert cache.read("one")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1, raising=False)
    assert cache.read("one") is None
