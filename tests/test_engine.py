"""From a document to findings: their order, their places, and what is left out."""

import pytest

from allylint import limits, pattern, reading
from allylint.engine import Result, lint_document
from allylint.inputs import read_document
from allylint.model import Clause, Finding
from allylint.rulebook import Rulebook
from small_rules import rule, rulebook


def run(rules: Rulebook, text: str, syntax: str = "plain", reply_to: str | None = None) -> Result:
    return lint_document(read_document("d", text, syntax), rules, reply_to=reply_to)


def findings(rules: Rulebook, text: str, reply_to: str | None = None) -> list[Finding]:
    return run(rules, text, reply_to=reply_to).findings


def test_findings_are_in_the_order_of_the_text_and_then_of_their_rules() -> None:
    made = rulebook(rule("zz", "foo"), rule("aa", "(foo | bar)"))
    found = [(each.quote, each.rule) for each in findings(made, "bar.\n\nfoo, bar")]
    assert found == [("bar", "aa"), ("foo", "aa"), ("foo", "zz"), ("bar", "aa")]


OVERLAPS = {
    "one within the other": ("|\n    foo bar baz\n    bar", ["foo bar baz"]),
    "one into the other": ("|\n    foo bar\n    bar baz", ["foo bar baz"]),
    "a chain of three": ("|\n    foo bar\n    bar baz\n    baz foo", ["foo bar baz foo"]),
    "side by side": ("|\n    foo bar\n    baz foo", ["foo bar", "baz foo"]),
    "the same twice": ("|\n    foo\n    foo", ["foo", "foo"]),
}


@pytest.mark.parametrize(("phrases", "quotes"), OVERLAPS.values(), ids=OVERLAPS.keys())
def test_overlapping_matches_of_one_rule_are_one_finding(phrases: str, quotes: list[str]) -> None:
    found = findings(rulebook(rule("aa", phrases)), "foo bar baz foo")
    assert [each.quote for each in found] == quotes


def test_overlapping_matches_of_two_rules_are_two_findings() -> None:
    made = rulebook(rule("aa", "foo bar"), rule("bb", "bar baz"))
    assert [each.rule for each in findings(made, "foo bar baz")] == ["aa", "bb"]


def test_of_overlapping_matches_the_higher_level_counts() -> None:
    both = "\n  - {kind: pattern, any: foo bar, level: hint}\n  - {kind: pattern, any: bar}"
    assert [f.level for f in findings(rulebook(rule("aa", check=both)), "foo bar")] == [
        "suggestion"
    ]


PLACES = {
    "first line": ("foo bar", (1, 1, 1, 8)),
    "lf": ("a\n\nb foo bar", (3, 3, 3, 10)),
    "crlf": ("a\r\n\r\nb foo bar\r\n", (3, 3, 3, 10)),
    "cr": ("a\r\rb foo bar", (3, 3, 3, 10)),
    "over a line break": ("foo\nbar", (1, 1, 2, 4)),
    "over crlf": ("foo\r\nbar", (1, 1, 2, 4)),
    "an emoji is one column": ("\U0001f600 foo bar", (1, 3, 1, 10)),
    "a combining mark is one too": ("e\u0301 foo bar", (1, 4, 1, 11)),
    "a byte order mark is none": ("\ufefffoo bar", (1, 1, 1, 8)),
    "other breaks are no lines": ("a\u2028b\x0cfoo bar", (1, 5, 1, 12)),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES.keys())
def test_a_place_counts_lines_and_characters(text: str, place: tuple[int, int, int, int]) -> None:
    found = findings(rulebook(rule("aa")), text)
    assert [(f.line, f.column, f.end_line, f.end_column) for f in found] == [place]


QUOTES = {
    "as written": ("FOO bar", "FOO bar"),
    "with markup inside": ("**foo** bar", "foo** bar"),
    "with an entity": ("foo&#32;bar", "foo&#32;bar"),
    "with a curly quote and blanks": ("I’m   sorry", "I’m   sorry"),
    "a full form": ("I am sorry", "I am sorry"),
    "over a quoted line break": ("> foo\n> bar", "foo\n> bar"),
}


@pytest.mark.parametrize(("draft", "quote"), QUOTES.values(), ids=QUOTES.keys())
def test_a_quote_is_the_source_from_start_to_end(draft: str, quote: str) -> None:
    text = f"é\r\n\r\n{draft}, no."
    made = rulebook(rule("aa", "|\n    foo bar\n    I'm sorry", not_cleared_by="[blockquote]"))
    found = run(made, text, "markdown").findings
    assert [(f.quote, text[f.start : f.end]) for f in found] == [(quote, quote)]


def test_a_message_quotes_the_prose_and_not_its_markup() -> None:
    found = run(rulebook(rule("aa")), "foo\n**bar**", "markdown").findings
    assert [each.message for each in found] == ['"foo bar" can land so.']


def test_a_message_has_an_ellipsis_for_code() -> None:
    made = rulebook(rule("aa", check="\n  kind: pattern\n  regex: ['foo .* bar']"))
    found = run(made, "foo `x = 1` bar", "markdown").findings
    assert [each.message for each in found] == ['"foo … bar" can land so.']


def test_a_message_leaves_out_the_middle_of_a_long_quotation() -> None:
    text = "foo " + "word " * 30 + "bar"
    made = rulebook(rule("aa", check="\n  kind: pattern\n  regex: ['foo .* bar']"))
    message = findings(made, text)[0].message
    assert message == '"foo word word word word word word word … word word bar" can land so.'


