"""How messages put long quotations."""

from __future__ import annotations


def shortened(words: str, limit: int = 60) -> str:
    """Return words in one line, the middle of long ones left out.

    Example:
        >>> shortened("it rains on the roof and on the street", 24)
        'it rains … street'
    """
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    half = (limit - 3) // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"
