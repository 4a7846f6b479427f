"""How far colours stand apart, by the rules for what everyone can read. Colours are ``#rrggbb``."""

from __future__ import annotations

from typing import Final

Triple = tuple[float, float, float]

_TO_LUMINANCE: Final[Triple] = (0.2126, 0.7152, 0.0722)


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 (the same) to 21 (black and white).

    This is the contrast ratio of the Web Content Accessibility Guidelines 2.2 (W3C, 2023).

    Example:
        >>> contrast("#ffffff", "#000000")
        21.0
    """
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white), after WCAG 2.2.

    Example:
        >>> round(luminance("#808080"), 3)
        0.216
    """
    return sum(share * part for share, part in zip(_TO_LUMINANCE, linear(colour), strict=True))


def linear(colour: str) -> Triple:
    """Return the light of a colour, red, green and blue, each from 0 to 1; its parts are bent (IEC 61966-2-1).

    Example:
        >>> [round(part, 3) for part in linear("#ff8000")]
        [1.0, 0.216, 0.0]
    """
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _unbent(red), _unbent(green), _unbent(blue)


def _unbent(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
