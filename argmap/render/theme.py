"""How things look: colours for light and dark, sizes, and the line and sign of each kind of edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from argmap.errors import UnknownNameError, nearest
from argmap.view import EdgeKind


class Tone(NamedTuple):
    """A colour for lines, signs and title bars, and a pale one of the same hue for the inside of boxes."""

    line: str
    tint: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme in one light. Every colour is ``#rrggbb`` in lower case.

    Text keeps a contrast of at least 4.5 : 1 to what it stands on, lines and frames at least 3 : 1; no colour
    is used for two things that have to differ in the other light. Tests hold both.

    Attributes:
        page: The ground of the picture.
        text: Ordinary words.
        muted: Words of less weight: numbers, rules, the key.
        on_tone: Words on a title bar.
        cell: The ground of the cells of a card.
        rule: The fine lines between cells, and frames round groups.
        thesis: The frame of a main claim.
        neutral: What has no side and does nothing in particular.
        support: Edges that support, and what does only that.
        attack: Edges that attack, and what does only that.
        undercut: Edges that undercut, and what does only that.
        sides: The sides of a map, in its order; sides beyond the last are neutral.
    """

    page: str
    text: str
    muted: str
    on_tone: str
    cell: str
    rule: str
    thesis: str
    neutral: Tone
    support: Tone
    attack: Tone
    undercut: Tone
    sides: tuple[Tone, ...]


LIGHT = Palette(
    page="#ffffff",
    text="#1f2937",
    muted="#566377",
    on_tone="#fffffe",
    cell="#fefefe",
    rule="#d5dce6",
    thesis="#111827",
    neutral=Tone("#475569", "#f1f5f9"),
    support=Tone("#0b7a5b", "#e6f3ee"),
    attack=Tone("#b83a1e", "#fbebe5"),
    undercut=Tone("#6d4ba3", "#f0ebf8"),
    sides=(
        Tone("#1d4f91", "#e8effa"),
        Tone("#8a5a00", "#fbf1df"),
        Tone("#0f6b78", "#e3f2f4"),
        Tone("#96306e", "#f9e9f2"),
        Tone("#4d6212", "#eff4de"),
        Tone("#4a4458", "#eeecf3"),
    ),
)
DARK = Palette(
    page="#12161d",
    text="#e7ebf0",
    muted="#9fabbb",
    on_tone="#0d1117",
    cell="#1a2029",
    rule="#3a4452",
    thesis="#f4f6f9",
    neutral=Tone("#a3b0c2", "#222a35"),
    support=Tone("#4cc9a0", "#12332a"),
    attack=Tone("#ff8a6b", "#3b1e16"),
    undercut=Tone("#b79cf0", "#2a2140"),
    sides=(
        Tone("#7fb2f5", "#172a45"),
        Tone("#e3b04b", "#372910"),
        Tone("#5cc4d3", "#10323a"),
        Tone("#ea8fc4", "#3b1a2f"),
        Tone("#b0cc62", "#283212"),
        Tone("#bcb5cc", "#2b2736"),
    ),
)


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


@dataclass(frozen=True, slots=True)
class Theme:
    """A look: colours, strokes and sizes (in points; widths of text in em).

    Attributes:
        light: The colours by day.
        dark: The colours where the viewer asks for a dark picture.
        strokes: How each kind of edge is drawn.
        font: The family for which boxes are measured. Graphviz knows the widths of this very name.
        fonts: What a viewer may draw with, best first.
        size: The type size of ordinary text.
        small: The type size of side labels, numbers, rules and the key.
        thesis_size: The type size of a main claim.
        title_size: The type size of the title of the map.
        claim_width: The widest line in the box of a claim or of a gist, in em.
        cell_width: The widest line in a cell of a card, in em.
        text_limit: How many signs of a text are drawn; a longer one ends in ``…``.
        title_limit: How many signs of a title are drawn.
        tooltip_limit: How many signs the words shown on hovering may have.
    """

    light: Palette
    dark: Palette
    strokes: Mapping[EdgeKind, Stroke]
    font: str = "Arial"
    fonts: tuple[str, ...] = ("Arial", "Arimo", "Liberation Sans", "Helvetica", "sans-serif")
    size: float = 11
    small: float = 8.5
    thesis_size: float = 13
    title_size: float = 17
    claim_width: float = 15
    cell_width: float = 21
    text_limit: int = 700
    title_limit: int = 140
    tooltip_limit: int = 4000

    def side(self, index: int | None) -> Tone:
        """Return the colours of the side at this place in the map's order; neutral without a side."""
        sides = self.light.sides
        return self.light.neutral if index is None or index >= len(sides) else sides[index]

    def tone(self, kind: EdgeKind) -> Tone:
        """Return the colours of a kind of edge."""
        tone: Tone = getattr(self.light, self.strokes[kind].tone)
        return tone

    def in_the_dark(self) -> dict[str, str]:
        """Return, for each colour by day, the one that takes its place in the dark."""
        return dict(zip(colours(self.light), colours(self.dark), strict=True))


def colours(palette: Palette) -> list[str]:
    """Return all colours of a palette, in a fixed order."""
    found: list[str] = []
    for one in fields(palette):
        value = getattr(palette, one.name)
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, Tone):
            found.extend(value)
        else:
            found.extend(colour for tone in value for colour in tone)
    return found


DEFAULT = Theme(
    light=LIGHT,
    dark=DARK,
    strokes={
        EdgeKind.SUPPORT: Stroke("support", "solid", "normal", "+"),
        EdgeKind.ENTAILS: Stroke("support", "solid", "normal", "→", is_double=True),
        EdgeKind.ATTACK: Stroke("attack", "dashed", "normal", "−"),
        EdgeKind.UNDERCUT: Stroke("undercut", "dotted", "odot", "×", width=1.8),
        EdgeKind.CONTRARY: Stroke("attack", "dashed", "tee", "|"),
        EdgeKind.CONTRADICTORY: Stroke("attack", "solid", "normal", "≠", width=2.2),
        EdgeKind.PREMISE: Stroke("neutral", "solid", "none", "", width=1.0),
    },
)
THEMES: dict[str, Theme] = {"default": DEFAULT}
"""The themes by name."""


def theme_named(theme: str | Theme) -> Theme:
    """Return the theme of this name; a `Theme` is returned as it is.

    Raises:
        UnknownNameError: If there is no such theme; the message offers the nearest.
    """
    if isinstance(theme, Theme):
        return theme
    if theme in THEMES:
        return THEMES[theme]
    known = ", ".join(THEMES)
    raise UnknownNameError(f"There is no theme {theme!r}; there is {known}.{nearest(theme, list(THEMES))}")


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 (the same) to 21 (black and white).

    This is the contrast ratio of the Web Content Accessibility Guidelines 2.2 (W3C, 2023).

    Example:
        >>> contrast("#ffffff", "#000000")
        21.0
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
