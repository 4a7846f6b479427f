"""axe-core finds nothing to blame, on any theme, in any view."""

from __future__ import annotations

import pytest

from argmap.render import THEMES
from tests.render.page.driving import act

# 2.2 AA and what comes before it, and the best practices of axe.
RULES = {
    "resultTypes": ["violations"],  # of what is well it need not tell every part: that takes longer than the search
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Still an experiment of axe: it wants the words of a card in its name in the order in which they stand in the SVG.
    "rules": {"label-content-name-mismatch": {"enabled": False}},
}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def faults(page, axe, **options):
    """Return what axe has found, short."""
    page.evaluate(f"() => {{ {axe}\n }}")
    found = page.evaluate("rules => axe.run(document, rules).then((told) => told.violations)", {**RULES, **options})
    return [(each["id"], node["target"], node["failureSummary"][:300]) for each in found for node in each["nodes"][:2]]


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("light", ["light", "dark"])
def test_no_fault_on_any_theme(opened, pages, axe, theme, light):
    page = opened(pages("wet_street", theme=theme), color_scheme=light)
    assert faults(page, axe) == []


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("view", ["first", "list", "details", "reading", "filter", "search", "steps", "branch", "help"])
def test_no_fault_in_any_view(opened, pages, axe, view, size):
    page = opened(pages("open_vs_closed"), size, color_scheme="light")
    act(page, view)
    assert faults(page, axe) == []
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) != light
    assert faults(page, axe, runOnly=OF_COLOUR) == []  # in the dark nothing else is other


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_no_fault_where_a_link_leads_to_nothing(opened, pages, axe, size):
    page = opened(pages("wet_street"), size, "#c=Nowhere")
    assert page.locator("#missing").is_visible()
    assert faults(page, axe) == []


def test_no_fault_without_javascript_or_picture(opened, pages, axe):
    page = opened(pages("open_vs_closed", engine="auto"))
    page.evaluate("document.documentElement.classList.remove('js')")
    assert faults(page, axe) == []
