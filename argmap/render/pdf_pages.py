"""The pages of a PDF: sizes of paper, and what of a picture stands where on which sheet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import UnknownNameError, nearest
from argmap.language import ENGLISH, Words
from argmap.render.pdf_file import amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.render.finished import Box

Part = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in its own units."""

PAPERS = {
    "a3": (841.89, 1190.55),
    "a4": (595.28, 841.89),
    "a5": (419.53, 595.28),
    "letter": (612.0, 792.0),
    "legal": (612.0, 1008.0),
    "tabloid": (792.0, 1224.0),
}
"""The sizes of paper, upright, in points (1/72 inch)."""

MARGIN = 28.35
"""What is left free on each side of a paper, in points: 10 mm, which nearly all printers can do."""
OVERLAP = 28.35
"""How much of the picture stands on both of two neighbouring sheets, in points: enough to glue on."""
MOST_SHEETS = 200
"""The most sheets of a tiled picture; a larger picture is made smaller."""
_LARGEST = 14400.0  # 200 inches, the longest side of a page that readers have to know
_LARGEST_GROWTH = 1.5  # a small picture fills the page, but not with letters as for a poster
_MARK = 8.0  # the length of the lines along which sheets are cut, in points
_TURNS = ("-portrait", "-landscape")


class Sheet(NamedTuple):
    """A page.

    Attributes:
        size: Its width and height, in points.
        scale: How large a unit of the picture is on it, in points.
        at: Where the upper left corner of `part` is on it, in points from its upper left corner.
        part: What of the picture stands on it: left, top, right and bottom, in its own units.
        label: What is written at its foot; empty for nothing.
    """

    size: tuple[float, float]
    scale: float
    at: tuple[float, float]
    part: tuple[float, float, float, float]
    label: str = ""


def sheets_of(
    box: Box, page: str | None, marks: Sequence[Part] | None = None, words: Words | None = None
) -> list[Sheet]:
    """Return the pages on which a picture is drawn.

    Args:
        box: What the picture shows.
        page: As in `argmap.render.pdf.pdf_of`.
        marks: Where there is something to see; of a tiled picture, sheets on which there is nothing are left out, and
            the paper is turned so that there are fewest. None if not known.
        words: What sheets say with where they belong; by default in English.

    Raises:
        UnknownNameError: If there is no such page.

    Example:
        >>> from argmap.render.finished import Box
        >>> [len(sheets_of(Box(0, 0, 1000, 1000, 1), page)) for page in (None, "a4", "a4-tiled")]
        [1, 1, 4]
    """
    wide, high = box.width * box.unit, box.height * box.unit
    whole = (box.x, box.y, box.x + box.width, box.y + box.height)
    if page is None:
        scale = min(1.0, _LARGEST / max(wide, high))
        return [Sheet((max(wide * scale, 1.0), max(high * scale, 1.0)), box.unit * scale, (0.0, 0.0), whole)]
    forms, is_tiled = forms_of(page)
    if is_tiled:
        return min((_seen(_tiles(box, form, words or Words(ENGLISH)), marks) for form in forms), key=len)
    scale, form = max((min((form[0] - 2 * MARGIN) / wide, (form[1] - 2 * MARGIN) / high), form) for form in forms)
    scale = min(scale, _LARGEST_GROWTH)
    return [Sheet(form, box.unit * scale, ((form[0] - wide * scale) / 2, MARGIN), whole)]


def _seen(sheets: list[Sheet], marks: Sequence[Part] | None) -> list[Sheet]:
    """Return the sheets on which there is something to see, at least one."""
    if marks is None:
        return sheets
    return [sheet for sheet in sheets if any(touch(mark, sheet.part) for mark in marks)] or sheets[:1]


def touch(one: Part, other: Part) -> bool:
    """Whether two parts of a picture have some of it in common.

    Example:
        >>> touch((0, 0, 2, 2), (1, 1, 3, 3)), touch((0, 0, 2, 2), (2, 0, 3, 3))
        (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def forms_of(page: str) -> tuple[list[tuple[float, float]], bool]:
    """Return the sizes, in points, that a page may have, and whether it is one of many.

    Raises:
        UnknownNameError: If there is no such page.

    Example:
        >>> forms_of("a4-landscape")
        ([(841.89, 595.28)], False)
    """
    paper, *words_after = page.strip().lower().split("-")
    known = [f"{name}{turn}{tiled}" for name in PAPERS for turn in ("", *_TURNS) for tiled in ("", "-tiled")]
    if "-".join((paper, *words_after)) not in known:
        raise UnknownNameError(
            f"There is no page {page[:60]!r}.{nearest(page[:60], known)} argmap has {', '.join(PAPERS)}, each also "
            f"with -portrait or -landscape and with -tiled after it. Without one, the page is as large as the picture."
        )
    upright = PAPERS[paper]
    forms = [upright, upright[::-1]]
    if "portrait" in words_after or "landscape" in words_after:
        forms = [forms["landscape" in words_after]]
    return forms, "tiled" in words_after


def _tiles(box: Box, form: tuple[float, float], words: Words) -> list[Sheet]:
    """Return the sheets of a picture in full size, row by row."""
    inside = form[0] - 2 * MARGIN, form[1] - 2 * MARGIN

    def counts(scale: float) -> tuple[int, int]:
        sides = box.width * box.unit * scale, box.height * box.unit * scale
        across, down = (
            max(math.ceil((side - OVERLAP - 1e-6) / (room - OVERLAP)), 1)
            for side, room in zip(sides, inside, strict=True)
        )
        return across, down

    scale = 1.0
    while math.prod(counts(scale)) > MOST_SHEETS:
        scale *= 0.9
    across, down = counts(scale)
    unit = box.unit * scale
    overlap = OVERLAP / unit
    # All sheets hold equally much, so that the last one is not left with a thin strip.
    wide = (box.width + (across - 1) * overlap) / across
    high = (box.height + (down - 1) * overlap) / down
    sheets = []
    for row in range(down):
        for column in range(across):
            x, y = box.x + column * (wide - overlap), box.y + row * (high - overlap)
            given = {"row": row + 1, "rows": down, "column": column + 1, "columns": across}
            place = words.say("picture.sheet", **given) if across * down > 1 else ""
            sheets.append(Sheet(form, unit, (MARGIN, MARGIN), (x, y, x + wide, y + high), place))
    return sheets


def cutting_marks(sheet: Sheet) -> str:
    """Return the operators for the lines at the corners of a sheet that show where to cut."""
    left, top = sheet.at[0], sheet.size[1] - sheet.at[1]
    right = left + (sheet.part[2] - sheet.part[0]) * sheet.scale
    low = top - (sheet.part[3] - sheet.part[1]) * sheet.scale
    lines = []
    for x, out in ((left, -1), (right, 1)):
        for y, up in ((top, 1), (low, -1)):
            for dx, dy in ((out, 0), (0, up)):
                start = x + 3 * dx, y + 3 * dy
                end = x + (3 + _MARK) * dx, y + (3 + _MARK) * dy
                lines.append(" ".join(f"{amount(value)}" for value in start) + " m")
                lines.append(" ".join(f"{amount(value)}" for value in end) + " l")
    return f"q 0.5 G 0.4 w {' '.join(lines)} S Q\n"
