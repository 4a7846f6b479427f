"""Sheets and slides in a browser: keys, clicks, addresses, without a script, on a phone."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

import argmap
from argmap.classroom.rounds import role_cards
from argmap.classroom.sheets import LOOKS, html, slides_html
from argmap.classroom.sheets.blocks import Picture, Sheet
from tests.classroom.sheets.everything import deck, sheet
from tests.render.page.conftest import axe  # noqa: F401
from tests.render.page.test_access import faults


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page; whatever the policy forbids or the script gets wrong is a fault."""
    contexts = []

    def opened(content: str, address: str = "", **options):
        file = tmp_path / "page.html"
        file.write_text(content, encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        faults: list[str] = []
        page.on(
            "console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"file://{file}{address}")
        page.faults = faults
        return page

    yield opened
    for context in contexts:
        context.close()


def seen(page) -> list[str]:
    return [slide.get_attribute("id") for slide in page.query_selector_all(".slide") if slide.is_visible()]


def test_slides_are_turned_by_keys_clicks_buttons_and_addresses(visit):
    page = visit(slides_html.html_of(deck()), "#2")
    assert seen(page) == ["2"]
    page.keyboard.press("ArrowRight")
    assert seen(page) == ["3"]
    assert page.url.endswith("#3")
    page.keyboard.press("Shift+Space")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert seen(page) == ["1"]
    page.click(".now .slide", position={"x": 5, "y": 5})
    assert seen(page) == ["2"]
    page.get_by_role("button", name="Next slide").click()
    assert seen(page) == ["3"]
    assert page.inner_text("nav output") == "Slide 3 of 4"
    page.keyboard.press("End")
    assert page.get_by_role("button", name="Next slide").is_disabled()
    page.evaluate("location.hash = '1'")
    page.wait_for_function("document.querySelector('.now .slide').id === '1'")
    assert page.faults == []


def test_slides_scroll_without_a_script(visit):
    page = visit(slides_html.html_of(deck()), java_script_enabled=False)
    assert seen(page) == ["1", "2", "3", "4"]


def test_nothing_runs_off_a_slide(visit):
    page = visit(slides_html.html_of(deck("It rains a lot today. " * 40)))
    for number in range(1, len(page.query_selector_all(".slide")) + 1):
        page.evaluate(f"location.hash = '{number}'")
        page.wait_for_function(f"document.querySelector('.now .slide').id === '{number}'")
        over = page.evaluate(
            "[...document.querySelectorAll('.now .text, .now figure')].map(e => e.getBoundingClientRect().bottom)"
            ".filter(bottom => bottom > document.querySelector('.now .slide').getBoundingClientRect().bottom)"
        )
        assert over == []
    assert page.faults == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_sheet_does_not_scroll_sideways(visit, width):
    page = visit(html.html_of(sheet(text="a" * 400)), viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


def test_letters_of_a_wide_picture_are_not_made_tiny_on_a_phone(visit):
    svg = '<svg width="700pt" height="90pt" viewBox="0 0 700 90"><text y="20" font-size="10">Rain</text></svg>'
    page = visit(html.html_of(Sheet("s", "Rain", (Picture(svg, "Rain"),))), viewport={"width": 360, "height": 700})
    assert page.evaluate("document.querySelector('figure text').getBoundingClientRect().height") >= 9
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_slide_is_a_printed_page(visit):
    page = visit(slides_html.html_of(deck()))
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(printed.pages) == 4
    assert "Speech" in printed.pages[3].extract_text()


@pytest.mark.parametrize("name", LOOKS)
def test_axe_finds_no_fault(visit, axe, name):  # noqa: F811
    look = LOOKS[name]
    for content in (
        html.html_of(sheet(look.theme).key("Key"), look),
        slides_html.html_of(deck(theme=look.theme), look),
    ):
        assert faults(visit(content), axe) == []


def printed(page) -> list[str]:
    made = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    return [" ".join(one.extract_text().split()) for one in made.pages]


def test_a_page_break_leaves_no_empty_page_where_the_page_before_is_full(visit):
    pages = printed(visit(html.html_of(argmap.datasets.open_vs_closed().flow("pf").sheet("none"))))
    assert len(pages) == 2
    assert all("The case of" in page for page in pages)


def test_four_role_cards_are_printed_on_a_page_as_in_the_pdf(visit):
    pages = printed(visit(html.html_of(role_cards(argmap.datasets.open_vs_closed(), "pf", 4))))
    assert len(pages) == 2
    assert all(f"{side}, Speaker {number}" in pages[1] for side in ("Pro", "Con") for number in (1, 2))
