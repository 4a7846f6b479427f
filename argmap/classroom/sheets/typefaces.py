"""Which font families a text needs, and where they are: the look's own first, then one for each other script."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.extra import needed
from argmap.render.fonts import bundled, find_font, is_unseen, region_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Typefaces(NamedTuple):
    """Fonts for a text.

    Attributes:
        families: The names of their families; each sign is set in the first that has it.
        folders: Where they are.
    """

    families: tuple[str, ...]
    folders: tuple[str, ...]


def typefaces(texts: Iterable[str], family: str) -> Typefaces:
    """Return the families to set texts in.

    Args:
        texts: The texts.
        family: The family for all signs that it has.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.

    Complexity:
        Linear in the texts; fonts are looked for once for each sign that the bundled ones have not.

    Example:
        >>> typefaces(["Rain"], "Atkinson Hyperlegible").families
        ('Atkinson Hyperlegible', 'Arimo')
    """
    own = [bundled(name) for name in dict.fromkeys((family, "Arimo"))]
    families = list(dict.fromkeys((family, "Arimo")))
    folders = [font.path.parent for font in own]
    everything = "".join(texts)
    region = region_of(everything)
    wanted = sorted({sign for sign in set(everything) if sign > "~" and not is_unseen(sign)})
    for sign in wanted:
        if any(ord(sign) in font.signs for font in own):
            continue
        font = find_font(sign, region=region)
        if font is None:
            continue
        folders.append(font.path.parent)
        own.append(font)
        families.append(_family(font.path, font.index))
    return Typefaces(tuple(dict.fromkeys(families)), tuple(str(folder) for folder in dict.fromkeys(folders)))


@lru_cache(maxsize=64)
def _family(path: Path, index: int) -> str:
    """Return what Typst calls the family of a font."""
    typst = needed("typst", "Printed sheets")
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(path.parent)])
    for font in found.fonts():
        if font.path == str(path) and font.index == index:
            return str(font.family)
    return "Arimo"
