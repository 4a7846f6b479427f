"""Slides on which everything fits: text is made smaller down to 18 points, then goes on on a next slide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import Gap, PageBreak, Picture, Run, Table
from argmap.classroom.sheets.fitting import lines_of
from argmap.classroom.sheets.showing import plain, runs_of
from argmap.classroom.sheets.slide_flow import Line, parts_of
from argmap.render.finished import box_of, read_svg
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.classroom.sheets.blocks import Deck, Slide, Text
    from argmap.language import Words

WIDTH, HEIGHT = 960.0, 540.0
"""The size of a slide in points: 13⅓ by 7½ inches."""
EDGE = 52.0
"""The margin of a slide, in points."""
TITLE = 84.0
"""The room for the title, in points."""
BAR = 122.0
"""Where the bar below the title is, in points from the top."""
TOP = 148.0
"""Where text begins, in points from the top."""
FOOT = 44.0
"""The room for the number of the slide, in points."""
SMALLEST = 18.0
"""The size of the smallest text, in points."""
LEADING = 1.25
"""The distance of lines, as a multiple of the size."""
INDENT = 1.5
"""How far lines of lists stand from the left for each level, in em."""

_SIZES = (32.0, 28.0, 26.0, 24.0, 22.0, 20.0, SMALLEST)
_TITLES = (40.0, 36.0, 32.0, 28.0, 26.0)
_BESIDE = 0.47  # of the width, for the text beside a picture
_BETWEEN = 0.5  # em between paragraphs
_CELL = 0.45  # em between the text of a cell and its lines
_LONGEST_TITLE = 110

Flow = tuple[Line | Table, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A slide on which everything fits.

    Attributes:
        title: Its title.
        title_size: The size of the title in points.
        flow: The text and tables on it.
        size: The size of the text in points.
        picture: The picture on it, if there is one.
        is_beside: Whether the picture stands beside the text and not below it.
        is_picture_first: Whether the picture comes before the text.
        height: How high the text is at most, in points.
        notes: What the speaker sees.
    """

    title: str
    title_size: float
    flow: Flow = ()
    size: float = _SIZES[0]
    picture: Picture | None = None
    is_beside: bool = False
    is_picture_first: bool = False
    height: float = 0.0
    notes: str = ""


def fitted(deck: Deck, words: Words) -> tuple[Fitted, ...]:
    """Return the slides of a deck, and those on which they go on.

    Args:
        deck: The slides, as they are to be seen.
        words: What stands on them besides their texts.

    Complexity:
        Linear in the text, for each of the sizes that are tried.

    Example:
        >>> from argmap.classroom.sheets.blocks import Deck, Paragraph, Slide
        >>> from argmap.language import Words
        >>> slides = fitted(Deck("d", "Rain", (Slide("Rain", (Paragraph("It rains. " * 300),)),)), Words("en"))
        >>> [slide.title for slide in slides][:2], slides[0].size
        (['Rain', 'Rain (continued)'], 18.0)
    """
    return tuple(page for slide in deck.slides for page in _slides(slide, words))


def _slides(slide: Slide, words: Words) -> Iterator[Fitted]:
    title = slide.title or words.say("sheets.untitled")
    parts = list(parts_of(slide.blocks))
    if len(title) > _LONGEST_TITLE:
        parts.insert(0, Line(title, bold=True))
        title = shorten(title, _LONGEST_TITLE)
    is_first = True
    for is_break, some in groupby(parts, key=lambda part: isinstance(part, PageBreak)):
        if not is_break:
            for page in _group(_headed(title), list(some)):
                if is_first:
                    yield replace(page, notes=slide.notes)
                else:
                    yield replace(page, title=words.say("sheets.slides.more", title=title))
                is_first = False
    if is_first:
        yield replace(_headed(title), notes=slide.notes)


def _headed(title: str) -> Fitted:
    for size in _TITLES:
        if lines_of(title, (WIDTH - 2 * EDGE) / size, bold=True) * size * 1.15 <= TITLE - 10:
            return Fitted(title, size)
    return Fitted(title, _TITLES[-1])


def _group(page: Fitted, parts: list[Line | Table | Picture | PageBreak]) -> Iterator[Fitted]:
    """Yield the slides for parts that belong on one if they fit on it."""
    wide, high = WIDTH - 2 * EDGE, HEIGHT - TOP - FOOT
    pictures = [part for part in parts if isinstance(part, Picture)]
    flow: Flow = tuple(part for part in parts if isinstance(part, Line | Table))
    is_first = bool(parts) and isinstance(parts[0], Picture)
    if len(pictures) == 1 and flow:
        box = box_of(read_svg(pictures[0].svg))
        together = replace(page, flow=flow, picture=pictures[0], is_picture_first=is_first)
        if box.width / box.height <= 1.5 and not any(isinstance(part, Table) for part in flow):
            size = _fitting(flow, wide * _BESIDE, high)
            if size:
                yield replace(together, size=size, is_beside=True, height=high)
                return
        size = _fitting(flow, wide, high * 0.42)
        if size:
            yield replace(together, size=size, height=min(height_of(flow, wide, size) + 8, high * 0.42))
            return
    if flow:
        size = _fitting(flow, wide, high)
        pages = [flow] if size else list(_pages(flow, wide, high))
        for some in pages:
            yield replace(page, flow=some, size=size or SMALLEST, height=high)
    for picture in pictures:
        yield replace(page, picture=picture)


