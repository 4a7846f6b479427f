"""The parts of an SVG as text: elements with their attributes, escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_value(text: str) -> str:
    """Return words as they stand in an attribute."""
    text = escaped(text).replace('"', "&quot;")
    return text if text.isprintable() else text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
