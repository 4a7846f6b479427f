"""Where a picture goes on paper so that its words can be read: in the text, on a page of its own, or on several."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.sheets.look import SIZES
from argmap.render.finished import box_of, read_svg
from argmap.render.pdf import smallest_text

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Picture
    from argmap.classroom.sheets.look import Look

MILLIMETRE = 72 / 25.4
"""In points."""
EDGE = 12.0
"""The margin of a page that a picture has for itself, in millimetres."""
OVERLAP = 10 * MILLIMETRE
"""How much of a picture stands on both of two neighbouring pages, in points."""
MOST_PAGES = 40
"""The most pages of one picture; a larger one is drawn smaller than can be read well."""
_LARGEST_GROWTH = 1.5
_ROUNDING = 1.006  # so that a text meant to be 9 points high is not 8.9999 in the file


class Paper(NamedTuple):
    """A page and its margins, in millimetres.

    Attributes:
        width: The width of the page.
        height: Its height.
        left: The margin on the left.
        right: The margin on the right.
        top: The margin above.
        bottom: The margin below, with the footer in it.
        cardbottom: The margin below cards and pictures that fill a page.
        heading: The room for a heading above such a picture.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    cardbottom: float
    heading: float

    @property
    def text_width(self) -> float:
        """How wide the text is, in points."""
        return (self.width - self.left - self.right) * MILLIMETRE

    @property
    def text_height(self) -> float:
        """How high the text is at most, in points."""
        return (self.height - self.top - self.bottom) * MILLIMETRE

    def whole(self, *, turned: bool) -> tuple[float, float]:
        """Return the width and height that a picture has on a page of its own, in points."""
        width, height = (self.height, self.width) if turned else (self.width, self.height)
        return (width - 2 * EDGE) * MILLIMETRE, (height - EDGE - self.cardbottom - self.heading) * MILLIMETRE


class Tile(NamedTuple):
    """A part of a picture on a page, in points of the picture as it is drawn.

    Attributes:
        x: Its left edge.
        y: Its upper edge.
        width: How wide it is.
        height: How high it is.
        row: In which row of pages it is, from 1.
        column: In which column, from 1.
    """

    x: float
    y: float
    width: float
    height: float
    row: int
    column: int


class Placed(NamedTuple):
    """Where a picture goes.

    Attributes:
        place: ``here``, in the text; ``page``, on a page of its own; ``tiles``, on several.
        width: How wide it is drawn, in points.
        height: How high it is drawn.
        turned: Whether its pages lie where others stand.
        tiles: What of it stands on which of several pages.
    """

    place: str
    width: float
    height: float
    turned: bool = False
    tiles: tuple[Tile, ...] = ()


def paper_of(look: Look, *, is_landscape: bool) -> Paper:
    """Return the page of a look.

    Example:
        >>> from argmap.classroom.sheets.look import LOOKS
        >>> round(paper_of(LOOKS["standard"], is_landscape=False).text_width)
        482
    """
    width, height = SIZES[look.paper]
    if is_landscape:
        width, height = height, width
    # A large footer may take two lines.
    foot, low = (27.0, 22.0) if look.is_large else (22.0, 15.0)
    return Paper(width, height, 20.0, 20.0, 18.0, foot, low, heading=look.size * 1.2)


def placed(picture: Picture, paper: Paper, smallest: float) -> Placed:
    """Return where a picture goes: to the first place where its smallest text is large enough.

    In the text; on a page of its own, standing or lying; on several pages, to be cut and glued.

    Args:
        picture: The picture.
        paper: The page.
        smallest: How high its smallest text is to be, in points.

    Raises:
        PictureError: If the picture is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Picture
        >>> from argmap.classroom.sheets.look import LOOKS
        >>> paper = paper_of(LOOKS["standard"], is_landscape=False)
        >>> def drawn(width, height):
        ...     text = '<text font-size="10">Rain</text>'
        ...     size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        ...     return placed(Picture(f"<svg {size}>{text}</svg>", "Rain"), paper, 9.0)
        >>> [drawn(*size).place for size in ((300, 300), (700, 300), (3000, 1500))]
        ['here', 'page', 'tiles']
        >>> drawn(700, 300).turned, len(drawn(3000, 1500).tiles)
        (True, 16)
    """
    wide, high, letters = _measured(picture.svg)
    needed = smallest / letters * _ROUNDING
    room = paper.text_width * picture.width, paper.text_height * 0.82
    fitting = min(room[0] / wide, room[1] / high)
    if fitting < needed and picture.width < 1:
        fitting = min(paper.text_width / wide, room[1] / high, needed)
    if fitting >= needed:
        scale = min(fitting, max(1.0, needed))
        return Placed("here", wide * scale, high * scale)
    for turned in (False, True):
        across, down = paper.whole(turned=turned)
        fitting = min(across / wide, down / high)
        if fitting >= needed:
            scale = min(fitting, max(needed, _LARGEST_GROWTH))
            return Placed("page", wide * scale, high * scale, turned)
    return _tiled(wide, high, needed, paper, smallest)


@lru_cache(maxsize=64)  # the same picture goes to several looks and outputs
def _measured(svg: str) -> tuple[float, float, float]:
    """Return how wide and high a picture is, and how high its smallest text, in points."""
    box = box_of(read_svg(svg))
    return box.width * box.unit, box.height * box.unit, smallest_text(svg)


def _tiled(wide: float, high: float, scale: float, paper: Paper, smallest: float) -> Placed:
    foot = 4 * smallest  # the line that says where the page belongs

    def pages(scale: float, *, turned: bool) -> tuple[int, int]:
        across, down = paper.whole(turned=turned)
        return (
            max(math.ceil((wide * scale - OVERLAP) / (across - OVERLAP)), 1),
            max(math.ceil((high * scale - OVERLAP) / (down - foot - OVERLAP)), 1),
        )

    while min(math.prod(pages(scale, turned=turned)) for turned in (False, True)) > MOST_PAGES:
        scale *= 0.9
    turned = min((False, True), key=lambda turned: math.prod(pages(scale, turned=turned)))
    columns, rows = pages(scale, turned=turned)
    width = (wide * scale + (columns - 1) * OVERLAP) / columns
    height = (high * scale + (rows - 1) * OVERLAP) / rows
    tiles = tuple(
        Tile(column * (width - OVERLAP), row * (height - OVERLAP), width, height, row + 1, column + 1)
        for row in range(rows)
        for column in range(columns)
    )
    return Placed("tiles", wide * scale, high * scale, turned, tiles)
