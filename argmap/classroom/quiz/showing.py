"""Texts as a quiz shows them: on one line, and made of signs that every school format can hold."""

from __future__ import annotations

import re

# XML cannot hold control characters and halves of surrogate pairs; a byte order mark and non-characters are nothing
# to see, and some programs drop them.
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\U0001fffe\U0001ffff]|[\ufffe\uffff]")
_UNSEEN = re.compile("[\ufeff\u200b\u2060]")
_PLANES_END = re.compile(
    "[" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)) + "]"
)


def shown(text: str) -> str:
    r"""Return a text on one line, with U+FFFD for each sign that cannot be shown.

    Example:
        >>> shown("It  rains.\n\x07")
        'It rains. �'
    """
    if text.isprintable():
        return " ".join(text.split())
    one_line = " ".join(_UNSEEN.sub("", text).split())
    return " ".join(_PLANES_END.sub("\ufffd", _UNFIT.sub("\ufffd", one_line)).split())


def folded(text: str) -> str:
    """Return what texts are compared by: two that are alike in it say the same.

    Example:
        >>> folded("It rains.") == folded("it  rains")
        True
    """
    return " ".join(text.casefold().split()).rstrip(".!… ")
