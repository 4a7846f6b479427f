"""What colours a look needs: the parts of a picture that have a colour of their own."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import NamedTuple


class Tone(NamedTuple):
    """A colour for lines, signs and title bars, and a pale one of the same hue for the inside of boxes."""

    line: str
    tint: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme in one light. Every colour is ``#rrggbb`` in lower case.

    Text keeps a contrast of at least 4.5 : 1 to what it stands on, lines and frames at least 3 : 1; where two
    things have the same colour in one light, they have the same colour in the other. Tests hold both, and that
    what has to be told apart is told apart by those who see fewer colours.

    Attributes:
        page: The ground of the picture.
        text: Ordinary words.
        muted: Words of less weight: numbers, rules, the key, and what is rejected.
        on_tone: Words on the line colour of a tone: on a title bar, in a badge.
        cell: The ground of the cells of a card.
        rule: The fine lines between cells, and frames round groups.
        thesis: The frame of a main claim.
        focus: The ring round the box that a reader is at.
        group: The ground of a group; paler than what stands on it.
        neutral: What has no side and does nothing in particular.
        support: Edges that support, and what does only that.
        attack: Edges that attack, and what does only that.
        undercut: Edges that undercut, and what does only that.
        accepted: What stands, once all is weighed.
        rejected: What does not stand; its words are muted.
        undecided: What is neither.
        added: What only the newer of two maps has.
        removed: What only the older of two maps has.
        changed: What both have, in different words or places.
        error: The badge of what makes a map wrong; `on_tone` words on `line`, or `line` words on `tint`.
        warning: The badge of what may be wrong.
        info: The badge of what is good to know.
        chip: A value or a tag without a colour of its own: `line` words on `tint`.
        sides: The sides of a map, in its order; sides beyond the last are neutral.
        camps: The ground of the camp of each side; paler than the boxes of that side.
        tag_colours: The tags of a map, in its order, and then again from the first.
    """

    page: str
    text: str
    muted: str
    on_tone: str
    cell: str
    rule: str
    thesis: str
    focus: str
    group: str
    neutral: Tone
    support: Tone
    attack: Tone
    undercut: Tone
    accepted: Tone
    rejected: Tone
    undecided: Tone
    added: Tone
    removed: Tone
    changed: Tone
    error: Tone
    warning: Tone
    info: Tone
    chip: Tone
    sides: tuple[Tone, ...]
    camps: tuple[str, ...]
    tag_colours: tuple[Tone, ...]


def colours(palette: Palette) -> list[str]:
    """Return all colours of a palette, in a fixed order."""
    found: list[str] = []
    for one in fields(palette):
        value = getattr(palette, one.name)
        # A tone is a tuple of strings itself.
        for part in (value,) if isinstance(value, str) else value:
            found.extend((part,) if isinstance(part, str) else part)
    return found
