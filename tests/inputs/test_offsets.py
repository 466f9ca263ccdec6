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
from inputs.ties import FAULTS

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
