"""How things look: colours for light and dark, sizes, and the line and sign of each kind of edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from argmap.errors import UnknownNameError, nearest
from argmap.language import ENGLISH, Words
from argmap.render.palettes import CREAM, CREAM_DARK, DARK, LIGHT, TRADITIONAL, TRADITIONAL_DARK
from argmap.render.plain_palettes import PRINT, STRONG, STRONG_DARK
from argmap.render.tones import Palette, Tone, colours
from argmap.view import EdgeKind

__all__ = [
    "DEFAULT",
    "THEMES",
    "Palette",
    "StatusLook",
    "Stroke",
    "Theme",
    "Tone",
    "colours",
    "theme_named",
]

LINE_HEIGHT = 1.2
"""How far apart Graphviz sets lines, in em."""

_BASE = 11  # the type size, in points, that lengths in the code are given for


class Stroke(NamedTuple):
    """How one kind of edge is drawn, so that it is told from the others without its colour.

    Attributes:
        tone: The name of its colour in the palette.
        style: The Graphviz line style.
        head: The Graphviz arrow at its end.
        sign: The sign on it; empty for none.
        width: The width of its line in points.
        is_double: Whether the line is drawn twice, side by side.
    """

    tone: str
    style: str
    head: str
    sign: str
    width: float = 1.5
    is_double: bool = False


class StatusLook(NamedTuple):
    """How a box is drawn whose status is known, so that it is told from the others without its colour.

    Attributes:
        tone: The name of its colour in the palette: `Tone.line` for its frame and sign, `Tone.tint` for its ground.
        text: The name of the colour of its words in the palette.
        style: The Graphviz style of its frame.
        width: The width of its frame in points.
        sign: The sign on it. What is in `argmap.render.glyphs.GLYPHS` is drawn as a path, anything else set as text.
    """

    tone: str
    text: str
    style: str
    width: float
    sign: str


STROKES: Mapping[EdgeKind, Stroke] = {
    EdgeKind.SUPPORT: Stroke("support", "solid", "normal", "+"),
    EdgeKind.ENTAILS: Stroke("support", "solid", "normal", "→", is_double=True),
    EdgeKind.ATTACK: Stroke("attack", "dashed", "normal", "−"),
    EdgeKind.UNDERCUT: Stroke("undercut", "dotted", "odot", "×", width=1.8),
    EdgeKind.CONTRARY: Stroke("attack", "dashed", "tee", "|"),
    EdgeKind.CONTRADICTORY: Stroke("attack", "solid", "normal", "≠", width=2.2),
    EdgeKind.PREMISE: Stroke("neutral", "solid", "none", "", width=1.0),
}
STATUSES: Mapping[str, StatusLook] = {
    "accepted": StatusLook("accepted", "text", "solid", 2.2, "✓"),
    "rejected": StatusLook("rejected", "muted", "dashed", 1.1, "✗"),
    "undecided": StatusLook("undecided", "text", "dotted", 1.5, "?"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """A look: colours, strokes and sizes (in points; widths of text in em).

    Attributes:
        light: The colours by day.
        dark: The colours where the viewer asks for a dark picture; None where there are no others.
        strokes: How each kind of edge is drawn.
        statuses: How boxes are drawn that are ``accepted``, ``rejected`` or ``undecided``.
        font: The family for which boxes are measured. Graphviz knows the widths of this very name.
        fonts: What a viewer may draw with, best first.
        size: The type size of ordinary text. Margins, signs and the key grow with it.
        small: The type size of side labels, numbers, rules and the key.
        thesis_size: The type size of a main claim.
        title_size: The type size of the title of the map.
        line_height: How far apart the lines of a text are, in em.
        claim_width: The widest line in the box of a claim or of a gist, in em.
        cell_width: The widest line in a cell of a card, in em.
        frame_width: The width of the frame of a box.
        thesis_width: The width of the frame of a main claim.
        dash: The length of a dash and of the gap after it, in a dashed line.
        dots: The same for a dotted line.
        shouts_sides: Whether the sides are written in capitals, and PRO and CON.
        text_limit: How many signs of a text are drawn; a longer one ends in ``…``.
        title_limit: How many signs of a title are drawn.
        tooltip_limit: How many signs the words shown on hovering may have.
        language: The code of the language of the few words that a picture has of its own.
        paper: For a look that is dark by day, the colours in which its page is printed; else None.
    """

    light: Palette
    dark: Palette | None
    strokes: Mapping[EdgeKind, Stroke]
    statuses: Mapping[str, StatusLook] = field(default_factory=lambda: STATUSES)
    font: str = "Arial"
    fonts: tuple[str, ...] = ("Arial", "Arimo", "Liberation Sans", "Helvetica", "sans-serif")
    size: float = _BASE
    small: float = 8.5
    thesis_size: float = 13
    title_size: float = 17
    line_height: float = LINE_HEIGHT
    claim_width: float = 15
    cell_width: float = 21
    frame_width: float = 1.2
    thesis_width: float = 2.4
    dash: tuple[float, float] = (5, 2)
    dots: tuple[float, float] = (1.6, 3.2)
    shouts_sides: bool = True
    text_limit: int = 700
    title_limit: int = 140
    tooltip_limit: int = 4000
    language: str = ENGLISH
    paper: Palette | None = None

    def word(self, key: str, **given: object) -> str:
        """Return a word of the picture's own, one of ``picture.word`` of the file of words.

        Example:
            >>> DEFAULT.word("removed")
            'removed'
        """
        return Words(self.language).say(f"picture.word.{key}", **given)

    @property
    def scale(self) -> float:
        """How much larger than in the default theme things are."""
        return self.size / _BASE

    def scaled(self, length: float) -> int:
        """Return a length in whole points, as tables need it, that is `length` in the default theme.

        Example:
            >>> DEFAULT.scaled(17), THEMES["large"].scaled(17)
            (17, 28)
        """
        return round(length * self.scale)

    def side(self, index: int | None) -> Tone:
        """Return the colours of the side at this place in the map's order; neutral without a side."""
        sides = self.light.sides
        return self.light.neutral if index is None or index >= len(sides) else sides[index]

    def camp(self, index: int | None) -> str:
        """Return the ground of the camp of the side at this place in the map's order."""
        camps = self.light.camps
        return self.light.group if index is None or index >= len(camps) else camps[index]

    def tag(self, index: int) -> Tone:
        """Return the colours of the tag at this place in the map's order; after the last, those of the first."""
        return self.light.tag_colours[index % len(self.light.tag_colours)]

    def tone(self, kind: EdgeKind) -> Tone:
        """Return the colours of a kind of edge."""
        tone: Tone = getattr(self.light, self.strokes[kind].tone)
        return tone

    def in_the_dark(self) -> dict[str, str]:
        """Return, for each colour by day, the one that takes its place in the dark; empty without a dark look."""
        return dict(zip(colours(self.light), colours(self.dark), strict=True)) if self.dark else {}


