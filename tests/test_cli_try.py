"""`allylint try`: what a rule would report over one's own archive."""

import json
from pathlib import Path

import pytest

from allylint import files, jsonlines, lonerule, ranked, trial
from allylint.engine import Result
from allylint.model import Document
from small_rules import errors, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")

OURS = {"mine/cc.yaml": rule("cc", "my [own] words", level="hint")}


def archive(**files: str) -> None:
    """Our rule, and drafts beside it."""
    write(Path(), OURS | {f"d/{name}.md": text for name, text in files.items()})


def tried(*arguments: str) -> list[str]:
    """What is printed of our rule, nothing being wrong."""
    got = run("try", "mine/cc.yaml", *arguments)
    assert (got.exit_code, got.stderr) == (0, "")
    return got.stdout.splitlines()


def test_wordings_are_ranked_by_how_often_they_were_found() -> None:
    archive(
        a="My own words.", b="Hm.\n\nMy words, then my **Words**.", c="my\nwords", d="Fine.",
        e="My words.",
    )  # fmt: skip
    assert tried("d") == [
        "cc over 5 drafts: 5 findings in 4 drafts (80.0 %)",
        "",
        '  4  "my words"      d/b.md:3, d/c.md:1, d/e.md:1',
        "       Hm. My words, then my **Words**.",
        '  1  "my own words"  d/a.md:1',
    ]


def test_a_line_of_an_archive_is_a_draft() -> None:
    drafts = [{"text": "Fine."}, {"text": "Hm.\n\nMy words.", "context": None}]
    write(Path(), OURS | {"d/a.jsonl": "\n\n".join(map(json.dumps, drafts)) + "\n"})
    for path in ("d", "d/a.jsonl"):
        assert tried(path) == [
            "cc over 2 drafts: 1 finding in 1 draft (50.0 %)",
            "",
            '  1  "my words"  d/a.jsonl:3',
            "       Hm. My words.",
        ]


def test_what_a_draft_replies_to_is_read() -> None:
    near = "kind: near\n  near: it hurt\n  in-reply: only"
    write(Path(), {"mine/cc.yaml": rule("cc", "my words").replace("kind: pattern", near)})
    drafts = [{"text": "My words.", "context": context} for context in ("It hurt.", None)]
    write(Path(), {"a.jsonl": "\n".join(map(json.dumps, drafts))})
    assert tried("a.jsonl")[2:] == ['  1  "my words"  a.jsonl:1']


def test_some_places_are_told_and_the_others_counted() -> None:
    archive(**dict.fromkeys("abcde", "My words."))
    assert tried("d")[2] == '  5  "my words"  d/a.md:1, d/b.md:1, d/c.md:1 and 2 more'


def test_every_place_can_be_told() -> None:
    archive(**dict.fromkeys("abcde", "My words."))
    assert tried("d", "--all")[2:] == [
        '  5  "my words"',
        *(f"     d/{name}.md:1" for name in "abcde"),
    ]


def test_the_rarer_wordings_are_counted() -> None:
    archive(a="My words. My words.", b="My own words.")
    assert tried("d", "--limit", "1")[2:] == [
        '  2  "my words"  d/a.md:1',
        "       My words. My words.",
        "  and 1 finding of 1 wording more (`--limit` shows them)",
    ]


CLEARED = {"a": 'He wrote "my words" there.', "b": "> My words.", "c": 'Not "my words".'}


def test_what_passed_by_is_counted_by_whose_words_it_was() -> None:
    archive(**CLEARED, d="My words.")
    assert tried("d")[-2:] == [
        "",
        "Passed by, as not the writer's own words: 2 quoted, 1 blockquote (`--show-cleared` lists them)",
    ]


def test_what_passed_by_can_be_listed() -> None:
    archive(**CLEARED)
    assert tried("d", "--show-cleared") == [
        "cc over 3 drafts: nothing was found. In 3 drafts its words stand, and were only cleared.",
        "",
        "Passed by, as not the writer's own words: 2 quoted, 1 blockquote",
        "",
        "quoted:",
        '  2  "my words"  d/a.md:1, d/c.md:1',
        '       He wrote "my words" there.',
        "",
        "blockquote:",
        '  1  "my words"  d/b.md:1',
        "       > My words.",
    ]


def test_nothing_found_is_said() -> None:
    archive(a="Fine.", b="Fine.")
    assert tried("d") == ["cc over 2 drafts: nothing was found, and nothing was matched."]


def test_no_draft_is_said() -> None:
    write(Path(), OURS | {"d/a.bin": ""})
    assert tried("d") == ["cc: no draft was read.", "", "d: there are no drafts in this folder."]


def test_what_git_ignores_is_no_draft() -> None:
    archive(a="My words.", b="My words.")
    write(Path(), {".gitignore": "b.md"})
    assert tried("d")[0].startswith("cc over 1 draft:")


def test_configuration_does_not_leave_drafts_out() -> None:
    archive(a="My words.")
    write(Path(), {".allylint.yaml": "exclude: [d/]\nignore: [fam]"})
    assert tried("d")[0].startswith("cc over 1 draft: 1 finding")


def test_a_known_rule_is_tried_by_its_id() -> None:
    archive(a="Foo bar, my words.")
    write(Path(), {".allylint.yaml": "rules: [mine]"})
    heads = [run("try", id, "d").stdout.split(":")[0] for id in ("aa", "cc")]
    assert heads == ["aa over 1 draft", "cc over 1 draft"]


def test_a_file_takes_the_place_of_the_rule_of_its_id() -> None:
    write(Path(), {"mine/aa.yaml": rule("aa", "my words"), "a.md": "My words, no foo bar."})
    assert '"my words"' in run("try", "mine/aa.yaml", "a.md").stdout.splitlines()[2]


