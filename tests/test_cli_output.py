"""What `allylint` prints, in which colours, and what it writes to a file."""

import json
import os
import re
from pathlib import Path

import pytest

from small_rules import errors, run, write

pytestmark = pytest.mark.usefixtures("repository")


SHOWN = {
    "text": ([], {"suggestion", "praise"}),
    "text with hints": (["--hints"], {"suggestion", "hint", "praise"}),
    "text without praise": (["--no-praise"], {"suggestion"}),
    "text, failing on hints": (["--fail-on", "hint"], {"suggestion", "hint", "praise"}),
    "json": (["--format", "json"], {"suggestion"}),
    "json with praise": (["--format", "json", "--praise"], {"suggestion", "praise"}),
    "json with hints": (["--format", "json", "--hints"], {"suggestion", "hint"}),
}


@pytest.mark.parametrize(("options", "levels"), SHOWN.values(), ids=SHOWN.keys())
def test_shown_are(options: list[str], levels: set[str]) -> None:
    got = run("-", *options, input="foo bar\n\nhint hint\n\nthanks pal").stdout
    words = {"suggestion": "foo bar", "hint": "hint hint", "praise": "thanks pal"}
    assert {level for level, word in words.items() if word in got} == levels


def test_a_page_for_people_shows_praise_without_being_asked() -> None:
    got = run("-", "--format", "html", input="foo bar\n\nhint hint\n\nthanks pal").stdout
    assert re.findall(r'<li class="note (\w+)', got) == ["move", "praise"]


def test_text_shows_the_words_and_what_to_try() -> None:
    got = run("-", input="Oh, foo bar.")
    assert got.stdout.startswith(
        "<stdin>:1:5  A rule for a test (aa)\n  Oh, foo bar.\n      ~~~~~~~\n"
        '  "foo bar" can land so.\n  Try: Leave it.\n'
    )


def test_why_is_said_when_asked_for() -> None:
    texts = [run("-", *options, input="foo bar").stdout for options in ([], ["--why"])]
    assert ["It may." in text for text in texts] == [False, True]


def test_cleared_matches_are_shown_when_asked_for() -> None:
    draft = 'He wrote "foo bar" there.'
    texts = [run("-", *options, input=draft).stdout for options in ([], ["--show-cleared"])]
    assert ["quoted" in text for text in texts] == [False, True]


def test_cleared_matches_are_in_the_json_when_asked_for() -> None:
    got = run("-", "--show-cleared", "--format", "json", input='He wrote "foo bar" there.')
    (cleared,) = json.loads(got.stdout)["cleared"]
    assert (cleared["rule"], cleared["voice"], cleared["quote"]) == ("aa", "quoted", "foo bar")


def test_what_remains_is_printed_without_the_reported_words() -> None:
    got = run(
        "-", "--remains", input="The ramp is open now.\n\nfoo bar\n\nDay \x1b[31m two is free.\n"
    )
    assert (got.stdout, got.exit_code) == (
        "The ramp is open now.\n\nDay ␛[31m two is free.\n",
        1,
    )


def test_what_remains_of_several_drafts_stands_below_their_paths() -> None:
    write(Path(), {"a.md": "foo bar", "b.md": "The ramp is open now."})
    assert (
        run("a.md", "b.md", "--remains").stdout
        == "==> a.md <==\n\n\n==> b.md <==\nThe ramp is open now.\n"
    )


def test_all_findings_are_told_at_length_when_asked_for() -> None:
    assert run("-", "--all", input="foo bar and foo bar").stdout.count("Try: ") == 2
    assert run("-", input="foo bar and foo bar").stdout.count("Try: ") == 1


def test_quiet_leaves_the_findings() -> None:
    draft = "<!-- allylint-ignore bb -->\nfoo bar"
    loud, quiet = (run("-", *options, input=draft).stdout for options in ([], ["--quiet"]))
    assert loud.startswith(quiet.rstrip("\n"))
    assert ["hides nothing" in text for text in (loud, quiet)] == [True, False]


def test_quiet_says_nothing_where_nothing_is_found() -> None:
    assert run("-", "--quiet", input="fine").output == ""


def test_output_is_written_instead_of_stdout() -> None:
    got = run("-", "--format", "json", "--output", "out.json", input="foo bar")
    assert (got.exit_code, got.output) == (1, "")
    assert [each["rule"] for each in json.loads(Path("out.json").read_text())["findings"]] == ["aa"]


def test_output_with_nothing_to_say_is_an_empty_file() -> None:
    run("-", "--quiet", "--output", "out.txt", input="fine")
    assert Path("out.txt").read_bytes() == b""


COLOURS = {
    "auto, to a pipe": ({}, ["--color", "auto"], False),
    "always": ({}, ["--color", "always"], True),
    "never": ({}, ["--color", "never"], False),
    "always, whatever NO_COLOR says": ({"NO_COLOR": "1"}, ["--color", "always"], True),
}


@pytest.mark.parametrize(("variables", "options", "coloured"), COLOURS.values(), ids=COLOURS.keys())
def test_colour(
    variables: dict[str, str],
    options: list[str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("-", *options, input="foo bar").stdout) == coloured


TERMINALS = {
    "a terminal": ({}, [], True),
    "a terminal without colours": ({"TERM": "dumb"}, [], False),
    "a terminal where somebody minds": ({"NO_COLOR": "1"}, [], False),
    "an empty NO_COLOR": ({"NO_COLOR": ""}, [], True),
    "a terminal, never": ({}, ["--color", "never"], False),
}


@pytest.mark.parametrize(
    ("variables", "options", "coloured"), TERMINALS.values(), ids=TERMINALS.keys()
)
def test_colour_on(
    variables: dict[str, str],
    options: list[str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    assert ("\x1b[" in run("-", *options, input="foo bar").stdout) == coloured


def test_nothing_is_written_where_the_format_is_unknown() -> None:
    write(Path(), {"a.md": "foo bar", "out.txt": "as it was"})
    errors("a.md", "--format", "jsn", "--output", "out.txt")
    assert Path("out.txt").read_text() == "as it was"


def test_output_is_replaced_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(Path(), {"a.md": "foo bar", "out.txt": "as it was"})
    monkeypatch.setattr(os, "replace", fails)
    assert errors("a.md", "--output", "out.txt") == [
        "allylint: out.txt: can't be written (no space left on device)."
    ]
    assert (Path("out.txt").read_text(), sorted(os.listdir())) == (
        "as it was",
        [".git", "a.md", "out.txt"],
    )


def test_output_keeps_a_files_permissions_and_its_link() -> None:
    write(Path(), {"real.txt": ""})
    Path("real.txt").chmod(0o640)
    Path("out.txt").symlink_to("real.txt")
    run("-", "--output", "out.txt", input="foo bar")
    assert Path("out.txt").is_symlink()
    assert (Path("real.txt").stat().st_mode & 0o777, Path("real.txt").stat().st_size > 0) == (
        0o640,
        True,
    )


def test_output_to_a_device_leaves_the_device() -> None:
    run("-", "--output", os.devnull, input="foo bar")
    assert not Path(os.devnull).is_file()
