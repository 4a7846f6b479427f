"""An SVG as text: what `xml.etree` writes of elements without namespaces, in a third of its time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator

_SPECIAL = re.compile(r"[&<>]")
_SPECIAL_IN_VALUES = re.compile(r"[&<>\"\r\n\t]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}


def written(root: ET.Element) -> str:
    """Return an element, with all that is in it, as XML. Linear.

    Args:
        root: The element; the names of elements and attributes are written as they are.

    Example:
        >>> from xml.etree import ElementTree
        >>> label = ElementTree.Element("text", {"aria-label": 'say "no"'})
        >>> label.text = "1 < 2"
        >>> written(label)
        '<text aria-label="say &quot;no&quot;">1 &lt; 2</text>'
    """
    return "".join(_pieces(root))


def _pieces(root: ET.Element) -> list[str]:
    pieces: list[str] = []
    write = pieces.append
    open_parts: list[tuple[str, Iterator[ET.Element]]] = [("", iter((root,)))]  # no recursion, however deep it goes
    while open_parts:
        end, parts = open_parts[-1]
        for part in parts:
            tag, text = part.tag, part.text
            values = _values(part.attrib)
            tail = _escaped(part.tail) if part.tail else ""
            if len(part):
                write(f"<{tag}{values}>{_escaped(text) if text else ''}")
                open_parts.append((f"</{tag}>{tail}", iter(part)))
                break
            write(f"<{tag}{values}>{_escaped(text)}</{tag}>{tail}" if text else f"<{tag}{values} />{tail}")
        else:
            write(end)
            open_parts.pop()
    return pieces


def _values(attributes: dict[str, str]) -> str:
    """Return attributes as they stand in a tag. Hardly any has to be escaped: seen of all at once."""
    written = "".join([f' {name}="{value}"' for name, value in attributes.items()])
    # To ask for each sign takes a fifth of the time of one regular expression for all of them.
    if (
        written.count('"') == 2 * len(attributes)
        and "&" not in written
        and "<" not in written
        and ">" not in written
        and "\n" not in written
        and "\r" not in written
        and "\t" not in written
    ):
        return written
    escaped = [(name, _SPECIAL_IN_VALUES.sub(_escape, value)) for name, value in attributes.items()]
    return "".join([f' {name}="{value}"' for name, value in escaped])


def _escaped(text: str) -> str:
    if text == "\n":  # what Graphviz has between nearly all parts
        return text
    return _SPECIAL.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    return _ESCAPES[sign[0]]
