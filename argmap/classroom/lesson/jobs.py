"""Which files a material is written into: their places in the folder of a lesson, and what writes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.lesson.materials import EDIT, PUPILS, SCREEN, TEACHERS
from argmap.classroom.sheets.blocks import Deck
from argmap.classroom.sheets.grids import Workbook
from argmap.classroom.sheets.writing import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from argmap.classroom.lesson.materials import Material
    from argmap.classroom.sheets.look import Look

AREAS = {"pupils": PUPILS, "teachers": TEACHERS, "screen": SCREEN}
LOOK_FOLDERS = {
    "standard": "standard",
    "copier": "for-the-copier",
    "large": "large-print",
    "dyslexia": "easier-to-read",
}
"""Where sheets in other looks than the first lie, inside the folder for pupils."""


class Job(NamedTuple):
    """A file to be written.

    Attributes:
        material: The file name of the material, which is its own.
        label: What to call the file beside others of the same material, a key in the catalogue of words.
        path: Its place in the folder, with slashes.
        write: Writes it.
    """

    material: str
    label: str
    path: str
    write: Callable[[Path], object]


def jobs_for(material: Material, looks: Sequence[Look]) -> Iterator[Job]:
    """Yield the files of a material.

    Sheets are PDF and HTML in the first look, PDF alone in others, and a document to edit; slides are HTML, PDF and a
    presentation to edit; workbooks are to edit only.

    Args:
        material: The material.
        looks: How sheets look; what has no looks is in the first alone.
    """
    if material.files:
        for each in material.files:
            yield Job(material.file, each.label, each.path, each.write)
        return
    make = material.make
    assert make is not None
    made = cache(make)
    first = looks[0]
    area = AREAS[material.area]

    def job(label: str, path: str, look: Look = first) -> Job:
        return Job(material.file, label, path, lambda place: write(made(look), place, look))

    thing = made(first)
    if isinstance(thing, Workbook):
        yield job("xlsx", f"{EDIT}/{material.file}.xlsx")
    elif isinstance(thing, Deck):
        yield job("html", f"{area}/{material.file}.html")
        yield job("standard", f"{area}/{material.file}.pdf")
        yield job("pptx", f"{EDIT}/{material.file}.pptx")
    else:
        yield job("standard", f"{area}/{material.file}.pdf")
        if material.has_looks:
            for look in looks[1:]:
                yield job(look.name, f"{area}/{LOOK_FOLDERS[look.name]}/{material.file}.pdf", look)
        yield job("html", f"{area}/{material.file}.html")
        yield job("docx", f"{EDIT}/{area}/{material.file}.docx")
