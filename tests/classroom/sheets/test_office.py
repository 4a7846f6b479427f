"""What another program makes of documents, slides and workbooks: LibreOffice, where it is installed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from tests.classroom.sheets.everything import deck, made, sheet, workbook

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("ARGMAP_REQUIRE_OFFICE"),
    reason="LibreOffice is not installed.",
)


def test_it_opens_them_and_shows_what_is_in_them(tmp_path):
    files = []
    for name, thing in (("a.docx", sheet()), ("b.pptx", deck()), ("c.xlsx", workbook())):
        file = tmp_path / name
        file.write_bytes(made(thing, file.suffix, tmp_path))
        files.append(str(file))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = {
        name: [page.extract_text() for page in PdfReader(io.BytesIO((tmp_path / f"{name}.pdf").read_bytes())).pages]
        for name in "abc"
    }
    assert "It rains a lot today" in pages["a"][0]
    assert "Page 1 of" in pages["a"][0]
    assert "K7" in "".join(pages["a"])
    assert len(pages["b"]) == 4
    assert "Speech" in pages["b"][3]
    assert "It rains." in pages["c"][0]
