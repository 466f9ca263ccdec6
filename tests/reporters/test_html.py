"""The page: the whole draft once, each note beside its words, and nothing that could run."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from allylint.model import Cleared, Finding, Report, Terminal
from allylint.reporters.html import render
from pages import NOTES, REPORT, TEXT, Page, finding

PASSAGE = """\
<div class="group">
<p class="words" dir="auto">I think <mark class="suggestion"><a class="ref" id="w1-1" href="#n1-1">\
<span class="unseen">note </span>1</a>&lt;as</mark><mark class="suggestion several">\
<a class="ref" id="w1-2" href="#n1-2"><span class="unseen">note </span>2</a> an</mark>\
<mark class="hint"> ally</mark>.<span class="soft">

</span></p>
<ol class="notes" role="list" aria-label="Notes">
<li class="note move" id="n1-1"><a class="back" href="#w1-1"><span class="unseen">To the words of \
note </span>1</a><h3>M &amp; m.</h3><p><b>Try:</b> T.</p>\
<p><b>Shorter:</b> <q dir="auto">O.</q></p><p><b>Your guidelines:</b> P.</p>\
<details><summary>Why</summary><p>W.</p><p class="where">A title, line 1, rule</p></details></li>
<li class="note hint" id="n1-2"><a class="back" href="#w1-2"><span class="unseen">To the words of \
note </span>2</a><h3>Hm. <small>a hint</small></h3>\
<details><summary>Why</summary><p>W.</p><p class="where">line 1, other</p></details></li>
</ol>
<div class="rest">
<p class="words" dir="auto">Bye.</p>
</div>
</div>
"""


def test_a_passage_is_followed_by_its_notes() -> None:
    first = Finding(
        "draft.md", "rule", "family", "suggestion", 1, 9, 1, 15, 8, 14, "<as an", "M & m.", "W.", "T.",
        (), "A title", "P.", "O.",
    )  # fmt: skip
    second = Finding(
        "draft.md", "other", "family", "hint", 1, 12, 1, 20, 11, 19, " an ally", "Hm.", "W.", "",
    )  # fmt: skip
    report = Report((first, second), sources={"draft.md": "I think <as an ally.\n\nBye."}, files=1)
    assert PASSAGE in render(report, Terminal())


def test_the_style_is_the_one_that_the_policy_allows() -> None:
    page = render(REPORT, Terminal())
    style = page.split("<style>")[1].split("</style>")[0]
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{allowed}'" in page


def test_each_note_is_numbered_where_its_words_begin() -> None:
    page = render(REPORT, Terminal())
    begins = re.findall(r'id="w1-(\d)".*?</a>(\w*)', page)
    assert begins == [("1", "as"), ("2", "my"), ("3", "wife"), ("4", "as"), ("5", "sorry")]


def test_every_link_has_one_place_to_lead_to() -> None:
    page = render(REPORT, Terminal())
    places = re.findall(r' id="([^"]+)"', page)
    links = set(re.findall(r' href="#([^"]+)"', page))
    assert (len(set(places)), links - set(places), len(links)) == (len(places), set(), 14)


def _long(**last: str) -> Report:
    rules = ["one", "two", "three", "four"]
    found = [finding("wife")._replace(rule=rule, try_=f"Step {rule}.") for rule in rules]
    return Report((*found[:3], found[3]._replace(**last)), sources={"draft.md": TEXT}, files=1)


def _folded(report: Report, terminal: Terminal) -> str:
    return Page(render(report, terminal)).within("details")


def test_three_notes_of_a_draft_tell_their_step_and_the_others_fold_it() -> None:
    assert re.findall(r"Step \w+", _folded(_long(), Terminal())) == ["Step four"]


def test_no_step_is_folded_when_all_are_asked_for_at_length() -> None:
    assert "Step" not in _folded(_long(), Terminal(all=True))


def test_the_why_is_folded_unless_asked_for() -> None:
    shown = [render(REPORT, Terminal(why=why)).count("<details open>") for why in (False, True)]
    assert shown == [0, 6]


def test_more_than_three_notes_begin_with_what_weighs_most() -> None:
    page = Page(render(_long(level="praise"), Terminal()))
    assert " ".join(page.within("nav").split()) == (
        "Begin with note 1 “wife”, note 2 “wife”, note 3 “wife” Already works: note 4"
    )


@pytest.mark.parametrize(
    ("report", "terminal", "said"),
    [
        (Report(files=1), Terminal(), "Nothing to suggest in 1 file."),
        (Report(NOTES[:1], files=1), Terminal(), "1 suggestion in 1 file. It is your draft: send"),
        (REPORT, Terminal(), "About the files draft.md, line 2: a note."),
        (REPORT, Terminal(), "Could not be read b.md: this is a binary file."),
        (
            Report(cleared=(Cleared(NOTES[2], "quoted", "she said"),)),
            Terminal(cleared=True),
            "own words draft.md, line 3: wife, rule-hint: quoted (cleared by “she said”)",
        ),
    ],
    ids=["nothing", "way out", "notes", "errors", "cleared"],
)
def test_the_page_also_says(report: Report, terminal: Terminal, said: str) -> None:
    assert said in Page(render(report, terminal)).words


def test_a_finding_without_its_source_shows_its_quote() -> None:
    assert Page(render(Report(NOTES[:2]), Terminal())).draft.split("\n\n")[:2] == [
        finding.quote for finding in NOTES[:2]
    ]


WRAPPED = {
    "wrapped by an editor": ("word " * 15 + "word\nmore", True),
    "windows": ("word " * 15 + "word\r\nmore", True),
    "in a list": ("- " + "word " * 15 + "word\n  more", True),
    "short, as in a poem": ("a line\nand one more", False),
    "longer than any editor wraps": ("word " * 40 + "word\nmore", False),
    "broken with two blanks": ("word " * 16 + " \nmore", False),
    "a list": ("word " * 15 + "word\n- more", False),
    "numbers": ("word " * 15 + "word\n2. more", False),
    "a quotation": ("> " + "word " * 15 + "word\n> more", False),
    "settings": ("word " * 15 + "word\ntitle: more", False),
    "code": ("```\n" + "word " * 15 + "word\nmore\n```\n", False),
    "indented": ("word " * 15 + "word\n    more", False),
}


@pytest.mark.parametrize(("text", "flows"), WRAPPED.values(), ids=WRAPPED)
def test_a_line_break_flows_only_where_an_editor_made_it(text: str, flows: bool) -> None:
    page = render(Report((finding("Hi"),), sources={"draft.md": text}, files=1), Terminal())
    assert ('class="soft"' in page) == flows
