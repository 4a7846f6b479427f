"""The letters of the page: Atkinson Hyperlegible, cut down to what the page writes, inside its style sheet."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from argmap.render.fonts import BOLD, REGULAR, bundled

if TYPE_CHECKING:
    from argmap.render.fonts import Font

FAMILY = "Atkinson Hyperlegible"


def font_faces(characters: set[str]) -> str:
    """Return the rules of CSS that bring the letters along, for these characters.

    The font is under the SIL Open Font License 1.1, which lets it be embedded and cut down.
    """
    faces = []
    for weight in (REGULAR, BOLD):
        data = base64.b64encode(_subset(bundled(FAMILY, weight), characters)).decode()
        faces.append(
            f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
            f'src:url("data:font/ttf;base64,{data}") format("truetype")}}'
        )
    return "/* Atkinson Hyperlegible, Braille Institute of America, SIL Open Font License 1.1 */\n" + "\n".join(faces)


def _subset(font: Font, characters: set[str]) -> bytes:
    """Return a font with the glyphs of these characters alone."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    made: bytes = wanted.subset(font.face).blob.data
    return made
