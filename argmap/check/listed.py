"""The words that a value of inline data or front matter stands for: it may be one word, a list or a mapping."""

from __future__ import annotations


def listed(given: object) -> tuple[str, ...]:
    """Return the words of a word, of a list, or of the keys of a mapping, each once and in order.

    Args:
        given: Whatever stands in the data; what is no word is left out.

    Example:
        >>> listed("pupils"), listed(["pupils", None, "parents", "pupils"]), listed({"pupils": "all of us"})
        (('pupils',), ('pupils', 'parents'), ('pupils',))
    """
    items = given if isinstance(given, list | tuple | dict) else [given]
    words = (str(item).strip() for item in items if isinstance(item, str | int | float) and not isinstance(item, bool))
    return tuple(dict.fromkeys(word for word in words if word))
