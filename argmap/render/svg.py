"""From what Graphviz draws to the SVG that argmap gives out: inert, named, readable by machine and ear.

Graphviz writes some attributes of a graph into its SVG as they stand, so what it wrote is read again and only
what is on a short list of harmless elements and attributes is kept. Nothing in the result runs, loads or links.
"""

from __future__ import annotations

import hashlib
import re
import string
import xml.etree.ElementTree as ET  # the document type, where entities live, is cut off first
from typing import TYPE_CHECKING

from argmap.render.arial import REGULAR
from argmap.render.engine import EngineError
from argmap.render.labels import cut_nodes
from argmap.render.mark_shapes import draw_marks
from argmap.render.naming import name_parts
from argmap.render.signs import dashes, draw_key, lift_signs
from argmap.render.svg_written import written
from argmap.render.text_width import reads_from_right, text_width
from argmap.render.typesetting import MARK, can_be_fitted, cleaned

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.render.picture import Picture
    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Diagram

_ELEMENTS = frozenset(("svg", "g", "path", "polygon", "polyline", "ellipse", "text"))
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?").fullmatch
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+").fullmatch
_NAME = re.compile(r"[\w-]+")
_PLAIN_SIGNS = f"{string.ascii_letters}{string.digits}_-+.,%() ".encode()  # no quotes, colons, slashes, signs of markup
_NUMBERS = ("x", "y", "cx", "cy", "rx", "ry", "font-size", "stroke-width", "fill-opacity", "stroke-opacity")
_WORDS = ("viewBox", "width", "height", "transform", "points", "d", "stroke-dasharray", "text-anchor", "font-weight")


def _is_plain(value: str) -> bool:
    return not value.encode().translate(None, _PLAIN_SIGNS)  # six times as fast as a regular expression


_ATTRIBUTES: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(_NUMBERS, _NUMBER),
    **dict.fromkeys(_WORDS, _is_plain),
    "fill": _COLOUR,
    "stroke": _COLOUR,
    "text-decoration": re.compile("line-through").fullmatch,
}
"""The attributes that are kept, each with what its value has to pass."""
_UNSEEN = ("none", "transparent")
_BROKEN = {"5,2": "dashed", "1,5": "dotted"}  # as Graphviz writes them; it sets dots too far apart
RIGHT_TO_LEFT_MARK = "\u200f"


def draw(picture: Picture) -> bytes:
    """Return the bytes of the SVG file of a picture, in UTF-8."""
    return picture.svg.encode()


def svg_of(drawn: bytes, scene: Scene, dot: str) -> str:
    """Return the finished SVG of a scene.

    Args:
        drawn: The SVG that Graphviz made.
        scene: What was drawn.
        dot: The graph that Graphviz was given; the ids in the picture are made from it and from the dark colours,
            so that two pictures on one page do not get in each other's way.

    Raises:
        EngineError: If `drawn` is not SVG.
    """
    diagram, theme = scene.diagram, scene.theme
    root = _parse(drawn)
    prefix = f"argmap-{hashlib.sha256((dot + str(theme.in_the_dark())).encode()).hexdigest()[:8]}"
    picture = ET.Element("svg", _kept(root))
    picture.extend(_clean(root, prefix))
    graph = picture.find("g")
    if graph is None:
        raise EngineError("Graphviz wrote an SVG without a picture in it; try engine='bundled'.")
    for line in graph.iter():
        style = _BROKEN.get(line.get("stroke-dasharray", ""))
        if style:
            line.set("stroke-dasharray", dashes(style, theme) or "none")
    draw_marks(graph, f"{prefix}-a_{MARK}")
    graph.set("id", f"{prefix}-graph")
    lines = name_parts(graph, scene, prefix)
    signs = lift_signs(lines, scene)
    if len(signs):
        graph.append(signs)
    draw_key(graph, diagram, theme)
    is_by_table = b"(graphviz-pure)" in drawn[:1000]
    for text in picture.iter("text"):
        _fit(text, is_by_table=is_by_table)
    _name_picture(picture, diagram, prefix, theme)
    return written(picture) + "\n"


def _parse(drawn: bytes) -> ET.Element:
    text = drawn.decode("utf-8", errors="replace")
    start = text.find("<svg")
    try:
        return ET.fromstring(text[max(start, 0) :])  # noqa: S314 - no document type, so no entities
    except ET.ParseError as fault:
        raise EngineError(f"Graphviz wrote an SVG that is not well-formed ({fault}); try engine='bundled'.") from fault


