"""The page in a real browser: any width, both colour schemes, by keyboard, heard, printed, no scripts.

Scripts are off in the page but for axe, which is one; what asks the page stands outside it.
"""

from collections.abc import Callable
from typing import Any

import pytest

from allylint.reporters._safe import safe
from pages import TEXT

Open = Callable[..., Any]
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEARD = """
- paragraph:
  - text: I'm
  - mark:
    - link "note 5":
      - /url: "#n1-5"
    - text: sorry I laughed & <b>left</b>
  - text: .
- list "Notes":
  - listitem:
    - link "To the words of note 5":
      - /url: "#w1-5"
    - 'heading "\\"sorry I laughed & <b>left</b>\\" can land. already works" [level=3]'
    - group: Try, and why
"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_window(page: Open, width: int) -> None:
    shown = page(width)
    shown.evaluate(UNFOLD)
    assert shown.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_fault_and_is_sure_of_every_contrast(
    page: Open, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = page(width, scheme, scripts=True)
    shown.evaluate(UNFOLD)
    found = Axe().run(shown, options={"runOnly": TAGS}).response
    faults = [each["id"] for each in found["violations"] + found["incomplete"]]
    assert (faults, "color-contrast" in [each["id"] for each in found["passes"]]) == ([], True)


def test_marked_words_and_numbers_look_like_text_in_forced_colours(page: Open) -> None:
    shown = page()
    shown.emulate_media(forced_colors="active")
    colours = """each => each.map(one => [one, one.closest('mark')].map(getComputedStyle))
        .map(([own, mark]) => own.color + mark.backgroundColor)"""
    body = shown.evaluate(
        "[getComputedStyle(document.body)].map(of => of.color + of.backgroundColor)"
    )
    assert set(shown.eval_on_selector_all("mark, .ref", colours)) == set(body)


@pytest.mark.parametrize("name", ["1-1", "1-2", "1-3", "1-4", "1-5", "2-1"])
def test_a_notes_number_leads_to_its_words_and_back_by_keyboard(page: Open, name: str) -> None:
    shown = page()
    shown.focus(f"#n{name} .back")
    shown.keyboard.press("Enter")
    words = shown.evaluate("document.activeElement.id")
    shown.keyboard.press("Enter")
    note = shown.evaluate("document.querySelector(':target').id")
    shown.keyboard.press("Tab")
    again = shown.evaluate("document.activeElement.hash")
    assert (words, note, again) == (f"w{name}", f"n{name}", f"#w{name}")


def test_what_has_the_focus_or_was_led_to_is_outlined(page: Open) -> None:
    shown = page()
    shown.focus("#w1-2")
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    outlines = ("#n1-2", "#n1-2 .back", "#n1-1")
    style = "each => getComputedStyle(each).outlineStyle"
    assert [shown.eval_on_selector(each, style) for each in outlines] == ["solid", "solid", "none"]


def test_a_fold_opens_by_keyboard_without_scripts(page: Open) -> None:
    shown = page()
    shown.focus("#n1-2 summary")
    shown.keyboard.press("Enter")
    assert shown.is_visible("#n1-2 details p")


def test_nothing_is_loaded_run_or_refused(page: Open, address: str) -> None:
    shown = page(scripts=True)
    scripts = shown.locator("script, iframe, object, embed, link, img").count()
    assert (shown.asked, shown.told, scripts) == ([address], [], 0)


def test_a_screen_reader_hears_the_number_before_the_words(page: Open) -> None:
    from playwright.sync_api import expect

    expect(page().locator("section").first).to_match_aria_snapshot(HEARD)


def test_the_draft_is_there_whole_in_the_browser_too(page: Open) -> None:
    drafts = page().evaluate(
        """[...document.querySelectorAll('.words')].map(each => {
            const copy = each.cloneNode(true)
            copy.querySelectorAll('a').forEach(link => link.remove())
            return copy.textContent
        }).join('')"""
    )
    assert drafts == safe(TEXT.replace("\r\n", "\n"), keep="\n") * 2


def test_a_line_that_an_editor_wrapped_flows_with_the_window(page: Open) -> None:
    assert "that was all" in page(768).locator(".words:has(#w1-1)").inner_text()


@pytest.mark.parametrize(("width", "beside"), [(360, False), (1280, True)])
def test_notes_stand_beside_their_passage_or_right_below_it(
    page: Open, width: int, beside: bool
) -> None:
    shown = page(width)
    words = shown.locator(".words:has(#w1-5)").bounding_box()
    note = shown.locator("#n1-5").bounding_box()
    assert abs(note["y"] - words["y"] - (0 if beside else words["height"])) < 32
    assert (note["x"] > words["x"] + words["width"]) == beside


def test_print_is_dark_on_white_and_unfolded(page: Open) -> None:
    shown = page(700, "dark")
    shown.emulate_media(media="print")
    style = shown.evaluate("getComputedStyle(document.body)")
    told = (style["color"], style["backgroundColor"], shown.is_visible("#n1-1 details p"))
    assert told == ("rgb(35, 39, 47)", "rgb(255, 255, 255)", True)
