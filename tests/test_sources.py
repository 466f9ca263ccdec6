"""Who argued for a rule is told in full, from a catalogue beside the rules."""

from pathlib import Path

import pytest

from allylint.rule import Rule
from allylint.rulebook import load_rulebook
from allylint.rulefolder import built_in_folder
from allylint.sources import read_sources
from small_rules import write

OURS, ERRORS = read_sources([built_in_folder()])
RULES = list(load_rulebook(whole=True).rules.values())


def told(folder: Path, text: str) -> tuple[dict[str, str], list[str]]:
    """What a catalogue of one's own adds, and its mistakes without their path."""
    write(folder, {"sources.yaml": text})
    known, errors = read_sources([built_in_folder(), str(folder)])
    more = {key: said for key, said in known.items() if key not in OURS}
    return more, [error.partition("sources.yaml:")[2] for error in errors]


def test_the_catalogue_can_be_read() -> None:
    assert ERRORS == ()
    assert OURS["S1"] == "Yechiel Kalmenson (2019), I'm Yechiel, and I'm not an ally"


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_has_up_to_four_sources_all_in_the_catalogue(rule: Rule) -> None:
    assert 1 <= len(set(rule.sources)) == len(rule.sources) <= 4
    assert set(rule.sources) <= set(OURS)


def test_no_entry_is_without_a_rule() -> None:
    assert set(OURS) == {source for rule in RULES for source in rule.sources}


def test_a_key_tells_the_year() -> None:
    essays = ("S1", "S2")
    assert [
        k for k, s in OURS.items() if k not in essays and f"({k.rpartition('-')[2]})" not in s
    ] == []


def test_a_folder_of_ones_own_adds_to_it(tmp_path: Path) -> None:
    more, errors = told(tmp_path, "us-2030: {author: We, year: 2030, title: Our rules}")
    assert (more, errors) == ({"us-2030": "We (2030), Our rules"}, [])


MISTAKES = {
    "a word for a year": (
        "x: {author: A, year: soon, title: T}",
        "1:22: `year` is `soon`; it could be a whole number.",
    ),
    "a key of the built-in rules": (
        "S1: {author: A, year: 2030, title: T}",
        "1:1: `S1` is a source of other rules. Rename one.",
    ),
    "a list": ("- x", "1:1: the file is a list; it could be a mapping."),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_at_its_place_and_ours_stay(tmp_path: Path, text: str, said: str) -> None:
    assert told(tmp_path, text) == ({}, [said])


def test_a_catalogue_that_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yaml": "x: {author: A, year: 2030, title: T}", "r/words": ""})
    (tmp_path / "r/sources.yaml").symlink_to(tmp_path / "secret.yaml")
    known, (error,) = read_sources([str(tmp_path / "r")])
    assert known == {}
    assert error.endswith("this points out of its folder of rules.")
