"""Parts of the map: layouts made beforehand or anew, a branch alone, and what is folded."""

from __future__ import annotations

import re

import pytest

from tests.render.page.driving import BOTH, FLAG, NODE, focus, named, on_map, plain, seen, until


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_layouts_made_beforehand(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    if size == "phone":
        page.locator("#b-tools").click()
    whole = page.locator(NODE).count()
    if keys:
        page.locator("#show").focus()
        page.keyboard.press("ArrowDown")
    else:
        page.locator("#show").select_option(index=1)
    until(page, "count => document.querySelectorAll('#stage [data-i]').length < count", whole)
    assert page.locator("#stage script, #stage style, #stage [style*=fill]").count() == 0
    page.locator("#show").select_option(index=0)
    until(page, "count => document.querySelectorAll('#stage [data-i]').length === count", whole)


def test_there_is_a_layout_for_depths_sides_and_sections(opened, pages):
    page = opened(pages(FLAG))
    options = page.locator("#show option").all_inner_texts()
    assert "Main claims only" in options
    assert "Side: Release the weights of powerful models" in options
    assert "Section: The case for control" in options


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_a_branch_alone(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    page.locator("#find").fill("Monopoly")
    page.keyboard.press("Enter")
    everything = plain(page)
    if keys:
        page.keyboard.press("b")
    else:
        page.get_by_role("button", name="Only this branch").click()
    assert named(page, "Monopoly") in plain(page)
    assert named(page, "Safety") not in plain(page)
    assert page.locator("#strip").is_visible()
    assert page.locator("#tree li[data-i]:not(.out)").count() < 60
    page.locator("#b-everything").click()
    assert plain(page) == everything


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_folding(opened, pages, size, keys):
    page = opened(pages(FLAG), size)
    on_map(page)
    before = seen(page)
    page.locator("#find").fill("Guardrails come off")
    page.keyboard.press("Enter")
    if keys:
        page.keyboard.press("f")
    else:
        page.get_by_role("button", name="Fold what is below").click()
    after = seen(page)
    assert named(page, "Guardrails come off") in after
    assert after < before
    assert page.locator(".badge text").text_content().startswith("+")
    if keys:
        page.keyboard.press("f")
    else:
        page.get_by_role("button", name="Unfold").click()
    assert seen(page) == before


@BOTH
@pytest.mark.parametrize("keys", [False, True])
def test_the_map_is_laid_out_anew(opened, pages, size, keys):
    pytest.importorskip("easydot")
    page = opened(pages(FLAG, relayout=True), size)
    on_map(page)
    page.locator("#find").fill("Monopoly")
    page.keyboard.press("Enter")
    before = zoom_box(page)
    page.keyboard.press("b") if keys else page.get_by_role("button", name="Only this branch").click()
    until(page, "document.querySelectorAll('#stage .node').length < 20")
    assert zoom_box(page) < before
    assert named(page, "Monopoly") in plain(page)
    assert {named(page, "Few firms lead"), named(page, "Closed is exclusive")} <= plain(page)  # cells of its card
    fonts = page.locator("#stage .node text").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).fontFamily)"
    )
    assert all("Atkinson Hyperlegible" in each for each in fonts)
    on_map(page)
    page.keyboard.press("ArrowDown")
    assert focus(page) == named(page, "Few firms lead")
    assert page.locator("#stage [href], #stage script, #stage [style*=fill]").count() == 0
    page.locator("#b-everything").click()
    until(page, "document.querySelectorAll('#stage .node').length > 30")


def zoom_box(page):
    """Return how high the picture is in its own measure."""
    return float(re.split(r"\s+", page.locator("svg.argmap").get_attribute("viewBox"))[3])
