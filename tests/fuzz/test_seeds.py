"""The kept inputs of strangers: seeds to begin with, and all that was found and mended."""

from pathlib import Path

import pytest

from fuzz.targets import TARGETS

HERE = Path(__file__).parent
KEPT = sorted(path for folder in ("seeds", "found") for path in (HERE / folder).glob("*/*"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_claim_holds(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_at_all_is_no_trouble(name: str) -> None:
    TARGETS[name](b"")


def test_every_target_has_a_seed() -> None:
    assert {path.parent.name for path in KEPT} == set(TARGETS)
