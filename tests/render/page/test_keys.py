"""Keys, and where they lead."""

from __future__ import annotations

import pytest

from tests.render.page.driving import (
    BOTH,
    FLAG,
    NODE,
    focus,
    press,
)


def test_arrows_go_along_the_relations(opened, pages):
    page = opened(pages("school_uniforms"))
    page.locator("#stage").evaluate("each => each.querySelector('[tabindex=\"0\"]').focus()")
    start = focus(page)
    page.keyboard.press("ArrowDown")
    first = focus(page)
    assert first != start
    page.keyboard.press("ArrowRight")
    assert focus(page) not in (start, first)
    page.keyboard.press("ArrowLeft")
    assert focus(page) == first
    page.keyboard.press("ArrowUp")
    assert focus(page) == start
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert focus(page) == start
    assert page.locator(f'{NODE}[tabindex="0"]').count() == 1
    assert page.locator("#stage .ring").count() == 1


def test_tab_passes_through_the_map_in_one_stop(opened, pages):
    page = opened(pages(FLAG))
    page.locator(f'{NODE}[tabindex="0"]').focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "b-zoomIn"
    page.keyboard.press("Shift+Tab")
    assert focus(page) is not None


def test_the_bar_never_hides_what_has_the_focus(opened, pages):
    page = opened(pages(FLAG))
    page.locator("#b-list").click()
    page.locator("#b-openAll").click()
    page.locator("#tree summary:visible").last.focus()
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert top >= page.locator("#bar").bounding_box()["height"] - 1


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_help(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    page.keyboard.press("?") if keys else press(page, "help")
    assert page.locator("#keys-help").is_visible()
    page.keyboard.press("Escape") if keys else page.locator("#keys-help button").click()
    assert page.locator("#keys-help").is_hidden()


def test_single_letter_keys_can_be_turned_off(opened, pages):
    page = opened(pages(FLAG))
    press(page, "settings")
    page.locator("#keys").uncheck()
    page.locator("#b-settings").press("?")
    assert page.locator("#keys-help").is_hidden()
    page.reload()
    page.locator("#b-map").press("?")
    assert page.locator("#keys-help").is_hidden()
