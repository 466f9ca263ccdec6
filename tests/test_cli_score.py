"""`allylint score`: how often rules are right on labelled drafts."""

import json
from pathlib import Path
from typing import Any

import pytest

from small_rules import errors, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")


def draft(text: str, *moves: str, **more: Any) -> str:
    """A line: a draft with these labels."""
    return json.dumps({"text": text, "labels": [{"move": move} for move in moves], **more})


def labelled(*lines: str) -> None:
    """A file of labelled drafts, `d.jsonl`."""
    write(Path(), {"d.jsonl": "\n".join(lines)})


def test_a_rule_is_told_by_what_it_found_reported_wrongly_and_missed() -> None:
    labelled(draft("Foo bar.", "aa"), draft("A foo bar."), draft("Fu bar.", "aa"), draft("Fine."))
    got = run("score", "d.jsonl")
    assert (got.exit_code, got.stderr) == (0, "")
    assert got.stdout.split("\n\nwith hints")[0] == (
        "4 drafts of d.jsonl\n"
        "\n"
        "suggestions alone\n"
        "move                     labelled  found  false      P      R     F1\n"
        "aa                              2      1      1   0.50   0.50   0.50\n"
        "  faults (1): macro F1 0.500; pooled P 0.500 (1/2), R 0.500 (1/2)\n"
        "\n"
        "drafts without a fault that are flagged, suggestions alone\n"
        "  all               1 of     2   50.0%\n"
        "  -                 1 of     2   50.0%"
    )


def test_praise_is_averaged_apart() -> None:
    labelled(draft("Thanks pal.", "pp"), draft("Foo bar.", "aa"))
    lines = run("score", "d.jsonl").stdout.splitlines()
    assert [line.split(":")[0] for line in lines if "macro" in line] == [
        "  faults (1)",
        "  repairs (1)",
    ] * 2


def test_hints_count_in_the_second_table_alone() -> None:
    labelled(draft("Hint hint.", "hh"))
    alone, _, with_hints = run("score", "d.jsonl").stdout.partition("with hints")
    assert ("R 0.000 (0/1)" in alone, "R 1.000 (1/1)" in with_hints) == (True, True)


def test_rules_of_ones_own_are_scored() -> None:
    write(Path(), {".allylint.yaml": "rules: [r]", "r/cc.yaml": rule("cc", "my words")})
    labelled(draft("These are my words.", "cc"))
    assert "macro F1 1.000" in run("score", "d.jsonl").stdout


def test_rules_of_other_folders_are_scored() -> None:
    write(Path(), {"r/cc.yaml": rule("cc", "my words")})
    labelled(draft("These are my words.", "cc"))
    assert "macro F1 1.000" in run("score", "d.jsonl", "--rules", "r").stdout


def test_a_label_may_be_the_move_alone() -> None:
    labelled('{"text": "Foo bar.", "labels": ["aa"]}')
    assert "macro F1 1.000" in run("score", "d.jsonl").stdout


def test_what_is_replied_to_is_read() -> None:
    near = "kind: near\n  near: it hurt\n  in-reply: only"
    cc = rule("cc", "my words").replace("kind: pattern", near)
    write(Path(), {".allylint.yaml": "rules: [r]", "r/cc.yaml": cc})
    labelled(draft("My words.", "cc", context="It hurt."), draft("My words."))
    assert "macro F1 1.000" in run("score", "d.jsonl").stdout


def test_a_maybe_counts_neither_way() -> None:
    labelled(draft("Foo bar.", maybe=["aa"]), draft("Foo bar.", "aa"))
    assert "pooled P 1.000 (1/1)" in run("score", "d.jsonl").stdout


def test_the_halves_are_all_of_it() -> None:
    labelled(*(draft("Foo bar.", "aa", id=f"d{number}") for number in range(20)))
    halves = [run("score", "d.jsonl", "--half", half).stdout for half in ("tune", "test")]
    counts = [int(half.split()[0]) for half in halves]
    assert (sum(counts), min(counts) > 0) == (20, True)


def test_each_wrong_report_and_each_miss_is_a_line() -> None:
    missed = {"text": "Fu bar.", "labels": [{"move": "aa", "quote": "Fu bar"}]}
    quoted = draft('He wrote "foo bar" there.', "aa")
    labelled(draft("Oh, foo bar."), json.dumps(missed), quoted, draft("Foo bar.", "aa"))
    assert run("score", "d.jsonl", "--wrong").stdout.splitlines() == [
        'd.jsonl:1: wrong aa (suggestion): "foo bar"',
        'd.jsonl:2: missed aa: "Fu bar"',
        'd.jsonl:3: missed aa (passed by as quoted): "He wrote "foo bar" there."',
        "1 wrong and 2 missed in 4 drafts.",
    ]


