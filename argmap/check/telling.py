"""How messages put things: lists of words, long quotations, the beginning of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    Example:
        >>> joined(["a", "b", "c"]), joined(["a", "b"], "or"), joined(["a"])
        ('a, b and c', 'a or b', 'a')
    """
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def begins(sentence: str) -> str:
    """Return a sentence with a large first letter.

    Example:
        >>> begins("it rains.")
        'It rains.'
    """
    return sentence[:1].upper() + sentence[1:]


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
