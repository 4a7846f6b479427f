"""`Colours`: the colours that settings give to boxes, frames and arrows, as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.view.colour_schemes import SCHEMES

Colour = str | int
"""A colour as ``#rgb`` or ``#rrggbb``, or its place in a scheme, from 0."""

_HEX = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\Z")


@dataclass(frozen=True, slots=True)
class Colours:
    """Which colours are drawn, in the order in which they win: inline data, names, tags, the scheme.

    What is none of these keeps the colours of the theme. What is no colour is left alone.

    Attributes:
        scheme: The colours of claims and arguments: the first for what has no tag, the others for the tags in the
            order of the text. Empty: the theme's; places count in the scheme ``default`` then.
        groups_scheme: The colours of frames, by how deep they lie; the last one for all that lie deeper.
        tags: The colour of a tag.
        priority: Of several tags, that with the highest priority counts, else the first; 0 where nothing is said.
        claims: The colour of a claim, by id.
        arguments: The colour of an argument, by id.
        groups: The colour of a frame, by id or title.
        relations: The colour of a kind of relation (``support``, ``attack`` ...).
        by_tag: Whether claims and arguments are coloured by their tags.
        groups_by_tag: Whether frames are.
        data: Whether ``color`` in inline data is heard.
    """

    scheme: tuple[str, ...] = ()
    groups_scheme: tuple[str, ...] = ()
    tags: Mapping[str, Colour] = field(default_factory=dict)
    priority: Mapping[str, float] = field(default_factory=dict)
    claims: Mapping[str, Colour] = field(default_factory=dict)
    arguments: Mapping[str, Colour] = field(default_factory=dict)
    groups: Mapping[str, Colour] = field(default_factory=dict)
    relations: Mapping[str, Colour] = field(default_factory=dict)
    by_tag: bool = True
    groups_by_tag: bool = False
    data: bool = True

    @property
    def places(self) -> tuple[str, ...]:
        """The colours in which the places of claims, arguments and relations count."""
        return self.scheme or SCHEMES["default"]


OFFICIAL = Colours(
    scheme=SCHEMES["default"],
    groups_scheme=("#dadada", "#bababa", "#aaaaaa"),
    relations={
        "attack": "#ff0000",
        "support": "#00ff00",
        "undercut": "#551a8b",
        "entails": "#00ff00",
        "contrary": "#ff0000",
        "contradictory": "#ff0000",
    },
)
"""The colours of the official Argdown tool."""


def as_hex(given: Any, scheme: Sequence[str] = ()) -> str | None:
    """Return a colour as ``#rrggbb`` in lower case; None for what is no colour, or no place in the scheme.

    Example:
        >>> as_hex("#ABC"), as_hex(1, ["#000000", "#ffffff"]), as_hex("red")
        ('#aabbcc', '#ffffff', None)
    """
    if isinstance(given, int) and not isinstance(given, bool):
        given = scheme[given] if 0 <= given < len(scheme) else None
    if not isinstance(given, str) or not _HEX.match(given):
        return None
    digits = given[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)