def _clean(parent: ET.Element, prefix: str) -> list[ET.Element]:
    """Return what is allowed of what is in `parent`, each part made clean; of a link, what is inside it."""
    clean = []
    for part in parent:
        name = part.tag.rpartition("}")[2]
        if name == "a":
            clean += _clean(part, prefix)
            continue
        if name not in _ELEMENTS or (name == "text" and not (part.text or "").strip()):
            continue
        kept = _kept(part)
        if name != "text" and kept.get("stroke") in _UNSEEN and kept.get("fill", "none") in _UNSEEN:
            continue
        if name == "g":
            given = part.get("id", "")
            if _NAME.fullmatch(given):
                kept["id"] = f"{prefix}-{given}"
                if part.get("class") in ("graph", "cluster"):
                    kept["class"] = part.get("class", "")
        part.tag, part.attrib = name, kept
        if len(part):
            part[:] = _clean(part, prefix)
        clean.append(part)
    return clean


def _kept(element: ET.Element) -> dict[str, str]:
    kept = {}
    for name, value in element.attrib.items():
        passes = _ATTRIBUTES.get(name)
        if passes and passes(value):
            kept[name] = value.lower() if passes is _COLOUR else value
    return kept


def _fit(text: ET.Element, *, is_by_table: bool) -> None:
    """Say how long a line of text is to be, so that it fits its box in whatever font it is drawn with."""
    line = text.text or ""
    if reads_from_right(line):
        # Marks at both ends carry the stops at the ends of the line along with the letters.
        text.text = f"{RIGHT_TO_LEFT_MARK}{line}{RIGHT_TO_LEFT_MARK}"
        if is_by_table and text.get("text-anchor") == "start":
            right = float(text.get("x", "0")) + _width_by_table(line) * float(text.get("font-size", "0"))
            text.set("x", f"{right:.2f}")
            text.set("text-anchor", "end")
        return
    if not can_be_fitted(line):
        return
    width = text_width(line, bold=text.get("font-weight") == "bold") * float(text.get("font-size", "0"))
    text.set("textLength", f"{width:.2f}")
    text.set("lengthAdjust", "spacingAndGlyphs")


def _width_by_table(line: str) -> float:
    """Return how wide the bundled Graphviz takes a line to be, in em: every byte outside ASCII as a space."""
    return sum(REGULAR.get(sign, 0.0) if sign.isascii() else 0.278 * len(sign.encode()) for sign in line)


def _name_picture(picture: ET.Element, diagram: Diagram, prefix: str, theme: Theme) -> None:
    families = ", ".join(f"'{family}'" if " " in family else family for family in theme.fonts)
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "id": prefix,
        "class": "argmap",
        **picture.attrib,
        "font-family": families,
        "role": "img",
        "aria-labelledby": f"{prefix}-title {prefix}-desc",
        "style": "max-width:100%;height:auto",
    }
    picture.attrib.clear()
    picture.attrib.update(attributes)
    title = ET.Element("title", {"id": f"{prefix}-title"})
    title.text = cleaned(diagram.title, theme.title_limit) or "Argument map"
    described = ET.Element("desc", {"id": f"{prefix}-desc"})
    described.text = cleaned(diagram.description, theme.tooltip_limit)
    cut = len(cut_nodes(diagram, theme))
    if cut:
        what = "1 box holds a text that is" if cut == 1 else f"{cut} boxes hold texts that are"
        described.text += f" {what} drawn shortened; what is shown on pointing at a box holds more."
    heads = [title, described]
    if theme.dark:
        style = ET.Element("style")
        style.text = _dark_rules(picture, prefix, theme)
        heads.append(style)
    for index, element in enumerate(heads):
        element.tail = "\n"
        picture.insert(index, element)
    picture.text = "\n"


def _dark_rules(picture: ET.Element, prefix: str, theme: Theme) -> str:
    """Return the style that gives every colour its dark twin where the viewer asks for a dark picture."""
    dark = theme.in_the_dark()
    rules = []
    for attribute in ("fill", "stroke"):
        used = {part.get(attribute) for part in picture.iter()}
        rules += [
            f'#{prefix} [{attribute}="{colour}"]{{{attribute}:{twin}}}'
            for colour, twin in dark.items()
            if colour in used
        ]
    return "\n@media (prefers-color-scheme:dark){\n" + "\n".join(rules) + "\n}\n"
