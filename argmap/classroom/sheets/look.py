"""How sheets look: paper, size of letters, room between lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.errors import UnknownNameError, nearest_or_all

Paper = Literal["a4", "letter"]

SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""The width and height of paper, in millimetres."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet looks, apart from what stands on it.

    Attributes:
        name: Its name.
        paper: The size of the paper.
        size: The size of the text in points; nothing on a sheet is smaller than 9.
        leading: The distance of lines, as a multiple of the size.
        spacing: Room between letters, as a part of the size.
        family: The font family: one that comes with the install.
        ground: The colour of the paper behind the text; white is not printed.
        has_colour: Whether there is colour; it is never the only sign.
        theme: The theme that pictures of maps are drawn in.
    """

    name: str
    paper: Paper = "a4"
    size: float = 11.0
    leading: float = 1.35
    spacing: float = 0.0
    family: str = "Atkinson Hyperlegible"
    ground: str = "#ffffff"
    has_colour: bool = True
    theme: str = "default"

    @property
    def smallest(self) -> float:
        """The size of the smallest text on the sheet, in points: 9, or 18 where the text is large."""
        return 18.0 if self.is_large else 9.0

    @property
    def is_large(self) -> bool:
        """Whether it is large print, for those who see badly."""
        return self.size >= 18


LOOKS = {
    look.name: look
    for look in (
        Look("standard"),
        Look("copier", has_colour=False, theme="print"),
        Look("large", size=18.0, leading=1.4, theme="large"),
        Look("dyslexia", size=13.0, leading=1.6, spacing=0.035, ground="#fbf3e0", theme="dyslexia-friendly"),
    )
}
"""The looks by name. ``copier`` needs no colour; ``large`` is for those who see badly; ``dyslexia`` for those who find
letters hard to tell apart: cream paper, more room between letters and lines."""


def look_named(name: str) -> Look:
    """Return the look of a name.

    Raises:
        UnknownNameError: There is none; the message offers the nearest name.

    Example:
        >>> look_named("large").size
        18.0
        >>> look_named("larg")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no look 'larg'. Did you mean 'large'?
    """
    if name not in LOOKS:
        raise UnknownNameError(f"There is no look {name!r}.{nearest_or_all(name, list(LOOKS))}")
    return LOOKS[name]