def _fitting(flow: Flow, wide: float, high: float) -> float:
    """Return the largest size in which text fits, 0 where it fits in none."""
    return next((size for size in _SIZES if height_of(flow, wide, size) <= high), 0.0)


def height_of(flow: Iterable[Line | Table], wide: float, size: float) -> float:
    """Return how high text is, in points, rather too much than too little."""
    total = 0.0
    for part in flow:
        if isinstance(part, Line):
            total += (_lines(part, wide, size) * LEADING + _BETWEEN) * size
        else:
            rows = (part.head, *part.rows) if part.head else part.rows
            total += sum(row_height(row, part, wide, size) for row in rows) + size * _BETWEEN
    return total


def row_height(row: Sequence[Text], table: Table, wide: float, size: float) -> float:
    """Return how high a row of a table is, in points."""
    whole = sum(table.widths)
    is_head = row is table.head
    rooms = [max(wide * width / whole / size - 2 * _CELL, 2.0) for width in table.widths]
    count = max(lines_of(cell, room, bold=is_head) for cell, room in zip(row, rooms, strict=True))
    return (count * LEADING + 2 * _CELL) * size


def _room(line: Line, wide: float, size: float) -> float:
    indent = (line.level + 1) * INDENT if line.marker else 0.0
    return max(wide / size - indent - max(0, len(line.marker) - 1) * 0.5, 4.0)


def _lines(line: Line, wide: float, size: float) -> int:
    return lines_of(line.text, _room(line, wide, size), bold=line.bold)


def _pages(flow: Flow, wide: float, high: float) -> Iterator[Flow]:
    """Yield text of 18 points in parts that fit on a slide each."""
    page: list[Line | Table] = []
    left = high
    for part in _pieces(flow, wide, high):
        height = height_of([part], wide, SMALLEST)
        last = page[-1] if page else None
        if isinstance(part, Table) and isinstance(last, Table) and last.head is part.head:
            row = row_height(part.rows[0], part, wide, SMALLEST)
            if row <= left:
                page[-1] = replace(last, rows=(*last.rows, *part.rows))
                left -= row
                continue
        if page and height > left:
            yield tuple(page)
            page, left = [], high
        page.append(part)
        left -= height
    if page:
        yield tuple(page)


def _pieces(flow: Flow, wide: float, high: float) -> Iterator[Line | Table]:
    """Yield parts that are no higher than a slide: long paragraphs in several, tables row by row."""
    for part in flow:
        if isinstance(part, Table):
            for row in part.rows:
                single = replace(part, rows=(row,))
                if height_of([single], wide, SMALLEST) <= high:
                    yield single
                else:
                    yield from (piece for cell in row if cell for piece in _pieces((Line(cell),), wide, high))
            continue
        most = int(high / SMALLEST / LEADING) - 1
        rest = part
        while _lines(rest, wide, SMALLEST) > most:
            first, others = _cut(rest.text, _room(rest, wide, SMALLEST), most)
            yield replace(rest, text=first)
            rest = replace(rest, text=others, marker="", number=0)
        yield rest


def _cut(text: Text, width: float, most: int) -> tuple[Text, Text]:
    """Return as much of a text as fits into some lines, and the rest."""
    words: list[Run | Gap] = []
    for run in runs_of(text):
        if isinstance(run, Gap):
            words.append(run)
            continue
        for word in run.text.replace(" ", " \0").split("\0"):
            words += [replace(run, text=word[at : at + 24]) for at in range(0, len(word), 24)]
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if lines_of(tuple(words[:middle]), width) <= most:
            low = middle
        else:
            high = middle - 1
    return _joined(words[:low]), _joined(words[low:])


def _joined(words: list[Run | Gap]) -> Text:
    """Return words as few runs."""
    joined: list[Run | Gap] = []
    for word in words:
        last = joined[-1] if joined else None
        if isinstance(word, Run) and isinstance(last, Run) and (word.bold, word.href) == (last.bold, last.href):
            joined[-1] = replace(last, text=last.text + word.text)
        else:
            joined.append(word)
    return tuple(joined)


def spoken(page: Fitted) -> str:
    """Return the text of a slide, for measuring and searching."""
    lines = [page.title]
    for part in page.flow:
        if isinstance(part, Line):
            lines.append(f"{part.marker} {plain(part.text)}".strip())
        else:
            lines += [" ".join(map(plain, row)) for row in (part.head, *part.rows)]
    return "\n".join(lines)
