"""The page in the frame of a notebook: light or dark as the notebook is, whatever the system is."""

from __future__ import annotations

import shutil

import pytest

import argmap
from tests.browser import FLAGS, NAMES

SIGNS = [
    ("light", "<html><body data-jp-theme-light=true>"),
    ("dark", "<html><body data-jp-theme-light=false>"),
    ("light", "<html><body data-vscode-theme-kind=vscode-light>"),
    ("dark", "<html><body data-vscode-theme-kind=vscode-dark>"),
    ("light", "<html theme=light><body>"),
    ("dark", "<html theme=dark><body>"),
    ("dark", "<html><body data-md-color-scheme=slate>"),
    ("system", "<html><body>"),
]


@pytest.fixture(scope="module")
def shown():
    return argmap.datasets.wet_street().page()._repr_html_()


@pytest.fixture(scope="module")
def browsers(browser):
    """Browsers of systems that are light and dark: what a test emulates does not reach frames as it does in life."""
    program = next(filter(None, map(shutil.which, NAMES)))
    flags = [*FLAGS, "--blink-settings=preferredColorScheme=0"]
    dark = browser.browser_type.launch(executable_path=program, args=flags)
    yield {"light": browser, "dark": dark}
    dark.close()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize(("look", "notebook"), SIGNS)
def test_a_page_is_light_or_dark_as_its_notebook_is(browsers, shown, tmp_path, system, look, notebook):
    file = tmp_path / "notebook.html"
    file.write_text(f"<!DOCTYPE html>{notebook}{shown}", encoding="utf-8")
    page = browsers[system].new_page(color_scheme="null")  # nothing is emulated
    page.goto(file.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector("#bar")
    asked = frame.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    ground = frame.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    is_dark = (system if look == "system" else look) == "dark"
    assert asked is is_dark
    assert (sum(map(int, ground[4:-1].split(","))) < 3 * 128) is is_dark
