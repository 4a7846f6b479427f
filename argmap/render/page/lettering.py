"""The letters of the page: Atkinson Hyperlegible, cut down to what the page writes, inside its style sheet."""

from __future__ import annotations

import base64
from importlib.resources import files

FAMILY = "Atkinson Hyperlegible"
_FILES = {"400": "AtkinsonHyperlegible-Regular.ttf", "700": "AtkinsonHyperlegible-Bold.ttf"}


def font_faces(characters: set[str]) -> str:
    """Return the rules of CSS that bring the letters along, for these characters.

    The font is under the SIL Open Font License 1.1, which lets it be embedded and cut down.
    """
    folder = files("fontpkg_atkinson_hyperlegible") / "files"
    faces = []
    for weight, name in _FILES.items():
        data = base64.b64encode(_subset((folder / name).read_bytes(), characters)).decode()
        faces.append(
            f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
            f'src:url("data:font/ttf;base64,{data}") format("truetype")}}'
        )
    return "/* Atkinson Hyperlegible, Braille Institute of America, SIL Open Font License 1.1 */\n" + "\n".join(faces)


def _subset(font: bytes, characters: set[str]) -> bytes:
    """Return a font with the glyphs of these characters alone."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    made: bytes = wanted.subset(uharfbuzz.Face(font)).blob.data
    return made
