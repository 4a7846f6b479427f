"""The letters of the page: Atkinson Hyperlegible, cut down to what the page writes, inside its style sheet."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from argmap.render.fonts import BOLD, REGULAR, bundled

if TYPE_CHECKING:
    from argmap.render.fonts import Font

FAMILY = "Atkinson Hyperlegible"


def font_faces(characters: set[str], family: str = FAMILY) -> str:
    """Return the rules of CSS that bring the letters along, for these characters.

    The fonts are under the SIL Open Font License 1.1, which lets them be embedded and cut down.

    Args:
        characters: The characters.
        family: The family; one that comes with argmap.
    """
    faces = []
    for weight in (REGULAR, BOLD):
        data = base64.b64encode(subset(bundled(family, weight), characters)).decode()
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};'
            f'src:url("data:font/ttf;base64,{data}") format("truetype")}}'
        )
    makers = "Braille Institute of America, " if family == FAMILY else ""
    return f"/* {family}, {makers}SIL Open Font License 1.1 */\n" + "\n".join(faces)


def subset(font: Font, characters: set[str]) -> bytes:
    """Return a font with the glyphs of these characters alone."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    made: bytes = wanted.subset(font.face).blob.data
    return made
