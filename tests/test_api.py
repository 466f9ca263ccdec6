"""The Python promise of design.md: `lint` and `check`."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import allylint
from allylint import check, lint
from allylint.errors import AllylintError
from allylint.model import Finding

DRAFT = "Dear all,\n\nas an ally, I meant well. I'm sorry if that hurt you.\n"
SORRY = "I'm sorry I laughed at your accent. I won't do it again."


def test_the_example_of_the_promise_runs() -> None:
    text = "As an ally, I think so."
    (finding,) = allylint.lint(text, syntax="markdown", reply_to=None)
    got = (finding.rule, finding.level, finding.line, finding.column, finding.quote)
    assert got == ("self-label", "suggestion", 1, 1, "As an ally")


@pytest.mark.parametrize(
    ("field", "value"),
    {
        "path": "<text>",
        "rule": "self-label",
        "family": "labels",
        "level": "suggestion",
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 11,
        "start": 11,
        "end": 21,
        "quote": "as an ally",
        "message": '"as an ally" can read as a title claimed.',
        "sources": ("S1", "carlson-2020", "brown-2013", "droogendyk-2016"),
    }.items(),
)
def test_a_finding_has_the_fields_of_the_json(field: str, value: object) -> None:
    assert getattr(lint(DRAFT)[0], field) == value


@pytest.mark.parametrize("field", ["message", "why", "try_"])
def test_a_finding_has_words_to_say(field: str) -> None:
    assert getattr(lint(DRAFT)[0], field).endswith(".")


def test_findings_are_in_the_order_of_the_text() -> None:
    starts = [each.start for each in lint(DRAFT)]
    assert (starts, len(starts) > 1) == (sorted(starts), True)


def test_praise_is_included() -> None:
    assert "praise" in {each.level for each in lint(SORRY)}


def test_hints_are_included(monkeypatch: pytest.MonkeyPatch) -> None:
    from small_rules import rule, rulebook

    made = rulebook(rule("aa", level="hint"))
    monkeypatch.setattr("allylint.rulebook.load_rulebook", lambda: made)
    assert [each.level for each in lint("foo bar")] == ["hint"]


def test_check_gives_the_whole_report() -> None:
    text = 'He wrote "as an ally". As an ally, I agree.'
    report = check(text, path="d.md")
    assert [each.quote for each in report.findings] == ["As an ally"]
    assert [each.voice for each in report.cleared] == ["quoted"]
    assert (report.files, report.sources) == (1, {"d.md": text})


def test_notes_say_what_is_odd_about_a_draft() -> None:
    report = check("<!-- allylint-ignore self-label -->\n\nFine.")
    assert [note.text for note in report.notes] == ["this ignore hides nothing: it can go."]


def test_the_path_is_only_a_name() -> None:
    assert lint(DRAFT, path="no/such.txt")[0].path == "no/such.txt"


SYNTAXES = {
    "markdown": ("> as an ally, I agree", 0),
    "plain": ("    as an ally, I agree", 1),
    "commit": ("Fix it\n\n# as an ally", 0),
}


@pytest.mark.parametrize(("syntax", "case"), SYNTAXES.items(), ids=SYNTAXES.keys())
def test_the_syntax_says_how_the_text_is_read(syntax: str, case: tuple[str, int]) -> None:
    assert len(lint(case[0], syntax=syntax)) == case[1]


CONFIGS: dict[str, tuple[dict[str, object], set[str]]] = {
    "select an id": ({"select": ["self-label"]}, {"self-label"}),
    "select a family": ({"select": ["labels"]}, {"self-label"}),
    "select in one text": ({"select": "self-label, non-apology"}, {"self-label", "non-apology"}),
    "select and ignore": (
        {"select": ("labels", "non-apology"), "ignore": ["labels"]},
        {"non-apology"},
    ),
    "select nothing": ({"select": []}, set()),
    "ignore a family": ({"ignore": {"defensiveness"}}, {"self-label"}),
}


@pytest.mark.parametrize(("config", "rules"), CONFIGS.values(), ids=CONFIGS.keys())
def test_config_can(config: dict[str, object], rules: set[str]) -> None:
    assert {each.rule for each in lint(DRAFT, config=config)} == rules


POLICIES = {
    "a text": ("Be kind.", "Be kind."),
    "a clause": ({"clause": "Be kind."}, "Be kind."),
    "a clause and its link": (
        {"clause": "Be kind.", "link": "https://example.org/#2"},
        "Be kind. (https://example.org/#2)",
    ),
}


@pytest.mark.parametrize(("clause", "cited"), POLICIES.values(), ids=POLICIES.keys())
def test_a_policy_is_cited(clause: object, cited: str) -> None:
    found = lint(DRAFT, config={"select": ["self-label"], "policy": {"labels": clause}})
    assert [each.policy for each in found] == [cited]


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "an unknown syntax": (lambda: lint("a", syntax="plian"), "Perhaps `plain`?"),
    "an unknown key": (
        lambda: lint("a", config={"ignroe": []}),
        "config: no key is called `ignroe`. Perhaps `ignore`?",
    ),
    "a key of the command line": (
        lambda: lint("a", config={"hints": True}),
        "config: no key is called `hints`. There are: ignore, policy, select.",
    ),
    "an unknown rule": (
        lambda: lint("a", config={"select": ["self-lable"]}),
        "config: select: no rule or family is called `self-lable`. Perhaps `self-label`?",
    ),
    "an unknown rule to ignore": (
        lambda: lint("a", config={"ignore": "zzz"}),
        "config: ignore: no rule or family is called `zzz`. `allylint rules` lists them.",
    ),
    "an unknown rule with a policy": (
        lambda: lint("a", config={"policy": {"lables": "x"}}),
        "config: policy: no rule or family is called `lables`. Perhaps `labels`?",
    ),
    "a number for a list": (
        lambda: lint("a", config={"select": 3}),
        "config: `select` is `3`; it could be",
    ),
    "a list for a mapping": (
        lambda: lint("a", config={"policy": ["x"]}),
        "config: `policy` is a list; it could be a mapping.",
    ),
    "no mapping at all": (
        lambda: lint("a", config=["x"]),  # type: ignore[arg-type]
        "config: this is list; it could be a mapping.",
    ),
}


@pytest.mark.parametrize(("call", "said"), WRONG.values(), ids=WRONG.keys())
def test_what_has_no_meaning_is_an_error(call: Callable[[], object], said: str) -> None:
    with pytest.raises(AllylintError) as caught:
        call()
    assert said in str(caught.value)


CHATTY = st.lists(
    st.sampled_from(
        ["as an ally", "I'm sorry", " if ", "\ud800", "\n", "> ", "\0", "é", '"', "\r", ", ", "**"]
    )
).map("".join)


@given(
    st.text(st.characters(codec=None)) | CHATTY, st.sampled_from(["markdown", "plain", "commit"])
)
def test_any_text_is_read_and_each_quote_is_its_own(text: str, syntax: str) -> None:
    read = text.removeprefix("\ufeff")
    found = lint(text, syntax=syntax)
    assert [each.quote for each in found] == [read[each.start : each.end] for each in found]


@given(CHATTY)
def test_any_text_may_be_replied_to(reply: str) -> None:
    assert [each.quote for each in lint("as an ally", reply_to=reply)] == ["as an ally"]


def test_threads_give_what_one_gives() -> None:
    drafts = [f"{DRAFT}{n}. {SORRY}" for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        found: list[list[Finding]] = list(pool.map(lint, drafts))
    assert found == [lint(draft) for draft in drafts]


OPENED = """
import sys
from allylint import lint
lint("I'm sorry if that hurt.")
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
lint("As an ally, I'm sorry you feel so. <!-- allylint-ignore -->", path="draft.md", reply_to="Ouch")
lint("> Ouch\\n\\nAs an ally …", config={"ignore": "labels"})
print([name for name in opened if not name.endswith((".py", ".pyc", ".so"))])
"""


def test_no_file_is_read_once_the_rules_are_there(tmp_path: Path) -> None:
    for name in (".allylint.yaml", "pyproject.toml", "draft.md", "rules/words.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("broken: [")
    source = str(Path(allylint.__file__).parents[1])
    code = f"import sys; sys.path.insert(0, {source!r})\n{OPENED}"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("[]\n", "")