RAISED = {
    "in the reply": ("foo bar", "That hurt me.", "suggestion"),
    "in the draft": ("It hurt you. Still, foo bar", None, "suggestion"),
    "in the draft's block quote": ("> That hurt me.\n\nfoo bar", None, "suggestion"),
    "nowhere": ("foo bar", "That was fun.", "hint"),
}


@pytest.mark.parametrize(("text", "reply", "level"), RAISED.values(), ids=RAISED.keys())
def test_a_hint_is_a_suggestion_where_a_hurt_is_named(
    text: str, reply: str | None, level: str
) -> None:
    made = rulebook(rule("aa", level="hint", raised_by="hurt (me | you)"))
    assert [each.level for each in findings(made, text, reply)] == [level]


def test_what_is_not_the_writers_own_is_cleared_with_its_row_and_cue() -> None:
    found = run(rulebook(rule("aa")), 'He wrote "foo bar" to me.')
    (cleared,) = found.cleared
    assert (found.findings, cleared.voice, cleared.cue) == ([], "quoted", "foo bar")


def test_a_rule_names_rows_that_do_not_clear_it() -> None:
    made = rulebook(rule("aa", not_cleared_by="[quoted, reported]"))
    assert [f.quote for f in findings(made, 'He wrote "foo bar" to me.')] == ["foo bar"]


def test_another_sense_clears_with_its_words() -> None:
    check = "\n  kind: pattern\n  any: foo bar\n  senses: (menu | drinks)"
    found = run(rulebook(rule("aa", check=check)), "The foo bar has a menu.")
    assert [(c.voice, c.cue) for c in found.cleared] == [("other-sense", "menu")]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The foo bar.\n\nSee it at the zoo.", []),
        ("The foo bar.\n\n> See it at the zoo.", ["foo bar"]),
        ("The foo bar.", ["foo bar"]),
    ],
)
def test_what_is_said_anywhere_in_the_draft_may_keep_a_rule_silent(
    text: str, quotes: list[str]
) -> None:
    found = run(rulebook(rule("aa", unless_draft="the zoo")), text)
    assert [each.quote for each in found.findings] == quotes


def test_a_policy_is_cited_for_a_rule_or_its_family() -> None:
    made = rulebook(rule("aa"), rule("bb"))
    document = read_document("d", "foo bar", "plain")
    found = lint_document(
        document, made, policy={"fam": Clause("Be kind."), "bb": Clause("Ask.")}
    ).findings
    assert [each.policy for each in found] == ["Be kind.", "Ask."]


SLOW = "\n  kind: pattern\n  regex: ['(?:(?:x|y|xy)+)+z']"


def test_a_slow_pattern_gives_one_note_and_no_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern, "TIMEOUT", 0.05)
    text = "Fine.\n\n" + ("xy" * 60 + " z.\n\n") * 100 + "foo bar"
    made = rulebook(rule("aa", check=SLOW), rule("bb"))
    found = run(made, text)
    assert [(note.line, note.text) for note in found.notes] == [
        (3, "`aa` took too long here; the rest was read without it.")
    ]
    assert [each.rule for each in found.findings] == ["bb"]


def test_many_searches_that_are_all_just_quick_enough_come_to_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "BUDGET", 0.0)
    found = run(rulebook(rule("aa")), "foo bar\n\n" * 3)
    assert [note.text[:18] for note in found.notes] == ["`aa` took too long"]


def test_a_slow_look_for_a_hurt_is_a_note_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(text: str) -> str:
        raise TimeoutError(text)

    made = rulebook(rule("aa", level="hint"))
    monkeypatch.setattr(made.rules["aa"].raised_by, "first", slow)
    assert [note.text[:18] for note in run(made, "foo bar").notes] == ["`aa` took too long"]


@pytest.mark.parametrize("scope", ["sentence", "block", "document"])
def test_a_match_of_nothing_is_no_finding(scope: str) -> None:
    check = f"\n  kind: pattern\n  scope: {scope}\n  regex: ['(?=foo)|(?<=foo)', '\\n']"
    made = rulebook(rule("aa", check=check))
    assert [findings(made, text) for text in ("foo\n\nfoo", "", "```\nx\n```")] == [[], [], []]


def test_a_document_wide_match_ends_with_its_paragraph() -> None:
    check = "\n  kind: pattern\n  scope: document\n  regex: ['foo\\s+bar']"
    assert [f.quote for f in findings(rulebook(rule("aa", check=check)), "a foo\n\nbar")] == ["foo"]


def test_praise_is_left_out_beside_what_takes_it_back() -> None:
    praise = rule("pp", "thanks pal", level="praise").replace(
        "check:", "not-beside: [aa]\ncheck:", 1
    )
    found = run(rulebook(rule("aa"), praise), "thanks pal. foo bar.")
    assert [each.rule for each in found.findings] == ["aa"]


def test_a_rule_that_matches_without_end_is_cut_with_a_note() -> None:
    found = run(rulebook(rule("aa")), "foo bar. " * 600)
    said = [note.text for note in found.notes]
    assert (len(found.findings), said) == (
        500,
        ["`aa` matched more than 500 times; the first were looked at."],
    )


def notes(text: str) -> list[tuple[int, str]]:
    found = lint_document(read_document("d.md", text, "plain"), rulebook(rule("aa")))
    return [(note.line, note.text) for note in found.notes]


def test_of_an_endless_paragraph_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 20)
    assert notes("Short.\n\n" + "word " * 10)[0][0] == 3


def test_what_stands_beyond_the_cut_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 20)
    document = read_document("d.md", "word " * 10 + "foo bar", "plain")
    assert lint_document(document, rulebook(rule("aa"))).findings == []


def test_of_endless_paragraphs_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 2)
    assert notes("a\n\nb\n\nc\n\nd") == [(5, "2 paragraphs were read; what follows was not.")]
