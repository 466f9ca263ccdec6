"""The tally of moves that ends a report on several drafts."""

from allylint.model import Finding, Report, Terminal
from allylint.reporters._tally import tally


def finding(path: str, rule: str, level: str = "suggestion") -> Finding:
    return Finding(
        path, rule, "fam", level, 1, 1, 1, 4, 0, 3, "foo", "M.", "W.", "T.", (), rule.upper()
    )


SEVERAL = (
    *(finding(path, "aa") for path in ("a.md", "a.md", "b.md")),
    finding("b.md", "bb", "hint"),
    finding("a.md", "pp", "praise"),
)


def lines(findings: tuple[Finding, ...] = SEVERAL, files: int = 3, width: int = 80) -> list[str]:
    return tally(Report(findings, files=files), Terminal(width))


def test_the_most_frequent_move_comes_first_and_praise_is_not_counted() -> None:
    assert lines() == ["By move:", "  3  AA (aa) in 2 files", "  1  BB (bb)"]


def test_one_draft_needs_none() -> None:
    assert lines(files=1) == []


def test_one_move_needs_none() -> None:
    assert lines(SEVERAL[:3]) == []


def test_counts_stand_below_each_other() -> None:
    assert [line[:6] for line in lines((finding("a.md", "bb"), *(finding("b.md", "aa"),) * 10))] == [
        "By mov", "  10  ", "   1  ",
    ]  # fmt: skip


def test_a_line_is_no_wider_than_the_terminal() -> None:
    assert max(map(len, lines(width=24)[1:])) <= 24
