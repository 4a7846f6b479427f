"""An argument graph as its file says it: segments, units and edges, before argmap's words for them."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPES = ("seg", "sup", "exa", "add", "reb", "und")
"""The types of edges."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text (``edu``), as it stands there."""

    id: str
    text: str
    implicit: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge: from a segment, a joint or a unit, to a joint, a unit or an edge."""

    id: str
    source: str
    type: str
    target: str


@dataclass
class Graph:
    """A file.

    Attributes:
        id: The id of the graph.
        topic: What the text answers (``topic_id``).
        stance: What it says to that (``pro``, ``con`` ...).
        segments: The segments, in the order of the text.
        joints: The ids of the joints, which make several segments one.
        units: For the id of each unit its type, ``pro`` or ``opp``; another one is among the attributes.
        edges: The edges.
        attributes: Attributes that are not known, by the id of the element; those of the graph under an empty id.
    """

    id: str = ""
    topic: str = ""
    stance: str = ""
    segments: list[Segment] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=dict)


def wordings_of(graph: Graph) -> dict[str, list[tuple[int, str, list[str]]]]:
    """Return the texts of each unit: the place of its first segment, the words, and the ids of its segments.

    A unit with several segments is put in several ways, unless a joint makes them one.
    """
    places = {segment.id: place for place, segment in enumerate(graph.segments)}
    joints: dict[str, list[str]] = {name: [] for name in graph.joints}
    for edge in graph.edges:
        if edge.type == "seg" and edge.target in joints and edge.source in places:
            joints[edge.target].append(edge.source)
    found: dict[str, list[tuple[int, str, list[str]]]] = {}
    for edge in graph.edges:
        if edge.type == "seg" and edge.target in graph.units:
            names = sorted(joints.get(edge.source, [edge.source]), key=lambda name: places.get(name, -1))
            names = [name for name in names if name in places]
            if names:
                words = " ".join(graph.segments[places[name]].text for name in names)
                found.setdefault(edge.target, []).append((places[names[0]], words, names))
    for texts in found.values():
        texts.sort(key=lambda text: text[0])
    return found
