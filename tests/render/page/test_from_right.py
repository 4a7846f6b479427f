"""A page of a Hebrew map is read from the right, and what is in English on it from the left."""

import re

import pytest

from argmap.render import draw, to_svg
from tests.render.page.driving import NODE, focus
from tests.render.test_from_right import english, uniforms


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory):
    m = uniforms()
    m.support("This claim is in English (all of it).", "תלבושת", title="English")
    file = tmp_path_factory.mktemp("hebrew") / "page.html"
    file.write_bytes(draw(m, "html"))
    return file


def direction(part) -> str:
    found: str = part.evaluate("each => getComputedStyle(each).direction")
    return found


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_heading_and_list_begin_on_the_right(opened, hebrew, size):
    page = opened(hebrew, size)
    page.locator("#b-list").click()
    assert direction(page.locator(".head h1")) == "rtl"
    for row in page.locator("#tree summary, #tree .leaf").all():
        box, said = row.bounding_box(), row.locator(".say").first
        words = said.text_content() or ""
        assert direction(said) == ("ltr" if "English" in words else "rtl"), words
        first = row.locator(".deed").first
        if row.is_visible() and first.count():
            inside = first.bounding_box()
            assert box["x"] + box["width"] - (inside["x"] + inside["width"]) < 60  # the sign of its fold stands there
            assert inside["x"] + inside["width"] < box["x"] + box["width"] - 20
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_details_and_what_is_found_begin_on_the_right(opened, hebrew):
    page = opened(hebrew)
    page.locator(NODE).first.click()
    assert direction(page.locator("#details-body h3")) == "rtl"
    page.locator("#find").fill("API")
    assert direction(page.locator("#hits button").first) == "rtl"


def test_the_left_key_leads_to_the_next_of_several(opened, hebrew):
    page = opened(hebrew)
    first = page.locator(f'{NODE}[data-i="0"]')
    first.focus()
    page.keyboard.press("ArrowDown")
    told = page.evaluate("JSON.parse(document.getElementById('data').textContent).items[0].down.map((link) => link[1])")
    assert focus(page) == str(told[0])
    page.keyboard.press("ArrowLeft")
    assert focus(page) == str(told[1])
    page.keyboard.press("ArrowRight")
    assert focus(page) == str(told[0])


def test_a_picture_in_a_page_that_is_read_from_the_right_looks_as_elsewhere(opened, tmp_path):
    places = []
    for way in ("ltr", "rtl"):
        file = tmp_path / f"{way}.html"
        svgs = to_svg(uniforms(), style="cards") + to_svg(english(), style="cards")
        file.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body dir="{way}" style="margin:0">{svgs}', "utf-8")
        page = opened(file)
        places.append(
            page.locator("svg text").evaluate_all(
                "all => all.map(each => Math.round(each.getBoundingClientRect().x"
                " - each.ownerSVGElement.getBoundingClientRect().x))"
            )
        )
    assert places[0] == places[1]


def test_a_page_of_another_map_tells_no_direction():
    assert not re.search(r'<[^>]* dir="', draw(english(), "html").decode())
