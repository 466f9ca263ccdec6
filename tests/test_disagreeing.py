"""`allylint pass` and `allylint flag`: disagreeing is one step, and becomes an example of one's own."""

from pathlib import Path

import pytest

from allylint import config
from allylint.addition import Unclear, with_example
from allylint.rulebook import load_rulebook
from allylint.tallies import disagreed
from small_rules import errors, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")

DRAFT = "# A page\n\nWell. Today we had\n**foo bar** here; baz. Fine then.\n"


@pytest.fixture(autouse=True)
def _draft(repository: Path) -> None:
    write(repository, {"a.md": DRAFT})


def forget() -> None:
    """As the next command, in a process of its own, would begin."""
    config.clear()
    load_rulebook.cache_clear()


@pytest.mark.parametrize("place", ["a.md:4:3", "a.md:4", "./a.md:4:9"])
def test_the_sentence_there_becomes_a_near_miss_of_the_rule(place: str) -> None:
    run("pass", place, "--because", "taught", "--rule", "aa")
    assert Path("allylint-rules/aa.yaml").read_text() == (
        "extends: aa\nexamples:\n  flag: []\n  pass:\n"
        '    - text: "Today we had foo bar here; baz."\n      because: "taught"\n'
    )


def test_it_is_tested_from_then_on_until_the_rule_lets_it_pass() -> None:
    write(Path(), {".allylint.yaml": "rules: [allylint-rules]", "allylint-rules/x.txt": ""})
    assert "allylint test aa" in run("pass", "a.md:4:3").stdout
    forget()
    assert "aa/pass/other/1" in run("test", "aa").stdout
    with open("allylint-rules/aa.yaml", "a") as file:
        file.write("unless: today we had\n")
    forget()
    assert run("test", "aa").stdout == "1 of 1 examples hold.\n"


def test_what_was_missed_becomes_a_flag_of_the_rule_that_is_named() -> None:
    run("flag", "a.md:4:26", "--rule", "aa", "--quote", "Fine")
    assert (
        '- text: "Fine then."\n      quote: "Fine"\n' in Path("allylint-rules/aa.yaml").read_text()
    )


def test_a_rule_of_ones_own_is_given_the_example_itself_and_keeps_its_words() -> None:
    own = "# ours\n" + rule("zz", "fine then", examples="\n  flag: [] # none\n  pass: []")
    write(Path(), {".allylint.yaml": "rules: [ours]", "ours/fam/zz.yaml": own})
    forget()
    run("pass", "a.md:4:26")
    added = 'pass:\n    - text: "Fine then."\n      because: "other"'
    assert Path("ours/fam/zz.yaml").read_text() == own.replace("pass: []", added)


def test_how_often_is_counted_and_no_words_are_kept() -> None:
    run("pass", "a.md:4:3")
    run("flag", "a.md:3:1", "--rule", "aa")
    assert disagreed() == {"aa": {"pass": 1, "flag": 1}}


TROUBLES = {
    "no place": (["pass", "a.md"], "a.md: this is no place. It could be `draft.md:12:5`."),
    "nothing there": (
        ["pass", "a.md:1"],
        "a.md:1: nothing is found there. `--rule` says which rule you mean.",
    ),
    "no draft": (["pass", "b.md:1"], "b.md: there is no such file. Perhaps `a.md`?"),
    "two rules": (["pass", "a.md:4"], "a.md:4: aa and bb speak there. `--rule` says which."),
    "no rule": (["flag", "a.md:3", "--rule", "ab"], "--rule: no rule is called `ab`."),
    "no reason": (["pass", "a.md:4:3", "--because", "taugt"], "--because: `taugt` is none of"),
    "no sentence": (["flag", "a.md:2", "--rule", "aa"], "a.md:2: no sentence stands there."),
    "a line after the last": (["flag", "a.md:99", "--rule", "aa"], "a.md:99: no sentence stands"),
    "words from elsewhere": (
        ["flag", "a.md:3", "--rule", "aa", "--quote", "Hm"],
        "--quote: `Hm` does not stand in `Well.`.",
    ),
}


@pytest.mark.parametrize(("command", "said"), TROUBLES.values(), ids=TROUBLES.keys())
def test_trouble_is_one_line_and_nothing_is_written(command: list[str], said: str) -> None:
    (line,) = errors(*command)
    assert line.startswith(f"allylint: {said}")
    assert not Path("allylint-rules").exists()


def test_the_same_example_is_not_added_twice() -> None:
    run("pass", "a.md:4:3")
    forget()
    (line,) = errors("pass", "a.md:4:3")
    assert line.endswith("is an example in it already.")


ITEM = '- text: "x"\n'
FILES = {
    "no examples": ("a: b", f"a: b\nexamples:\n  flag: []\n  pass:\n    {ITEM}"),
    "none of this kind": (
        "examples:\n  flag:\n  - {text: a}\n",
        f"examples:\n  flag:\n  - {{text: a}}\n  pass:\n    {ITEM}",
    ),
    "some, and a comment behind": (
        "examples:\n  pass:\n  - text: >-\n      a\n\n# end\n",
        f"examples:\n  pass:\n  - text: >-\n      a\n\n  {ITEM}# end\n",
    ),
    "others below": (
        "examples:\n  pass:\n  - text: a\n  flag: []\n",
        f"examples:\n  pass:\n  - text: a\n  {ITEM}  flag: []\n",
    ),
}


@pytest.mark.parametrize(("text", "expected"), FILES.values(), ids=FILES.keys())
def test_an_example_is_added_and_the_rest_stays(text: str, expected: str) -> None:
    assert with_example(text, "pass", {"text": "x"}) == expected


@pytest.mark.parametrize(
    "text", ["a: [", "[]", "examples: {pass: []}", "examples:\n  pass: [{a: b}]", ""]
)
def test_what_can_not_be_added_to_is_left_alone(text: str) -> None:
    with pytest.raises(Unclear):
        with_example(text, "pass", {"text": "x"})
