"""A rule of one's own changes another one: more words, exceptions, another level or message."""

from pathlib import Path

import pytest

from allylint import config
from allylint.rulebook import load_rulebook
from small_rules import errors, found, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")

BASE = rule(
    "cc",
    check="\n- {kind: pattern, any: big <animal>}\n- {kind: pattern, any: tiny <pet>, level: hint, "
    "message: Tiny., lists: {pet: [hen]}}",
    lists="{animal: [cow, ox]}",
    examples="\n  flag: [{text: A big cow., quote: big cow}]\n  pass: []",
)


def extend(text: str, **drafts: str) -> None:
    """A folder with a rule, one with what changes it, and drafts; nothing is remembered."""
    files = {".allylint.yaml": "rules: [ours, more]", "ours/own/cc.yaml": BASE}
    written = {f"{name}.md": draft for name, draft in drafts.items()}
    write(Path(), {**files, "more/cc.yaml": f"extends: cc\n{text}", **written})
    config.clear()
    load_rulebook.cache_clear()


def quotes(*options: str) -> list[str]:
    return [quote for _, _, quote in found(run("a.md", "--hints", "--format", "json", *options))]


CHANGES = {
    "more words of a list": ("lists: {animal: [gnu]}", "A big gnu. A big cow.", ["big gnu", "big cow"]),
    "more words of a check's list": ("lists: {pet: [rat]}", "A tiny rat.", ["tiny rat"]),
    "more phrases": ("any: huge <animal>", "A huge ox. A big ox.", ["huge ox", "big ox"]),
    "an exception": ("unless: at the zoo", "A big ox. A big ox at the zoo.", ["big ox"]),
    "an exception for whole drafts": ("unless-draft: the zoo", "A big ox.\n\nSo the zoo.", []),
    "another sense": ("senses: (poker | cards)", "A big ox. A big ox in poker.", ["big ox"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "draft", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_it_brings(text: str, draft: str, expected: list[str]) -> None:
    extend(text, a=draft)
    for _ in range(2):  # from the files, and from what was kept of them
        assert quotes() == expected
        load_rulebook.cache_clear()


def test_another_level_and_message_hold_for_all_that_the_rule_finds() -> None:
    extend("level: hint\nmessage: '\"{quote}\" is large.'", a="A big cow. A tiny hen.")
    shown = run("a.md", "--hints", "--all").stdout
    assert (run("a.md").exit_code, shown.count("(a hint)")) == (0, 2)
    assert '"big cow" is large.' in shown
    assert '"tiny hen" is large.' in shown


def test_what_it_leaves_out_stays_and_the_family_too() -> None:
    extend("level: hint", a="A big cow.")
    assert "cc: A rule for a test (own, hint)" in run("explain", "cc").stdout


def test_its_examples_are_tested_beside_those_of_the_other() -> None:
    extend(
        "lists: {animal: [gnu]}\nexamples: {flag: [{text: A big gnu., quote: big gnu}], pass: []}"
    )
    assert run("test", "cc").stdout == "2 of 2 examples hold.\n"


def test_a_change_of_a_change_keeps_both() -> None:
    extend("lists: {animal: [gnu]}", a="A big gnu. A big yak.")
    write(Path(), {"last/cc.yaml": "extends: cc\nlists: {animal: [yak]}"})
    write(Path(), {".allylint.yaml": "rules: [ours, more, last]"})
    config.clear()
    assert quotes() == ["big gnu", "big yak"]


SLIPS = {
    "no such rule": ("extends: ccc", "1:10: no rule is called `ccc`. Perhaps `cc`?"),
    "a file of another name": (
        "extends: aa",
        "1:10: this changes `aa`, the file's name is `cc`. They are the same word.",
    ),
    "no such list": (
        "extends: cc\nlists: {animals: [gnu]}",
        "2:9: `cc` has no list called `animals`. Perhaps `animal`?",
    ),
    "an unknown key": ("extends: cc\nid: cc", "2:1: no key is called `id`."),
    "a slip in a phrase": (
        "extends: cc\nany: big (cow",
        "2:10: `(` is never closed. `)` closes it.",
    ),
    "a slip in an exception": ("extends: cc\nunless: <zoo>", "2:10: no list is called `zoo`."),
    "a slip in a word": ("extends: cc\nlists: {animal: ['(gnu']}", "2:17: `(` is never closed."),
}


@pytest.mark.parametrize(("text", "said"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_at_its_place_and_the_other_rule_stays(text: str, said: str) -> None:
    extend("", a="A big cow.")
    write(Path(), {"more/cc.yaml": text})
    load_rulebook.cache_clear()
    (line,) = errors("a.md", "--hints", "--format", "json")
    assert line.startswith(f"allylint: more/cc.yaml:{said}")
    assert quotes() == ["big cow"]


def test_a_rule_of_the_same_name_that_extends_nothing_names_both_places() -> None:
    extend("")
    write(Path(), {"more/cc.yaml": rule("cc")})
    load_rulebook.cache_clear()
    assert errors("rules") == [
        "allylint: more/cc.yaml: `cc` is also in ours/own/cc.yaml. Rename one, or begin with "
        "`extends:` to change the other."
    ]
