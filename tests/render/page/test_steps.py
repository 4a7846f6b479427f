"""The map is shown step by step."""

from __future__ import annotations

import pytest

from tests.render.page.driving import (
    BOTH,
    FLAG,
    NODE,
    focus_of,
    named,
    on_map,
    press,
    seen,
    until,
)


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_step_by_step(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    if keys:
        page.keyboard.press("s")
        page.evaluate("document.activeElement.blur()")
    else:
        press(page, "steps")
    assert seen(page) == {named(page, "Keep closed")}
    for count in (2, 3):
        page.keyboard.press("Space" if count == 2 else "ArrowRight") if keys else page.locator("#b-next").click()
        assert len(seen(page)) == count
        assert f"Step {count} of" in page.locator("#step-of").inner_text()
        box = page.locator(f'{NODE}[data-i="{focus_of(page)}"]').bounding_box()
        stage = page.locator("#stage").bounding_box()
        assert stage["x"] <= box["x"] <= stage["x"] + stage["width"]
        assert stage["y"] <= box["y"] <= stage["y"] + stage["height"]
    page.keyboard.press("ArrowLeft") if keys else page.locator("#b-back").click()
    assert len(seen(page)) == 2
    page.keyboard.press("Escape") if keys else page.locator("#b-end").click()
    assert len(seen(page)) > 30


WORDS = "[...document.querySelectorAll('#stage .node text')].map((each) => each.getBoundingClientRect().height)"


@BOTH
def test_steps_can_be_read_from_the_back_of_the_room(opened, pages, size):
    page = opened(pages(FLAG), size)
    on_map(page)
    before = page.evaluate(WORDS)
    press(page, "steps")
    heights = sorted(page.evaluate(WORDS))
    assert heights[len(heights) // 2] >= 18
    page.locator("#b-end").click()
    assert page.evaluate(WORDS) == pytest.approx(before, abs=0.5)


def test_answers_can_be_covered_first(opened, pages):
    page = opened(pages(FLAG))
    press(page, "steps")
    page.locator("#cover").check()
    page.locator("#b-next").click()
    covered = page.locator(f"{NODE}.covered")
    assert covered.count() == 1
    until(page, "document.getElementById('say').textContent.includes('Covered')")
    page.locator("#b-next").click()
    assert covered.count() == 0
    assert len(seen(page)) == 2


@BOTH
def test_step_by_step_in_the_list(opened, pages, size):
    page = opened(pages(FLAG), size)
    page.locator("#b-list").click()
    press(page, "steps")
    page.locator("#b-next").click()
    assert page.locator("#tree li[data-i]:not(.out)").count() == 2
