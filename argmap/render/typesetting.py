"""Words as the cells of tables in Graphviz's HTML-like labels: cleaned, cut, wrapped, measured and escaped.

Every word that comes from a map passes through `set_text`, which takes out what XML cannot hold, cuts and wraps
it, and through `Text.markup`, which escapes it. Nothing else of a map is written into a label.
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.arial import REGULAR
from argmap.render.bidi import FROM_RIGHT
from argmap.render.emphasis import Run, is_marked, runs_of
from argmap.render.text_width import reads_from_right, text_width, wrap
from argmap.render.theme import LINE_HEIGHT
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model.records import Range

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
"""What no XML file should hold, and the byte order mark."""

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # with these, a line can show other words than it holds

FILLER = '<td colspan="200"></td>'
"""A table cell that takes nearly all the room that a table gets beyond its need: each column gets the same of it."""

MARK = "m_"
"""What the names of marks begin with; no anchor of a card does."""

_SLACK = 1.1  # how much wider than argmap takes it a line may be that is not told its length
_SLACK_FROM_RIGHT = 1.2  # the same for Hebrew and Arabic, where fonts differ more


def cleaned(text: str, limit: int) -> str:
    """Return `text` in one line of at most `limit` signs.

    Without the signs that XML cannot hold, and without those that turn others round.
    """
    if len(text) > limit * 8:
        text = f"{text[: limit * 8]}…"
    # What can be printed is fit for XML; to look for what is not takes far longer than to ask.
    return shorten(text if text.isprintable() else _TURNS.sub("", UNFIT.sub("", text)), limit)


def can_be_fitted(line: str) -> bool:
    """Return whether a line may be told how long it is to be: three signs or more, that stand from the left.

    A script that argmap has no table for is left to the font; a foreign sign or two are not.

    Example:
        >>> can_be_fitted("H₂O is water"), can_be_fitted("źdźbło"), can_be_fitted("漢字かな"), can_be_fitted("no")
        (True, True, False, False)
    """
    if line.isascii() and line.isprintable():
        return len(line) - line.count(" ") >= 3  # the table has all of these
    signs = "".join(line.split())
    if len(signs) < 3:
        return False
    known = sum(unicodedata.normalize("NFD", sign)[0] in REGULAR for sign in signs)
    return known >= 0.75 * len(signs) and not any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in line)


def _room(line: str, *, bold: bool) -> float:
    """Return how much room a line gets, in em: more than it should need where the viewer is not told its length."""
    width = text_width(line, bold)
    if can_be_fitted(line):
        return width
    slack = _SLACK_FROM_RIGHT if reads_from_right(line) else _SLACK
    return width * slack + 0.25 * sum(sign >= "\U0001f000" for sign in line)  # emoji are set wider than letters


@dataclass(slots=True)
class Text:
    """Some lines of type of one size and colour.

    Attributes:
        lines: The lines, as they are to be seen.
        size: The type size in points.
        bold: Whether it is bold.
        colour: Its colour.
        from_right: Whether it is set flush right, as Arabic and Hebrew are.
        line_height: How far apart the lines are, in em.
        struck: Whether it is struck through.
        runs: For each line its runs, where they are not all set alike.
        width: The room for the longest line, in points.
    """

    lines: list[str]
    size: float
    colour: str
    bold: bool = False
    from_right: bool = False
    line_height: float = LINE_HEIGHT
    struck: bool = False
    runs: list[list[Run]] | None = None
    width: float = field(init=False)

    def __post_init__(self) -> None:
        rooms = [_room(line, bold=self.bold) for line in self.lines]
        if self.runs and not self.bold:
            rooms = [room + _more_in_bold(line) for room, line in zip(rooms, self.runs, strict=True)]
        self.width = max(rooms) * self.size

    def markup(self, *, align: str | None = None) -> str:
        """Return it as the inside of a cell; `align` is ``left``, ``right`` or ``center``."""
        side = align or ("right" if self.from_right else "left")
        if self.runs:
            lines = ["".join([_marked_up(run) for run in line]) or " " for line in self.runs]
        else:
            lines = [_escaped(line) or " " for line in self.lines]
        if self.from_right:
            lines = [f"{FROM_RIGHT}{line}" for line in lines]
        if self._has_struts:
            lines = list(self._held_apart(lines))
        body = f'<br align="{side}"/>'.join(lines)
        if len(self.lines) > 1 or side != "center":
            body += f'<br align="{side}"/>'
        if self.bold:
            body = f"<b>{body}</b>"
        if self.struck:
            body = f"<s>{body}</s>"
        return f'<font point-size="{self.size:g}" color="{self.colour}">{body}</font>'

    @property
    def _has_struts(self) -> bool:
        """Whether the lines are held apart by struts: Graphviz sets them as it likes, bold ones without space."""
        return self.line_height != LINE_HEIGHT or (bool(self.bold or self.runs) and len(self.lines) > 1)

    def _held_apart(self, lines: list[str]) -> Iterator[str]:
        """Yield lines with a strut in each but the first: a space so large that Graphviz makes the line as high."""
        strut = f'<font point-size="{round(self.size * self.line_height)}"> </font>'
        for index, line in enumerate(lines):
            yield line if not index else f"{strut}{line}" if self.from_right else f"{line}{strut}"


def _escaped(words: str) -> str:
    # A label may not hold `]]>`, even where marks divide it: Graphviz runs its pieces together to read them.
    return html.escape(words).replace("\\", "\\\\").replace("]", "&#93;")


def _marked_up(run: Run) -> str:
    before = "".join([f"<{tag}>" for tag in run.tags])
    return f"{before}{_escaped(run.words)}{''.join([f'</{tag}>' for tag in reversed(run.tags)])}"


def _more_in_bold(runs: list[Run]) -> float:
    """Return how much wider a line is, in em, for what is bold in it."""
    bold = [run.words for run in runs if "b" in run.tags]
    return sum([text_width(words, bold=True) - text_width(words) for words in bold])


def set_text(
    text: str,
    size: float,
    colour: str,
    width: float,
    limit: int,
    *,
    bold: bool = False,
    line_height: float = LINE_HEIGHT,
    struck: bool = False,
    ranges: Sequence[Range] = (),
) -> Text:
    """Clean, cut and wrap `text`; `width` is in em, and grows for long texts so that a box stays a box.

    What `ranges` mark is set in bold or italic, or underlined as a link, in scripts that run from the left.
    """
    shown = cleaned(text, limit)
    lines, from_right = wrap(shown, width, bold=bold, widest=width * 1.8), reads_from_right(shown)
    runs = runs_of(lines, text[: limit * 8], ranges) if ranges and is_marked(ranges) and not from_right else None
    return Text(lines, size, colour, bold, from_right, line_height, struck, runs)


def cell(content: str, **attributes: object) -> str:
    """Return a table cell; attributes that are None are left out."""
    written = "".join([f' {name}="{value}"' for name, value in attributes.items() if value is not None])
    return f"<td{written}>{content}</td>"


_PLAIN_TABLE: dict[str, object] = {"border": 0, "cellborder": 0, "cellspacing": 0, "cellpadding": 0}


def table(rows: Iterable[str], **attributes: object) -> str:
    """Return a table without lines or gaps of its own."""
    written = _written(tuple(attributes.items()))
    # A line for each row: old Graphviz cannot read a label with more than 16 kB in one line.
    return f"<table{written}>\n" + "\n".join([f"<tr>{row}</tr>" for row in rows]) + "\n</table>"


@lru_cache(maxsize=64)  # tables of few sorts are written again and again
def _written(attributes: tuple[tuple[str, object], ...]) -> str:
    given = _PLAIN_TABLE | dict(attributes)
    return "".join([f' {name}="{value}"' for name, value in given.items()])


def words_cell(words: Text, *, cellpadding: int, align: str | None = None, **attributes: object) -> str:
    """Return a table cell that holds some text and is at least as wide as argmap measured it.

    The text is set flush with `align`, or else with the side from which it is read.
    """
    align = align or ("right" if words.from_right else "left")
    width = math.ceil(words.width) + 2 * cellpadding
    if not attributes:
        return (
            f'<td align="{align}" balign="{align}" valign="top" width="{width}" cellpadding="{cellpadding}">'
            f"{words.markup(align=align)}</td>"
        )
    given = {"align": align, "balign": align, "valign": "top", "width": width, "cellpadding": cellpadding}
    return cell(words.markup(align=align), **(given | attributes))


def part_of_its_own(name: str) -> dict[str, str]:
    """Return what makes Graphviz draw a table cell as a group of its own, with this id after ``a_``, in the SVG.

    Only what links somewhere gets a group; the link itself is taken out of the picture.
    """
    return {"id": name, "href": "#"}


class Piece(NamedTuple):
    """Something that stands in a row with others: a table cell, and how wide it is in points."""

    markup: str
    width: float


def side_by_side(cells: Sequence[str], *, from_right: bool, between: str = "\n") -> str:
    """Return cells as a row, in the order in which its words are read: the first one on the left, or on the right."""
    return between.join(reversed(cells) if from_right else cells)


def broken_into_rows(pieces: Sequence[Piece], width: float, gap: int) -> Iterator[list[Piece]]:
    """Yield pieces in rows, with as many in a row as fit into `width` points. Linear."""
    row: list[Piece] = []
    used = 0.0
    for piece in pieces:
        if row and used + piece.width > width:
            yield row
            row, used = [], 0.0
        row.append(piece)
        used += piece.width + gap
    if row:
        yield row


def rows_of(pieces: Sequence[Piece], width: float, gap: int, *, from_right: bool = False) -> Iterator[str]:
    """Yield rows of pieces, each a table cell, with as many in a row as fit into `width` points. Linear."""
    for row in broken_into_rows(pieces, width, gap):
        cells = [row[0].markup]
        for piece in row[1:]:
            cells += [cell("", width=gap), piece.markup]
        yield _flush(tuple(cells), from_right=from_right)


@lru_cache(maxsize=256)  # what stands above the words of a box is the same in many boxes
def _flush(cells: tuple[str, ...], *, from_right: bool) -> str:
    # A table grows to fill its cell. One of a fixed size would not, but old Graphviz gives up where it measures a text
    # wider than that.
    row = side_by_side((*cells, FILLER), from_right=from_right)
    return cell(table([row]), align="right" if from_right else "left")
