"""The picture is made larger and smaller, and moved: by mouse, by keyboard and with fingers."""

from __future__ import annotations

import pytest

from tests.render.page.driving import (
    BOTH,
    FLAG,
    on_map,
    until,
    zoom_of,
)


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_zoom(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    before = zoom_of(page)

    def do(button, key):
        page.keyboard.press(key) if keys else page.locator(f"#b-{button}").click()

    do("zoomIn", "+")
    assert zoom_of(page) == pytest.approx(before * 1.25, rel=0.02)
    do("zoomOut", "-")
    assert zoom_of(page) == pytest.approx(before, rel=0.02)
    do("fit", "0")
    stage = page.locator("#stage").bounding_box()
    drawn = page.locator("svg.argmap").bounding_box()
    assert drawn["height"] <= stage["height"]
    assert drawn["width"] <= stage["width"]
    page.locator("#b-actual").press("Enter")
    assert zoom_of(page) > 1000


@BOTH
def test_the_picture_is_moved_by_buttons(opened, pages, size):
    page = opened(pages(FLAG), size)
    on_map(page)
    page.locator("#b-actual").click()
    place = "[document.getElementById('stage').scrollLeft, document.getElementById('stage').scrollTop]"
    before = page.evaluate(place)
    page.locator("#b-moveRight").click()
    page.locator("#b-moveDown").press("Enter")
    after = page.evaluate(place)
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_wheel_with_ctrl_zooms_and_dragging_moves(opened, pages):
    page = opened(pages(FLAG))
    box = page.locator("#stage").bounding_box()
    middle = box["x"] + 60, box["y"] + box["height"] / 2
    before = zoom_of(page)
    page.mouse.move(*middle)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    until(page, "before => document.querySelector('svg.argmap').getBoundingClientRect().width > before", before)
    left = page.evaluate("document.getElementById('stage').scrollLeft")
    page.mouse.down()
    page.mouse.move(middle[0] + 400, middle[1], steps=4)
    page.mouse.up()
    assert page.evaluate("document.getElementById('stage').scrollLeft") < left - 100
    assert page.locator("#details").is_hidden()  # a drag is no click


def test_two_fingers_zoom(opened, pages):
    page = opened(pages(FLAG), "phone")
    page.locator("#b-map").tap()
    before = zoom_of(page)
    page.evaluate(
        """() => {
          const stage = document.getElementById("stage");
          const fire = (type, gap) => {
            const touch = (id, x) => new Touch({ identifier: id, target: stage, clientX: x, clientY: 500 });
            const touches = [touch(1, 150 - gap), touch(2, 150 + gap)];
            stage.dispatchEvent(new TouchEvent(type, { touches, bubbles: true, cancelable: true }));
          };
          fire("touchstart", 20); fire("touchmove", 40);
        }"""
    )
    assert zoom_of(page) == pytest.approx(before * 2, rel=0.02)
