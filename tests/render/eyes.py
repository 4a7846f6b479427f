"""How colours look: how light, how different, and to people who tell fewer colours apart.

Colours are ``#rrggbb``. Everything here is checked against published values; nothing is tuned.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from argmap.render.colour import Triple, linear, luminance

Matrix = tuple[Triple, Triple, Triple]

_TO_CONES: Final[Matrix] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: Final[Matrix] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)

DEFICIENCIES: Final[Mapping[str, Matrix]] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What becomes of linear sRGB where one kind of cone is missing: the matrices for severity 1.0 in Machado, Oliveira
and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
Visualization and Computer Graphics 15 (2009), 1291-1298. That for tritanopia is the least certain of the three."""


def lightness(colour: str) -> float:
    """Return how light a colour looks, from 0 (black) to 100 (white): L* of CIELAB (CIE 15).

    This is what is left of a colour on a copier; 1 is about the least step that is seen side by side.

    Example:
        >>> round(lightness("#777777"))
        50
    """
    light = luminance(colour)
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27


def seen_with(deficiency: str, colour: str) -> str:
    """Return a colour as it looks to people with a deficiency, one of `DEFICIENCIES`.

    Raises:
        KeyError: If `deficiency` is not one of them.

    Example:
        >>> seen_with("deuteranopia", "#00ff00")
        '#efd63a'
    """
    return _written(_times(DEFICIENCIES[deficiency], linear(colour)))


def distance(one: str, other: str) -> float:
    """Return how different two colours look: how far apart they are in OKLab (Ottosson 2020).

    Black and white are 1 apart; about 0.02 is the least difference that is seen side by side.

    Example:
        >>> round(distance("#000000", "#ffffff"), 3)
        1.0
    """
    return math.dist(oklab(one), oklab(other))


def oklab(colour: str) -> Triple:
    """Return a colour in OKLab: lightness from 0 to 1, then green to red, then blue to yellow.

    The numbers are those of B. Ottosson, "A perceptual color space for image processing" (2020).

    Example:
        >>> [round(part, 2) for part in oklab("#ff0000")]
        [0.63, 0.22, 0.13]
    """
    long, medium, short = _times(_TO_CONES, linear(colour))
    return _times(_TO_OKLAB, (long ** (1 / 3), medium ** (1 / 3), short ** (1 / 3)))


def _bent(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _written(linear: Triple) -> str:
    """Return light as ``#rrggbb``; what a screen cannot show is cut off."""
    return "#" + "".join(f"{round(_bent(min(max(part, 0.0), 1.0)) * 255):02x}" for part in linear)


def _times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = matrix
    return _dot(first, vector), _dot(second, vector), _dot(third, vector)


def _dot(one: Triple, other: Triple) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
