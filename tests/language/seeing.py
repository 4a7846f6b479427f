"""What is seen or read aloud of a file: its words, without what only programs read."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from pypdf import PdfReader

_UNSEEN = ("style", "script", "metadata", "template")
_TOLD = ("alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "content", "label")
"""Attributes whose words are seen or read aloud."""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag, attrs):
        self._unseen += tag in _UNSEEN
        is_told = tag != "meta" or ("name", "description") in attrs
        self.found += [value for name, value in attrs if is_told and name in _TOLD and value]

    def handle_endtag(self, tag):
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data):
        if not self._unseen:
            self.found.append(data)


def seen(path: Path) -> str:
    """Return what is seen of a file."""
    ending, data = path.suffix, path.read_bytes()
    if ending in (".html", ".svg"):
        return seen_of_html(data.decode())
    if ending == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if ending in (".docx", ".pptx", ".xlsx"):
        return "\n".join(_office(data))
    return data.decode() if ending in (".md", ".csv", ".txt") else ""


def seen_of_html(text: str) -> str:
    """Return what is seen of a page, and what is read aloud of it."""
    page = _Page()
    page.feed(text)
    page.close()
    return "\n".join(page.found)


def _office(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.match(
                r"word/(document|footer|header)|ppt/(slides|notesSlides)/[^_]|xl/(sharedStrings|worksheets)", name
            ):
                for each in ET.fromstring(archive.read(name)).iter():  # written by argmap
                    tag = each.tag.rpartition("}")[2]
                    if tag == "t" and each.text:
                        yield each.text
                    if tag in ("docPr", "cNvPr"):
                        yield each.get("descr") or ""


LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]+(?:['’\-][A-Za-z]+)*")
