"""`--rules`: folders of rules from anywhere, and those that installed packages bring."""

import sys
from pathlib import Path

import pytest

from allylint import config
from small_rules import errors, found, rule, run, write

pytestmark = pytest.mark.usefixtures("repository")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package that brings rules, and that nobody may import."""
    site = tmp_path / "site"
    write(
        site,
        {
            "our_club/__init__.py": "raise SystemExit('imported')",
            "our_club/rules/own/cc.yaml": rule("cc", "qux"),
            "our_club-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: our-club\nVersion: 1\n",
            "our_club-1.dist-info/entry_points.txt": "[allylint.rules]\n"
            "our-club = our_club.rules\nold-club = our_club.gone\n",
        },
    )
    monkeypatch.syspath_prepend(str(site))
    return site


@pytest.fixture(autouse=True)
def _draft(repository: Path) -> None:
    write(repository, {"a.md": "A qux.", "more/own/dd.yaml": rule("dd", "qux")})


def ids(*arguments: str) -> list[str]:
    return [id for _, id, _ in found(run("a.md", "--format", "json", *arguments))]


def test_a_folder_is_named_on_the_command_line() -> None:
    assert ids("--rules", "more") == ["dd"]


@pytest.mark.usefixtures("package")
def test_a_package_is_named_on_the_command_line_and_is_not_imported() -> None:
    assert ids("--rules", "our-club", "--rules", "more") == ["cc", "dd"]
    assert "our_club" not in sys.modules


@pytest.mark.usefixtures("package")
def test_a_user_names_a_package_in_settings_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "home", {"allylint/config.yaml": "rules: [our-club]"})
    config.clear()
    assert ids() == ["cc"]


@pytest.mark.usefixtures("package")
def test_a_repository_names_no_package() -> None:
    write(Path(), {".allylint.yaml": "rules: [our-club]"})
    config.clear()
    assert errors("a.md") == ["allylint: .allylint.yaml:1:9: `our-club` is no folder."]


def test_a_folder_that_is_configured_already_is_read_once() -> None:
    write(Path(), {".allylint.yaml": "rules: [more]"})
    config.clear()
    assert ids("--rules", "./more/") == ["dd"]


def test_rules_of_a_folder_are_listed_and_explained() -> None:
    assert "  dd  A rule for a test" in run("rules", "--rules", "more").stdout
    assert "dd: A rule for a test" in run("explain", "dd", "--rules", "more").stdout


NONE = "is no folder, and no installed package brings rules of that name."


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("our-clubs", f"`our-clubs` {NONE} Perhaps `our-club`?"),
        ("old-club", "the package `old-club` has no folder `our_club.gone`."),
    ],
)
def test_a_name_that_leads_nowhere_is_told(named: str, said: str) -> None:
    assert errors("a.md", "--rules", named) == [f"allylint: --rules: {said}"]
