"""One draft on a page: where to begin, and each passage with its notes."""

from collections.abc import Iterable, Iterator, Sequence

from allylint.model import Finding, Terminal
from allylint.reporters._cells import shorten
from allylint.reporters._chosen import chosen
from allylint.reporters._notes import note, text, unseen
from allylint.reporters._passages import Passage, Piece, passages
from allylint.reporters._safe import one_line

_AT_LENGTH = 3
"""As many as `text` tells at length; a draft with no more notes needs no list of them."""


def draft(
    at: int, path: str, source: str | None, findings: Sequence[Finding], terminal: Terminal
) -> str:
    """The section of a draft; `at` counts the drafts and keeps the names of its parts apart."""
    if source is None:
        source, findings = _quotes(findings)
    first = chosen(findings, _AT_LENGTH)
    told = set(findings if terminal.all else first)
    notes = [
        note(finding, f"{at}-{number}", number, finding in told, terminal.why)
        for number, finding in enumerate(findings, 1)
    ]
    return "\n".join(
        [
            f'<section aria-labelledby="d{at}">\n<h2 id="d{at}"><bdi>{text(path)}</bdi></h2>',
            *(_begin(at, path, findings, first) if len(findings) > _AT_LENGTH else ()),
            *(_group(at, group, notes) for group in _groups(passages(source, findings))),
            "</section>",
        ]
    )


def _quotes(findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """In place of a draft that is not at hand, the words that its findings quote."""
    source, moved = [], []
    size = 0
    for finding in findings:
        end = size + len(finding.quote)
        moved.append(finding._replace(start=size, end=end))
        source.append(f"{finding.quote}\n\n")
        size = end + 2
    return "".join(source), moved


def _groups(every: Iterable[Passage]) -> list[list[Passage]]:
    """Each passage that has notes, with those that follow it and have none."""
    groups: list[list[Passage]] = []
    for passage in every:
        if passage.notes or not groups:
            groups.append([])
        groups[-1].append(passage)
    return groups


def _begin(
    at: int, path: str, findings: Sequence[Finding], first: Sequence[Finding]
) -> Iterator[str]:
    """Links to what weighs most, then to the other notes, then to what already works."""
    number = {finding: len(findings) - back for back, finding in enumerate(reversed(findings))}
    begin = [number[finding] for finding in first]
    works = [each for each, found in enumerate(findings, 1) if found.level == "praise"]
    others = sorted({*range(1, len(findings) + 1)} - {*begin, *works})
    yield f'<nav aria-label="Notes on {text(path)}">\n<ul role="list">'
    for said, links in (
        ("Begin with", ", ".join(_quoting(at, each, findings[each - 1]) for each in begin)),
        ("Then", " ".join(_link(at, each) for each in others)),
        ("Already works:", " ".join(_link(at, each) for each in works)),
    ):
        if links:
            yield f"<li>{said} {links}</li>"
    yield "</ul>\n</nav>"


def _link(at: int, number: int) -> str:
    return f'<a class="number" href="#n{at}-{number}">{unseen("note ")}{number}</a>'


def _quoting(at: int, number: int, finding: Finding) -> str:
    quote = text(shorten(one_line(finding.quote), 40))
    return f'<a href="#n{at}-{number}">{unseen("note ")}{number} “{quote}”</a>'


def _group(at: int, group: Sequence[Passage], notes: Sequence[str]) -> str:
    """A passage, its notes, and what follows it without notes."""
    head, *rest = group
    parts = [_words(at, head)]
    if head.notes:
        items = [notes[number - 1] for number in head.notes]
        parts += ['<ol class="notes" role="list" aria-label="Notes">', *items, "</ol>"]
    if rest:
        parts += ['<div class="rest">', *(_words(at, passage) for passage in rest), "</div>"]
    return "\n".join(['<div class="group">', *parts, "</div>"])


def _words(at: int, passage: Passage) -> str:
    pieces = "".join(_piece(at, piece) for piece in passage.pieces)
    return f'<p class="words" dir="auto">{pieces}</p>'


def _piece(at: int, piece: Piece) -> str:
    refs = "".join(
        f'<a class="ref" id="w{at}-{number}" href="#n{at}-{number}">{unseen("note ")}{number}</a>'
        for number in piece.notes
    )
    if not piece.level:
        return refs + piece.markup
    kind = f"{piece.level} several" if piece.several else piece.level
    return f'<mark class="{kind}">{refs}{piece.markup}</mark>'
