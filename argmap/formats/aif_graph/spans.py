"""The text of an analysis, written as HTML in which the words of nodes are marked: as plain text with stretches."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*+)([^<>]*+)>")
_ID = re.compile(r"""(?:^|\s)id\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BREAKS = ("br", "/p", "/div", "/li", "/tr")


class Marked(NamedTuple):
    """A text with marked stretches.

    Attributes:
        plain: The text without its marks.
        stretches: The id of each mark, where it starts and where it ends (exclusive), in code points.
    """

    plain: str
    stretches: tuple[tuple[str, int, int], ...]


def marked(text: str) -> Marked:
    r"""Return the text and the marked stretches of HTML. Marks may lie in each other. Linear.

    Example:
        >>> marked('<span class="highlighted" id="node3">It rains</span> &amp; pours.<br>')
        Marked(plain='It rains & pours.\n', stretches=(('node3', 0, 8),))
    """
    parts: list[str] = []
    found: list[tuple[str, int, int]] = []
    is_open: list[tuple[str, int]] = []
    length = at = 0
    for match in _TAG.finditer(text):
        piece = unescape(text[at : match.start()])
        at = match.end()
        slash, tag, rest = match.groups()
        tag = tag.casefold()
        if tag == "span":
            length += len(piece)
            parts.append(piece)
            if not slash:
                name = _ID.search(rest)
                is_open.append((next(filter(None, name.groups()), "") if name else "", length))
            elif is_open:
                said, start = is_open.pop()
                if said:
                    found.append((said, start, length))
            continue
        if slash + tag in _BREAKS:
            piece += "\n"
        length += len(piece)
        parts.append(piece)
    parts.append(unescape(text[at:]))
    return Marked("".join(parts), tuple(found))
