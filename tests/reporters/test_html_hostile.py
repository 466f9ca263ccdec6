"""The page holds any draft whole, and nothing of it could run."""

import re

from hypothesis import given
from hypothesis import strategies as st

from allylint.model import Cleared, Finding, Note, Report, Terminal
from allylint.reporters._safe import safe
from allylint.reporters.html import render
from pages import NOTES, REPORT, TEXT, Page

LEVELS = ("suggestion", "hint", "praise")


def _page(text: str, *findings: Finding) -> Page:
    return Page(render(Report(findings, sources={"draft.md": text}, files=1), Terminal()))


def _inert(text: str) -> str:
    return re.sub("\r\n?", "\n", safe(text, keep="\n\r\t"))


def test_overlapping_findings_lose_no_words_and_double_none() -> None:
    assert _page(TEXT, *NOTES).draft == _inert(TEXT)


CHARS = st.one_of(
    st.sampled_from("ab \t\n\r`~->&<\"'\x00\x01\x1b\u202e\u200d🙂"),
    st.characters(exclude_categories=[]),
)
SPANS = st.tuples(st.integers(-2, 90), st.integers(-2, 90), st.sampled_from(LEVELS))


def _marked(spans: list[tuple[int, int, str]]) -> list[Finding]:
    return [NOTES[0]._replace(start=a, end=b, level=level) for a, b, level in sorted(spans)]


@given(st.text(CHARS, max_size=80), st.lists(SPANS, min_size=1, max_size=6))
def test_the_draft_is_on_the_page_exactly_once(
    text: str, spans: list[tuple[int, int, str]]
) -> None:
    assert _page(text, *_marked(spans)).draft == _inert(text)


@given(st.text(CHARS, max_size=80), st.lists(SPANS, min_size=1, max_size=6))
def test_every_word_of_a_finding_is_marked(text: str, spans: list[tuple[int, int, str]]) -> None:
    covered = {at for a, b, _ in spans for at in range(max(0, a), min(b, len(text)))}
    inert = safe(text, keep="\n\r\t")
    marked = "".join(inert[at] for at in sorted(covered) if inert[at] not in "\r\n")
    assert _page(text, *_marked(spans)).within("mark", without="a").replace("\n", "") == marked


UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PLAIN = Page(render(REPORT, Terminal(cleared=True)))


@given(
    st.text(CHARS, max_size=40) | st.sampled_from(["</style><script>", '"><img src=x onerror=x>'])
)
def test_nothing_from_elsewhere_becomes_markup(text: str) -> None:
    made = Finding(
        path=text, rule=text, family=text, level="suggestion", line=1, column=1, end_line=1,
        end_column=2, start=0, end=len(text), quote=text, message=text, why=text, try_=text,
        title=text, policy=text, offer=text,
    )  # fmt: skip
    report = Report(
        (made, made._replace(level="hint"), made._replace(level="praise"), made),
        (Cleared(made, text, text),), (Note(text, 1, text),), (text,), {text: text}, 1,
    )  # fmt: skip
    page = render(report, Terminal(cleared=True))
    shown = Page(page)
    strange = (shown.tags - PLAIN.tags, shown.attributes - PLAIN.attributes)
    assert (UNWANTED.search(page), *strange) == (None, set(), set())
