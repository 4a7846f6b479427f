"""A page of a large map answers at once: what is done at each key does not grow faster than the map."""

from __future__ import annotations

import pytest

from argmap.render import draw, picture
from argmap.render.engine import EngineNotFound
from tests.bench.debates import debate
from tests.render.page.driving import NODE


class Meter:
    """What the browser has done for a page since it was asked last."""

    def __init__(self, page):
        self.tool = page.context.new_cdp_session(page)
        self.tool.send("Performance.enable")
        self.before = self.read()

    def read(self):
        return {each["name"]: each["value"] for each in self.tool.send("Performance.getMetrics")["metrics"]}

    def since(self, name):
        now = self.read()
        found = now[name] - self.before[name]
        self.before = now
        return found


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """Return a function that gives the file of a page with the list alone, for a debate of so many claims."""

    def missing(_):
        raise EngineNotFound("There is none.")

    def made(claims):
        file = tmp_path / f"{claims}.html"
        with monkeypatch.context() as patch:
            patch.setattr(picture, "find_engine", missing)
            file.write_bytes(draw(debate(claims), "html"))
        return file

    return made


def test_what_is_found_is_framed_in_a_few_layouts(opened, tmp_path):
    file = tmp_path / "page.html"
    file.write_bytes(draw(debate(150), "html"))
    page = opened(file)
    page.locator(NODE).first.focus()
    page.locator("#find").focus()
    meter = Meter(page)
    page.keyboard.press("e")
    page.wait_for_timeout(60)
    assert page.locator(".stage .hit").count() > 60
    assert meter.since("LayoutCount") < 10


SMALL, LARGE = 1_500, 6_000
FREE = 0.1
"""Seconds that it may take in any case: less than that cannot be measured well on a busy machine."""
STEEPEST = 9
"""How many times as long four times the size may take. Quadratic would be 16 times."""


def test_lines_of_a_long_list_leave_and_return_in_time(opened, lists):
    spent = {}
    for size in (SMALL, LARGE):
        page = opened(lists(size))
        assert page.locator("#tree > li").count() > size / 20
        page.wait_for_timeout(300)
        meter = Meter(page)
        page.keyboard.press("s")
        page.wait_for_timeout(60)
        assert page.locator("#tree > li:visible").count() == 1
        leaving = meter.since("RecalcStyleDuration")
        page.keyboard.press("Escape")
        page.wait_for_timeout(60)
        assert page.locator("#tree > li:not(.out)").count() > size / 20
        spent[size] = leaving, meter.since("RecalcStyleDuration")
    for small, large in zip(spent[SMALL], spent[LARGE], strict=True):
        assert large < max(FREE, STEEPEST * small), spent


def test_a_panel_that_opens_does_not_restyle_the_page(opened, lists):
    page = opened(lists(300))
    page.locator("#b-settings").click()
    # What is set on the root is inherited by all; only there, where the page scrolls, the height of the bar is needed.
    assert page.evaluate("getComputedStyle(document.querySelector('#tree')).getPropertyValue('--bar-h')") == ""
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)") > 0
