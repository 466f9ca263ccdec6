"""A real browser, where there is one. ALLYLINT_BROWSER=required makes its absence a failure."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from allylint.model import Terminal
from allylint.reporters.html import render
from pages import REPORT


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's chromium: nothing is fetched."""
    chromium = shutil.which("chromium")
    for module in ("playwright", "axe_playwright_python"):
        if not find_spec(module):
            _missing(f"{module} is not installed: pip install -e '.[browser]'")
    if not chromium:
        _missing("chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        shown = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield shown
        shown.close()


def _missing(what: str) -> None:
    if os.environ.get("ALLYLINT_BROWSER") == "required":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the sample page is."""
    path: Path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(render(REPORT, Terminal()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """The sample page, in a window of that width."""
    made = []

    def show(width: int = 1280, scheme: str = "light", scripts: bool = False) -> Any:
        window = {"width": width, "height": 800}
        made.append(
            browser.new_context(viewport=window, color_scheme=scheme, java_script_enabled=scripts)
        )
        shown = made[-1].new_page()
        shown.asked, shown.told = [], []
        shown.on("request", lambda request: shown.asked.append(request.url))
        shown.on("console", lambda message: shown.told.append(message.text))
        shown.goto(address)
        return shown

    yield show
    for each in made:
        each.close()
