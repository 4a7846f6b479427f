"""What a graph of nodes and links is made of.

A record of the map keeps what only the format knows of its node in its data, under the name of the format. There some
words are about links: ``id`` is the name of a node that became a relation; ``in`` is what is known of the links to a
node, by the ids they come from, and ``out`` of those that leave it, by the ids they go to; ``edge`` is what is known of
a link that is a relation by itself; ``node`` says what an argument without steps is in the file.

What argmap leaves in a node for itself is its *mark*. It says ``as`` what it is to be read where its links tell another
thing: an ``argument`` with premises and conclusion, a ``sketch`` of one, a ``relation``, a further ``step``, or the
``mirror`` of a relation that goes both ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple

from argmap.model.records import NOTHING


class Sort(Enum):
    """What a node is."""

    CLAIM = auto()
    INFERENCE = auto()
    CONFLICT = auto()
    DISAGREEMENT = auto()
    """A conflict of those it points to, without an attacker."""
    UNKNOWN = auto()
    """It does not say whether it supports or attacks; it counts as an inference."""
    OTHER = auto()
    """A rephrase, a preference: what has no record in a map."""


LINK_WORDS = frozenset({"id", "in", "out", "edge", "node"})
"""The words under the name of a format that are about links; the rest is about the node itself."""


@dataclass(slots=True)
class Node:
    """A node of a file.

    Attributes:
        key: Its name in the file, and in the map.
        sort: What it is.
        text: Its wording; only claims have one.
        data: The inline data of the record that it is.
        mark: What argmap left in it.
        place: Where it stands in the file.
        is_plain: Whether the data, and what is known of its links, are what a map can hold, so that they need no look.
    """

    key: str
    sort: Sort
    text: object = ""
    data: Mapping[str, Any] = NOTHING
    mark: Mapping[str, Any] = NOTHING
    place: str = ""
    is_plain: bool = False


class Edge(NamedTuple):
    """A link between two nodes.

    Attributes:
        source: The key of the node that it leaves.
        target: The key of the node that it goes to.
        extra: What else the file says of it, as JSON; None for nothing.
        place: Where it stands in the file.
    """

    source: str
    target: str
    extra: Any = None
    place: str = ""


def own(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return what a record keeps for a format; an empty mapping where that is nothing, or makes no sense.

    Example:
        >>> own({"aif": {"timestamp": "2014"}}, "aif"), own({"aif": 5}, "aif")
        ({'timestamp': '2014'}, {})
    """
    found = data.get(name)
    return found if isinstance(found, dict) else NOTHING


def own_rest(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return what a record keeps for a format and is not about links.

    Example:
        >>> own_rest({"aif": {"timestamp": "2014", "id": "7"}}, "aif")
        {'timestamp': '2014'}
    """
    return {key: value for key, value in own(data, name).items() if key not in LINK_WORDS}


def made_name(source: str, kind: str, target: str) -> str:
    """Return the name of the node for a relation that was none in a file; a reader knows it by that.

    Example:
        >>> made_name("C2", "attack", "C1")
        'C2 attack C1'
    """
    return f"{source} {kind} {target}"
