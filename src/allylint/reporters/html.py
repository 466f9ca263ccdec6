"""One page that stands alone: the draft with its words marked, the notes beside them, no scripts."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from allylint.model import Finding, Report, Terminal
from allylint.reporters._closing import count
from allylint.reporters._inert import inert
from allylint.reporters._safe import safe
from allylint.reporters._xml import entity

_STYLE = """
:root{color-scheme:light dark;--ink:#1d2433;--paper:#fdfcf9;--soft:#5b6472;--mark:#fff0b8;--line:#d9a400;
--good:#d9f2dd;--good-line:#2e8b4a;--rule:#e3e0d8}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--paper:#16181d;--soft:#a5adba;--mark:#4a3d0c;
--line:#e0b93a;--good:#16351f;--good-line:#6cc486;--rule:#333842}}
*{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem 4rem;color:var(--ink);
background:var(--paper);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin:2.5rem 0 .75rem}a{color:inherit}
.draft{display:grid;gap:1.5rem}@media (min-width:56rem){.draft{grid-template-columns:3fr 2fr}}
pre{margin:0;white-space:pre-wrap;font:inherit}
mark{color:inherit;background:var(--mark);border-bottom:2px solid var(--line);border-radius:2px}
mark.praise{background:var(--good);border-color:var(--good-line)}
sup a{font-size:.75em;text-decoration:none}ol{margin:0;padding-left:1.6rem}
li{margin:0 0 1rem;padding-bottom:.75rem;border-bottom:1px solid var(--rule)}li:target{background:var(--mark)}
.soft{color:var(--soft)}p{margin:.25rem 0}
"""


def render(report: Report, terminal: Terminal) -> str:  # noqa: ARG001
    """The page; what a draft holds is shown as text and never as markup."""
    by_path = groupby(report.findings, key=lambda finding: finding.path)
    found = {path: list(findings) for path, findings in by_path}
    sections = "\n".join(_section(path, report.sources.get(path, ""), found[path], f"f{at}-")
                         for at, path in enumerate(found))  # fmt: skip
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>allylint: {_text(count(report))}</title>\n<style>{_STYLE}</style>\n"
        f"<main>\n<h1>allylint</h1>\n<p>{_text(count(report))}</p>\n{sections}\n"
        '<p class="soft">It is your draft: send it as it is if it says what you mean.</p>\n</main>\n</html>'
    )


def _section(path: str, text: str, findings: list[Finding], prefix: str) -> str:
    draft = "".join(_marked(text, findings, prefix))
    notes = "\n".join(_note(finding, f"{prefix}{n}") for n, finding in enumerate(findings, 1))
    return (
        f'<section>\n<h2>{_text(path)}</h2>\n<div class="draft">\n<pre>{draft}</pre>\n'
        f'<ol aria-label="Notes on {_text(path)}">\n{notes}\n</ol>\n</div>\n</section>'
    )


def _marked(text: str, findings: list[Finding], prefix: str) -> Iterator[str]:
    at = 0
    for number, finding in enumerate(findings, 1):
        start = max(at, finding.start)
        yield _text(text[at:start], "\n\t")
        kind = "praise" if finding.level == "praise" else "move"
        name = f"{prefix}{number}"
        yield f'<mark class="{kind}" id="{name}-words">{_text(text[start : finding.end], chr(10))}</mark>'
        yield f'<sup><a href="#{name}" aria-label="note {number}">{number}</a></sup>'
        at = max(at, finding.end)
    yield _text(text[at:], "\n\t")


def _note(finding: Finding, name: str) -> str:
    parts = [f"<p><strong>{_text(finding.message)}</strong></p>"]
    if finding.level != "praise":
        parts.append(f"<p>{_text(finding.why)}</p>")
    if finding.try_:
        parts.append(f"<p>Try: {_text(finding.try_)}</p>")
    if finding.offer:
        parts.append(f"<p>Shorter: “{_text(finding.offer)}”</p>")
    if finding.policy:
        parts.append(f"<p>Your guidelines: {_text(finding.policy)}</p>")
    where = f"line {finding.line}, {_text(finding.rule)}"
    parts.append(f'<p class="soft"><a href="#{name}-words">{where}</a></p>')
    return f'<li id="{name}">{"".join(parts)}</li>'


def _text(text: str, keep: str = "") -> str:
    return inert(escape(safe(text, keep=keep)), entity)
