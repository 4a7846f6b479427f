"""In a real browser, with several fonts: every text lies inside its box, and nothing lies on anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap import datasets
from argmap.model import ArgumentMap
from argmap.render import STYLES, THEMES, engines, to_svg
from tests.render.drawings import every_kind, open_or_closed

if TYPE_CHECKING:
    from playwright.sync_api import Page

if engines()[0].engine is None:
    pytest.skip("what is measured are the pictures of the bundled engine", allow_module_level=True)

MEASURE = (Path(__file__).parent / "fitting.js").read_text(encoding="utf-8")
FONTS = ("Liberation Sans", "DejaVu Sans", "DejaVu Serif", "monospace")


def scripts() -> ArgumentMap:
    """A map in several scripts, with long words."""
    m = ArgumentMap("صحة 健康 Здоровье בריאות 😀")
    thesis = m.claim("应当提高最低工资，因为生活成本在过去十年里一直在上升。", title="最低工资", side="赞成")
    m.support("يجب رفع الحد الأدنى للأجور لأن تكاليف المعيشة ترتفع.", thesis, title="الأجور")
    m.support([m.claim("Минимальную зарплату следует повысить."), m.claim("צריך להעלות את שכר המינימום.")], thesis)
    m.rebut("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und 😀😀 Zeichen", thesis, side="против")
    return m


MAPS = {
    "open_or_closed": open_or_closed,
    "every_kind": every_kind,
    "scripts": scripts,
    **{name: getattr(datasets, name) for name in datasets.names()},
}


@pytest.fixture(scope="module")
def page(browser):
    return browser.new_page()


def faults(page: Page, svg: str, font: str) -> list[str]:
    page.set_content(f"<style>svg text {{ font-family: '{font}', {font} }}</style>{svg}")
    found: list[str] = page.evaluate(MEASURE)
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", MAPS)
def test_every_style(page, style, name):
    svg = to_svg(MAPS[name](), style=style, engine="bundled")
    assert {font: faults(page, svg, font) for font in FONTS} == {font: [] for font in FONTS}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["every_kind", "open_vs_closed"])
def test_every_theme(page, theme, name):
    svg = to_svg(MAPS[name](), theme=theme, engine="bundled")
    assert {font: faults(page, svg, font) for font in FONTS} == {font: [] for font in FONTS}


def test_the_measure_finds_what_it_is_for(page):
    """A text that is too long, boxes that overlap and signs that overlap are found."""
    svg = to_svg(open_or_closed(), engine="bundled")
    longer = svg.replace(' textLength="', ' data-was="').replace(">Safety<", f">{'Safety ' * 40}<")
    assert any("outside its box" in fault for fault in faults(page, longer, "DejaVu Sans"))
    start, end = svg.index('<g id="argmap'), svg.index('<g class="signs"')
    twice = svg[:end] + svg[start:end].split(">", 1)[1] + svg[end:]
    assert any("boxes on each other" in fault for fault in faults(page, twice, "DejaVu Sans"))
