"""How long each line of a picture is to be, so that it fits its box in whatever font it is drawn with."""

from __future__ import annotations

from argmap.render.text_width import text_width
from argmap.render.typesetting import can_be_fitted


def told_length(line: str, size: float, *, bold: bool) -> str:
    """Return the attributes that tell a line of this type size its length; empty where it cannot be told.

    Example:
        >>> told_length("argmap", 10, bold=False)
        ' textLength="33.90" lengthAdjust="spacingAndGlyphs"'
    """
    if not can_be_fitted(line):
        return ""
    return f' textLength="{text_width(line, bold) * size:.2f}" lengthAdjust="spacingAndGlyphs"'
