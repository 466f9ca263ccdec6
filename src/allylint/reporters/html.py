"""One page that stands alone: the draft with its words marked, each passage with its notes."""

import os
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

from allylint.model import Cleared, Finding, Note, Report, Terminal
from allylint.reporters._closing import WAY_OUT, count
from allylint.reporters._draft import draft
from allylint.reporters._notes import text

_STYLE = os.path.join(os.path.dirname(__file__), "_page.css")
_FOOTER = """</main>
<footer>
<p>allylint reads words; it knows neither the writer nor the reader. This page loads nothing and
sends nothing.</p>
</footer>
</body>
</html>"""


def render(report: Report, terminal: Terminal) -> str:
    """The page; it has no script, and what a draft holds is text on it and never markup."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.path, []).append(finding)
    paths = list(found)
    return "\n".join(
        [
            *_head(paths),
            *_lead(report, paths, terminal),
            *(
                draft(at, path, report.sources.get(path), found[path], terminal)
                for at, path in enumerate(paths, 1)
            ),
            *([] if terminal.quiet else _aside(report, terminal)),
            _FOOTER,
        ]
    )


def _head(paths: Sequence[str]) -> list[str]:
    with open(_STYLE, encoding="utf-8") as file:
        style = file.read()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    which = text(paths[0]) if len(paths) == 1 else f"{len(paths)} drafts" if paths else "your draft"
    return [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>allylint: notes on {which}</title>",
        f"<style>{style}</style>\n</head>\n<body>\n<main>",
    ]


def _lead(report: Report, paths: Sequence[str], terminal: Terminal) -> list[str]:
    lines = [f"<h1>Notes on your draft{'s' if len(paths) > 1 else ''}</h1>"]
    if not terminal.quiet:
        asked = any(finding.level == "suggestion" for finding in report.findings)
        lines.append(f"<p>{count(report)}{f' {WAY_OUT}' if asked else ''}</p>")
    if len(paths) > 1:
        links = [
            f'<a href="#d{at}"><bdi>{text(path)}</bdi></a>' for at, path in enumerate(paths, 1)
        ]
        lines.append(f'<nav aria-label="Drafts">\n{_list(links)}\n</nav>')
    return lines


def _aside(report: Report, terminal: Terminal) -> list[str]:
    """What was not the writer's own, where asked for; what was said of files; what was not read."""
    parts = {
        "Not the writer's own words": map(_cleared, report.cleared if terminal.cleared else ()),
        "About the files": map(_note, report.notes),
        "Could not be read": map(text, report.errors),
    }
    told = {name: list(items) for name, items in parts.items()}
    return [
        f"<section>\n<h2>{name}</h2>\n{_list(told[name])}\n</section>"
        for name in told
        if told[name]
    ]


def _cleared(match: Cleared) -> str:
    finding = match.finding
    by = f" (cleared by “{text(match.cue)}”)" if match.cue else ""
    where = f"<bdi>{text(finding.path)}</bdi>, line {finding.line}"
    return f"{where}: <q>{text(finding.quote)}</q>, {text(finding.rule)}: {text(match.voice)}{by}"


def _note(note: Note) -> str:
    where = f", line {note.line}" if note.line else ""
    return f"<bdi>{text(note.path)}</bdi>{where}: {text(note.text)}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(['<ul role="list">', *(f"<li>{item}</li>" for item in items), "</ul>"])
