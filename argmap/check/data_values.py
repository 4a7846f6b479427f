"""What the values of inline data and front matter stand for; they are typed by hand and may be of any type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model.records import Argument, Claim


def entries(given: object) -> list[str]:
    """Return the words of a word or of a list, in order; what is no word or number is left out.

    Example:
        >>> entries("pupils"), entries(["a", 2, None, " a "])
        (['pupils'], ['a', '2', 'a'])
    """
    items = given if isinstance(given, list | tuple) else [given]
    words = (str(item).strip() for item in items if isinstance(item, str | int | float) and not isinstance(item, bool))
    return [word for word in words if word]


def listed(given: object) -> tuple[str, ...]:
    """Return the words of a word, of a list, or of the keys of a mapping, each once and in order.

    Args:
        given: Whatever stands in the data; what is no word is left out.

    Example:
        >>> listed("pupils"), listed(["pupils", None, "parents", "pupils"]), listed({"pupils": "all of us"})
        (('pupils',), ('pupils', 'parents'), ('pupils',))
    """
    return tuple(dict.fromkeys(entries(list(given) if isinstance(given, dict) else given)))


def word(record: Claim | Argument, key: str) -> str:
    """Return a word of the inline data, in small letters with hyphens; or nothing.

    Example:
        >>> import argmap
        >>> word(argmap.ArgumentMap().claim("It rains", data={"role": "Link turn"}), "role")
        'link-turn'
    """
    value = record.data.get(key)
    return value.strip().casefold().replace("_", "-").replace(" ", "-") if isinstance(value, str) else ""


def number(given: object) -> float | None:
    """Return a number as it is; None for whatever is none, or is too large to reckon with.

    Example:
        >>> number(0.5), number("0.5"), number(True)
        (0.5, None, None)
    """
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None
    return float(given) if abs(given) < 1e300 else None  # an integer may be too large for a float
