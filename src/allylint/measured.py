"""What rules do on many drafts, as text: the work of `allylint try` and `allylint score`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from allylint.commands import folders_here, rulebook_here
from allylint.progress import progress
from allylint.rulebook import Rulebook

if TYPE_CHECKING:
    from allylint.scoring import Judged


def scored(
    files: Sequence[str], half: str | None, select: str | None, wrong: bool, rules: Sequence[str]
) -> tuple[str, tuple[str, ...]]:
    """How rules did on labelled drafts, and what could not be read. Raises AllylintError."""
    from allylint.reporters._safe import one_line
    from allylint.scorepage import score_page, unscored, wrong_lines
    from allylint.scoring import moves_of

    rulebook = rulebook_here(rules, whole=False)
    chosen = _chosen(rulebook, select)
    errors = [*rulebook.errors]
    judged = list(_judged(files, half, rulebook, chosen, errors))
    if not judged:
        return "No draft was scored.", tuple(errors)
    moves = moves_of(judged, rulebook, chosen)
    if wrong:
        lines = [*wrong_lines(judged, moves)]
    else:
        told = one_line(", ".join(files)) + (f", half: {half}" if half else "")
        lines = [f"{len(judged)} drafts of {told}", *score_page(judged, moves)]
    ends = [*unscored(judged, moves, rulebook.rules)]
    return _inert("\n".join([*lines, *([""] if ends else []), *ends])), tuple(errors)


def _chosen(rulebook: Rulebook, only: str | None) -> frozenset[str]:
    from allylint.config import names

    return frozenset(rulebook.rules) if only is None else rulebook.names(names(only), "--select")


def _judged(
    files: Sequence[str], half: str | None, rulebook: Rulebook, chosen: frozenset[str],
    errors: list[str],
) -> "Iterator[Judged]":  # fmt: skip
    """Each draft, judged; a fault of ours is told, and the other drafts are still scored."""
    from allylint.labelled import read_labelled
    from allylint.scoring import judge

    beside = {other for id in chosen for other in rulebook.rules[id].not_beside}
    for draft in read_labelled(files, half, errors):
        try:
            yield judge(draft, rulebook, chosen | beside)
        except Exception as fault:
            from allylint.faults import fault_line

            errors.append(f"{draft.place}: {fault_line(fault)}")


def tried(
    named: str, paths: Sequence[str], *, limit: int, all: bool, show_cleared: bool,
    rules: Sequence[str],
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """What a rule reports over an archive, and what could not be read. Raises AllylintError."""
    from allylint.lonerule import is_rule_file, own_file, rule_at, rule_called
    from allylint.trial import Trial
    from allylint.trialpage import trial_page

    errors: list[str] = []
    if not is_rule_file(named):
        named = own_file(named, rulebook_here(rules, whole=False)) or named
    if is_rule_file(named):
        rule = rule_at(named, lambda: folders_here(rules))
        known = rulebook_here(rules, whole=False) if rule.not_beside else Rulebook({})
    else:
        known = rulebook_here(rules, whole=False)
        rule = rule_called(named, known)
        errors += known.errors
    trial = Trial(rule, known, every_place=all)
    trial.paths(paths, progress)
    page = "\n".join(trial_page(trial, limit, all, show_cleared))
    return _inert(page), (*errors, *trial.errors)


def _inert(page: str) -> str:
    """The page as it may stand in a log that obeys commands."""
    from allylint.console import logged
    from allylint.reporters._inert import inert

    return inert(page) if logged() else page
