"""`allylint rules` and `allylint test`."""

import re
from pathlib import Path

import pytest

from allylint.tallies import count
from small_rules import EXAMPLES, ours, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")


def test_rules_are_listed_by_family() -> None:
    got = run("rules")
    assert (got.exit_code, got.stdout.splitlines()) == (
        0,
        [
            "fam",
            "  aa  A rule for a test (suggestion)",
            "  hh  A rule for a test (hint)",
            "",
            "kin",
            "  bb  A rule for a test (suggestion)",
            "  pp  A rule for a test (praise)",
        ],
    )


def test_how_often_a_rule_was_disagreed_with_here_stands_beside_it() -> None:
    for kind in ("pass", "pass", "flag"):
        count("aa", kind)
    assert "  aa  A rule for a test (suggestion; disagreed here: 2 passed, 1 flagged)" in (
        run("rules").stdout.splitlines()
    )


def test_rules_of_ones_own_are_listed() -> None:
    ours(cc=rule("cc"))
    assert "  cc  A rule for a test (suggestion)" in run("rules").stdout.splitlines()


def test_a_broken_rule_file_is_told_beside_the_list() -> None:
    ours(cc="id: cc")
    got = run("rules")
    assert (got.exit_code, "  aa  " in got.stdout, got.stderr.count("\n")) == (2, True, 1)
    assert got.stderr.startswith("allylint: r/own/cc.yaml:1:1: the keys `title`, `level`")


def test_whoever_tests_rules_is_told_every_mistake() -> None:
    ours(cc="id: cc\ntitel: A\nlevel: often\nmessage: M\nwhy: W\ncheck: foo\nexamples: 3")
    told = [line.split(": ", 2)[2] for line in run("test").stderr.splitlines()]
    assert told == [
        "no key is called `titel`. Perhaps `title`?",
        "`level` is `often`. There are: hint, praise, suggestion.",
        "`check` is `foo`; it could be a mapping or a list.",
        "`examples` is `3`; it could be a mapping with `flag` and `pass`.",
        "the key `title` is missing. It could be a word or text.",
    ]


def test_a_broken_configuration_is_told_beside_the_list() -> None:
    write(Path(), {".allylint.yaml": "ignroe: []"})
    got = run("rules")
    assert (got.exit_code, "  aa  " in got.stdout) == (2, True)
    assert got.stderr.startswith("allylint: .allylint.yaml:1:1: no key is called `ignroe`.")


def test_rules_can_be_a_page() -> None:
    ours(cc=rule("cc"))
    got = run("rules", "--format", "markdown")
    assert (got.exit_code, "\n### cc: A rule for a test\n" in got.stdout) == (0, True)


def test_an_unknown_format_is_told_with_the_nearest() -> None:
    got = run("rules", "--format", "mark")
    assert (got.exit_code, got.stdout) == (2, "")
    assert got.stderr == (
        "allylint: --format: `mark` is no format of `allylint rules`. There are: markdown, text. "
        "Perhaps `markdown`?\n"
    )


def test_examples_that_hold_are_counted() -> None:
    ours(cc=rule("cc", examples=EXAMPLES))
    got = run("test", "cc")
    assert (got.exit_code, got.stdout) == (0, "2 of 2 examples hold.\n")


FAILING = {
    "a flag that is not found": (
        "\n  flag: [{text: Fine., quote: foo}]\n  pass: []",
        'cc/flag/1: nothing was found in "Fine.".\n'
        "  None of the rule's phrases begins with words that stand in it.",
    ),
    "a flag that is nearly found": (
        "\n  flag: [{text: My foo barn., quote: foo}]\n  pass: []",
        'cc/flag/1: nothing was found in "My foo barn.".\n  `foo bar` got as far as "foo".\n'
        '  Then it needs `bar`, and "barn." stands there.',
    ),
    "a flag that is found elsewhere": (
        "\n  flag: [{text: A foo bar., quote: A foo bar}]\n  pass: []",
        'cc/flag/1: found "foo bar" (line 1, column 3) instead of "A foo bar".',
    ),
    "a flag that is cleared": (
        "\n  flag: [{text: 'He wrote \"foo bar\" there.', quote: foo bar}]\n  pass: []",
        'cc/flag/1: "foo bar" was cleared as quoted by "foo bar".',
    ),
    "a flag of another level": (
        "\n  flag: [{text: foo bar, quote: foo bar, level: hint}]\n  pass: []",
        'cc/flag/1: "foo bar" is a suggestion, not a hint.',
    ),
    "a better wording that is no better": (
        "\n  flag: [{text: foo bar, quote: foo bar, instead: my foo bar}]\n  pass: []",
        'cc/flag/1: the better wording "my foo bar" is flagged too.',
    ),
    "a pass that is found": (
        "\n  flag: []\n  pass: [{text: A foo bar., because: other}]",
        'cc/pass/other/1: "foo bar" was found in "A foo bar.", and nothing should match there.',
    ),
    "a pass that is cleared as another": (
        "\n  flag: []\n  pass: [{text: '> foo bar', because: denied}]",
        'cc/pass/denied/1: "> foo bar" was cleared as blockquote, not denied.',
    ),
    "a pass that is no near miss": (
        "\n  flag: []\n  pass: [{text: Fine., because: quoted}]",
        'cc/pass/quoted/1: nothing matches in "Fine.", so write `because: other`.',
    ),
}


@pytest.mark.parametrize(("examples", "said"), FAILING.values(), ids=FAILING.keys())
def test_an_example_fails(examples: str, said: str) -> None:
    ours(cc=rule("cc", examples=examples))
    got = run("test", "cc")
    assert (got.exit_code, got.stdout) == (1, f"{said}\n0 of 1 examples hold.\n")