def test_what_undoes_a_finding_is_read_beside_it() -> None:
    write(Path(), {"mine/cc.yaml": rule("cc", "my words", level="praise", not_beside="[aa]")})
    write(Path(), {"d/a.md": "My words. Foo bar.", "d/b.md": "My words."})
    assert tried("d")[0] == "cc over 2 drafts: 1 finding in 1 draft (50.0 %)"


def test_a_file_may_change_a_rule_that_is_known() -> None:
    write(
        Path(), {"mine/self-label.yaml": "extends: self-label\nany: my words", "a.md": "My words."}
    )
    got = run("try", "mine/self-label.yaml", "a.md")
    assert (got.stderr, got.stdout.splitlines()[2:]) == ("", ['  1  "my words"  a.md:1'])


def test_rules_of_other_folders_are_known() -> None:
    archive(a="My words.")
    assert run("try", "cc", "d", "--rules", "mine").stdout.startswith("cc over 1 draft: 1 finding")


@pytest.mark.parametrize("place", ["mine/words.yaml", "words.yaml"])
def test_the_lists_of_its_folder_or_the_one_above_are_a_rules_own(place: str) -> None:
    words = "lists: {things: [words, letters]}"
    write(Path(), {"mine/cc.yaml": rule("cc", "my <things>"), place: words, "a.md": "My letters."})
    assert tried("a.md")[2] == '  1  "my letters"  a.md:1'


def test_a_rule_has_the_built_in_lists() -> None:
    write(Path(), {"mine/cc.yaml": rule("cc", "my <group-plural>"), "a.md": "Fine."})
    assert tried("a.md") == ["cc over 1 draft: nothing was found, and nothing was matched."]


def test_a_broken_rule_file_is_told_with_its_line() -> None:
    write(Path(), {"mine/cc.yaml": "id: cc\nnope: 1\n", "a.md": "Fine."})
    [said] = errors("try", "mine/cc.yaml", "a.md")
    assert said.startswith("allylint: mine/cc.yaml:2:1: no key is called `nope`.")


UNKNOWN = {
    "an id": ("aaa", "try: no rule or family is called `aaa`. Perhaps `aa`?"),
    "a file": ("mine/cd.yaml", "mine/cd.yaml: there is no such file. Perhaps `cc.yaml`?"),
}


@pytest.mark.parametrize(("named", "said"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_an_unknown_rule_is_told_with_the_nearest(named: str, said: str) -> None:
    archive(a="Fine.")
    assert errors("try", named, "d") == [f"allylint: {said}"]


def test_what_can_not_be_read_is_told_and_the_others_are_counted() -> None:
    archive(a="My words.")
    (Path() / "d/b.md").write_bytes(b"\0")
    write(Path(), {"d/c.jsonl": '{"text": "My words."}\n{"text": 1}\n{'})
    got = run("try", "mine/cc.yaml", "d", "e")
    assert (got.exit_code, got.stdout.split("\n")[0]) == (
        2,
        "cc over 2 drafts: 2 findings in 2 drafts (100.0 %)",
    )
    assert [line.split(": ")[1] for line in got.stderr.splitlines()] == [
        "d/b.md",
        "d/c.jsonl:2",
        "d/c.jsonl:3",
        "e",
    ]


def test_a_fault_of_ours_leaves_the_other_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    archive(a="My words.", b="Fine.")
    lint = trial.lint_document

    def faulty(document: Document, *args: object, **more: object) -> Result:
        assert document.path != "d/b.md"
        return lint(document, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(trial, "lint_document", faulty)
    got = run("try", "mine/cc.yaml", "d")
    assert (got.exit_code, got.stdout.split(":")[0]) == (2, "cc over 1 draft")
    assert got.stderr.startswith("allylint: d/b.md: this is a fault of allylint, not of yours (")
    assert "Fine" not in got.stderr


def test_a_match_that_comes_too_often_is_noted() -> None:
    archive(a="My words.\n\n" * 501)
    assert tried("d")[-1] == "`cc` matched more than 500 times; the first were looked at."


def test_only_so_many_wordings_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranked, "MOST_WORDINGS", 1)
    archive(a="My words.", b="My own words.")
    assert tried("d")[-1] == "  and 1 finding of wordings that are not told apart any more"


def test_a_line_beyond_8_mb_is_told_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, jsonlines):
        monkeypatch.setattr(module, "LARGEST", 50)
    long = json.dumps({"text": "My words. " * 20})
    write(Path(), OURS | {"a.jsonl": f'{long}\n{{"text": "My words."}}'})
    monkeypatch.setattr(lonerule, "read_text", lambda path: Path(path).read_text())
    monkeypatch.setattr(lonerule, "_shared", lambda _: None)
    got = run("try", "mine/cc.yaml", "a.jsonl")
    assert got.stderr == "allylint: a.jsonl:1: this line is longer than 8 MB.\n"
    assert got.stdout.splitlines()[2] == '  1  "my words"  a.jsonl:2'


def test_strangers_words_are_inert() -> None:
    odd = "My \x1b[31m words, my \u202e own words.\n\n> my\x07 words"
    ours = rule("cc", "zz\n  regex: ['my.{1,9}words']")
    write(Path(), {"mine/cc.yaml": ours, "d/\x1b[1m\n.md": odd})
    got = run("try", "mine/cc.yaml", "d", "--show-cleared", "--all").stdout
    assert '"my' in got
    assert all(char.isprintable() or char == "\n" for char in got)


def test_a_log_is_not_commanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    archive(**{"::error::x": "My words."})
    write(Path(), {"::error::x.md": "My words."})
    lines = run("try", "mine/cc.yaml", "::error::x.md", "--all").stdout.splitlines()
    assert not any(line.lstrip().startswith("::") for line in lines)
