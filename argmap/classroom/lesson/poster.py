"""The whole map as a poster: in full size over as many sheets as there must be, with marks to cut along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.render import to_svg
from argmap.render.finished import box_of, read_svg
from argmap.render.pdf import pdf_of
from argmap.render.pdf_pages import sheets_of
from argmap.render.theme import theme_named

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_MOST = {"a4": 20, "letter": 20, "a3": 16, "tabloid": 16}
"""How many sheets a poster has at most before its letters are made smaller."""
_LOOKS = (("large", 14.0), ("default", 9.5))
"""The themes of posters, the largest first, and how high their smallest letters are at least, in points."""
_TIME = 60.0


class Poster(NamedTuple):
    """A poster.

    Attributes:
        paper: The paper of its sheets, such as ``a3``.
        sheets: How many sheets it has.
        data: Its PDF file.
    """

    paper: str
    sheets: int
    data: bytes


def poster(m: ArgumentMap, paper: str, drawn: dict[str, str] | None = None) -> Poster:
    """Return the poster of a map on a kind of paper, as large as its number of sheets allows.

    Letters are 18 points high, as in the theme ``large``, where no more than 16 sheets of A3 (or 20 of A4) are needed;
    else 11 points.

    Args:
        m: The whole map.
        paper: The kind of paper, one of `argmap.render.pdf_pages.PAPERS`.
        drawn: Pictures of the map by their themes, so that each is drawn once for several kinds of paper.

    Raises:
        EngineError: The map cannot be drawn.
        UnknownNameError: There is no such paper.

    Example:
        >>> import argmap
        >>> poster(argmap.datasets.wet_street(), "a3").sheets
        1
    """
    drawn = {} if drawn is None else drawn
    sheets = 0
    for name, small in _LOOKS:
        if name not in drawn:
            theme = theme_named(name)
            drawn[name] = to_svg(m, theme=replace(theme, small=max(theme.small, small)), timeout=_TIME)
        sheets = len(sheets_of(box_of(read_svg(drawn[name])), f"{paper}-tiled"))
        if sheets <= _MOST.get(paper, 20):
            break
    return Poster(paper, sheets, pdf_of(drawn[name], page=f"{paper}-tiled", title=" ".join(m.title.split())))
