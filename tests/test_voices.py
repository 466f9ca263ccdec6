"""Each voice row's examples, which are its tests: the words in { } are what a rule would match."""

import re
from pathlib import Path

import pytest

from allylint import cues
from allylint.inputs import read_document
from allylint.model import Span
from allylint.reading import Reading
from allylint.voice import Candidate, clearings
from allylint.voicefile import read_voice

FILES = sorted(Path(cues.__file__).parent.glob("voices/*.yaml"))
CLEARED = [
    (f.stem, text)
    for f in FILES
    for text in read_voice(f.read_text(encoding="utf-8"), f.name).clears
]
OWN = [
    (f.stem, text) for f in FILES for text in read_voice(f.read_text(encoding="utf-8"), f.name).own
]


def rows(marked: str) -> dict[str, str]:
    before, inside, _ = re.split(r"[{}]", marked)
    document = read_document("draft.txt", re.sub(r"[{}]", "", marked), "plain")
    for paragraph in Reading(document).paragraphs:
        offsets = [paragraph.source(at, at + 1).start for at in range(len(paragraph.folded.text))]
        if len(before) in offsets:
            start = offsets.index(len(before))
            end = max(at for at, o in enumerate(offsets) if o < len(before) + len(inside)) + 1
            return dict(clearings(Candidate(paragraph, Span(start, end))))
    raise AssertionError(marked)


@pytest.mark.parametrize(("row", "text"), CLEARED, ids=[f"{r}/{t[:40]}" for r, t in CLEARED])
def test_a_row_clears_its_examples(row: str, text: str) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(("row", "text"), OWN, ids=[f"{r}/{t[:40]}" for r, t in OWN])
def test_a_row_leaves_the_writers_own_words(row: str, text: str) -> None:
    assert row not in rows(text)
