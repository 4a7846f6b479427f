"""The links in the texts of a map, tied to the underlined words that stand for them in its picture.

The SVG itself leads nowhere, so that it can be put into any page; in a PDF a click on the words opens their address.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from argmap.model.records import RangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.model.records import Range
    from argmap.render.naming import Names
    from argmap.render.scene import Scene

_PLAIN = "!#$%&'()*+,/:;=?@[]~"  # besides letters and digits, what stands in an address as it is


class Link(NamedTuple):
    """A link in a text.

    Attributes:
        address: Where it leads.
        signs: How many signs the words have that stand for it, without white space.
    """

    address: str
    signs: int


def links_of(scene: Scene, names: Names) -> dict[str, list[Link]]:
    """Return the links in each box and cell of a picture, by the id of its group. Linear.

    Args:
        scene: What is drawn.
        names: How the groups in its SVG begin.
    """
    found: dict[str, list[Link]] = {}
    for node in scene.diagram.nodes:
        name = f"{names.prefix}-{scene.names[node.id]}"
        parts = [(f"{name}-{one.anchor}", one.text, one.ranges) for one in node.cells] if node.blocks else []
        for group, text, ranges in [(name, "" if parts else node.text, node.ranges), *parts]:
            links = list(_links_in(text, ranges))
            if links:
                found[group] = links
    return found


def _links_in(text: str, ranges: Sequence[Range]) -> Iterator[Link]:
    for one in sorted(ranges, key=lambda one: one.start):
        signs = len("".join(text[one.start : one.end].split()))
        if one.kind is RangeKind.LINK and one.target and signs:
            yield Link(quote(one.target, safe=_PLAIN), signs)


def tie_links(root: ET.Element, links: Mapping[str, Sequence[Link]]) -> None:
    """Put the underlined words in the groups of a picture into links, each to the address it stands for. Linear.

    Args:
        root: The picture, as `argmap.render.finished.read_svg` returns it; it is changed.
        links: For the ids of groups, the links in them, in the order of the text.

    Example:
        >>> root = ET.fromstring('<svg><g id="a"><text text-decoration="underline">x</text></g></svg>')
        >>> tie_links(root, {"a": [Link("https://example.org/", 1)]})
        >>> [link.get("href") for link in root.iter("a")]
        ['https://example.org/']
    """
    for group in root.iter("g") if links else ():
        waiting = list(links.get(group.get("id", ""), ()))
        for parent in list(group.iter()) if waiting else ():
            for place, child in enumerate(parent):
                if child.tag != "text" or child.get("text-decoration") != "underline" or not waiting:
                    continue
                address, signs = waiting[0]
                link = ET.Element("a", {"href": address})
                link.append(child)
                parent[place] = link
                left = signs - len("".join("".join(child.itertext()).split()))
                waiting[:1] = [Link(address, left)] if left > 0 else []
