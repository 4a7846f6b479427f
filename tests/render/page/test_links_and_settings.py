"""Links to a claim, light and language, by mouse and by keyboard, on a wide screen and on a phone."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.render.page.driving import BOTH, FLAG, NODE, focus, focus_of, named, on_map, press, until


@BOTH
@pytest.mark.parametrize("link", ["#c=No%20recall", "#No%20recall", "#i{number}"])
def test_links_lead_to_a_claim(opened, pages, size, link):
    probe = opened(pages(FLAG))
    page = opened(pages(FLAG), size, link.format(number=named(probe, "No recall")))
    until(page, "document.querySelector('#tree li.now')")
    assert focus_of(page) == named(page, "No recall")
    if size == "phone":
        assert page.locator("#tree li.now > details > summary").is_visible()


MISSING = {"en": "This page has no claim or argument “No <b>such", "de": "noch ein Argument „No <b>such"}
MISSING |= {"fr": "ni argument «\u00a0No <b>such", "es": "ni ningún argumento «No <b>such"}


@BOTH
@pytest.mark.parametrize("keys", [False, True])
@pytest.mark.parametrize("link", ["#c=No%20%3Cb%3Esuch", "#No%20%3Cb%3Esuch"])
def test_a_link_to_what_is_not_there_says_so_in_any_language(opened, pages, size, keys, link):
    page = opened(pages(FLAG), size, link)
    line = page.locator("#missing")
    assert line.is_visible()
    assert MISSING["en"] in line.inner_text()
    until(page, "told => document.getElementById('say').textContent.includes(told)", MISSING["en"])
    press(page, "settings")
    for code, told in MISSING.items():
        page.locator("#language").select_option(code)
        assert told in line.inner_text()
    page.keyboard.press("Escape")  # closes the settings
    assert line.is_visible()
    search = page.locator("#b-searchIt")
    search.press("Enter") if keys else search.click()
    assert line.is_hidden()
    assert page.evaluate("document.activeElement.id") == "find"


@pytest.mark.parametrize("keys", [False, True])
def test_the_line_on_what_is_not_there_is_closed_or_goes_by_itself(opened, pages, keys):
    page = opened(pages(FLAG), link="#i999999")
    line = page.locator("#missing")
    assert line.is_visible()
    page.keyboard.press("Escape") if keys else page.locator("#b-closeMissing").click()
    assert line.is_hidden()
    page.evaluate("location.hash = 'c=Nowhere'")
    until(page, "!document.getElementById('missing').hidden")
    page.evaluate("location.hash = 'c=Monopoly'")
    until(page, "document.getElementById('missing').hidden")
    assert focus(page) == named(page, "Monopoly")


@pytest.mark.parametrize("link", ["", "#", "#top", "#list", "#side=open", "#side=nobody", "#c=Monopoly"])
def test_links_to_other_places_miss_nothing(opened, pages, link):
    page = opened(pages(FLAG), link=link)
    page.wait_for_timeout(60)
    assert page.locator("#missing").is_hidden()


def test_what_a_link_leads_to_is_in_sight_on_a_phone(opened, pages):
    page = opened(pages(FLAG), "phone", "#c=Monopoly")
    until(page, "document.querySelector('#tree li.now .acts, #tree li:has(.now) .acts')")
    page.wait_for_timeout(100)
    line = page.locator("#tree li.now > details > summary").bounding_box()
    assert line["y"] >= 0
    assert line["y"] + line["height"] <= page.viewport_size["height"]


def test_what_has_the_focus_stays_in_sight_beside_its_details(opened, pages):
    page = opened(pages("school_uniforms"))
    boxes = page.locator(NODE)
    last = max(range(boxes.count()), key=lambda number: boxes.nth(number).bounding_box()["x"])
    boxes.nth(last).click()
    part, room = boxes.nth(last).bounding_box(), page.locator("#stage").bounding_box()
    assert page.locator("#details").is_visible()
    assert room["x"] <= part["x"]
    assert part["x"] + part["width"] <= room["x"] + room["width"]


def test_the_address_follows_the_focus(opened, pages):
    page = opened(pages(FLAG))
    on_map(page)
    page.keyboard.press("ArrowDown")
    number = focus(page)
    title = page.evaluate("n => JSON.parse(document.getElementById('data').textContent).items[n].id", int(number))
    assert page.url.endswith(f"#c={quote(title)}")


@BOTH
def test_light_is_chosen_and_kept(opened, pages, size):
    page = opened(pages(FLAG), size, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    fill = "getComputedStyle(document.querySelector('#stage text')).fill"
    day, words = page.evaluate(ground), page.evaluate(fill)
    press(page, "settings")
    page.locator("#light").select_option("dark")
    assert page.evaluate(ground) != day
    assert page.evaluate(fill) != words
    page.reload()
    assert page.evaluate(ground) != day
    page.emulate_media(media="print")
    assert page.evaluate(ground) == day
    assert page.evaluate(fill) == words


def test_the_system_asks_for_dark_and_the_reader_for_light(opened, pages):
    page = opened(pages(FLAG), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    press(page, "settings")
    page.locator("#light").select_option("light")
    assert page.evaluate(ground) != dark


def test_a_dark_theme_begins_dark_and_can_be_turned_light(opened, pages):
    page = opened(pages("school_uniforms", theme="dark"), color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    fill = "getComputedStyle(document.querySelector('#stage text')).fill"
    dark = page.evaluate(ground), page.evaluate(fill)
    assert page.evaluate("document.getElementById('light').value") == "dark"
    press(page, "settings")
    page.locator("#light").select_option("auto")
    page.reload()
    day = page.evaluate(ground), page.evaluate(fill)
    bright = opened(pages("school_uniforms"), color_scheme="light")
    assert day == (bright.evaluate(ground), bright.evaluate(fill))
    assert not set(day) & set(dark)


def test_a_theme_for_paper_offers_no_choice_of_light(opened, pages):
    page = opened(pages("school_uniforms", theme="print"))
    press(page, "settings")
    assert page.locator("#light").is_hidden()
    assert page.locator("#language").is_visible()


@pytest.mark.parametrize("code", ["en", "de", "fr", "es"])
@BOTH
def test_the_bar_has_the_same_rows_in_every_language(opened, pages, size, code):
    page = opened(pages(FLAG), size)
    press(page, "settings")
    page.locator("#language").select_option(code)
    last = page.locator("#tools" if size == "wide" else "#b-tools").bounding_box()
    assert abs(last["y"] - page.locator(".seg").bounding_box()["y"]) < 10


@BOTH
def test_language_is_chosen(opened, pages, size):
    page = opened(pages(FLAG), size)
    press(page, "settings")
    page.locator("#language").select_option("de")
    assert page.locator("#b-map").inner_text() == "Karte"
    assert page.locator("html").get_attribute("lang") == "de"
    assert "Hauptthese" in page.locator("#tree summary").first.inner_text()
    assert "Hauptthese" in page.locator(f'{NODE}[tabindex="0"]').get_attribute("aria-label")
    page.locator("#language").select_option("fr")
    assert "Thèses principales\u00a0: " in page.locator("header .counts").inner_text()
    assert "Thèse principale, " in (said := page.locator(f'{NODE}[tabindex="0"]').get_attribute("aria-label"))
    assert "\u00a0: " in said
    for code in ("es", "en"):
        page.locator("#language").select_option(code)
    assert page.locator("#b-map").inner_text() == "Map"
    assert "Main claims: " in page.locator("header .counts").inner_text()


def test_it_is_whole_without_javascript(opened, pages):
    page = opened(pages(FLAG), java_script_enabled=False)
    assert page.locator(".head h1").is_visible()
    assert page.locator("svg.argmap").is_visible()
    assert page.locator("#bar").is_hidden()
    assert page.locator("#tree li[data-i]:visible").count() == 119
    assert page.locator("#reading mark").first.is_visible()
    assert page.locator("#sources").is_visible()
    page.locator('#tree a[href^="#p"]').first.click()
    assert re.search(r"#p\d+$", page.url)


def test_nothing_moves_where_motion_is_unwanted(opened, pages):
    page = opened(pages(FLAG))
    assert page.evaluate("getComputedStyle(document.querySelector('#stage .node')).transitionDuration") in ("0s", "")
