"""The letters of a page on a screen: the family of its look, and parts of installed fonts for other scripts."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from argmap.render.fonts import BOLD, REGULAR, bundled, find_font, is_unseen, region_of, system_folders

if TYPE_CHECKING:
    from argmap.render.fonts import Font

FAMILY = "Atkinson Hyperlegible"
OTHERS = "argmap other scripts"
"""What the family for all other scripts is called within a page."""


def all_faces(text: str, family: str) -> str:
    """Return the rules of CSS that bring the letters of a text along.

    Fonts of the system are not embedded: not all may be.

    Args:
        text: All that the page shows.
        family: The family for all signs that it has; one that comes with argmap.

    Raises:
        FontNotFound: If the fonts that come with argmap are not installed.

    Example:
        >>> all_faces("Rain", "Atkinson Hyperlegible").count("@font-face")
        2
    """
    signs = set(text)
    own = bundled(family).signs
    wanted: dict[Font, set[str]] = {}
    region = region_of(text)
    for sign in sorted(signs):
        if sign > "~" and ord(sign) not in own and not is_unseen(sign):
            font = find_font(sign, region=region)
            if font is not None and not str(font.path).startswith(system_folders()):
                wanted.setdefault(font, set()).add(sign)
    faces = [_own_faces(signs, family)]
    for font, some in wanted.items():
        # Joiners steer the signs beside them; a font that has signs of their script has to have them.
        data = base64.b64encode(_subset(font, some | set(" \u200c\u200d"))).decode()
        ranges = ",".join(f"U+{ord(sign):X}" for sign in sorted(some))
        faces.append(
            f'@font-face{{font-family:"{OTHERS}";font-weight:100 900;unicode-range:{ranges};'
            f'src:url("data:font/ttf;base64,{data}")}}'
        )
    return "\n".join(faces)


def _own_faces(characters: set[str], family: str) -> str:
    """Return the rules of CSS that bring the letters of a family along, for these characters.

    The fonts are under the SIL Open Font License 1.1, which lets them be embedded and cut down.

    Args:
        characters: The characters.
        family: The family; one that comes with argmap.
    """
    faces = []
    for weight in (REGULAR, BOLD):
        data = base64.b64encode(_subset(bundled(family, weight), characters)).decode()
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};'
            f'src:url("data:font/ttf;base64,{data}") format("truetype")}}'
        )
    makers = "Braille Institute of America, " if family == FAMILY else ""
    return f"/* {family}, {makers}SIL Open Font License 1.1 */\n" + "\n".join(faces)


def _subset(font: Font, characters: set[str]) -> bytes:
    """Return a font with the glyphs of these characters alone."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    made: bytes = wanted.subset(font.face).blob.data
    return made
