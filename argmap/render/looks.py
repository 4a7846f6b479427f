"""How a box is drawn, once all that is known of it is weighed: its side, its status, its change, its colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.colour import contrast
from argmap.view import Change, NodeKind

if TYPE_CHECKING:
    from argmap.render.theme import Theme, Tone
    from argmap.view import Cell, Edge, Group, Node

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NEW_WIDTH = 2.2  # the frame of what is new or changed, in points, in type of the default size


class Look(NamedTuple):
    """The lines and colours of a box or a cell.

    Attributes:
        frame: The colour of its frame, and of the title bar of a card.
        width: The width of its frame in points.
        style: The Graphviz style of its frame.
        ground: The colour of its ground.
        text: The colour of its words.
        muted: The colour of its lesser words: its number, its role.
        accent: The colour of the name of its side.
        on_bar: The colour of the words on a title bar.
        struck: Whether its words are struck through.
    """

    frame: str
    width: float
    style: str
    ground: str
    text: str
    muted: str
    accent: str
    on_bar: str
    struck: bool = False


def look_of(node: Node, theme: Theme, tone: Tone) -> Look:
    """Return how a node is drawn whose side or deeds give it the colours `tone`."""
    colours = theme.light
    look = Look(
        tone.line, theme.frame_width, "solid", tone.tint, colours.text, colours.muted, tone.line, colours.on_tone
    )
    if node.is_thesis:
        look = look._replace(width=theme.thesis_width)
        if not node.side:
            look = look._replace(frame=colours.thesis, ground=colours.cell)
    if node.kind is NodeKind.GROUP:
        look = look._replace(ground=colours.group)
    if node.status:
        status = theme.statuses[node.status]
        width = max(status.width, theme.thesis_width) if node.is_thesis else status.width
        look = look._replace(style=status.style, width=width)
        if status.text == "muted":  # what falls out of the debate loses its colours
            own = getattr(colours, status.tone)
            look = look._replace(
                frame=own.line, ground=own.tint, text=colours.muted, accent=colours.muted, on_bar=colours.on_tone
            )
    if node.change:
        own = getattr(colours, node.change.value)
        is_gone = node.change is Change.REMOVED
        width = max(look.width, theme.frame_width if is_gone else _NEW_WIDTH * theme.scale)
        look = look._replace(frame=own.line, width=width, style="dashed" if is_gone else "solid", struck=is_gone)
    ground = own_colour(node, theme)
    if ground:
        ink = text_on(ground, theme)
        look = look._replace(ground=ground, text=ink, muted=ink, accent=ink, on_bar=ink)
    return look


def look_of_cell(one: Cell, theme: Theme) -> Look:
    """Return how a claim in a card is drawn; its frame is that of the card."""
    colours = theme.light
    look = Look(colours.rule, 1, "solid", colours.cell, colours.text, colours.muted, colours.muted, colours.on_tone)
    if one.is_elsewhere:
        look = look._replace(text=colours.muted)
    status = theme.statuses[one.status] if one.status else None
    if status and status.text == "muted":
        look = look._replace(ground=getattr(colours, status.tone).tint, text=colours.muted)
    return look._replace(struck=True) if one.change is Change.REMOVED else look


def is_colour(colour: str | None) -> bool:
    """Return whether a colour is one that can be drawn, ``#rrggbb``."""
    return bool(colour and _COLOUR.fullmatch(colour))


def bar_of(node: Node, look: Look) -> str:
    """Return the ground of the title bar of a card: its own colour, else that of its frame."""
    return look.ground if is_colour(node.colour) else look.frame


def given_colour(part: Node | Edge | Group) -> str | None:
    """Return the colour that a setting gives a part of a diagram, or None where it gives none that can be drawn."""
    return part.colour if is_colour(part.colour) else None


def own_colour(part: Node | Edge | Group, theme: Theme) -> str | None:
    """Return the colour that a setting gives a part of a diagram, to be drawn by day and in the dark, or None."""
    colour = part.colour and given_colour(part)
    return steady(colour, theme) if colour else None


def line_colour(edge: Edge, theme: Theme) -> str:
    """Return the colour of the line of an edge and of its sign."""
    if edge.change:
        tone: Tone = getattr(theme.light, edge.change.value)
        return tone.line
    return own_colour(edge, theme) or theme.tone(edge.kind).line


def text_on(ground: str, theme: Theme) -> str:
    """Return black or white, whichever is read better on a ground that stays the same in the dark."""
    best = max("#000000", "#ffffff", key=lambda ink: contrast(ink, ground))
    return steady(best, theme)


def steady(colour: str, theme: Theme) -> str:
    """Return `colour`, or one that cannot be told from it, that has no twin in the dark.

    Example:
        >>> from argmap.render.theme import DEFAULT
        >>> steady("#ABCDEF", DEFAULT), steady("#ffffff", DEFAULT)
        ('#abcdef', '#fffffd')
    """
    colour = colour.lower()
    turning = theme.in_the_dark()
    step = -1 if int(colour[5:], 16) > 127 else 1
    while colour in turning:
        colour = f"{colour[:5]}{int(colour[5:], 16) + step:02x}"
    return colour
