"""On a machine with no fonts, no `dot` and no display, pictures are the same, and their text can be read."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader

from argmap import datasets
from argmap.render import draw, engines

FORMATS = ("svg", "png", "pdf", "html")
HIDE = "for folder in /usr/share/fonts /usr/local/share/fonts; do [ ! -d $folder ] || mount -t tmpfs none $folder; done"


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The flagship, drawn by a process that sees no fonts of the system, no program and no variable."""
    if engines()[0].engine is None:
        pytest.skip("There is no Graphviz that came with argmap.")
    folder = tmp_path_factory.mktemp("bare")
    shutil.copy(datasets.path("open_vs_closed"), folder / "m.argdown")
    shutil.copy(datasets.path("open_vs_closed").with_suffix(".md"), folder / "open_vs_closed.md")
    drawing = " && ".join(
        f'"{sys.executable}" -I -m argmap render m.argdown --engine bundled -o m.{ending}' for ending in FORMATS
    )
    script = f'{HIDE}; ls -A /usr/share/fonts 2>/dev/null > seen.txt; export PATH="{folder}" HOME="{folder}"; {drawing}'
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rm", "true"], capture_output=True).returncode:
        pytest.skip("The fonts of this system cannot be hidden from a process: `unshare -rm` is not allowed.")
    done = subprocess.run([unshare, "-rm", "/bin/sh", "-c", script], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (folder / "seen.txt").read_text() == ""
    return folder


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_bytes_as_anywhere(bare, ending):
    m = datasets.open_vs_closed()
    assert (bare / f"m.{ending}").read_bytes() == draw(m, ending, engine="bundled")


def test_the_text_of_the_pdf_can_be_read(bare):
    words = " ".join(PdfReader(BytesIO((bare / "m.pdf").read_bytes())).pages[0].extract_text().split())
    for said in ("Should powerful AI models be open or closed?", "Bad actors will find a way", "Release weights"):
        assert said in words


def test_the_page_brings_its_letters(bare):
    page = (bare / "m.html").read_text(encoding="utf-8")
    assert "@font-face" in page
    assert "data:font/" in page
