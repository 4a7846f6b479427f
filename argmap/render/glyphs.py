"""Signs that neither Arimo nor Atkinson Hyperlegible has, as outlines to be filled.

Each is drawn on a grid of 12 by 12, y downwards, with straight lines alone, and is centred on the grid. A sign that is
not in `GLYPHS`, such as ``?``, can be set as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECK: Final = "M1.7,6.6L3.2,5.1L5,6.9L8.9,2.4L10.5,3.8L5.1,9.9Z"
CROSS: Final = "M3.4,2L6,4.6L8.6,2L10,3.4L7.4,6L10,8.6L8.6,10L6,7.4L3.4,10L2,8.6L4.6,6L2,3.4Z"
GLYPHS: Final[Mapping[str, str]] = {"✓": CHECK, "✗": CROSS}
"""The outlines by the sign they draw: the ``d`` of an SVG path."""

_GRID = 12
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def glyph_at(outline: str, x: float, y: float, size: float) -> str:
    """Return an outline moved and scaled, as the ``d`` of an SVG path.

    Args:
        outline: The outline, on the grid of this module.
        x: Where the middle of the grid goes, in points.
        y: The same, downwards.
        size: How wide and high the grid becomes, in points.

    Example:
        >>> glyph_at("M0,0L12,12Z", 100, 50, 24)
        'M88.00,38.00L112.00,62.00Z'
    """
    by = size / _GRID

    def placed(point: re.Match[str]) -> str:
        across, down = (float(part) - _GRID / 2 for part in point.groups())
        return f"{x + across * by:.2f},{y + down * by:.2f}"

    return _POINT.sub(placed, outline)
