"""From XML to an argument graph whose edges lead to what is there; what is wrong is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Severity
from argmap.formats.microtexts.elements import Element, elements_of
from argmap.formats.microtexts.graph import TYPES, Edge, Graph, Segment

if TYPE_CHECKING:
    from argmap.formats.draft import Draft

_KNOWN = {
    "arggraph": ("id", "topic_id", "stance"),
    "edu": ("id", "implicit"),
    "joint": ("id",),
    "adu": ("id", "type"),
    "edge": ("id", "src", "trg", "type"),
}
_NAMED = 2_000
"""Among more ids than this no nearest one is looked for."""


class Parsing:
    """An argument graph in the making.

    Attributes:
        graph: The graph.
        places: Where each element with an id starts.
    """

    def __init__(self, draft: Draft) -> None:
        self.graph = Graph()
        self.places: dict[str, int] = {}
        self._draft = draft
        self._kinds: dict[str, str] = {}
        self._dangling = 0

    def parse(self) -> bool:
        """Take in the text; return whether it is an argument graph."""
        draft = self._draft
        found, fault, doctype = elements_of(draft.given.source)
        if fault is not None:
            draft.fault(fault[0], "bad-xml", fault[1])
        elif doctype is not None:
            message = "The document type declared here is not looked at."
            draft.fault(doctype, "doctype", message, Severity.INFO)
        if not found:
            return False
        root = found[0]
        if _name(root) != "arggraph":
            message = f"The file begins with <{_name(root)[:60]}>; an argument graph begins with <arggraph>."
            draft.fault(root.start, "no-arggraph", message)
            return False
        self._attributes(root, "")
        graph = self.graph
        graph.id = root.attributes.get("id", "")
        graph.topic, graph.stance = root.attributes.get("topic_id", ""), root.attributes.get("stance", "")
        edges: list[Element] = []
        for element in found[1:]:
            name = _name(element)
            if element.depth != 1 or name not in _KNOWN or name == "arggraph":
                hint = "" if name in _KNOWN else draft.nearest("unknown-element", name, _KNOWN)
                message = f"Argument graphs have no <{name[:60]}> here; it is left out.{hint}"
                draft.warn(element.start, "unknown-element", message)
            elif name == "edge":
                edges.append(element)
            else:
                self._node(name, element)
        for element in edges:
            self._edge(element)
        self._check()
        return True

    def missing(self, edge: Edge, end: str, name: str) -> None:
        """Say that an edge leads to or from what is not there, or cannot stand there."""
        at = self.places[edge.id]
        kind = self._kinds.get(name)
        if kind is None:
            self._dangling += 1
            known = self._kinds if self._dangling <= 20 and len(self._kinds) <= _NAMED else ()
            self._draft.dangling(at, f"The {end} of the edge {edge.id!r}", name, known)
        else:
            message = (
                f"The {end} of the edge {edge.id!r} of type {edge.type} cannot be the {kind} {name!r}; it is left out."
            )
            self._draft.fault(at, "wrong-end", message)

    def _node(self, name: str, element: Element) -> None:
        graph = self.graph
        key = element.attributes.get("id", "")
        if not self._is_new(name, key, element):
            return
        if name == "edu":
            graph.segments.append(Segment(key, element.text, element.attributes.get("implicit", "")))
        elif name == "joint":
            graph.joints.append(key)
        else:
            word = element.attributes.get("type", "")
            graph.units[key] = word if word in ("pro", "opp") else ""
            if not graph.units[key]:
                graph.attributes.setdefault(key, {})["type"] = word
                what = f"The type of the unit {key!r} is {word[:60]!r}" if word else f"The unit {key!r} has no type"
                self._draft.warn(element.start, "unknown-type", f"{what}, so its claim has no side; write pro or opp.")

    def _edge(self, element: Element) -> None:
        given = element.attributes
        key = given.get("id", "")
        if not key:
            number = len(self.graph.edges) + 1
            while f"c{number}" in self._kinds:
                number += 1
            key = f"c{number}"
        if not self._is_new("edge", key, element):
            return
        word = given.get("type", "")
        if word not in TYPES:
            hint = self._draft.nearest("unknown-edge", word, TYPES)
            message = f"The type of the edge {key!r} is {word[:60]!r}, so it is left out.{hint}"
            self._draft.fault(element.start, "unknown-edge", message)
            return
        lacking = [name for name in ("src", "trg") if not given.get(name)]
        if lacking:
            message = f"The edge {key!r} has no {' and no '.join(lacking)}, so it is left out."
            self._draft.fault(element.start, "no-end", message)
            return
        self.graph.edges.append(Edge(key, given["src"], word, given["trg"]))

    def _is_new(self, name: str, key: str, element: Element) -> bool:
        if not key or key in self._kinds:
            what = f"The id {key[:60]!r} is used further up already" if key else f"This <{name}> has no id"
            message = f"{what}, so the <{name}> is left out; give each element an id of its own."
            self._draft.fault(element.start, "id-twice" if key else "no-id", message)
            return False
        self._kinds[key] = {"edu": "segment", "adu": "unit"}.get(name, name)
        self.places[key] = element.start
        self._attributes(element, key)
        return True

    def _attributes(self, element: Element, key: str) -> None:
        known = _KNOWN[_name(element)]
        other = {name: value for name, value in element.attributes.items() if name not in known}
        if other:
            self.graph.attributes[key] = other

    def _check(self) -> None:
        """Leave out the edges that lead to what is not there, and then those that lead to these.

        Of edges that say the same, only those to which others lead are inferences of their own.
        """
        graph = self.graph
        segments = {segment.id for segment in graph.segments}
        joints = set(graph.joints)
        edges = {edge.id: edge for edge in graph.edges}
        bad: list[str] = []
        users: dict[str, list[str]] = {}
        seen: set[tuple[str, str, str]] = set()
        referred = {edge.target for edge in graph.edges}
        for edge in graph.edges:
            if edge.type == "seg":
                is_source = edge.source in segments or edge.source in joints
                is_target = edge.target in graph.units or (edge.target in joints and edge.source in segments)
            else:
                is_source = edge.source in graph.units
                is_target = edge.target in graph.units or (edge.target in edges and edges[edge.target].type != "seg")
                users.setdefault(edge.target, []).append(edge.id)
            if not is_source or not is_target:
                self.missing(edge, "target" if is_source else "source", edge.target if is_source else edge.source)
                bad.append(edge.id)
            elif edge.id in referred or edge.type == "add":
                continue
            elif (edge.source, edge.type, edge.target) in seen:
                message = f"The edge {edge.id!r} says what another says already; it is left out."
                self._draft.warn(self.places[edge.id], "edge-twice", message)
                bad.append(edge.id)
            seen.add((edge.source, edge.type, edge.target))
        gone: set[str] = set()
        while bad:
            name = bad.pop()
            if name in gone:
                continue
            gone.add(name)
            for other in users.get(name, ()):
                if other not in gone:
                    message = f"The edge {other!r} leads to the edge {name!r}, which is left out, and so is this one."
                    self._draft.fault(self.places[other], "leads-nowhere", message)
                    bad.append(other)
        graph.edges = [edge for edge in graph.edges if edge.id not in gone]
        self._check_segments()

    def _check_segments(self) -> None:
        """Leave out what makes a segment part of two units, and the joints that lead nowhere or join nothing."""
        graph = self.graph
        joints = set(graph.joints)
        owned: set[str] = set()
        kept: list[Edge] = []
        for edge in graph.edges:
            if edge.type == "seg" and edge.source in owned:
                what = "joint" if edge.source in joints else "segment"
                message = f"The {what} {edge.source!r} belongs elsewhere already, so the edge {edge.id!r} is left out."
                self._draft.warn(self.places[edge.id], "segment-twice", message)
            else:
                kept.append(edge)
                if edge.type == "seg":
                    owned.add(edge.source)
        joined = {edge.target for edge in kept if edge.type == "seg"}
        idle = {joint for joint in joints if joint not in owned or joint not in joined}
        for joint in graph.joints:
            if joint in idle:
                message = f"The joint {joint!r} joins nothing, or is part of no unit; it is left out with its edges."
                self._draft.warn(self.places[joint], "idle-joint", message)
        graph.joints = [joint for joint in graph.joints if joint not in idle]
        graph.edges = [edge for edge in kept if edge.type != "seg" or not idle & {edge.source, edge.target}]


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
