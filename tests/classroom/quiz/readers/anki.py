"""Anki: the collection in a package, and the table."""

from __future__ import annotations

import csv
import io
import sqlite3
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("p", "strong", "ol", "ul", "li"), f"a text made the element {tag}"
        if tag in ("p", "li"):
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data


def texts(html: str) -> list[str]:
    parser = _Texts()
    parser.feed(html)
    parser.close()
    return parser.found


def package(data: bytes) -> tuple[dict[str, list[str]], list[str]]:
    """The fields of each note by its id, and the names of the decks."""
    import json

    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            path = Path(archive.extract("collection.anki2", folder))
        connection = sqlite3.connect(path)
        try:
            notes = {guid: fields.split("\x1f") for guid, fields in connection.execute("select guid, flds from notes")}
            (decks,) = connection.execute("select decks from col").fetchone()
            (cards,) = connection.execute("select count(*) from cards").fetchone()
        finally:
            connection.close()
    assert cards == len(notes)
    return notes, [deck["name"] for deck in json.loads(decks).values()]


def table(data: bytes) -> dict[str, list[str]]:
    """The fields of each note by its id."""
    lines = data.decode().split("\n")
    heads = [line for line in lines if line.startswith("#")]
    assert {"#separator:tab", "#html:true", "#guid column:1", "#tags column:4"} <= set(heads)
    rows = list(csv.reader(io.StringIO("\n".join(lines[len(heads) :])), delimiter="\t"))
    return {guid: [front, back] for guid, front, back, _ in rows}
