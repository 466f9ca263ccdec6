"""SARIF: valid by the standard's schema, and with all that code scanning asks for."""

import json
from typing import Any

import jsonschema
import pytest

import allylint
from allylint.model import Report
from schemas import schema
from small_report import ALLY, REPORT, render

PRAISE = ALLY._replace(rule="plain-apology", level="praise")
REPORTS = {
    "empty": Report(),
    "every level": REPORT._replace(findings=(ALLY, ALLY._replace(level="hint"), PRAISE)),
    "errors": REPORT._replace(errors=("b.md: a mistake.",)),
    "bare": REPORT._replace(findings=(ALLY._replace(title="", why="", try_="", policy=""),)),
    "odd": REPORT._replace(findings=(ALLY._replace(path="é 𝒳%:\ud800.md", message="\ud800"),)),
}


def run(report: Report = REPORT) -> Any:
    return json.loads(render("sarif", report))["runs"][0]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_it_is_valid_by_the_official_schema(report: Report) -> None:
    jsonschema.validate(json.loads(render("sarif", report)), schema("sarif"))


def test_a_result_tells_the_rule_where_and_the_clause() -> None:
    (result,) = run()["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    said = (result["ruleId"], region["startColumn"], result["message"]["text"][-6:])
    assert said == ("self-label", 7, "Rule 3")


def test_the_driver_has_a_semantic_version() -> None:
    assert run()["tool"]["driver"]["semanticVersion"] == allylint.__version__


@pytest.mark.parametrize("report", [REPORT, REPORTS["bare"]], ids=["full", "bare"])
def test_a_rule_has_every_text_that_code_scanning_requires(report: Report) -> None:
    (rule,) = run(report)["tool"]["driver"]["rules"]
    texts = [rule[key]["text"] for key in ("shortDescription", "fullDescription", "help")]
    assert all([rule["id"], *texts, rule["help"]["markdown"]])


def test_the_help_is_the_reason_and_the_step() -> None:
    (rule,) = run()["tool"]["driver"]["rules"]
    assert rule["help"] == {
        "text": "A reason. Try: A step.",
        "markdown": "A reason.\n\nTry\\: A step.",
    }


def test_a_rule_reads_the_same_whatever_was_found() -> None:
    hint = run(REPORT._replace(findings=(ALLY._replace(level="hint", quote="x"),)))
    assert hint["tool"]["driver"]["rules"] == run()["tool"]["driver"]["rules"]


OUTCOMES = {
    "suggestion": ("fail", "note"),
    "hint": ("fail", "note"),
    "praise": ("informational", "none"),
}


@pytest.mark.parametrize(("level", "outcome"), OUTCOMES.items(), ids=OUTCOMES)
def test_praise_is_no_failure(level: str, outcome: tuple[str, str]) -> None:
    (result,) = run(REPORT._replace(findings=(ALLY._replace(level=level),)))["results"]
    assert (result["kind"], result["level"]) == outcome


ADDRESSES = {
    "a blank": ("docs/a b.md", {"uri": "docs/a%20b.md", "uriBaseId": "%SRCROOT%"}),
    "a colon": ("a:b.md", {"uri": "a%3Ab.md", "uriBaseId": "%SRCROOT%"}),
    "astral": ("𝒳.md", {"uri": "%F0%9D%92%B3.md", "uriBaseId": "%SRCROOT%"}),
    "elsewhere": ("/tmp/a b.md", {"uri": "file:///tmp/a%20b.md"}),
}


@pytest.mark.parametrize(("path", "address"), ADDRESSES.values(), ids=ADDRESSES)
def test_a_path_is_an_address(path: str, address: dict[str, str]) -> None:
    (result,) = run(REPORT._replace(findings=(ALLY._replace(path=path),)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == address


def test_what_could_not_be_read_is_told() -> None:
    (invocation,) = run(REPORTS["errors"])["invocations"]
    (said,) = invocation["toolExecutionNotifications"]
    assert (invocation["executionSuccessful"], said["message"]["text"]) == (
        False,
        "b.md: a mistake.",
    )
