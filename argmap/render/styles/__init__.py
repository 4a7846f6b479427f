"""The styles of map: named looks over one and the same diagram, one module each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.render.style import Style

STYLES: Mapping[str, str] = {
    "auto": "argmap.render.styles.auto",
    "cards": "argmap.render.styles.cards",
    "argdown": "argmap.render.styles.argdown",
    "junctions": "argmap.render.styles.junctions",
    "camps": "argmap.render.styles.camps",
    "tree": "argmap.render.styles.tree",
    "toulmin": "argmap.render.styles.toulmin",
    "aif": "argmap.render.styles.aif",
}
"""The styles by name, each with its module, which is imported on first use and has ``STYLE``, a `Style`."""


def style_named(style: str | Style) -> Style:
    """Return the style of this name; a `Style` is returned as it is.

    Raises:
        UnknownNameError: If there is no such style; the message offers the nearest.

    Example:
        >>> style_named("cards")  # doctest: +ELLIPSIS
        <argmap.render.style.Style object at ...>
    """
    if not isinstance(style, str):
        return style
    if style not in STYLES:
        listed = ", ".join(STYLES)
        raise UnknownNameError(f"There is no style {style!r}.{nearest(style, list(STYLES))} argmap has: {listed}.")
    found: Style = import_module(STYLES[style]).STYLE
    return found
