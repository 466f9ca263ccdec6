"""The formats that other tools read: one small report each."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Report
from small_report import ALLY, REPORT, render

FORMATS = ["github", "gitlab", "rdjson", "checkstyle", "junit", "sarif", "markdown", "text", "json"]
GOLDEN = {
    "github": "::notice file=docs/a b.md,line=1,endLine=1,title=A title (self-label),col=7,endColumn=16"
    '::Says "x" <b> & 100%25.%0ATry: A step.%0AYour guidelines: Rule 3\n'
    "allylint: 1 suggestion in 1 file.",
    "checkstyle": """<?xml version="1.0" encoding="utf-8"?>
<checkstyle version="4.3">
  <file name="docs/a b.md">
    <error line="1" column="7" severity="info" message='Says "x" &lt;b&gt; &amp; 100%. Rule 3' """
    """source="allylint.self-label"/>
  </file>
</checkstyle>""",
    "junit": """<?xml version="1.0" encoding="utf-8"?>
<testsuites name="allylint" tests="1" failures="1" errors="0">
<testsuite name="allylint" tests="1" failures="1" errors="0">
<testcase name="docs/a b.md" classname="allylint">
<failure message="1 found" type="suggestion">
1:7 self-label: Says "x" &lt;b&gt; &amp; 100%. Rule 3
</failure>
</testcase>
</testsuite>
</testsuites>""",
    "markdown": """### allylint

1 suggestion in 1 file.

**docs/a b.md**

- line 1: Says "x" \\<b\\> \\& 100%. Try: A step. Your guidelines: Rule 3 (self-label)""",
}
EMPTY: dict[str, Any] = {
    "gitlab": [],
    "rdjson": {"source": {"name": "allylint"}, "severity": "INFO", "diagnostics": []},
}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_report_reads_as_the_other_tool_expects(name: str) -> None:
    assert render(name) == GOLDEN[name]


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_report_is_whole(name: str) -> None:
    assert json.loads(render(name, Report())) == EMPTY[name]


def test_gitlab_gets_what_its_documentation_asks_for() -> None:
    (issue,) = json.loads(render("gitlab"))
    assert {key: issue[key] for key in issue if key != "fingerprint"} == {
        "description": 'Says "x" <b> & 100%. Rule 3',
        "check_name": "self-label",
        "severity": "info",
        "location": {"path": "docs/a b.md", "lines": {"begin": 1, "end": 1}},
    }


def test_reviewdog_gets_what_its_schema_asks_for() -> None:
    (diagnostic,) = json.loads(render("rdjson"))["diagnostics"]
    assert diagnostic == {
        "message": 'Says "x" <b> & 100%. Try: A step. Your guidelines: Rule 3',
        "location": {
            "path": "docs/a b.md",
            # Columns count bytes: the é before the words is two of them.
            "range": {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 18}},
        },
        "severity": "INFO",
        "code": {"value": "self-label"},
    }


def test_praise_fails_no_test_case() -> None:
    case = ElementTree.fromstring(render("junit", REPORT._replace(findings=(PRAISE,))))[0][0]
    assert (case.attrib["name"], list(case)) == ("docs/a b.md", [])


def test_what_could_not_be_read_is_a_case_with_an_error() -> None:
    root = ElementTree.fromstring(render("junit", Report(errors=("b.md: a mistake.",))))
    error = root.find("testsuite/testcase/error")
    assert error is not None
    assert (root.attrib["errors"], error.attrib["message"]) == ("1", "b.md: a mistake.")


PRAISE = ALLY._replace(level="praise")
TWICE = REPORT._replace(findings=(ALLY, ALLY._replace(line=9, end_line=9, start=90, end=100)))


def marks(name: str, report: Report) -> list[str]:
    return re.findall(r"\b[0-9a-f]{64}\b", render(name, report))


CITED = {
    "html": '<a href="https://example.org/?a=1&amp;b=2#3" rel="noreferrer">Rule 3</a>',
    "markdown": "Your guidelines: [Rule 3](<https://example.org/?a=1&b=2#3>)",
    "sarif": '"helpUri": "https://example.org/?a=1&b=2#3"',
    "rdjson": '"url": "https://example.org/?a=1&b=2#3"',
    "text": "Your guidelines: Rule 3 (https://example.org/?a=1&b=2#3)",
    "github": "Your guidelines: Rule 3 (https://example.org/?a=1&b=2#3)",
    "gitlab": "Rule 3 (https://example.org/?a=1&b=2#3)",
    "junit": "Rule 3 (https://example.org/?a=1&amp;b=2#3)",
    "checkstyle": "Rule 3 (https://example.org/?a=1&amp;b=2#3)",
}


@pytest.mark.parametrize(("name", "said"), CITED.items(), ids=CITED.keys())
def test_a_clause_is_cited_with_its_address(name: str, said: str) -> None:
    link = "https://example.org/?a=1&b=2#3"
    cited = ALLY._replace(policy=f"Rule 3 ({link})", policy_link=link)
    assert said in render(name, REPORT._replace(findings=(cited,)))


@pytest.mark.parametrize("name", ["gitlab", "sarif"])
def test_a_fingerprint_stays_when_lines_move(name: str) -> None:
    moved = Report((ALLY._replace(line=9, end_line=9, start=90, end=100),), files=1)
    assert marks(name, moved) == marks(name, REPORT) != []


@pytest.mark.parametrize("name", ["gitlab", "sarif"])
def test_the_same_words_twice_have_two_fingerprints(name: str) -> None:
    assert len(set(marks(name, TWICE))) == 2


@pytest.mark.parametrize("name", ["github", "gitlab", "rdjson", "sarif"])
def test_a_path_is_told_from_here(name: str) -> None:
    path = "/home/ana/project/docs/a.md"
    report = REPORT._replace(findings=(ALLY._replace(path=path),), sources={path: "x"})
    assert re.findall(r"[/\w]*a\.md", render(name, report, "/home/ana/project")) == ["docs/a.md"]


def test_mentions_and_links_are_text_in_markdown() -> None:
    said = ALLY._replace(message="@ana #12 www.example.org https://example.org", try_="", policy="")
    assert render("markdown", REPORT._replace(findings=(said,))).split("\n")[-1] == (
        r"- line 1: <span>@</span>ana <span>#</span>12 www\.example.org https\://example.org (self-label)"
    )


HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\n\r\x1b:%,<>&\"'`|[]()!\u202e\x00\ud800")),
    max_size=30,
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_nothing_from_a_draft_becomes_a_command_or_markup(
    path: str, quote: str, message: str
) -> None:
    finding = ALLY._replace(path=path, quote=quote, message=message, policy="")
    report = Report((finding,), (), (), (), {path: quote}, 1)
    shown = {name: render(name, report) for name in FORMATS}
    for name in ("gitlab", "rdjson", "sarif", "json"):
        json.loads(shown[name])
    for name in ("checkstyle", "junit"):
        ElementTree.fromstring(shown[name].encode())
    commands = [line for line in re.split(r"[\n\r]", shown["github"]) if line]
    assert len(commands) == 2
    assert not any(
        re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text) for text in shown.values()
    )
