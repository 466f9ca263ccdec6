"""What scoring found, as text: a table of moves, averages, and the drafts that were wronged."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence

from allylint.reporters._cells import shorten
from allylint.reporters._safe import one_line
from allylint.scoring import LEVELS, Judged, Moves, Tally, false_alarms, misses, tally

_HEAD = f"{'move':24}{'labelled':>9}{'found':>7}{'false':>7}{'P':>7}{'R':>7}{'F1':>7}"
_MOST_NAMED = 10


def score_page(judged: Sequence[Judged], moves: Moves) -> Iterator[str]:
    """Every table, for suggestions alone and with hints, line by line."""
    for title, levels in LEVELS.items():
        yield from ("", title, _HEAD, *_table(judged, moves, levels))
        yield from ("", f"drafts without a fault that are flagged, {title}")
        yield from _flagged(judged, moves, levels)


def _table(judged: Sequence[Judged], moves: Moves, levels: tuple[str, ...]) -> Iterator[str]:
    for name, ids in (("faults", moves.faults), ("repairs", moves.repairs)):
        tallies = {move: tally(judged, move, (*levels, "praise")) for move in ids}
        for move, one in tallies.items():
            if one.tp + one.fn + one.fp:
                yield (f"{one_line(move):24}{one.tp + one.fn:9}{one.tp:7}{one.fp:7}"
                       f"{one.precision:7.2f}{one.recall:7.2f}{one.f1:7.2f}")  # fmt: skip
        ruled = [one for move, one in tallies.items() if move in moves.ruled]
        if tallies:
            yield _macro(name, list(tallies.values()))
        if len(ruled) < len(tallies):
            yield _macro(f"{name} with a rule", ruled)


def _macro(name: str, tallies: list[Tally]) -> str:
    total = Tally(*(sum(counts) for counts in zip(*tallies, strict=True))) if tallies else _NONE
    mean = sum(one.f1 for one in tallies) / max(1, len(tallies))
    return (f"  {name} ({len(tallies)}): macro F1 {mean:.3f}; pooled P {total.precision:.3f} "
            f"({total.tp}/{total.tp + total.fp}), R {total.recall:.3f} "
            f"({total.tp}/{total.tp + total.fn})")  # fmt: skip


_NONE = Tally(0, 0, 0)


def _flagged(judged: Sequence[Judged], moves: Moves, levels: tuple[str, ...]) -> Iterator[str]:
    faults = moves.other_faults.union(moves.faults)
    rows: dict[str, Counter[bool]] = defaultdict(Counter)
    for one in judged:
        if faults.isdisjoint(one.draft.moves):
            hit = any(
                move in moves.faults and level in levels and move not in one.draft.maybe
                for move, level in one.found.items()
            )
            for row in ("all", one.draft.voice or "-"):
                rows[row][hit] += 1
    for row, counts in sorted(rows.items(), key=lambda item: (item[0] != "all", item[0])):
        total = counts[True] + counts[False]
        yield f"  {one_line(row):14}{counts[True]:5} of {total:5}  {counts[True] / total:6.1%}"


def wrong_lines(judged: Sequence[Judged], moves: Moves) -> Iterator[str]:
    """Each wrong report and each miss, a line each, and how many there were."""
    told = {*moves.faults, *moves.repairs}
    extra = missed = 0
    for one in judged:
        place, text = one_line(one.draft.place), one.draft.text
        for move, level in false_alarms(one).items():
            if move in told:
                extra += 1
                yield f"{place}: wrong {one_line(move)} ({level}): {_cut(one.quotes[move])}"
        for move in sorted(misses(one, told)):
            missed += 1
            why = f" (passed by as {one.cleared[move]})" if move in one.cleared else ""
            said = _cut(one.draft.quotes.get(move) or text)
            yield f"{place}: missed {one_line(move)}{why}: {said}"
    yield f"{extra} wrong and {missed} missed in {len(judged)} drafts."


def _cut(text: str) -> str:
    return f'"{shorten(one_line(text), 100)}"'


def unscored(judged: Sequence[Judged], moves: Moves, known: Container[str]) -> Iterator[str]:
    """A line on labels that no rule is called by, and one on reports that no label could be of."""
    labels = Counter(move for one in judged for move in one.draft.moves)
    if odd := [move for move in labels if move not in known]:
        yield f"Labelled, but no rule is called so: {_named(odd)}."
    if alone := [move for move in (*moves.faults, *moves.repairs) if move not in labels]:
        yield (f"Reported, but labelled nowhere here: {_named(alone)}. Each report counts as "
               "wrong; `--select` scores others alone.")  # fmt: skip


def _named(moves: Sequence[str]) -> str:
    named = ", ".join(shorten(one_line(move), 60) for move in sorted(moves)[:_MOST_NAMED])
    return named + (f" and {len(moves) - _MOST_NAMED} more" if len(moves) > _MOST_NAMED else "")
