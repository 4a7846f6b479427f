"""The page on paper: the picture on a sheet of its own, then what is told of it, in light colours."""

from __future__ import annotations

import io

import pypdf
import pytest

import argmap
from argmap.render import draw

GROUND = "getComputedStyle(document.body).backgroundColor"


def sheets(page):
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages


def is_lying(sheet) -> bool:
    return bool(sheet.mediabox.width > sheet.mediabox.height)


def test_print_opens_the_list_and_shows_the_whole_picture(opened, pages):
    page = opened(pages("school_uniforms"))
    pdf = page.pdf()
    assert pdf.startswith(b"%PDF")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#bar").is_hidden()
    assert page.locator("#tree details:not([open])").count() == 0
    drawn = page.locator("svg.argmap").bounding_box()
    assert drawn["width"] <= page.viewport_size["width"]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#tree details:not([open])").count() > 0


def test_a_wide_picture_has_a_lying_sheet_and_the_rest_standing_ones(opened, pages):
    first, *others = sheets(opened(pages("open_vs_closed")))
    assert is_lying(first)
    assert others
    assert not any(map(is_lying, others))
    assert "Someone answers for harm" in first.extract_text()
    told = others[0].extract_text()
    assert "Since the weights of LLaMA leaked" in told  # what stands folded at the top of the page
    assert "Main claim" in told


def test_a_tall_picture_has_a_standing_sheet(opened, tmp_path):
    m = argmap.ArgumentMap("A ladder")
    last = m.claim("The first claim of all")
    for number in range(8):
        last = m.claim(f"Claim {number}, which speaks for the one above", title=f"Claim {number}")
        m.support(last, m.claims[-2])
    file = tmp_path / "page.html"
    file.write_bytes(draw(m, "html", style="argdown"))
    first, second = sheets(opened(file))
    assert not is_lying(first)
    assert "Claim 7" in first.extract_text()
    assert "A ladder" in second.extract_text()


@pytest.mark.parametrize("theme", sorted(argmap.render.THEMES))
def test_no_theme_prints_a_dark_ground(opened, pages, theme):
    page = opened(pages("school_uniforms", theme=theme), color_scheme="dark")
    page.emulate_media(media="print")
    red, green, blue = (int(part) for part in page.evaluate(GROUND).strip("rgb()").split(","))
    assert min(red, green, blue) > 220
    ink = page.evaluate("getComputedStyle(document.querySelector('#stage .title text, #stage text')).fill")
    assert max(int(part) for part in ink.strip("rgb()").split(",")) < 130


def test_what_stands_on_a_dark_ground_is_dark_on_paper(opened, pages):
    page = opened(pages("school_uniforms"))
    page.emulate_media(media="print")
    ink = page.evaluate("getComputedStyle(document.querySelector('.deed.thesis')).color")
    assert max(int(part) for part in ink.strip("rgb()").split(",")) < 130


def test_a_page_without_a_picture_prints_its_title_once(opened, tmp_path, monkeypatch):
    from argmap.render import picture
    from argmap.render.engine import EngineNotFound

    def missing(_):
        raise EngineNotFound("There is none.")

    monkeypatch.setattr(picture, "find_engine", missing)
    file = tmp_path / "page.html"
    file.write_bytes(draw(argmap.datasets.load("school_uniforms"), "html"))
    page = opened(file)
    assert page.locator(".paper").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".head h1").is_visible()
