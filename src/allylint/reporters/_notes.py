"""The notes of a page: a few at length, the others with their step folded away."""

from collections.abc import Iterator
from html import escape

from allylint.model import Finding
from allylint.reporters._inert import inert
from allylint.reporters._policy import clause
from allylint.reporters._safe import one_line
from allylint.reporters._xml import entity

_LABELS = {"hint": "a hint", "praise": "already works"}


def text(words: str) -> str:
    """Words from elsewhere, in one line, as text and never as markup."""
    return inert(escape(one_line(words)), entity)


def unseen(words: str) -> str:
    """Words for who hears the page."""
    return f'<span class="unseen">{words}</span>'


def note(finding: Finding, name: str, number: int, at_length: bool, why: bool) -> str:
    """An item of a list of notes; its number leads to the words, called `w` and the same name."""
    label = _LABELS.get(finding.level, "")
    back = f'<a class="back" href="#w{name}">{unseen("To the words of note ")}{number}</a>'
    return "".join(
        [
            f'<li class="note {finding.level if label else "move"}" id="n{name}">{back}',
            f"<h3>{text(finding.message)}{label and f' <small>{label}</small>'}</h3>",
            *_below(finding, at_length, why),
            "</li>",
        ]
    )


def _below(finding: Finding, at_length: bool, why: bool) -> list[str]:
    steps = list(_steps(finding))
    reason = [f"<p>{text(finding.why)}</p>"] if finding.why else []
    place = [text(finding.title), f"line {finding.line}", text(finding.rule)]
    where = f'<p class="where">{", ".join(part for part in place if part)}</p>'
    if at_length:
        return [*steps, _folded("Why" if reason else "Where", [*reason, where], why)]
    summary = (
        "Try, and why" if steps and reason else "Try" if steps else "Why" if reason else "Where"
    )
    return [_folded(summary, [*steps, *reason, where], why)]


def _steps(finding: Finding) -> Iterator[str]:
    if finding.try_:
        yield f"<p><b>Try:</b> {text(finding.try_)}</p>"
    if finding.offer:
        yield f'<p><b>Shorter:</b> <q dir="auto">{text(finding.offer)}</q></p>'
    if finding.policy:
        yield f"<p><b>Your guidelines:</b> {_clause(finding)}</p>"


def _clause(finding: Finding) -> str:
    words, link = text(clause(finding)), finding.policy_link
    return f'<a href="{text(link)}" rel="noreferrer">{words}</a>' if link else words


def _folded(summary: str, parts: list[str], unfolded: bool) -> str:
    opened = " open" if unfolded else ""
    return f"<details{opened}><summary>{summary}</summary>{''.join(parts)}</details>"
