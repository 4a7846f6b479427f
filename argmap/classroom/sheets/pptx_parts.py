"""What python-pptx leaves to those who know the format: markers of lines, lines of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.classroom.extra import needed
from argmap.classroom.sheets.slide_fitting import INDENT
from argmap.classroom.sheets.slide_flow import BULLET

if TYPE_CHECKING:
    from argmap.classroom.sheets.slide_flow import Line

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def place(shape: Any, room: tuple[float, float, float, float], points: Any) -> None:
    """Put a shape somewhere: left, top, width and height, in points."""
    shape.left, shape.top, shape.width, shape.height = map(points, room)


def bare(frame: Any) -> None:
    """Let text begin at the edge of its frame."""
    for side in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        setattr(frame, side, 0)
    properties = frame.paragraphs[0]._p.get_or_add_pPr()  # noqa: SLF001
    if not properties.get("algn"):
        properties.set("algn", "l")


def mark(paragraph: Any, line: Line, size: float) -> None:
    """Put the marker of a line before it: a real bullet or number, or none."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    emu = 12700
    hang = INDENT * size * emu
    if line.marker and not (line.marker == BULLET or line.number):
        hang = (1.0 + len(line.marker) * 0.55) * size * emu
    left = round(line.level * INDENT * size * emu + hang) if line.marker else 0
    properties.set("marL", str(left))
    properties.set("indent", str(-round(hang) if line.marker else 0))
    if line.marker == BULLET:
        mark = f'<a:buChar {_A} char="{BULLET}"/>'
    elif line.number:
        mark = f'<a:buAutoNum {_A} type="arabicPeriod" startAt="{min(line.number, 32767)}"/>'
    else:
        mark = f"<a:buNone {_A}/>"
    properties.append(needed("pptx.oxml", "Slides").parse_xml(mark))


def rule(cell: Any, colour: str) -> None:
    """Draw lines around a cell."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    for n, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
        line = f'<a:{side} {_A} w="9525"><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:{side}>'
        properties.insert(n, needed("pptx.oxml", "Slides").parse_xml(line))