def test_a_family_is_tested() -> None:
    ours(cc=rule("cc", examples=EXAMPLES), dd=rule("dd", examples=EXAMPLES))
    assert run("test", "own").stdout == "4 of 4 examples hold.\n"


ASIDE = {
    "unless": ("{any: foo bar, unless: at the zoo}", 'but `unless:` finds "at the zoo".'),
    "near": (
        "{kind: near, any: foo bar, near: cow}",
        "but no phrase of `near:` stands in the same sentence.",
    ),
    "outweighs": (
        "{kind: outweighs, any: foo bar, than: zoo}",
        "but it does not outweigh `than:`.",
    ),
    "stack": (
        "{kind: stack, any: foo bar, own: I am, filler: and}",
        "but fewer than 2 of them stand side by side on the writer.",
    ),
}


@pytest.mark.parametrize(("check", "said"), ASIDE.values(), ids=ASIDE.keys())
def test_what_sets_a_phrase_aside_is_named(check: str, said: str) -> None:
    examples = "\n  flag: [{text: A foo bar at the zoo., quote: foo bar}]\n  pass: []"
    ours(cc=rule("cc", check=check, examples=examples))
    assert run("test", "cc").stdout.splitlines()[1] == f"  `foo bar` matches, {said}"


def test_a_word_that_no_rule_sees_is_named() -> None:
    examples = '\n  flag: [{text: "Hey, guys, hi.", quote: guys}]\n  pass: []'
    ours(cc=rule("cc", "hey guys", examples=examples))
    assert 'No rule sees "guys" there' in run("test", "cc").stdout


@pytest.mark.parametrize("command", [["test"], ["explain"], ["test", "--show-pattern"]])
def test_a_rule_whose_file_is_broken_is_told_with_its_mistake(command: list[str]) -> None:
    ours(cc=rule("cc", level="often"))
    got = run(*command, "cc")
    assert (got.exit_code, got.stderr.count("r/own/cc.yaml:3:8: `level` is `often`")) == (2, 1)


def test_a_rule_that_is_not_in_use_is_tested_and_tried_and_its_page_says_what_to_set() -> None:
    write(Path(), {"allylint-rules/cc.yaml": rule("cc", examples=EXAMPLES), "a.md": "foo bar"})
    assert run("test", "cc").stdout == "2 of 2 examples hold.\n"
    assert "1 finding in 1 draft" in run("try", "cc", "a.md").stdout
    assert run("explain", "cc").stderr == (
        "allylint: allylint-rules/cc.yaml: no settings name its folder. "
        "Write `rules: [allylint-rules]` into .allylint.yaml.\n"
    )


def test_examples_of_a_file_anywhere_are_run() -> None:
    write(Path(), {"else/where/cc.yaml": rule("cc", examples=EXAMPLES)})
    for name in ("else/where/cc.yaml", "else", "else/where"):
        assert run("test", name).stdout == "2 of 2 examples hold.\n"


def test_a_broken_file_that_was_named_is_told_with_all_its_mistakes() -> None:
    write(Path(), {"cc.yaml": rule("cc", level="often", tri="a")})
    got = run("test", "cc.yaml")
    assert (got.exit_code, got.stdout) == (2, "No examples were run.\n")
    assert [line.split(":")[2] for line in got.stderr.splitlines()] == ["3", "7"]


def test_what_a_phrase_became_is_shown_with_drafts_that_it_matches() -> None:
    ours(cc=rule("cc", "I am [a] (Big | tiny) <animal>", lists="{animal: [ox, cow]}"))
    head, phrase, *drafts = run("test", "--show-pattern", "cc").stdout.splitlines()
    assert head == "cc, check 1 (suggestion, looks at each sentence):"
    assert phrase == "  i am [a] (big | tiny) <animal>"
    assert len(set(drafts)) == 3
    assert all(re.fullmatch(r'    "i am( a)? (big|tiny) (ox|cow)"', draft) for draft in drafts)


@pytest.mark.parametrize("folder", ["r/own", "allylint-rules"])
def test_examples_run_again_when_a_file_is_saved(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"{folder}/cc.yaml"
    write(
        Path(), {".allylint.yaml": "rules: [r]", "r/a.txt": "", path: rule("cc", examples=EXAMPLES)}
    )
    pauses = iter(("A foo bar.", "A foo."))

    def saved(_: float) -> None:
        text = next(pauses, None)
        if text is None:
            raise KeyboardInterrupt
        more = f"\n  flag: [{{text: {text}, quote: foo bar}}]\n  pass: []"
        write(Path(), {path: rule("cc", examples=more)})

    monkeypatch.setattr("allylint.watching.sleep", saved)
    got = run("test", "--watch", "cc")
    counts = [line for line in got.stdout.splitlines() if line.endswith("hold.")]
    assert (got.exit_code, counts) == (
        130,
        ["2 of 2 examples hold.", "1 of 1 examples hold.", "0 of 1 examples hold."],
    )


def test_beside_a_broken_file_the_others_are_tested() -> None:
    ours(cc=rule("cc", examples=EXAMPLES), dd="id: dd")
    got = run("test", "cc")
    assert (got.exit_code, got.stdout, got.stderr.count("\n")) == (
        2, "2 of 2 examples hold. What could not be read was not tested (1).\n", 1,
    )  # fmt: skip


def test_an_unknown_rule_can_not_be_tested() -> None:
    got = run("test", "aaa")
    assert (got.exit_code, got.stdout) == (2, "")
    assert got.stderr == "allylint: test: no rule or family is called `aaa`. Perhaps `aa`?\n"
