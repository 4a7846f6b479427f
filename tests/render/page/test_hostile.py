"""A map with a script in every field runs nothing, asks for nothing, and shows its words as words."""

from __future__ import annotations

import pytest

import argmap
from argmap.render import draw
from tests.render.page.driving import act, press
from tests.render.page.test_document import hostile
from tests.render.test_svg import full_of

SCRIPTS = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "javascript:window.ran=1",
    "' onfocus='window.ran=1' autofocus='",
    "</style><style>@import 'http://example.org/x'</style>",
    "${window.ran=1}",
]


@pytest.mark.parametrize("text", SCRIPTS)
@pytest.mark.parametrize("make", [hostile, full_of])
def test_nothing_runs(opened, tmp_path, text, make):
    file = tmp_path / "hostile.html"
    file.write_bytes(draw(make(text), "html"))
    page = opened(file, link="#c=<img src=x onerror=window.ran=1>&side=<b>")
    for each in page.locator("#stage [data-i]").all():
        each.click(force=True)
    page.locator("#find").fill(text[:12])
    page.keyboard.press("Escape")
    if page.locator("#b-filter").is_visible():
        press(page, "filter")
    act(page, "list")
    press(page, "steps")
    page.keyboard.press("s")
    page.wait_for_timeout(50)
    assert page.evaluate("typeof window.ran") == "undefined"
    assert page.locator("#details img, #tree img, #hits img, main script").count() == 0
    assert text[:12] in page.locator("#tree").inner_text()


def test_signs_that_turn_the_direction_turn_nothing_beside_them(opened, tmp_path):
    m = argmap.ArgumentMap("Turned")
    m.rebut("The answer", m.claim("Words \u202eturned", side="for"))
    file = tmp_path / "page.html"
    file.write_bytes(draw(m, "html"))
    page = opened(file)
    page.locator("#b-list").click()
    said, *chips = page.locator("#tree .say, #tree .chip").all()[:3]
    places = [each.bounding_box()["x"] for each in (said, *chips)]
    assert places == sorted(places)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_longest_name_of_a_side_stays_on_the_page(opened, tmp_path, size):
    m = argmap.ArgumentMap("Long")
    m.claim("A claim", side="a side with a name that goes on and on " * 5)
    file = tmp_path / "page.html"
    file.write_bytes(draw(m, "html"))
    page = opened(file, size)
    page.locator("#b-list").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
