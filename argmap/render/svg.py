"""From what Graphviz draws to the SVG that argmap gives out: inert, named, readable by machine and ear.

What Graphviz wrote is read again and only what is on a short list of harmless elements and attributes is kept
(`argmap.render.redrawing`). Nothing in the result runs, loads or links.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.lanes import on_lanes
from argmap.render.naming import Names
from argmap.render.redrawing import Redrawing
from argmap.render.signs import lift_signs
from argmap.render.svg_written import element, escaped, values_of
from argmap.render.typesetting import cleaned

if TYPE_CHECKING:
    from argmap.render.picture import Picture
    from argmap.render.scene import Scene

_PAINT = re.compile(r'(?:fill|stroke)="#[^"]*"')


def draw(picture: Picture) -> bytes:
    """Return the bytes of the SVG file of a picture, in UTF-8."""
    return picture.svg.encode()


def names_of(scene: Scene, dot: str) -> Names:
    """Return how the groups in the SVG of a scene begin.

    Args:
        scene: What is drawn.
        dot: The graph that Graphviz is given; the ids in the picture are made from it and from the dark colours,
            so that two pictures on one page do not get in each other's way.
    """
    content = hashlib.sha256(dot.encode())
    content.update(str(scene.theme.in_the_dark()).encode())
    return Names(scene, f"argmap-{content.hexdigest()[:8]}")


def svg_of(drawn: bytes, scene: Scene, names: Names) -> str:
    """Return the finished SVG of a scene.

    Args:
        drawn: The SVG that Graphviz made.
        scene: What was drawn.
        names: How its groups begin.

    Raises:
        EngineError: If `drawn` is not SVG.
    """
    theme, prefix = scene.theme, names.prefix
    dark = theme.in_the_dark()
    drawing = Redrawing(on_lanes(drawn.decode("utf-8", errors="replace"), scene), scene, names)
    signs, looks = lift_signs(drawing.lines, scene)
    paints = set(_PAINT.findall(f"{drawing.looks} {' '.join(looks)}"))
    families = ", ".join(f"'{family}'" if " " in family else family for family in theme.fonts)
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "id": prefix,
        "class": "argmap",
        **drawing.size,
        "font-family": families,
        "direction": "ltr",  # also where it stands in a page that is read from the right
        "role": "img",
        "aria-labelledby": f"{prefix}-title {prefix}-desc",
        "style": "max-width:100%;height:auto",
    }
    title = cleaned(scene.diagram.title, theme.text_limit) or Words(scene.diagram.language).say("picture.title")
    parts = [
        f"<svg{values_of(attributes)}>\n",
        element("title", {"id": f"{prefix}-title"}, escaped(title)),
        element("desc", {"id": f"{prefix}-desc"}, escaped(names.description)),
        element("style", {}, _dark_rules(paints, prefix, dark)) if dark else "",
        *drawing.parts,
        signs,
        "</g>\n</svg>\n",
    ]
    return "".join(parts)


def _dark_rules(paints: set[str], prefix: str, dark: dict[str, str]) -> str:
    """Return the style that gives every colour its dark twin where the viewer asks for a dark picture."""
    rules = [
        f'#{prefix} [{attribute}="{colour}"]{{{attribute}:{twin}}}'
        for attribute in ("fill", "stroke")
        for colour, twin in dark.items()
        if f'{attribute}="{colour}"' in paints
    ]
    return "\n@media (prefers-color-scheme:dark){\n" + "\n".join(rules) + "\n}\n"
