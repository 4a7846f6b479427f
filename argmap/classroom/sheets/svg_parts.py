"""Pictures within a page: harmless, in the colours of day, with ids that no other picture on the page has."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET  # read_svg refuses document types
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.render.finished import XMLNS, box_of, read_svg
from argmap.render.pdf import pdf_of
from argmap.render.png import png_of

if TYPE_CHECKING:
    from argmap.classroom.sheets.blocks import Picture
    from argmap.classroom.sheets.placing import Placed, Tile

DENSITY = 200
"""Pixels to the inch of pictures in documents and on slides."""
_MOST_PIXELS = 8000
_LEFT_OUT = frozenset(("script", "style", "foreignObject", "iframe", "image", "use", "animate", "set"))
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")]*)['\"]?\s*\)")
_NAMING = frozenset(("aria-labelledby", "aria-describedby"))
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


def inlined(picture: Picture, prefix: str) -> str:
    """Return a picture as an element of a page, named by its alternative text.

    Args:
        picture: The picture.
        prefix: What its ids begin with; another one for each picture of the page.

    Raises:
        PictureError: If the picture is not SVG, or does not tell its size.

    Example:
        >>> from argmap.classroom.sheets.blocks import Picture
        >>> inlined(Picture('<svg width="3" height="3" onload="x()"><g id="a"/></svg>', "Rain"), "p1-")
        '<svg width="3" height="3" viewBox="0.0 0.0 3.0 3.0" xmlns="http://www.w3.org/2000/svg" aria-hidden="true"><g \
id="p1-a" /></svg>'
    """
    root = read_svg(picture.svg)
    box = box_of(root)
    for part in root.iter():
        for child in [child for child in part if child.tag in _LEFT_OUT]:
            part.remove(child)
        for name, value in list(part.attrib.items()):
            if name == "style" or name.startswith("on") or (name == "href" and not _LINK.match(value)):
                del part.attrib[name]
            elif name == "id":
                part.set(name, prefix + value)
            elif name == "href" and value.startswith("#"):
                part.set(name, f"#{prefix}{value[1:]}")
            elif name in _NAMING:
                part.set(name, " ".join(prefix + each for each in value.split()))
            elif "url(" in value:
                part.set(name, _REFERENCE.sub(lambda found: f"url(#{prefix}{found[1]})", value))
    for name in ("role", "aria-labelledby", "aria-label", "class", "tabindex"):
        root.attrib.pop(name, None)
    root.set("viewBox", f"{box.x} {box.y} {box.width} {box.height}")
    root.set("xmlns", XMLNS)
    # The figure around it has its words: what is drawn is not read out letter by letter.
    root.set("aria-hidden", "true")
    return ET.tostring(root, encoding="unicode")


def as_pixels(picture: Picture, width: float, *, tile: Tile | None = None, whole: Placed | None = None) -> bytes:
    r"""Return a picture, or a part of it, as the bytes of a PNG file.

    Args:
        picture: The picture.
        width: How wide it is to be, in points.
        tile: The part that is wanted; all of it without one.
        whole: How large all of it is drawn, where only a part is wanted.

    Raises:
        PictureError: If the picture is not SVG.

    Example:
        >>> from argmap.classroom.sheets.blocks import Picture
        >>> as_pixels(Picture('<svg width="30" height="30"/>', "Nothing"), 72)[:4]
        b'\x89PNG'
    """
    svg = picture.svg
    if tile is not None and whole is not None:
        root = read_svg(svg)
        box = box_of(root)
        scale = box.width / whole.width
        x, y, wide, high = (scale * side for side in tile[:4])
        root.set("viewBox", f"{box.x + x:.3f} {box.y + y:.3f} {wide:.3f} {high:.3f}")
        root.set("width", f"{tile.width:.2f}pt")
        root.set("height", f"{tile.height:.2f}pt")
        root.set("xmlns", XMLNS)
        svg = ET.tostring(root, encoding="unicode")
    return _drawn(svg, min(math.ceil(width / 72 * DENSITY), _MOST_PIXELS))


@lru_cache(maxsize=32)  # a sheet and its key, and the slides of a lesson, have the same pictures
def _drawn(svg: str, width: int) -> bytes:
    # On white, since programs draw what lets half the paper through in their own ways.
    return png_of(svg, width=width, background="#ffffff")


@lru_cache(maxsize=32)
def as_pdf(svg: str) -> bytes:
    """Return a picture as the bytes of a PDF file of its own size.

    Args:
        svg: The picture.

    Raises:
        PictureError: If the picture is not SVG.

    Example:
        >>> as_pdf('<svg width="30" height="30"/>')[:5]
        b'%PDF-'
    """
    return pdf_of(svg)