def test_labels_that_no_rule_is_called_by_are_told_once() -> None:
    labelled(draft("Fine.", "zz", "aa"), draft("Fine.", "zz"))
    got = run("score", "d.jsonl")
    assert (got.exit_code, got.stdout.count("zz")) == (0, 1)
    assert got.stdout.endswith("\n\nLabelled, but no rule is called so: zz.\n")


def test_a_draft_whose_only_fault_has_no_rule_is_not_one_without_a_fault() -> None:
    labelled(draft("Fine.", "zz"), draft("Foo bar.", "aa"))
    assert " of     " not in run("score", "d.jsonl").stdout


def test_rules_can_be_scored_alone() -> None:
    labelled(draft("Foo bar, baz.", "bb"))
    assert "labelled nowhere here: aa." in run("score", "d.jsonl").stdout
    assert "aa" not in run("score", "d.jsonl", "--select", "kin").stdout


def test_an_unknown_rule_can_not_be_scored() -> None:
    labelled(draft("Foo bar."))
    said = "allylint: --select: no rule or family is called `aaa`. Perhaps `aa`?"
    assert errors("score", "d.jsonl", "--select", "aaa") == [said]


ODD = {
    "no JSON": ("{", "this can't be read as JSON ("),
    "no object": ("[]", "this is a list; it could be an object with `text`."),
    "no text": ('{"labels": []}', "the key `text` is missing."),
    "no labels": ('{"text": "A."}', "the key `labels` is missing. It could be a list."),
    "labels that are no list": ('{"text": "A.", "labels": "aa"}', "`labels` is `aa`;"),
    "a label without a move": ('{"text": "A.", "labels": [{}]}', "the key `move` is missing."),
    "a number for a text": ('{"text": 1, "labels": []}', "`text` is `1`; it could be"),
    "too deep": ("[" * 200_000, "this JSON is too deep"),
}


@pytest.mark.parametrize(("line", "said"), ODD.values(), ids=ODD.keys())
def test_an_odd_line_is_told_and_the_others_are_scored(line: str, said: str) -> None:
    labelled(draft("Foo bar.", "aa"), line, "", draft("Foo bar.", "aa"))
    got = run("score", "d.jsonl")
    assert (got.exit_code, got.stdout.split("\n")[0]) == (2, "2 drafts of d.jsonl")
    assert got.stderr.startswith(f"allylint: d.jsonl:2: {said}")
    assert got.stderr.count("\n") == 1


def test_of_many_odd_lines_the_first_are_told() -> None:
    labelled(*["{"] * 30)
    told = errors("score", "d.jsonl")
    assert (len(told), told[-1]) == (21, "allylint: d.jsonl: 10 more lines can't be read either.")


def test_a_missing_file_leaves_the_others() -> None:
    labelled(draft("Foo bar.", "aa"))
    got = run("score", "dd.jsonl", "d.jsonl")
    assert (got.exit_code, "macro F1 1.000" in got.stdout) == (2, True)
    assert got.stderr == "allylint: dd.jsonl: there is no such file. Perhaps `d.jsonl`?\n"


@pytest.mark.parametrize("option", [(), ("--wrong",)], ids=["table", "wrong"])
def test_strangers_words_are_inert(option: tuple[str, ...]) -> None:
    odd = draft("\x1b[31m foo\nbar \u202e", "zz\x1b[0m\n", voice="\x1b[0m\n")
    labelled(odd, draft("foo \x1b bar"), draft("\x1b]0;\x07", "aa", voice="\x1b\n"))
    Path("d.jsonl").rename("d\x1b[1m\n.jsonl")
    got = run("score", "d\x1b[1m\n.jsonl", *option).stdout
    assert all(char.isprintable() or char == "\n" for char in got)


def test_tests_score_averages_over_the_moves_of_the_label_guide(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import score

    labelled(draft("Foo bar.", "self-label"))
    monkeypatch.setattr("sys.argv", ["score.py", "d.jsonl"])
    status, lines = score.main(), capsys.readouterr().out.splitlines()
    assert (status, [line.split(":")[0] for line in lines if "macro" in line][::2]) == (
        0,
        ["  faults (22)", "  repairs (4)"] * 2,
    )
