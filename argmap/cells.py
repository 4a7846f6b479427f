"""Text on a grid: how many cells it takes, where it breaks, and nothing in it that moves the cursor."""

from __future__ import annotations

import unicodedata

# Signs that turn the direction of writing: with them a line can show other words than it holds.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    r"""Return `text` with all that a terminal would obey, or cannot show, written out.

    Example:
        >>> visible("a\x1b[31mb\nc")
        'a\\x1b[31mb\\nc'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(sign: str) -> str:
    if sign in _SHORT:
        return _SHORT[sign]
    if sign in _TURNS or unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp"):
        code = ord(sign)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return sign


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes: two for a wide sign, none for a combining one.

    Example:
        >>> cells("abc"), cells("漢字"), cells("e\N{COMBINING ACUTE ACCENT}")
        (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def wrap(text: str, width: int, first: int = 0) -> list[str]:
    """Break a text into lines of at most `width` cells, at its blanks; a longer word is broken anywhere.

    Args:
        text: The text, on one line.
        width: The most cells of a line; 0 for one line of any length.
        first: How many cells of the first line are taken already.

    Complexity: O(n) in the length of the text.

    Example:
        >>> wrap("one two three", 7)
        ['one two', 'three']
    """
    if width <= 0:
        return [text]
    lines: list[str] = []
    line, used = "", first
    for word in text.split(" "):
        gap, size = (1 if line else 0), cells(word)
        if used + gap + size <= width:
            line, used = line + " " * gap + word, used + gap + size
        elif size <= width:
            lines.append(line)
            line, used = word, size
        else:
            for sign in " " * gap + word if used + gap < width else word:
                size = _cells_of(sign)
                if used + size > width and used:
                    lines.append(line)
                    line, used = "", 0
                line, used = line + sign, used + size
    return [*lines, line]
