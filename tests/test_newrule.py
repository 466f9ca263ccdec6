"""`allylint new`: a rule file to start from, which works as it stands."""

from pathlib import Path

import pytest

from allylint import config
from allylint.rulebook import load_rulebook
from small_rules import run, write

pytestmark = pytest.mark.usefixtures("repository")


def forget() -> None:
    """As the next command, in a process of its own, would begin."""
    config.clear()
    load_rulebook.cache_clear()


def test_a_new_rule_holds_its_own_examples() -> None:
    write(Path(), {".allylint.yaml": "rules: [ours]", "ours/a.txt": ""})
    run("new", "needs-context")
    forget()
    assert run("test", "needs-context").stdout == "4 of 4 examples hold.\n"


def test_it_stands_in_the_folder_that_is_configured() -> None:
    write(Path(), {".allylint.yaml": "rules: [ours]", "ours/a.txt": ""})
    said = run("new", "needs-context").stdout
    assert ("rules:" in said, Path("ours/needs-context.yaml").is_file()) == (False, True)


def test_without_one_it_says_what_to_configure() -> None:
    said = run("new", "needs-context").stdout
    assert ("rules: [allylint-rules]" in said, Path("allylint-rules/needs-context.yaml").is_file()) == (
        True, True,
    )  # fmt: skip


def test_it_speaks_when_used() -> None:
    run("new", "needs-context")
    write(
        Path(),
        {".allylint.yaml": "{rules: [allylint-rules], hints: true}", "a.md": "Just read the FAQ."},
    )
    forget()
    assert "a.md:1:1" in run("a.md").stdout


PHRASES = ["just RTFM", "(please | go and) google [it] first", "don't you know ... anything"]


def test_a_rule_for_phrases_that_were_given_holds_its_own_examples() -> None:
    write(Path(), {".allylint.yaml": "rules: [ours]", "ours/a.txt": ""})
    options = [word for phrase in PHRASES for word in ("--phrase", phrase)]
    run("new", "no-help", *options, "--message", '"{quote}" can\'t help.', "--instead", 'Say "hi".')
    forget()
    assert run("test", "no-help").stdout == (
        "no-help: 3 of its texts are still to be written.\n5 of 5 examples hold.\n"
    )
    write(Path(), {"a.md": "Please Google it first."})
    assert '"Please Google it first" can\'t help.' in run("a.md", "--hints").stdout


def test_on_a_terminal_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    run("new", "no-help", input="go away\n\nIt can hurt.\nStay.\n")
    text = Path("allylint-rules/no-help.yaml").read_text()
    assert ("    go away\n" in text, 'message: "It can hurt."' in text, 'try: "Stay."' in text) == (
        True, True, True,
    )  # fmt: skip


def test_a_slip_in_a_phrase_is_told_and_nothing_is_written() -> None:
    got = run("new", "no-help", "--phrase", "(go | away")
    assert got.stderr == "allylint: --phrase: `(go | away`: `(` is never closed. `)` closes it.\n"
    assert not Path("allylint-rules").exists()


REFUSED = {
    "a name in use": ("aa", "new: a rule is called `aa` already."),
    "a name that is none": ("Needs Context", "new: `Needs Context` is no name of a rule."),
    "a path": ("../x", "new: `../x` is no name of a rule."),
}


@pytest.mark.parametrize(("name", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(name: str, said: str) -> None:
    got = run("new", name)
    assert (got.exit_code, said in got.stderr) == (2, True)


def test_a_file_that_is_there_stays() -> None:
    write(Path(), {"allylint-rules/mine.yaml": "mine"})
    got = run("new", "mine")
    assert (got.exit_code, Path("allylint-rules/mine.yaml").read_text()) == (2, "mine")
