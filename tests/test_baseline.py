"""A baseline knows what was there, wherever it moves."""

from collections import Counter

import pytest

from allylint import lint
from allylint.baseline import Baseline, difference, entry_of, read_baseline
from allylint.errors import AllylintError
from allylint.model import Finding

ALLY = "As an ally, I think so."


def found(text: str, path: str = "a.md") -> list[Finding]:
    return lint(text, path=path, config={"select": ["self-label"]})


def known(text: str) -> Baseline:
    return Baseline(Counter(map(entry_of, found(text))))


def test_a_known_finding_is_not_new() -> None:
    assert known(ALLY).new(found(ALLY)) == []


def test_a_known_finding_may_move_and_the_rest_of_its_line_change() -> None:
    assert known(ALLY).new(found(f"More above.\n\nAnd so: {ALLY} Or not.")) == []


def test_the_same_words_once_more_are_new() -> None:
    assert len(known(ALLY).new(found(f"{ALLY}\n\n{ALLY}"))) == 1


def test_the_same_words_in_another_file_are_new() -> None:
    assert len(known(ALLY).new(found(ALLY, "b.md"))) == 1


def test_what_is_fixed_is_dropped() -> None:
    assert known(ALLY).rewritten([], ["a.md"]).entries == Counter()


def test_entries_of_files_that_were_not_checked_stay() -> None:
    assert known(ALLY).rewritten([], ["b.md"]).entries == known(ALLY).entries


def test_the_difference_names_what_was_gained_and_lost() -> None:
    assert difference(known(ALLY), Baseline(Counter())) == ["- a.md: self-label: As an ally"]


def test_a_baseline_reads_back_as_it_was_written(tmp_path) -> None:
    (tmp_path / "b.json").write_text(known(ALLY).text(), encoding="utf-8")
    assert read_baseline(str(tmp_path / "b.json")) == known(ALLY)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"entries": [1]}', "[" * 100_000])
def test_a_file_that_is_no_baseline_is_one_clear_line(tmp_path, text: str) -> None:
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    with pytest.raises(AllylintError, match="this is no baseline"):
        read_baseline(str(tmp_path / "b.json"))
