"""Rule files: found, loaded and named; a broken one leaves the others in force."""

from pathlib import Path

import pytest

from allylint.errors import AllylintError
from allylint.rulebook import Rulebook, load_rulebook
from allylint.rulefile import read_rule
from allylint.rulefolder import built_in_folder
from small_rules import rule, write


def load(folder: Path, files: dict[str, str]) -> tuple[Rulebook, list[str]]:
    """The rules with those of a folder, and what is wrong in it, its own path left out."""
    rulebook = load_rulebook((str(write(folder / "ours", files)),))
    here = [each.replace(f"{folder}/", "") for each in rulebook.errors if str(folder) in each]
    return rulebook, here


def test_a_broken_file_leaves_the_others_in_force(tmp_path: Path) -> None:
    files = {"fam/aa.yaml": rule("aa"), "fam/bb.yaml": "no: rule", "fam/cc.yaml": rule("cc")}
    rulebook, errors = load(tmp_path, files)
    assert ({"aa", "cc", "self-label"} <= set(rulebook.rules), len(errors)) == (True, 1)
    assert errors[0].startswith("ours/fam/bb.yaml:1:1: no key is called `no`.")


def test_an_id_in_two_folders_is_told_and_the_first_counts(tmp_path: Path) -> None:
    one, two = (write(tmp_path / name, {"fam/aa.yaml": rule("aa")}) for name in ("one", "two"))
    rulebook = load_rulebook((str(one), str(two)))
    assert rulebook.rules["aa"].path == f"{one}/fam/aa.yaml"
    assert rulebook.errors[-1] == (
        f"{two}/fam/aa.yaml: `aa` is also in {one}/fam/aa.yaml. "
        "Rename one, or begin with `extends:` to change the other."
    )


UNREADABLE = {
    "not UTF-8": (b"id: \xff", "this is not UTF-8."),
    "a NUL": (b"id: \0", "1:5: the character U+0000 can't stand in YAML."),
}


@pytest.mark.parametrize(("data", "said"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_that_is_no_text_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    folder = write(tmp_path / "ours", {"fam/aa.yaml": rule("aa")})
    (folder / "fam/bb.yaml").write_bytes(data)
    rulebook, errors = load(tmp_path, {})
    assert ("aa" in rulebook.rules, errors[0].endswith(said)) == (True, True)


def test_a_folder_called_like_a_rule_is_told(tmp_path: Path) -> None:
    (tmp_path / "ours/fam/bb.yaml").mkdir(parents=True)
    _, errors = load(tmp_path, {"fam/aa.yaml": rule("aa")})
    assert errors == ["ours/fam/bb.yaml: this is a folder; it could be a file."]


def test_a_byte_order_mark_is_no_part_of_a_rule(tmp_path: Path) -> None:
    rulebook, errors = load(tmp_path, {"fam/aa.yaml": "\ufeff" + rule("aa")})
    assert ("aa" in rulebook.rules, errors) == (True, [])


def test_a_rule_beside_the_families_is_of_the_folders_own_name(tmp_path: Path) -> None:
    rulebook, _ = load(tmp_path, {"aa.yaml": rule("aa")})
    assert rulebook.rules["aa"].family == "ours"


WORDS = {
    "not of this shape": ("words: {a: [b]}", "1:1: no key is called `words`. There are: lists."),
    "an unknown list": ("lists:\n  a: [b, <c>]", "2:11: no list is called `c`."),
    "no YAML": ("lists: [", "2:1: this can't be read as YAML: did not find expected node content."),
}


@pytest.mark.parametrize(("text", "said"), WORDS.values(), ids=WORDS.keys())
def test_broken_shared_words_are_told_once(tmp_path: Path, text: str, said: str) -> None:
    rulebook, errors = load(tmp_path, {"words.yaml": text, "fam/aa.yaml": rule("aa", "foo <a>")})
    assert errors == [f"ours/words.yaml:{said}"]
    assert "self-label" in rulebook.rules


def test_shared_words_are_there_for_the_folders_rules(tmp_path: Path) -> None:
    files = {"words.yaml": "lists: {bars: [bar]}", "fam/aa.yaml": rule("aa", "foo <bars>")}
    rulebook, errors = load(tmp_path, files)
    assert ("aa" in rulebook.rules, errors) == (True, [])


def test_the_built_in_rules_are_those_of_the_checkout() -> None:
    checkout = Path(__file__).parents[1] / "rules"
    assert Path(built_in_folder()).resolve() == checkout


BOOK = Rulebook({id: read_rule(rule(id), f"{id}.yaml", "fam") for id in ("aa", "bb-long")})
NAMED = {"an id": (["aa"], {"aa"}), "a family": (["fam"], {"aa", "bb-long"}), "none": ([], set())}


@pytest.mark.parametrize(("words", "ids"), NAMED.values(), ids=NAMED.keys())
def test_rules_are_named_by(words: list[str], ids: set[str]) -> None:
    assert BOOK.names(words, "--select") == ids


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(AllylintError) as caught:
        BOOK.names(["aa", "bb-log"], "--select")
    said = "--select: no rule or family is called `bb-log`. Perhaps `bb-long`?"
    assert str(caught.value) == said
