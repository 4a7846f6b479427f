"""A finished SVG as PNG: drawn by resvg, in the fonts that come with argmap and those found for other scripts."""

from __future__ import annotations

import math
import re
import struct
import xml.etree.ElementTree as ET
import zlib
from typing import TYPE_CHECKING

from argmap.render.finished import XMLNS, Box, PictureError, box_of, read_svg, tell_of_missing_signs
from argmap.render.fonts import bundled
from argmap.render.png_text import outline_text

if TYPE_CHECKING:
    from argmap.render.picture import Picture

MOST_PIXELS = 100_000_000
"""The most pixels of a picture: 400 MB while it is drawn."""
LONGEST_SIDE = 32_767
"""The most pixels of a side, more than which many viewers do not show."""

_PIXELS = 4 / 3  # a CSS pixel is 1/96 inch and a point 1/72
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-z]{3,24}")


def draw(picture: Picture) -> bytes:
    """Return the bytes of the PNG file of a picture."""
    size, box = picture.size, box_of(read_svg(picture.svg))
    scale = _default_scale(box) if size.scale is None else size.scale
    wanted = _wanted(box, scale, size.width)
    fitting = _fitting(box, wanted)
    if fitting < wanted:
        size_now, asked = f"at a scale of {fitting:.2g}", f"{scale:g}"
        if size.width is not None:
            size_now, asked = f"{_pixels(box, fitting):,} pixels wide", f"{size.width:,}"
        picture.tell(
            f"The picture is drawn {size_now} instead of {asked}, for it would have more pixels than most programs "
            "can show. For a picture that can be enlarged, write it as SVG or PDF."
        )
    tell_of_missing_signs(picture, outlines=False)
    return png_of(picture.svg, scale=scale, width=size.width)


def _default_scale(box: Box) -> float:
    """Return 2, or what keeps a large picture within 4,000 pixels on a side, but at least 1."""
    return min(2.0, max(1.0, 4000 / (max(box.width, box.height) * box.unit * _PIXELS)))


def png_of(
    svg: str, *, scale: float = 2.0, width: int | None = None, dark: bool = False, background: str | None = None
) -> bytes:
    r"""Return a picture as the bytes of a PNG file.

    The file tells its resolution, so that it is as large on paper as the SVG. A picture that would have more than
    `MOST_PIXELS` pixels, or `LONGEST_SIDE` on one side, is made smaller; `fitting_scale` tells beforehand.

    Args:
        svg: The SVG, as `argmap.render.to_svg` returns it.
        scale: Pixels for each CSS pixel (1/96 inch): 1 is as large as a browser shows it, 2 is for screens of high
            resolution and for print. A point, the unit of the SVG, is 4/3 CSS pixels: at 2, 11-point text is
            drawn 29 pixels high.
        width: How wide the picture is to be, in pixels; it goes before `scale`.
        dark: Whether the colours are those for a dark page.
        background: A colour to lay under the picture, such as ``#ffffff`` or ``white``; the picture of most themes
            covers it.

    Raises:
        PictureError: If `svg` is not SVG, `scale` or `width` is not above 0, or `background` is not a colour.
        FontNotFound: If the fonts that come with argmap are not installed.

    Example:
        >>> png_of('<svg width="3pt" height="3pt" viewBox="0 0 3 3"/>')[:8]
        b'\x89PNG\r\n\x1a\n'
    """
    root = read_svg(svg, dark=dark)
    box = box_of(root)
    fitting = _fitting(box, _wanted(box, scale, width))
    if background is not None and not _COLOUR.fullmatch(background):
        raise PictureError(f"{background[:40]!r} is not a colour; write the background as '#rrggbb' or 'white'.")
    pixels = _pixels(box, fitting)
    # The size goes into the picture: resvg rounds what it works out itself up, and refuses a side that is rounded to 0.
    root.attrib.update(
        xmlns=XMLNS,
        viewBox=f"{box.x} {box.y} {box.width} {box.height}",
        width=f"{pixels}px",
        height=f"{max(round(box.height * box.unit * _PIXELS * fitting), 1)}px",
    )
    root.attrib.pop("style", None)
    family = bundled().family
    files = [bundled().path, *outline_text(root)]
    import resvg_py

    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=ET.tostring(root, encoding="unicode"),
            background=background,
            skip_system_fonts=True,  # those that are needed are among the files: the same every time
            dpi=96,
            font_family=family,
            sans_serif_family=family,
            font_files=[str(path) for path in files],
        )
    except ValueError as reason:
        raise PictureError(f"The picture could not be drawn as PNG: {str(reason).rstrip('.')}.") from reason
    return _with_resolution(drawn, pixels / (box.width * box.unit / 72))


def fitting_scale(svg: str, *, scale: float = 2.0, width: int | None = None) -> float:
    """Return the scale at which `png_of` draws: the one that is asked for, or the largest one within the limits.

    Args:
        svg: The SVG.
        scale: Pixels for each CSS pixel (1/96 inch).
        width: How wide the picture is to be, in pixels; it goes before `scale`.

    Raises:
        PictureError: If `svg` is not SVG, or `scale` or `width` is not above 0.

    Example:
        >>> svg = '<svg width="7500pt" height="7500pt" viewBox="0 0 7500 7500"/>'
        >>> fitting_scale(svg, scale=0.5), fitting_scale(svg, width=2000), fitting_scale(svg, scale=2)
        (0.5, 0.2, 1.0)
    """
    box = box_of(read_svg(svg))
    return _fitting(box, _wanted(box, scale, width))


def _wanted(box: Box, scale: float, width: int | None) -> float:
    if width is not None:
        if not 1 <= width < math.inf:
            raise PictureError(f"A picture cannot be {width!r} pixels wide; give a whole number of pixels above 0.")
        return width / (box.width * box.unit * _PIXELS)
    if not 0 < scale < math.inf:
        raise PictureError(f"The scale of a picture cannot be {scale!r}; give a number above 0, such as 2.")
    return scale


def _pixels(box: Box, scale: float) -> int:
    return max(round(box.width * box.unit * _PIXELS * scale), 1)


def _fitting(box: Box, wanted: float) -> float:
    wide, high = box.width * box.unit * _PIXELS, box.height * box.unit * _PIXELS
    return min(wanted, LONGEST_SIDE / wide, LONGEST_SIDE / high, math.sqrt(MOST_PIXELS / (wide * high)))


def _with_resolution(png: bytes, per_inch: float) -> bytes:
    """Return a PNG that tells how many pixels it has to the inch (chunk ``pHYs``; PNG 1.2, section 4.2.4.2)."""
    per_metre = min(max(round(per_inch / 0.0254), 1), 2**31 - 1)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    after_header = 8 + 25  # the signature, then IHDR, which is always first and of this length
    return png[:after_header] + chunk + png[after_header:]
