"""A finished SVG, as other formats take it up: read again, in one light, with its size in points."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # a document type, where entities live, is refused
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.render.picture import Picture

XMLNS = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?(?:e[-+]?\d+)?)\s*(pt|px|in|cm|mm|)\s*")
_POINTS = {"pt": 1.0, "px": 0.75, "": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SLANT = 0.2  # how far italic text leans: about 11 degrees
_DARK = re.compile(r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
_RULE = re.compile(r'\[(fill|stroke)="([^"]*)"\]\s*\{\s*\1\s*:\s*([^;}]+?)\s*;?\s*\}')


DEEPEST = 200
"""How deep groups may lie in groups; no picture of argmap goes beyond 5, and what is drawn with goes wrong at 1000."""


class PictureError(ArgmapError, ValueError):
    """A picture cannot be made the way it is asked for; the message says what can be asked for."""


class Box(NamedTuple):
    """The part of the plane that a picture shows, in its own units, and the size of the picture.

    Attributes:
        x: The left edge, in units of the SVG.
        y: The upper edge, in units of the SVG.
        width: In units of the SVG.
        height: In units of the SVG.
        unit: How large one unit is, in points (1/72 inch).
    """

    x: float
    y: float
    width: float
    height: float
    unit: float


def read_svg(svg: str, *, dark: bool = False) -> ET.Element:
    """Return the root of an SVG whose colours are settled: those by day, or those in the dark, and no more choice.

    Elements lose their namespace, and those of other namespaces are left out; ``xlink:href`` becomes ``href``, and
    ``xml:lang`` ``lang``. Italic text becomes text that is slanted.

    Raises:
        PictureError: If it is not well-formed, is not SVG, has a document type, or is too deep.

    Example:
        >>> rule = '@media (prefers-color-scheme:dark){[fill="#fff"]{fill:#000}}'
        >>> svg = f'<svg><style>{rule}</style><text fill="#fff">x</text></svg>'
        >>> [text.get("fill") for text in read_svg(svg, dark=True).iter("text")]
        ['#000']
    """
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:
        raise PictureError("The SVG has a document type, which can do harm; take it out.")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - no document type, so no entities
    except ET.ParseError as fault:
        raise PictureError(f"The SVG is not well-formed: {fault}.") from fault
    _bare(root)
    _slant(root)
    level, depth = list(root), 0
    while level:
        level, depth = [child for part in level for child in part], depth + 1
    if depth > DEEPEST:
        raise PictureError(f"The SVG has groups in groups {depth} deep; {DEEPEST} is the most.")
    if root.tag != "svg":
        raise PictureError(f"The picture starts with <{root.tag[:40]}>; give an SVG, as argmap draws it.")
    twins: dict[tuple[str, str], str] = {}
    for style in root.iter("style"):
        style.text, in_the_dark = parted_rules(style.text or "")
        twins |= {(name, colour): twin for name, colour, twin in _RULE.findall(in_the_dark)}
    if dark:
        for part in root.iter():
            for name in ("fill", "stroke"):
                twin = twins.get((name, part.get(name, "")))
                if twin is not None:
                    part.set(name, twin)
    return root


def parted_rules(css: str) -> tuple[str, str]:
    """Return the rules of a style sheet that hold by day and in the dark, and those for the dark.

    Example:
        >>> parted_rules("a{x:y} @media (prefers-color-scheme:dark){b{x:z}}")
        ('a{x:y} ', 'b{x:z}')
    """
    return _DARK.sub("", css), "\n".join(_DARK.findall(css))


def _bare(root: ET.Element) -> None:
    """Take the namespaces off."""
    for part in root.iter():
        for child in list(part):
            if not isinstance(child.tag, str) or (child.tag[:1] == "{" and not child.tag.startswith(f"{{{XMLNS}}}")):
                part.remove(child)
        part.tag = part.tag.rpartition("}")[2] if part.tag.startswith(f"{{{XMLNS}}}") else part.tag
        for name, bare in ((_XLINK, "href"), (_LANG, "lang")):
            if name in part.attrib:
                part.attrib.setdefault(bare, part.attrib[name])
        for name in [name for name in part.attrib if name[:1] == "{"]:
            del part.attrib[name]


def _slant(root: ET.Element) -> None:
    """Draw italic text slanted about its base line: the fonts that come with argmap stand upright."""
    for text in root.iter("text"):
        y = text.get("y", "")
        if text.get("font-style") == "italic" and _NUMBER.fullmatch(y):
            slant = f"matrix(1 0 {-_SLANT} 1 {_SLANT * float(y):.4f} 0)"
            text.set("transform", f"{text.get('transform', '')} {slant}".strip())
            del text.attrib["font-style"]


def box_of(root: ET.Element) -> Box:
    """Return which part of the plane a picture shows, and how large.

    Raises:
        PictureError: If it does not tell, or has no area.

    Example:
        >>> box_of(read_svg('<svg width="72pt" height="36pt" viewBox="0 0 144 72"/>'))
        Box(x=0.0, y=0.0, width=144.0, height=72.0, unit=0.5)
    """
    try:
        numbers = [float(number) for number in root.get("viewBox", "").replace(",", " ").split()]
    except ValueError:
        numbers = []
    sizes = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    points = [float(size[1]) * _POINTS[size[2]] for size in sizes if size]
    if len(numbers) != 4:
        numbers = [0.0, 0.0, *(length / 0.75 for length in points)]
    if len(numbers) != 4 or not all(abs(number) < 1e9 for number in numbers) or min(numbers[2:]) <= 0:
        raise PictureError("The SVG does not tell its size; it needs a viewBox, or a width and a height above 0.")
    x, y, width, height = numbers
    unit = points[0] / width if sizes[0] and points[0] > 0 else 0.75
    return Box(x, y, width, height, unit)


def words_of(root: ET.Element) -> str:
    """Return all text that a picture shows, a line for each ``<text>``."""
    return "\n".join("".join(text.itertext()) for text in root.iter("text"))


def tell_of_missing_signs(picture: Picture, *, outlines: bool) -> None:
    """Tell of a picture which of its signs no font has; they are drawn as boxes.

    Args:
        picture: The picture.
        outlines: As in `argmap.render.fonts.find_font`.
    """
    from argmap.render.fonts import signs_without_font

    signs = signs_without_font(words_of(read_svg(picture.svg)), outlines=outlines)
    if signs:
        some = " ".join(signs[:8]) + (" ..." if len(signs) > 8 else "")
        is_one = len(signs) == 1
        count, stand = ("One sign has", "stands as a box") if is_one else (f"{len(signs)} signs have", "stand as boxes")
        picture.tell(
            f"{count} no font on this machine and {stand}: {some}. "
            f'Install fonts for most scripts with: pip install "argmap[fonts]".'
        )