def _thicker(strokes: Mapping[EdgeKind, Stroke], by: float) -> dict[EdgeKind, Stroke]:
    return {kind: stroke._replace(width=round(stroke.width * by, 2)) for kind, stroke in strokes.items()}


def _bolder(statuses: Mapping[str, StatusLook], by: float) -> dict[str, StatusLook]:
    return {status: look._replace(width=round(look.width * by, 2)) for status, look in statuses.items()}


DEFAULT = Theme(light=LIGHT, dark=DARK, strokes=STROKES)
THEMES: dict[str, Theme] = {
    "default": DEFAULT,
    # Dark by day too, for a dark room or page.
    "dark": replace(DEFAULT, light=DARK, dark=None, paper=LIGHT),
    # For paper: greys that a copier keeps. Lines that are broken are thicker, as they lose ink.
    "print": replace(
        DEFAULT,
        light=PRINT,
        dark=None,
        strokes={
            **STROKES,
            EdgeKind.ATTACK: STROKES[EdgeKind.ATTACK]._replace(width=1.8),
            EdgeKind.CONTRARY: STROKES[EdgeKind.CONTRARY]._replace(width=1.8),
            EdgeKind.UNDERCUT: STROKES[EdgeKind.UNDERCUT]._replace(width=2.2),
        },
        dash=(6, 3.5),
        dots=(2, 3.6),
    ),
    "high-contrast": replace(
        DEFAULT,
        light=STRONG,
        dark=STRONG_DARK,
        strokes=_thicker(STROKES, 1.5),
        statuses=_bolder(STATUSES, 1.5),
        size=12,
        small=10,
        thesis_size=14,
        title_size=18,
        line_height=1.25,
        frame_width=2,
        thesis_width=3.6,
        dash=(7, 3.5),
        dots=(2.4, 4.4),
    ),
    # For the back row: 18 points on a slide, and fewer words to a line, so that boxes stay compact.
    "large": replace(
        DEFAULT,
        strokes=_thicker(STROKES, 1.6),
        statuses=_bolder(STATUSES, 1.6),
        size=18,
        small=14,
        thesis_size=21,
        title_size=28,
        line_height=1.25,
        claim_width=11.5,
        cell_width=16,
        frame_width=1.9,
        thesis_width=3.8,
        dash=(8, 3.6),
        dots=(2.6, 5.2),
    ),
    # After the style guide of the British Dyslexia Association (2023): plain type of 12 to 14 points with lines 1.5 em
    # apart, set flush left in short lines on cream, without italics and capitals.
    "dyslexia-friendly": replace(
        DEFAULT,
        light=CREAM,
        dark=CREAM_DARK,
        strokes=_thicker(STROKES, 1.25),
        statuses=_bolder(STATUSES, 1.25),
        fonts=("Atkinson Hyperlegible", "Verdana", "Arial", "Arimo", "Liberation Sans", "sans-serif"),
        size=14,
        small=12,
        thesis_size=16,
        title_size=20,
        line_height=1.5,
        claim_width=13,
        cell_width=17,
        frame_width=1.5,
        thesis_width=3,
        dash=(6.5, 2.8),
        dots=(2, 4),
        shouts_sides=False,
    ),
    "traditional": replace(DEFAULT, light=TRADITIONAL, dark=TRADITIONAL_DARK),
}
"""The themes by name."""


def theme_named(theme: str | Theme) -> Theme:
    """Return the theme of this name; a `Theme` is returned as it is.

    Raises:
        UnknownNameError: If there is no such theme; the message offers the nearest.

    Example:
        >>> theme_named("print").dark is None
        True
    """
    if isinstance(theme, Theme):
        return theme
    if theme in THEMES:
        return THEMES[theme]
    known = ", ".join(THEMES)
    raise UnknownNameError(f"There is no theme {theme!r}; there is {known}.{nearest(theme, list(THEMES))}")
