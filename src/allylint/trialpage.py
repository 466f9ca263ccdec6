"""What a trial found, as text: a count, the wordings by how often, and what passed by."""

from collections.abc import Iterable, Iterator
from itertools import islice

from allylint.ranked import Ranked, Wording
from allylint.reporters._cells import shorten, width_of
from allylint.reporters._safe import one_line
from allylint.trial import Trial

_WIDEST, _WIDER = 40, 100
"""Cells that a wording may take: with its places beside it, and alone."""
_MOST_NOTES = 20


def trial_page(trial: Trial, limit: int, every_place: bool, cleared: bool) -> Iterator[str]:
    """The page, line by line; `limit` wordings of each list."""
    yield _head(trial)
    if trial.findings:
        yield from ("", *_rows(trial.found, limit, every_place))
    if trial.voices:
        told = ", ".join(f"{count} {one_line(row)}" for row, count in trial.voices.most_common())
        hint = "" if cleared else " (`--show-cleared` lists them)"
        yield from ("", f"Passed by, as not the writer's own words: {told}{hint}")
    if cleared:
        for row, _ in trial.voices.most_common():
            yield from ("", f"{one_line(row)}:", *_rows(trial.cleared[row], limit, every_place))
    if trial.notes:
        yield from ("", *_notes(trial))


def _head(trial: Trial) -> str:
    over = f"{trial.rule.id} over {_many(trial.drafts, 'draft')}"
    if not trial.drafts:
        return f"{trial.rule.id}: no draft was read."
    if trial.findings:
        share = f"{100 * trial.with_findings / trial.drafts:.1f} %"
        drafts = _many(trial.with_findings, "draft")
        return f"{over}: {_many(trial.findings, 'finding')} in {drafts} ({share})"
    if trial.only_cleared:
        drafts = _many(trial.only_cleared, "draft")
        return f"{over}: nothing was found. In {drafts} its words stand, and were only cleared."
    return f"{over}: nothing was found, and nothing was matched."


def _rows(ranked: Ranked, limit: int, every_place: bool) -> Iterator[str]:
    wordings = list(ranked)
    shown = wordings[:limit]
    wide = len(f"{max((each.count for each in shown), default=0):,}")
    widest = _WIDER if every_place else _WIDEST
    quotes = [f'"{shorten(one_line(each.words), widest)}"' for each in shown]
    column = max(map(width_of, quotes), default=0)
    for each, quote in zip(shown, quotes, strict=True):
        start = f"  {each.count:>{wide},}  {quote}"
        if every_place:
            yield start
            yield from (f"  {'':{wide}}  {place}" for place in _places(each))
        else:
            yield f"{start}{' ' * (column - width_of(quote))}  {', '.join(_places(each))}"
        around = one_line(each.around)
        if around.strip("….!? ").lower() != each.words:
            yield f"  {'':{wide}}    {shorten(around, _WIDER)}"
    yield from _left_out(wordings[limit:], ranked.beyond)


def _places(wording: Wording) -> list[str]:
    places = [one_line(place) for place in wording.places]
    if wording.more:
        places[-1] += f" and {wording.more:,} more"
    return places


def _left_out(wordings: list[Wording], beyond: int) -> Iterator[str]:
    if wordings:
        count = _many(sum(each.count for each in wordings), "finding")
        yield f"  and {count} of {_many(len(wordings), 'wording')} more (`--limit` shows them)"
    if beyond:
        yield f"  and {_many(beyond, 'finding')} of wordings that are not told apart any more"


def _notes(trial: Trial) -> Iterable[str]:
    for text, count in islice(trial.notes.items(), _MOST_NOTES):
        yield one_line(text) + (f" ({count:,} drafts)" if count > 1 else "")


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
