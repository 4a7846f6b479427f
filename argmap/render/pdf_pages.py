"""The pages of a PDF: sizes of paper, and what of a picture stands where on which sheet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import UnknownNameError, nearest
from argmap.language import ENGLISH, Words
from argmap.render.pdf_file import amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_SHIFTS = 8  # how many other places of the grid of sheets are tried in each direction
_THIN = 0.125  # a sheet is thin with less than this part of what the sheets of a picture have on them on average
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
        marks: Where there is something to see. Sheets of a tiled picture on which there is nothing are left out; the
            paper is turned, and the grid of sheets laid, so that there are few and hardly any that are nearly empty.
            None if not known.
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
        return _best(box, forms, marks).sheets(words or Words(ENGLISH))
    scale, form = max((min((form[0] - 2 * MARGIN) / wide, (form[1] - 2 * MARGIN) / high), form) for form in forms)
    scale = min(scale, _LARGEST_GROWTH)
    return [Sheet(form, box.unit * scale, ((form[0] - wide * scale) / 2, MARGIN), whole)]


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


class _Tiling(NamedTuple):
    """A way to lay a picture over sheets: the parts in each direction, and how much there is to see on each sheet."""

    form: tuple[float, float]
    scale: float
    columns: tuple[tuple[float, float], ...]
    rows: tuple[tuple[float, float], ...]
    seen: dict[tuple[int, int], int]

    @property
    def thin(self) -> int:
        """How many sheets have next to nothing on them."""
        least = _THIN * sum(self.seen.values()) / len(self.seen)
        return sum(many < least for many in self.seen.values())

    def sheets(self, words: Words) -> list[Sheet]:
        """Return the sheets on which there is something to see, row by row."""
        down, across = len(self.rows), len(self.columns)
        found = []
        for row, column in sorted(self.seen):
            (top, bottom), (left, right) = self.rows[row], self.columns[column]
            given = {"row": row + 1, "rows": down, "column": column + 1, "columns": across}
            place = words.say("picture.sheet", **given) if across * down > 1 else ""
            found.append(Sheet(self.form, self.scale, (MARGIN, MARGIN), (left, top, right, bottom), place))
        return found


def _cost(tiling: _Tiling) -> tuple[int, int]:
    """What a tiling is chosen by, the less the better: a sheet with next to nothing on it counts twice."""
    return len(tiling.seen) + tiling.thin, tiling.thin


class Needed(NamedTuple):
    """How many sheets a picture needs, and how many of them have next to nothing on them."""

    sheets: int
    thin: int


def needed(box: Box, page: str, marks: Sequence[Part]) -> Needed:
    """Return how many sheets a picture has; see `sheets_of`.

    Example:
        >>> from argmap.render.finished import Box
        >>> words = [(10, 10 * line, 50, 10 * line + 8) for line in range(100)]
        >>> needed(Box(0, 0, 1000, 1000, 1), "a4-landscape-tiled", [*words, (950, 10, 990, 18)])
        Needed(sheets=3, thin=1)
    """
    forms, is_tiled = forms_of(page)
    if not is_tiled:
        return Needed(1, 0)
    best = _best(box, forms, marks)
    return Needed(len(best.seen), best.thin)


def _best(box: Box, forms: list[tuple[float, float]], marks: Sequence[Part] | None) -> _Tiling:
    """Return the best way to lay a picture over sheets of one of several forms."""
    return min((_tiling(box, form, marks) for form in forms), key=_cost)


def _tiling(box: Box, form: tuple[float, float], marks: Sequence[Part] | None) -> _Tiling:
    """Return the best way to lay a picture over sheets of one form, in full size where it is not too large.

    Sheets that hold equally much come first. Where less or hardly anything is left over with the grid moved, it is.

    Complexity:
        The number of marks times the number of places of the grid in each direction.
    """
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
    wide = list(_places(box.x, box.width, across, inside[0] / unit, overlap))
    high = list(_places(box.y, box.height, down, inside[1] / unit, overlap))
    if marks is None:
        every = {(row, column): 1 for row in range(down) for column in range(across)}
        return _Tiling(form, unit, wide[0], high[0], every)
    across_of, down_of = [(mark[0], mark[2]) for mark in marks], [(mark[1], mark[3]) for mark in marks]
    in_columns = [[_touched(part, across_of) for part in parts] for parts in wide]
    in_rows = [[_touched(part, down_of) for part in parts] for parts in high]
    found = []
    for columns, of_columns in zip(wide, in_columns, strict=True):
        for rows, of_rows in zip(high, in_rows, strict=True):
            seen = {
                (row, column): many
                for row, in_row in enumerate(of_rows)
                for column, in_column in enumerate(of_columns)
                if (many := (in_row & in_column).bit_count())
            }
            found.append(_Tiling(form, unit, columns, rows, seen or {(0, 0): 1}))
    return min(found, key=_cost)


def _places(
    start: float, length: float, count: int, room: float, overlap: float
) -> Iterator[tuple[tuple[float, float], ...]]:
    """Yield ways to cut a length into so many parts that overlap: equal ones, then full ones from ever further left."""
    part = (length + (count - 1) * overlap) / count
    firsts = [start + place * (part - overlap) for place in range(count)]
    yield tuple((first, first + part) for first in firsts)
    spare = count * (room - overlap) + overlap - length
    for shift in range(_SHIFTS + 1) if count > 1 else ():
        first = start - spare * shift / _SHIFTS
        lefts = [first + place * (room - overlap) for place in range(count)]
        yield tuple((max(left, start), min(left + room, start + length)) for left in lefts)


def _touched(part: tuple[float, float], marks: Sequence[tuple[float, float]]) -> int:
    """Return which marks have some of a part in common, each as a bit of a number."""
    low, high = part
    return sum(1 << place for place, (first, last) in enumerate(marks) if first < high and low < last)


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
