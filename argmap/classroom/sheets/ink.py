"""The colours of a sheet: dark blue and its tints, or black alone for copiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.classroom.sheets.look import Look


class Ink(NamedTuple):
    """What is drawn in which colour, each ``#rrggbb``.

    Attributes:
        text: Text.
        accent: Headings, and answers in a key, which are bold or named as well.
        muted: The footer, letters of choices.
        line: Rules, frames, lines to write on.
        soft: The ground of frames and of the heads of tables; that of the paper where nothing is filled.
        ground: The paper.
    """

    text: str
    accent: str
    muted: str
    line: str
    soft: str
    ground: str


def ink_of(look: Look) -> Ink:
    """Return the colours of a look.

    Example:
        >>> from argmap.classroom.sheets.look import LOOKS
        >>> set(ink_of(LOOKS["copier"])) == {"#000000", "#ffffff"}
        True
    """
    if not look.has_colour:
        return Ink("#000000", "#000000", "#000000", "#000000", "#ffffff", "#ffffff")
    if look.ground != "#ffffff":
        return Ink("#23272e", "#1f4e79", "#4a4f57", "#8b7f66", "#f5e9cb", look.ground)
    if look.is_large:
        return Ink("#000000", "#12385c", "#2b3440", "#4d5966", "#eef3f8", "#ffffff")
    return Ink("#1b2430", "#1f4e79", "#4a5766", "#8494a5", "#f0f4f9", "#ffffff")
