"""What a map keeps of a file of the AIF family beside its records: written back whole, and the rest carried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.flavour import Flavour, Graph
from argmap.formats.aif_graph.layer import layer_of
from argmap.formats.aif_graph.nodes import GOES, SCHEMES, word_at
from argmap.formats.aif_graph.said import id_of, said_by
from argmap.formats.carrying import KEY, carried
from argmap.formats.keeping import Facet
from argmap.formats.naming import MAP
from argmap.loss import Loss
from argmap.model.naming import plain_data
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.aif_graph.making import Making
    from argmap.formats.aif_graph.spans import Marked
    from argmap.model import ArgumentMap

_NATIVE = ("nodes", "edges", "dangling")
_POINTS = ("I", *SCHEMES)
_FLAGS = ("ints", "formEdgeID", "without")


@dataclass
class Kept:
    """What the front matter of a map keeps of a file, under ``aif``, as far as it is of the form that reading gives.

    Attributes:
        given: All of it.
        flags: What holds for the whole file.
        rest: The lists beside nodes and edges.
        nodes: The nodes that have no record.
        edges: The edges that are no relations, with ends that are texts.
        dangling: The edges that lead to nothing.
        made: How the ids of edges begin that argmap makes.
        touched: The ids of nodes that these edges touch.
    """

    given: Mapping[str, Any]
    flags: dict[str, Any] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)
    dangling: list[dict[str, Any]] = field(default_factory=list)
    made: str = "e"
    touched: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, m: ArgumentMap, flavour: Flavour, owned: set[str]) -> Kept:
        """Return what a map keeps.

        Args:
            m: The map.
            flavour: The format in which it is to be written.
            owned: The ids of the nodes of its records.
        """
        given = m.data.get("aif")
        kept = cls(given if type(given) is dict else {})
        kept.flags = {key: kept.given[key] for key in _FLAGS[:2] if key in kept.given}
        without = kept.given.get("without")
        left_out = without if type(without) is list else []
        kept.rest = {key: [] for key in flavour.empty if key not in left_out}
        kept.rest.update((key, value) for key, value in kept.given.items() if key not in (*_NATIVE, *_FLAGS, KEY))
        if kept._has_nodes(owned):
            kept.nodes = kept.given["nodes"]
        edges = kept.given.get("edges")
        kept.edges = [edge for edge in edges if _is_edge(edge)] if type(edges) is list else []
        for edge in kept.edges:
            kept.touched.add(edge["fromID"])
            kept.touched.add(edge["toID"])
        dangling = kept.given.get("dangling")
        if type(dangling) is list and all(type(edge) is dict for edge in dangling):
            kept.dangling = dangling
        starts = {entry for entry in _edge_ids(m, kept) if type(entry) is str and entry.startswith("e")}
        while any(entry.startswith(kept.made) for entry in starts):
            kept.made += "_"
        return kept

    def _has_nodes(self, owned: set[str]) -> bool:
        nodes = self.given.get("nodes")
        if type(nodes) is not list:
            return False
        seen: set[str] = set()
        is_twice = False
        for node in nodes:
            name = id_of(node.get("nodeID")) if type(node) is dict else None
            if name is None or type(node["nodeID"]) is int:
                return False
            if name in owned or name in seen:
                is_twice = True
                continue
            seen.add(name)
            is_other = node.get("type") in ("I", *SCHEMES) or word_at(node.get(KEY)) in GOES
            if is_twice or is_other:
                return False
        return True


def _is_edge(edge: object) -> bool:
    if type(edge) is not dict:
        return False
    start, end = edge.get("fromID"), edge.get("toID")
    return type(start) is str and type(end) is str and bool(start) and bool(end)


def _edge_ids(m: ArgumentMap, kept: Kept) -> Iterator[object]:
    """Yield the ids of edges that are kept anywhere."""
    for record in (*m, *m.relations):
        held = record.data.get("aif") if record.data else None
        if type(held) is dict:
            if "edges" in held and type(held["edges"]) is list:
                for entry in held["edges"]:
                    yield entry.get("edgeID") if type(entry) is dict else entry
            if "edge" in held:
                entry = held["edge"]
                yield entry.get("edgeID") if type(entry) is dict else entry
    for edge in (*kept.edges, *kept.dangling):
        yield edge.get("edgeID")


def finish(
    making: Making, kept: Kept, text: Marked | None, front: Mapping[str, Any], title: str
) -> tuple[Graph, list[Loss]]:
    """Return the whole graph, and what it does not hold."""
    m, flavour = making.m, making.flavour
    nodes = [*making.nodes.values(), *_kept_nodes(making, kept)]
    ids = making.nodes.keys() | making.taken
    edges, gone, override = _kept_edges(making, kept, ids)
    made = _made_edges(making)
    is_numbered = any(type(edge.get("edgeID")) is str and edge["edgeID"].startswith(kept.made) for edge in made)
    rest = dict(kept.rest)
    left = rest.get("schemefulfillments")
    if type(left) is list:
        own = {each["nodeID"] for each in making.fulfilled}
        left = [each for each in left if not _would_be_taken(each, making, own)]
        rest["schemefulfillments"] = left
    if making.fulfilled:
        rest["schemefulfillments"] = [*left, *making.fulfilled] if type(left) is list else making.fulfilled
    dangling = kept.dangling if all(_is_dangling(edge, ids) for edge in kept.dangling) else []
    loose = [
        {
            **edge,
            **{key: making.raw(edge[key]) for key in ("fromID", "toID") if type(edge.get(key)) is str and edge[key]},
        }
        for edge in dangling
    ]
    graph = Graph(nodes, [*made, *edges, *loose], rest)
    said = said_by(graph.nodes, graph.edges, graph.rest, text)
    _carry_at_nodes(making, said.of)
    document = carried_for_map(m, {**said.front, **front}, title)
    if is_numbered:
        document["edges"] = kept.made
    native = {"nodes": kept.nodes, "edges": edges if not override else None, "dangling": dangling}
    _carry_layer(document, m, graph, flavour, left, native, gone)
    graph.carried = document
    losses = []
    if gone:
        many = "An edge" if gone == 1 else f"{gone:,} edges"
        leads = "leads" if gone == 1 else "lead"
        losses.append(Loss(Facet.DATA, MAP, f"{many} of the dialogue {leads} to what is no longer in the map."))
    return graph, losses


def _would_be_taken(entry: object, making: Making, own: set[str]) -> bool:
    """Whether reading takes an entry among the fulfilments for what an inference or conflict says."""
    name = id_of(entry.get("nodeID")) if type(entry) is dict and len(entry) == 2 and "schemeID" in entry else None
    return name is not None and name not in own and making.nodes.get(name, {}).get("type") in SCHEMES


def _is_dangling(edge: Mapping[str, Any], ids: set[str]) -> bool:
    """Whether an edge leads to nothing, and its ends are such as reading gives them."""
    ends = [edge.get("fromID"), edge.get("toID")]
    return not any(type(end) is int for end in ends) and not all(type(end) is str and end in ids for end in ends)


def _kept_nodes(making: Making, kept: Kept) -> Iterator[dict[str, Any]]:
    for node in kept.nodes:
        yield {**node, "nodeID": making.raw(node["nodeID"])} if making.ints else node


def _kept_edges(making: Making, kept: Kept, ids: set[str]) -> tuple[list[dict[str, Any]], int, bool]:
    """Return the edges that are no relations, how many have lost an end, and whether others cannot be written so."""
    found, gone = [], 0
    given = kept.given.get("edges")
    is_bad = "edges" in kept.given and (type(given) is not list or not given or len(given) != len(kept.edges))
    nodes = making.nodes
    for edge in kept.edges:
        start, end = edge["fromID"], edge["toID"]
        if start not in ids or end not in ids:
            gone += 1
            continue
        types = [nodes[name]["type"] if name in nodes else "" for name in (start, end)]
        is_made = any(name in nodes and word_at(nodes[name].get(KEY)) in GOES for name in (start, end))
        is_link = start != end and any(kind in SCHEMES for kind in types) and all(kind in _POINTS for kind in types)
        if is_made or is_link:
            is_bad = True
            continue
        first, second = making.raw(start), making.raw(end)
        found.append(edge if first is start and second is end else {**edge, "fromID": first, "toID": second})
    return found, gone, is_bad


def _made_edges(making: Making) -> list[dict[str, Any]]:
    """Return the edges of the records of the map."""
    found = []
    number = 0
    form, made, has_ids = making.form, making.made, making.flavour.edge_ids
    raw = making.raw if making.ints or making.raws else None
    number_all = has_ids and "ova" in making.m.data
    given = making.edges
    given.reverse()
    while given:
        start, end, entry, mark = given.pop()  # to make room
        if raw is not None:
            start, end = raw(start), raw(end)
        if type(entry) is dict:
            edge = {"edgeID": entry["edgeID"]} if "edgeID" in entry else {}
            if number_all and not edge:
                number += 1
                edge["edgeID"] = f"{made}{number}"
            edge.update(fromID=start, toID=end)
            if form:
                edge["formEdgeID"] = None
            edge.update(entry)
        else:
            if entry is None:
                number += 1
                entry = f"{made}{number}"
                edge = {"edgeID": entry} if has_ids else {}
                edge.update(fromID=start, toID=end)
            else:
                edge = {"edgeID": entry, "fromID": start, "toID": end}
            if form:
                edge["formEdgeID"] = None
        if mark:
            edge[KEY] = mark
        found.append(edge)
    return found


def _carry_at_nodes(making: Making, said: Mapping[str, Mapping[str, Any]]) -> None:
    """Let each node carry what it cannot say of its record, nor the graph round it."""
    marks, extra, nodes = making.marks, making.extra, making.nodes
    for name, left in making.left.items():
        if left:
            extra.setdefault(name, {})["aif"] = left
    if said:
        for name in making.node_of.values():
            if name in said and name in nodes:
                held = extra.get(name, {})
                without = []
                for key, value in said[name].items():
                    if key not in held:
                        without.append(key)
                    elif held[key] == value:
                        del held[key]
                if without:
                    marks.setdefault(name, {})["without"] = without
    for name, data in extra.items():
        if data:
            marks.setdefault(name, {})["data"] = dict(plain_data(data))
    for name, mark in marks.items():
        nodes[name][KEY] = mark


def carried_for_map(m: ArgumentMap, said: Mapping[str, Any] = NOTHING, title: str = "") -> dict[str, Any]:
    """Return what the file carries of the title, the front matter and the sections."""
    found: dict[str, Any] = {}
    if m.title != title:
        found["title"] = m.title
    is_layer = type(m.data.get("aif")) is dict and m.data["aif"]
    data = {
        key: value
        for key, value in m.data.items()
        if not (key == "aif" and is_layer) and not (key in said and said[key] == value)
    }
    without = [key for key in said if key not in m.data]
    if data:
        found["data"] = dict(plain_data(data))
    if without:
        found["without"] = without
    if len(m.sections):
        found["sections"] = [{"id": each.id, **carried(each, ("level",)), "level": each.level} for each in m.sections]
    return found


def _carry_layer(
    document: dict[str, Any],
    m: ArgumentMap,
    graph: Graph,
    flavour: Flavour,
    fulfilments: object,
    native: Mapping[str, Any],
    gone: int,
) -> None:
    """Let the document carry what of the layer its files say in another way."""
    layer = m.data.get("aif")
    if type(layer) is not dict:
        layer = {}
    ints = bool(graph.nodes) and all(type(node["nodeID"]) is int for node in graph.nodes)
    rest = dict(graph.rest)
    if "schemefulfillments" in rest and "schemefulfillments" not in layer:
        fulfilments = []
    told = layer_of(Graph(graph.nodes, graph.edges, rest), flavour, ints, fulfilments)
    for key, value in native.items():
        is_same = value is not None and (value or key not in layer) and (key != "edges" or not gone)
        if key in layer and not (is_same and len(layer[key]) == len(value)) and not (key == "edges" and gone):
            document.setdefault("aif", {})[key] = layer[key]
    for key, value in layer.items():
        if key not in native and not (key in told and told[key] == value):
            document.setdefault("aif", {})[key] = value
    missing = [key for key in told if key not in layer]
    if missing:
        document["not"] = missing
