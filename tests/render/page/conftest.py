"""A browser, pages opened in it from files, and what must hold for every one of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import argmap
from argmap.render import draw
from tests.browser import missing

SIZES = {"wide": {"width": 1280, "height": 720}, "phone": {"width": 360, "height": 740}}
# Tells of everything that the policy of the page refuses.
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Return a function that gives the file of the page of a dataset; each is drawn once."""
    folder = tmp_path_factory.mktemp("pages")

    def page_of(name, **options):
        file = folder / f"{name}-{'-'.join(f'{key}={value}' for key, value in sorted(options.items()))}.html"
        if not file.exists():
            file.write_bytes(draw(argmap.datasets.load(name), "html", **options))
        return file

    return page_of


@pytest.fixture
def opened(browser):
    """Return a function that opens a file; when the test ends, nothing may have been asked for, refused or thrown."""
    contexts, requests, faults, seen = [], [], [], []

    def open_(file, size="wide", link="", **options):
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(
            viewport=SIZES[size] if isinstance(size, str) else size, has_touch=size == "phone", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.add_init_script(WATCH)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
        seen.append((page, file.as_uri()))
        page.goto(file.as_uri() + link)
        return page

    yield open_
    for page, _ in seen:
        if page.context.browser and not page.is_closed() and page.evaluate("typeof window.refused") != "undefined":
            assert page.evaluate("window.refused") == []
    for context in contexts:
        context.close()
    allowed = {address for _, address in seen}
    assert [url for url in requests if url.partition("#")[0] not in allowed and not url.startswith("data:")] == []
    assert faults == []


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core, which finds faults of accessibility."""
    folder = os.environ.get("ARGMAP_AXE")
    file = Path(folder, "node_modules", "axe-core", "axe.min.js") if folder else None
    if file is None or not file.exists():
        missing("ARGMAP_AXE names no folder with axe-core in its node_modules.")
    assert file is not None
    return file.read_text(encoding="utf-8")
