"""Claims and arguments are found by words, and picked out by side, tag and status."""

from __future__ import annotations

import pytest

from tests.render.page.driving import (
    BOTH,
    FLAG,
    named,
    on_map,
    plain,
    press,
)


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_search(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    if keys:
        page.locator("#tree summary").first.focus()
        page.keyboard.press("/")
        page.keyboard.type("RECALL")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    else:
        page.locator("#find").fill("recall")
        page.locator("#hits button").first.click()
    assert "No recall" in page.locator("#details").inner_text()
    assert page.url.endswith("#c=No%20recall")
    assert page.locator("#hits").is_hidden()


def test_a_search_in_vain_says_so(opened, pages):
    page = opened(pages(FLAG))
    page.locator("#find").fill("xyzzy")
    assert "Nothing found" in page.locator("#hits").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#hits").is_hidden()


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_filter(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    press(page, "filter")
    tick = page.locator('#filter input[value="open"]')
    if keys:
        tick.focus()
        page.keyboard.press("Space")
    else:
        tick.check()
    assert named(page, "Monopoly") in plain(page)
    assert named(page, "Safety") not in plain(page)
    assert "side=open" in page.url
    page.reload()
    assert page.locator('#filter input[value="open"]').is_checked()


def test_filter_by_tag_and_status(opened, tmp_path):
    import argmap
    from argmap.render import draw

    m = argmap.ArgumentMap("Rain")
    rain = m.claim("It rains", tags=["wet"])
    m.rebut(m.claim("It shines", data={"status": "accepted"}), rain)
    file = tmp_path / "rain.html"
    file.write_bytes(draw(m, "html"))
    page = opened(file)
    press(page, "filter")
    assert page.locator("#filter legend").all_inner_texts() == ["Tag", "Status"]
    page.get_by_label("wet", exact=True).check()
    assert plain(page) == {"0"}
    page.get_by_label("wet", exact=True).uncheck()
    page.locator("#filter").get_by_label("accepted").check()
    assert plain(page) == {"1"}
