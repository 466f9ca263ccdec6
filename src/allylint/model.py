"""What flows through allylint: drafts in, findings out.

Imports nothing from allylint; everything else may import this. All offsets
count characters of the decoded text, start in, end out; lines and columns
count from 1.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, as offsets: start in, end out."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character; spans that only touch do not."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether every character of the other is in this one."""
        return self.start <= other.start and other.end <= self.end


class Run(NamedTuple):
    """A piece of a block's prose and the piece of source that it came from.

    Where the two lengths are equal, character by character; else as a whole (a
    line break with its `> `, an entity, a code span that became `\\x1a`).
    """

    prose: int
    length: int
    source: int
    source_length: int


def trace(runs: Sequence[Run], start: int, end: int) -> Span:
    """The source span of the prose from start to end, through its sorted runs."""
    first = runs[max(0, bisect_right(runs, start, key=_prose_start) - 1)]
    last = runs[max(0, bisect_right(runs, max(start, end - 1), key=_prose_start) - 1)]
    return Span(_into(first, start), _into(last, end, after=True))


def _prose_start(run: Run) -> int:
    return run.prose


def _into(run: Run, offset: int, after: bool = False) -> int:
    if run.length == run.source_length:
        return run.source + offset - run.prose
    return run.source + (run.source_length if after else 0)


class Mark(NamedTuple):
    """Markup over a stretch of prose: `emphasis`, `strong`, `link`, `strikethrough`."""

    kind: str
    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, heading, list item, table cell … and its place in the structure."""

    kind: str
    prose: str
    runs: tuple[Run, ...]
    quoted: int = 0
    """How many block quotes it stands in; an alert is none."""
    headings: tuple[str, ...] = ()
    """The headings that it stands under, outermost first."""
    lead: str = ""
    """The paragraph that introduces its list, for list items."""
    column: str = ""
    """The head of its table column, for table cells."""
    marks: tuple[Mark, ...] = ()

    def source(self, start: int, end: int) -> Span:
        """The source span of the prose from start to end (characters, end exclusive)."""
        return trace(self.runs, start, end)


class Comment(NamedTuple):
    """A comment in a draft that may speak to allylint: its inner text and source span."""

    text: str
    start: int
    end: int


class Note(NamedTuple):
    """Something about a file that is not a finding: invalid UTF-8, an unused ignore."""

    path: str
    line: int
    text: str


class Document(NamedTuple):
    """A draft as read: blocks of prose, tied to its text."""

    path: str
    text: str
    syntax: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    notes: tuple[Note, ...] = ()


class Clause(NamedTuple):
    """A clause of a community's own guidelines, as findings cite it, and its address."""

    text: str = ""
    link: str = ""


class Finding(NamedTuple):
    """A rule, a span of the source and what to print."""

    path: str
    rule: str
    family: str
    level: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    quote: str
    message: str
    why: str
    try_: str
    sources: tuple[str, ...] = ()
    title: str = ""
    policy: str = ""
    offer: str = ""
    """A part of the writer's own sentence that could stand alone."""
    policy_link: str = ""
    """Where the clause stands that `policy` cites: an http or https address, or nothing."""
    weight: int = 2
    """How much it weighs beside other rules' findings: 3 is told first."""


class Cleared(NamedTuple):
    """A match that is not the writer's own: the voice row, and the words that cleared it."""

    finding: Finding
    voice: str
    cue: str
    rows: tuple[str, ...] = ()
    """Every row that would have cleared it, `voice` first."""


class Report(NamedTuple):
    """All that a run found: findings of every level, cleared matches, notes, errors."""

    findings: tuple[Finding, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    notes: tuple[Note, ...] = ()
    errors: tuple[str, ...] = ()
    sources: dict[str, str] = {}  # noqa: RUF012 - never changed, and NamedTuple copies nothing
    """The text of each draft that has a finding, and of others, by its path."""
    files: int = 0
    paths: tuple[str, ...] = ()
    """Every draft that was read."""


class Terminal(NamedTuple):
    """What a reporter may know of where its text goes, and what was asked to be shown."""

    width: int = 80
    color: bool = False
    why: bool = False
    cleared: bool = False
    quiet: bool = False
    all: bool = False
    """Whether every finding is told at length."""
    folder: str = ""
    """Where we are: other tools look paths up from here."""
