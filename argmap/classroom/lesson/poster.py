"""The whole map as a poster: in full size over as many sheets as there must be, with marks to cut along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.language import Words
from argmap.render import to_svg
from argmap.render.pdf import pdf_of, sheets_needed
from argmap.render.pdf_pages import Needed
from argmap.render.theme import theme_named

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_MOST = {"a4": 20, "letter": 20, "a3": 16, "tabloid": 16}
"""How many sheets a poster has at most before its letters are made smaller."""
_GROWTHS = (0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.25)
"""In how many times its size a poster may be drawn, so that it fills its sheets; the smallest letters keep 9 points."""
_LOOKS = (("large", 14.0, (0.85, 0.9, *_GROWTHS)), ("default", 9.5, _GROWTHS))
"""The themes of posters, the largest first; how high their smallest letters are, in points; how large each is drawn."""
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

    Letters are about 18 points high, as in the theme ``large``, where no more than 16 sheets of A3 (or 20 of A4) are
    needed and none is nearly empty; else about 11 points. Up to a quarter they are larger, or a little smaller, so that
    the sheets are filled and none has hardly anything on it.

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
    best, growth = Needed(0, 0), 1.0
    for name, small, growths in _LOOKS:
        if name not in drawn:
            theme = theme_named(name)
            drawn[name] = to_svg(m, theme=replace(theme, small=max(theme.small, small)), timeout=_TIME)
        needed = sheets_needed(drawn[name], f"{paper}-tiled", growths)
        # No sheet with next to nothing on it, if that can be; the fewest sheets, and on them the largest letters.
        best, growth = min(zip(needed, growths, strict=True), key=lambda one: (one[0].thin, one[0].sheets, -one[1]))
        if best.sheets <= _MOST.get(paper, 20) and not best.thin:
            break
    title, language = " ".join(m.title.split()), Words.of(m.language).code
    data = pdf_of(drawn[name], page=f"{paper}-tiled", title=title, growth=growth, language=language)
    return Poster(paper, best.sheets, data)
