"""axe-core finds nothing to blame in the report of checks as a page, nor in the page of a rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import argmap
from tests.render.page.conftest import SIZES
from tests.render.page.test_access import faults

ROOT = Path(__file__).parents[3]
FAULTY = """\
===
title: Should our school introduce uniforms?
===

[Uniforms]: I think that uniforms are obviously good, because everyone knows that pupils look stupid without one.
  + They are cheaper.
  + [Uniforms]
  - <Freedom>
  - [Dear]: Uniforms cost 70 % more than a long, long, long, long word such as unconstitutionalities.
"""


@pytest.fixture(scope="module")
def report_page(tmp_path_factory):
    """The report of a map with many findings, all pages of rules unfolded."""
    report = argmap.parse(FAULTY, "uniforms.argdown").map.check(profile="strict")
    assert len(report) > 8
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(report.to("html").replace("<details>", "<details open>"), encoding="utf-8")
    return file


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_fault_in_a_report(opened, axe, report_page, size, light):
    page = opened(report_page, size, color_scheme=light)
    assert faults(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def rule_pages(tmp_path_factory):
    """The pages of all rules as mkdocs makes them."""
    config = pytest.importorskip("mkdocs.config")
    from mkdocs.commands.build import build

    folder = tmp_path_factory.mktemp("docs")
    docs = folder / "docs"
    (docs / "rules").mkdir(parents=True)
    for name in ("rules/build.py", "landmarks.py", "style.css", "checks.md"):
        shutil.copy(ROOT / "docs" / name, docs / name)
    whole = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    head = whole.partition("\nnav:")[0].replace("  - docs/gallery/build.py\n", "")
    (folder / "mkdocs.yml").write_text(head, encoding="utf-8")
    build(config.load_config(str(folder / "mkdocs.yml"), use_directory_urls=False))
    return folder / "site" / "rules"


@pytest.mark.parametrize("name", ["index", "STR110", "BAL101"])
@pytest.mark.parametrize("size", SIZES)
def test_no_fault_on_the_page_of_a_rule(browser, axe, rule_pages, size, name):
    context = browser.new_context(viewport=SIZES[size])
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((rule_pages / f"{name}.html").as_uri())
    found = faults(page, axe)
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
    assert found == []
    assert fits
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == [], "nothing comes from elsewhere"


@pytest.fixture(scope="module")
def marked_page(tmp_path_factory):
    """A page with what the checks found."""
    m = argmap.parse(FAULTY, "uniforms.argdown").map
    file = tmp_path_factory.mktemp("marked") / "uniforms.html"
    m.render(str(file), view=m.view(findings=m.check()))
    return file


@pytest.mark.parametrize("light", ["light", "dark"])
def test_details_and_list_tell_what_was_found(opened, axe, marked_page, light):
    page = opened(marked_page, color_scheme=light)
    page.locator("#find").fill("obviously")
    page.keyboard.press("Enter")
    told = page.locator("#findings li").all_inner_texts()
    assert "Error: [Uniforms] supports itself. Remove the relation, or name another claim. (self-relation)" in told
    page.locator("#language").select_option("de", force=True)
    assert any(each.startswith("Fehler: [Uniforms]") for each in page.locator("#findings li").all_inner_texts())
    assert faults(page, axe) == []
    page.locator("#b-list").click()
    page.locator("#b-openAll").click()
    listed = page.locator(".finding").all_inner_texts()
    assert any("(weasel-source)" in each for each in listed)
    assert faults(page, axe) == []
