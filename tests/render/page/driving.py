"""Ways to bring a page into one of its states."""

from __future__ import annotations

import pytest

NODE = "#stage [data-i]"
FLAG = "open_vs_closed"
BOTH = pytest.mark.parametrize("size", ["wide", "phone"])


def tools(page):
    """Show the tools, which a phone keeps in a drawer."""
    more = page.locator("#b-tools")
    if more.is_visible() and more.get_attribute("aria-expanded") == "false":
        more.click()


def press(page, name):
    """Press a button of the bar by its id, with the mouse."""
    tools(page)
    page.locator(f"#b-{name}").click()


def act(page, view):
    """Bring the page into a view."""
    if view == "list":
        page.locator("#b-list").click()
        page.locator("#b-openAll").click()
    elif view == "details":
        page.locator("#find").fill("gate works")
        page.keyboard.press("Enter")
    elif view == "search":
        page.locator("#find").fill("weights")
    elif view == "steps":
        page.locator("#b-map").click()
        press(page, "steps")
        page.locator("#cover").check()
        page.locator("#b-next").click()
    elif view == "branch":
        act(page, "details")
        page.locator("#b-close").click()
        page.keyboard.press("b")
    elif view == "filter":
        press(page, "filter")
        page.locator("#filter input[value=conceded]").check()
    elif view in ("reading", "help"):
        press(page, view)
    page.wait_for_timeout(60)


def focus(page):
    """Return the number of the item whose part of the picture has the keyboard focus, or None."""
    return page.evaluate("document.activeElement.closest('#stage [data-i]')?.dataset.i ?? null")


def named(page, title):
    """Return the number of the item with this title."""
    told = page.evaluate(
        "JSON.parse(document.getElementById('data').textContent).items.map((item) => item.title ?? '')"
    )
    return str(told.index(title))


def until(page, told, argument=None, tries=100):
    """Wait until something told in JavaScript holds; the policy of the page forbids the way that Playwright has."""
    for _ in range(tries):
        if page.evaluate(told, argument):
            return
        page.wait_for_timeout(30)
    raise AssertionError(told)


def zoom_of(page):
    """Return how wide the picture is drawn."""
    return page.locator("svg.argmap").bounding_box()["width"]


def seen(page):
    """Return the numbers of the items that are drawn and not hidden."""
    return set(page.locator(f"{NODE}:not(.gone)").evaluate_all("all => all.map((each) => each.dataset.i)"))


def plain(page):
    """Return the numbers of the items in full view."""
    return set(page.locator(f"{NODE}:not(.gone):not(.off)").evaluate_all("all => all.map((each) => each.dataset.i)"))


def on_map(page):
    """Show the map, and put the focus on it."""
    if page.locator("#map").is_hidden():
        page.locator("#b-map").click()
    page.locator(f'{NODE}[tabindex="0"]').focus()


def focus_of(page):
    """Return the item that is looked at, by the frame round it in the list."""
    return page.locator("#tree li.now").first.get_attribute("data-i")
