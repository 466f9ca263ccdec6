"""Rule files: each kind of mistake is told at its place, and leaves the other files in force."""

from pathlib import Path

import pytest

from allylint.errors import AllylintError
from allylint.rulebook import Rulebook, built_in_folder, load_rule, load_rulebook
from allylint.rulefile import read_rule
from small_rules import rule, write


def load(folder: Path, files: dict[str, str]) -> tuple[Rulebook, list[str]]:
    """The rules with those of a folder, and what is wrong in it, its own path left out."""
    rulebook = load_rulebook((str(write(folder / "ours", files)),))
    here = [each.replace(f"{folder}/", "") for each in rulebook.errors if str(folder) in each]
    return rulebook, here


def checks(kind: str, *lines: str) -> str:
    return "".join(f"\n  {line}" for line in (f"kind: {kind}", *lines))


BROKEN = {
    "an unknown kind": (
        rule("aa", check=checks("patern")),
        "8:9: `kind: patern` names no file in checks/. There are: near, outweighs, pattern, stack. "
        "Perhaps `pattern`?",
    ),
    "no kind": (
        rule("aa", check="\n  any: foo"),
        "8:3: the key `kind` is missing. There are: near, outweighs, pattern, stack.",
    ),
    "an unknown key": (
        rule("aa", tri="Leave it."),
        "7:1: no key is called `tri`. Perhaps `try`?",
    ),
    "a missing key": (
        rule("aa").replace("why: It may.\n", ""),
        "1:1: the key `why` is missing. It could be a word or text.",
    ),
    "an unknown key of a check": (
        rule("aa", check=checks("pattern", "any: foo", "scop: block")),
        "10:3: no key is called `scop`. Perhaps `scope`?",
    ),
    "an unknown key of a check among several": (
        rule(
            "aa",
            check="\n  - {kind: pattern, any: foo}\n  - kind: pattern\n    any: foo\n    scop: x",
        ),
        "11:5: no key is called `scop`. Perhaps `scope`?",
    ),
    "a missing key of a check": (
        rule("aa", check=checks("near", "any: foo")),
        "8:3: the key `near` is missing. It could be a word or text.",
    ),
    "an unknown scope": (
        rule("aa", check=checks("pattern", "any: foo", "scope: sentense")),
        "10:10: `scope` is `sentense`. There are: block, document, sentence. Perhaps `sentence`?",
    ),
    "an unknown level": (
        rule("aa", level="sugestion"),
        "3:8: `level` is `sugestion`. There are: hint, praise, suggestion. Perhaps `suggestion`?",
    ),
    "nothing to look for": (
        rule("aa", check=checks("pattern", "senses: foo")),
        "8:3: nothing says what to look for. `any` holds phrases, one a line.",
    ),
    "a slip in a phrase": (
        rule("aa", "foo (bar"),
        "9:12: `(` is never closed. `)` closes it.",
    ),
    "a slip in a block of phrases": (
        rule("aa", "|\n    foo\n    # a comment\n    foo [bar"),
        "12:9: `[` is never closed. `]` closes it.",
    ),
    "a slip in a block that is set in further": (
        rule(
            "aa",
            check=checks("pattern", "any: |", "      foo", "      a <lst> b", "lists: {list: [x]}"),
        ),
        "11:12: no list is called `lst`. Perhaps `list`?",
    ),
    "a slip in another field": (
        rule("aa", check=checks("pattern", "any: foo", "senses: |", "  foo", "  truly bar")),
        "12:5: `truly` is set aside when a draft is read. Leave it out.",
    ),
    "a slip in raised-by": (
        rule("aa", raised_by="foo <ba>"),
        "7:17: no list is called `ba`.",
    ),
    "a slip in a list": (
        rule("aa", check=checks("pattern", "any: foo <x>", "lists:", "  x: [a, 'b (c']")),
        "11:15: `(` is never closed. `)` closes it.",
    ),
    "an unknown list": (
        rule("aa", check=checks("pattern", "any: as <titel>", "lists: {title: [ally]}")),
        "9:12: no list is called `titel`. Perhaps `title`?",
    ),
    "a regex with capital letters": (
        rule("aa", check=checks("pattern", "regex: ['foo', 'as (?:an )?Ally']")),
        "9:30: no draft reads `Ally` once it is folded. Write `ally`.",
    ),
    "a regex that the fold would change": (
        rule("aa", check=checks("pattern", "regex: ['^i am$']")),
        "9:13: no draft reads `i am` once it is folded. Write `i'm`.",
    ),
    "a regex with too many repeats": (
        rule("aa", check=checks("pattern", "regex: ['(?:a{99}){99}']")),
        "9:21: the repeats come to more than 1,000.",
    ),
    "a regex that is too deep": (
        rule("aa", check=checks("pattern", f"regex: ['{'(?:' * 51}a{')' * 51}']")),
        "9:12: the parentheses are 51 deep. 50 is the most.",
    ),
    "a regex that is too long": (
        rule("aa", check=checks("pattern", f"regex: ['{'a|' * 2500}a']")),
        "9:12: this pattern is longer than 5,000 characters.",
    ),
    "a regex that is never closed": (
        rule("aa", check=checks("pattern", "regex:", "  - 'foo (bar'")),
        "10:16: this can't be read as a pattern: missing ).",
    ),
    "a regex with an unknown property": (
        rule("aa", check=checks("pattern", r"regex: ['\p{Foo}']")),
        "9:19: this can't be read as a pattern: unknown property.",
    ),
    "a regex that needs no words": (
        rule("aa", check=checks("pattern", "regex: ['(?:foo)?']")),
        "9:12: this pattern needs no words: it matches where nothing stands.",
    ),
    "an id that is not the file's name": (
        rule("bb"),
        "1:5: the id is `bb`, the file's name is `aa`. They are the same word.",
    ),
    "a message with an unknown field": (
        rule("aa", message="'\"{quot}\" can land so.'"),
        "4:10: `{quot}` stands for nothing. `{quote}` does.",
    ),
    "a try with an unknown field": (
        rule("aa", **{"try": "End at {}."}),
        "6:6: `{}` stands for nothing. `{quote}` does.",
    ),
    "an unknown because": (
        rule("aa", examples="\n  flag: []\n  pass:\n    - text: foo bar\n      because: qouted"),
        "14:16: `because` is `qouted`. There are: aspired, blockquote, denied, given, other, "
        "other-sense, own-hurt, owned, quoted, reported, supposed, taught. Perhaps `quoted`?",
    ),
    "an unknown row that is not to clear it": (
        rule("aa", not_cleared_by="[denyed]"),
        "7:18: item 1 of `not-cleared-by` is `denyed`. There are: aspired, blockquote, denied, given, "
        "other-sense, own-hurt, owned, quoted, reported, supposed, taught. Perhaps `denied`?",
    ),
    "a flag without a quote": (
        rule("aa", examples="\n  flag:\n    - text: foo bar\n  pass: []"),
        "12:7: the key `quote` is missing. It could be a word or text.",
    ),
    "an empty file": ("", "1:1: the file is empty."),
    "no YAML": (
        "id: aa\ntitle: a: b\n",
        "2:9: this can't be read as YAML: mapping values are not "
        "allowed in this context. Put a text with a colon in quotes.",
    ),
}


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_mistake_is_told_at_its_place(text: str, said: str) -> None:
    with pytest.raises(AllylintError) as caught:
        read_rule(text, "rules/fam/aa.yaml", "fam")
    assert str(caught.value) == f"rules/fam/aa.yaml:{said}"


@pytest.mark.parametrize("id", ["Aa", "a_a", "1a", "a--a", "-a", "a b"])
def test_an_id_is_small_words_joined_by_hyphens(id: str) -> None:
    with pytest.raises(AllylintError, match=f"1:5: `{id}` is no id. Small letters, joined by `-`."):
        read_rule(rule(id), f"fam/{id}.yaml", "fam")


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
        f"{two}/fam/aa.yaml: `aa` is also in {one}/fam/aa.yaml. Rename one."
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


def test_a_rule_file_can_be_loaded_by_itself(tmp_path: Path) -> None:
    write(tmp_path, {"fam/aa.yaml": rule("aa")})
    assert load_rule(str(tmp_path / "fam/aa.yaml"), "fam").id == "aa"


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
