"""Every prose character is tied to its source, whatever the text and the format."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allylint.inputs import read_document, syntaxes
from allylint.model import Block, Document
from inputs.fragments import FRAGMENTS

ROOT = Path(__file__).parents[2]
SYNTAXES = syntaxes()
CHARACTERS = st.text(st.characters(exclude_categories=()), max_size=4)
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | CHARACTERS, max_size=14).map("".join)


def blocks(text: str, syntax: str) -> list[tuple[Document, Block]]:
    document = read_document("draft", text, syntax)
    return [(document, block) for block in document.blocks]


@cache
def drafts() -> list[str]:
    found = [path.read_text("utf-8") for path in ROOT.rglob("*.md") if ".git" not in path.parts]
    for path in (ROOT / "tests" / "corpus").glob("*.jsonl"):
        found += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return found


def copied_runs_differ(document: Document, block: Block) -> bool:
    return any(
        block.prose[run.prose : run.prose + run.length]
        != document.text[run.source : run.source + run.length]
        for run in block.runs
        if run.length == run.source_length
    )


def runs_leave_prose_out(_: Document, block: Block) -> bool:
    ends = [0] + [run.prose + run.length for run in block.runs]
    return [run.prose for run in block.runs] != ends[:-1] or ends[-1] != len(block.prose)


def runs_overlap_in_source(_: Document, block: Block) -> bool:
    ends = [0] + [run.source + run.source_length for run in block.runs]
    return any(run.source < end for run, end in zip(block.runs, ends, strict=False))


def runs_leave_the_text(document: Document, block: Block) -> bool:
    return any(
        run.length < 1
        or run.source_length < 1
        or run.source < 0
        or run.source + run.source_length > len(document.text)
        for run in block.runs
    )


def marks_leave_the_prose(_: Document, block: Block) -> bool:
    return any(not 0 <= mark.start < mark.end <= len(block.prose) for mark in block.marks)


def a_span_has_no_source(document: Document, block: Block) -> bool:
    size, step = len(block.prose), max(1, len(block.prose) // 12)
    spans = [
        block.source(start, end)
        for start in range(0, size, step)
        for end in {start + 1, min(size, start + step), size}
    ]
    return any(not 0 <= span.start < span.end <= len(document.text) for span in spans)


FAULTS = [
    copied_runs_differ,
    runs_leave_prose_out,
    runs_overlap_in_source,
    runs_leave_the_text,
    marks_leave_the_prose,
    a_span_has_no_source,
]


@pytest.mark.parametrize("syntax", SYNTAXES)
@settings(max_examples=250, deadline=None)
@given(text=TEXTS)
def test_every_prose_character_is_tied_to_its_source(text: str, syntax: str) -> None:
    assert [fault for fault in FAULTS if any(fault(*at) for at in blocks(text, syntax))] == []


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_drafts_of_this_repository_never(fault, syntax: str) -> None:
    assert not any(fault(*at) for text in drafts() for at in blocks(text, syntax))


@pytest.mark.parametrize("syntax", SYNTAXES)
@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_comments_lie_in_the_text(text: str, syntax: str) -> None:
    document = read_document("draft", text, syntax)
    spans = [(comment.start, comment.end) for comment in document.comments]
    assert all(0 <= start < end <= len(document.text) for start, end in spans)
