"""The page shows the map, the list or the reading, and all of it is within reach on a wide screen and on a phone."""

from __future__ import annotations

import pytest

from tests.render.page.driving import (
    BOTH,
    FLAG,
    act,
)


def test_a_wide_screen_shows_the_map_first_and_a_phone_the_list(opened, pages):
    assert opened(pages(FLAG)).locator("#stage").is_visible()
    phone = opened(pages(FLAG), "phone")
    assert phone.locator("#stage").is_hidden()
    assert phone.locator("#list").is_visible()


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_views_are_chosen(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    for name in ("map", "list"):
        page.locator(f"#b-{name}").press("Enter") if keys else page.locator(f"#b-{name}").click()
        assert page.locator("#stage").is_visible() is (name == "map")
        assert page.locator(f"#b-{name}").get_attribute("aria-pressed") == "true"
    page.reload()
    assert page.locator("#stage").is_hidden()  # the choice is kept


@BOTH
def test_the_page_does_not_scroll_sideways(opened, pages, size):
    page = opened(pages(FLAG), size)
    for view in ("first", "list", "details", "reading"):
        act(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_text_at_twice_the_size_still_fits(opened, pages):
    page = opened(pages(FLAG), {"width": 640, "height": 360})
    act(page, "list")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@BOTH
def test_targets_are_large_enough(opened, pages, size):
    page = opened(pages(FLAG), size)
    act(page, "details")
    least = 24 if size == "wide" else 44
    for each in page.locator("button:visible, select:visible, #tree summary:visible").all():
        box = each.bounding_box()
        assert box["height"] >= least - 0.5, each.evaluate("element => element.outerHTML")
        assert box["width"] >= 24
