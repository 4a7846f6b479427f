"""How a map shows itself in a notebook: as a picture that follows the look of the notebook, as text, as its page.

Jupyter, VS Code and Colab choose among the forms that a `Figure` offers. The picture is written into the HTML of the
notebook, since only there it can see whether the notebook is light or dark; its rules for the dark hold inside an
element whose class is a hash of the picture, so that figures do not get in each other's way and the same map gives
the same output each time. Two figures of one map that look the same have the same ids, which lead to the same words.

A page stands in a frame and sees nothing of the notebook. But whether it is asked to be dark depends on the property
`color-scheme` of the frame; so rules beside the frame set that as the notebook looks.
"""

from __future__ import annotations

import hashlib
import html
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError
from argmap.render.drawing import draw, to_svg
from argmap.render.engine import EngineError
from argmap.render.text import tree
from argmap.view import Diagram, diagram_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model.map import ArgumentMap
    from argmap.view import View

LINES = 60
"""The most lines of the text form."""

_MEDIA = "<style>\n@media (prefers-color-scheme:dark){"  # whole, for a title may hold the words of the rule
# Where a notebook or a page says by itself what it looks like: JupyterLab and nbconvert, VS Code, Colab, and the
# common themes of Sphinx, Bootstrap (Quarto) and Material for MkDocs.
_DARK_ROOTS = ("[theme=dark]", "[data-theme=dark]", "[data-bs-theme=dark]")
_LIGHT_ROOTS = ("[theme=light]", "[data-theme=light]", "[data-bs-theme=light]")
_DARK_BODIES = (
    "[data-jp-theme-light=false]",
    "[data-vscode-theme-kind=vscode-dark]",
    "[data-vscode-theme-kind=vscode-high-contrast]",
    "[data-bs-theme=dark]",
    "[data-md-color-scheme=slate]",
)
_TELLING_BODIES = ("[data-jp-theme-light]", "[data-vscode-theme-kind]", "[data-bs-theme]", "[data-md-color-scheme]")
_FRAME = "argmap-page"
_FRAME_RULES = "\n".join(
    f"{','.join((*(f'html{sign} .{_FRAME}' for sign in roots), *(f'body{sign} .{_FRAME}' for sign in bodies)))}"
    f"{{color-scheme:{look}}}"
    for look, roots, bodies in (("light", _LIGHT_ROOTS, _TELLING_BODIES), ("dark", _DARK_ROOTS, _DARK_BODIES))
)


@dataclass(frozen=True, slots=True)
class Figure:
    """The picture of a map, for the last line of a cell.

    Attributes:
        svg: The picture, or None where there is no Graphviz that can draw it.
        text: The map as a tree in plain text, of at most `LINES` lines; why there is no picture, where there is none.
    """

    svg: str | None
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        forms = {"text/plain": self.text}
        if self.svg is not None:
            forms |= {"text/html": in_the_look_of_the_page(self.svg), "image/svg+xml": self.svg}
        return {
            name: form
            for name, form in forms.items()
            if (not include or name in include) and not (exclude and name in exclude)
        }


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a map in a frame, for the last line of a cell.

    The script of the page runs in the frame, but does not reach the notebook: for the browser it is of another place.
    The page is light or dark as the notebook is, in browsers that pass on the colour scheme of a frame; in others, and
    where the notebook does not say, as the system of the viewer is.

    Attributes:
        page: The page, as HTML.
        height: The height of the frame in CSS pixels.
        title: What the frame is called for those who do not see it.
    """

    page: str
    height: int
    title: str

    def __repr__(self) -> str:
        return f"<the page of {self.title!r}>"

    def _repr_html_(self) -> str:
        return (
            f'<style>{_FRAME_RULES}</style><iframe class="{_FRAME}" title="{html.escape(self.title)}" '
            f'srcdoc="{html.escape(self.page)}" sandbox="allow-scripts" '
            f'style="width:100%;height:{self.height}px;border:1px solid #8886"></iframe>'
        )


def figure(m: ArgumentMap | Diagram, **options: Any) -> Figure:
    """Return the picture of a map as an object that a notebook shows.

    Args:
        m: The map, or a diagram of it.
        **options: As for `argmap.render.to_svg`: ``style``, ``theme``, ``view``, ``engine``, ``timeout``.

    Returns:
        The figure. Where no Graphviz can draw it, it is the text alone, with the reason, unless an engine was asked
        for by name.

    Raises:
        UnknownNameError: If there is no such style, theme or engine.
        EngineError: If an engine was asked for by name, and there is none, or it fails.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap("Rain")
        >>> _ = m.claim("It will rain")
        >>> sorted(figure(m)._repr_mimebundle_())
        ['image/svg+xml', 'text/html', 'text/plain']
    """
    view: View | None = options.get("view")
    text = _shortened(m if isinstance(m, Diagram) else diagram_of(m, view))
    try:
        return Figure(to_svg(m, **options), text)
    except EngineError as error:
        if options.get("engine", "auto") != "auto":
            raise
        return Figure(None, f"{error}\n\n{text}")


def page(m: ArgumentMap, *, height: int = 600, **options: Any) -> Page:
    """Return the page of a map as an object that a notebook shows in a frame.

    Args:
        m: The map.
        height: The height of the frame in CSS pixels, at least 1.
        **options: As for `argmap.render.draw`: ``style``, ``theme``, ``view``, ``engine``, ``timeout``.

    Raises:
        ArgmapError: If `height` is not a whole number of pixels.
        UnknownNameError: If there is no such style, theme or engine.
        EngineError: If there is no Graphviz, or it fails.
    """
    if isinstance(height, bool) or not isinstance(height, int) or height < 1:
        raise ArgmapError(f"The height of a page cannot be {height!r}; give a whole number of pixels, such as 600.")
    return Page(draw(m, "html", **options).decode(), height, m.title or "Argument map")


def in_the_look_of_the_page(svg: str) -> str:
    """Return a picture as a piece of HTML that is light or dark as the page round it is.

    What the page says of itself goes before what the system of the viewer says.

    Args:
        svg: A picture as argmap draws it.
    """
    name = f"argmap-in-{hashlib.sha256(svg.encode()).hexdigest()[:8]}"
    before, media, rest = svg.partition(_MEDIA)
    rules, end, after = rest.partition("\n}\n")
    if media and end:
        told = ",".join((*_LIGHT_ROOTS, *_DARK_ROOTS))
        bodies = ",".join(_TELLING_BODIES)
        dark = (
            *(f"html{sign} .{name}" for sign in _DARK_ROOTS),
            *(f"body{sign} .{name}" for sign in _DARK_BODIES),
        )
        svg = (
            f"{before}{_MEDIA}html:not({told}) body:not({bodies}) .{name}{{{rules}\n}}\n}}\n"
            f"{','.join(dark)}{{{rules}\n}}\n{after}"
        )
    return f'<div class="{name}" style="overflow-x:auto">{svg}</div>'


def _shortened(diagram: Diagram) -> str:
    lines = tree(diagram)
    first = list(islice(lines, LINES + 1))
    if len(first) <= LINES:
        return "\n".join(first)
    more = 2 + sum(1 for _ in lines)
    return "\n".join([*first[: LINES - 1], f"… and {more} more lines"])
