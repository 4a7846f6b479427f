"""The parts of an SVG as text: elements with their attributes, escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPECIAL = re.compile(r"[&<>]")
_SPECIAL_IN_VALUES = re.compile(r"[&<>\"\r\n\t]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}


def element(name: str, attributes: Mapping[str, str], inside: str | None = None) -> str:
    r"""Return an element, and the end of its line.

    Args:
        name: Its name; written as it is, like the names of attributes.
        attributes: Its attributes.
        inside: What is in it, as SVG; None for nothing.

    Example:
        >>> element("text", {"aria-label": 'say "no"'}, escaped("1 < 2"))
        '<text aria-label="say &quot;no&quot;">1 &lt; 2</text>\n'
    """
    values = values_of(attributes)
    return f"<{name}{values} />\n" if inside is None else f"<{name}{values}>{inside}</{name}>\n"


def values_of(attributes: Mapping[str, str]) -> str:
    """Return attributes as they stand in a tag, each with a space before it."""
    return "".join([f' {name}="{escaped_value(value)}"' for name, value in attributes.items()])


def escaped(text: str) -> str:
    """Return words as they stand between tags."""
    return _SPECIAL.sub(_escape, text)


def escaped_value(text: str) -> str:
    """Return words as they stand in an attribute."""
    return _SPECIAL_IN_VALUES.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    return _ESCAPES[sign[0]]
