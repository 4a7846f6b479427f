"""The gallery is whole: its script runs, tells something of every style, and links only what it wrote."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from argmap.render import STYLES, THEMES, engines

SCRIPT = Path(__file__).parents[2] / "docs" / "gallery" / "build.py"


@pytest.fixture
def gallery():
    spec = spec_from_file_location("gallery", SCRIPT)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_style_is_told_of(gallery):
    assert set(gallery.TOLD) == set(STYLES)


def test_the_pages_link_what_is_there(gallery, monkeypatch, tmp_path):
    if not any(status.engine for status in engines()):
        pytest.skip("There is no Graphviz here.")
    monkeypatch.setattr(gallery, "MAPS", ("wet_street",))
    written = {path.name for path in gallery.build(tmp_path)}
    linked = set()
    for page in tmp_path.glob("*.md"):
        linked.update(re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")))
    assert linked == written - {"index.md"}
    assert sum(name.startswith("wet_street_") for name in written) == len(STYLES) * len(THEMES)
