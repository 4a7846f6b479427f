"""What a file of the AIF family holds beside its graph: the layer that is kept as it is, sections, front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.nodes import SCHEMES
from argmap.formats.aif_graph.said import id_of
from argmap.formats.carrying import KEY, restored
from argmap.model import Section

if TYPE_CHECKING:
    from argmap.formats.aif_graph.flavour import Flavour, Graph
    from argmap.formats.aif_graph.nodes import Reader


def layer_of(graph: Graph, flavour: Flavour, ints: bool, fulfilments: object) -> dict[str, Any]:
    """Return what is kept of a file beside nodes and edges, where it is not as its format has it.

    Args:
        graph: The graph.
        flavour: The format.
        ints: Whether all ids of nodes are numbers.
        fulfilments: What is left of the ``schemefulfillments``.
    """
    found: dict[str, Any] = {}
    if graph.nodes and ints != flavour.ints:
        found["ints"] = ints
    form = bool(graph.edges) and all(type(edge) is dict and "formEdgeID" in edge for edge in graph.edges)
    if graph.edges and form != flavour.form_edge:
        found["formEdgeID"] = form
    for key, value in graph.rest.items():
        left = fulfilments if key == "schemefulfillments" else value
        if left != [] or key not in flavour.empty:
            found[key] = left
    without = [key for key in flavour.empty if key not in graph.rest]
    if without:
        found["without"] = without
    return found


def read_layer(reader: Reader) -> None:
    given = reader.graph.rest.get("schemefulfillments")
    left: object = given
    if isinstance(given, list):
        left = []
        for each in given:
            name = id_of(each.get("nodeID")) if type(each) is dict else None
            if name is not None and reader.kinds.get(name) in (*SCHEMES, "X") and len(each) == 2:
                if name not in reader.fulfilled and "schemeID" in each:
                    reader.fulfilled[name] = each["schemeID"]
                    continue
            left.append(each)
    reader.layer = layer_of(reader.graph, reader.flavour, reader.ints, left)
    carried = reader.graph.carried
    if isinstance(carried.get("aif"), dict):
        reader.layer.update(carried["aif"])
    for key in carried["not"] if isinstance(carried.get("not"), list) else ():
        if isinstance(key, str):
            reader.layer.pop(key, None)


def read_sections(reader: Reader) -> set[str]:
    """Add the sections that argmap carried; return their ids."""
    given = reader.graph.carried.get("sections")
    found: set[str] = set()
    for number, each in enumerate(given if isinstance(given, list) else ()):
        if isinstance(each, dict):
            held = restored(Section, each, reader.draft, f"{KEY}.sections[{number}]")
            name = each.get("id") if isinstance(each.get("id"), str) else None
            if held.get("parent") not in found:
                held.pop("parent", None)
            found.add(reader.draft.section(held.pop("title", None) or "—", key=name, **held))
    return found


def keep_nodes(reader: Reader) -> None:
    """Keep the nodes that have no record in the map."""
    found = []
    for name, kind in reader.kinds.items():
        if not kind:
            node = reader.nodes[name]
            is_made = name in reader.changed
            if (type(node["nodeID"]) is int and reader.layer.get("ints", reader.flavour.ints) is True) or is_made:
                node = {**node, "nodeID": name}
                if is_made:
                    del node[KEY]
            found.append(node)
    found += reader.twice
    if found:
        reader.layer.setdefault("nodes", found)  # unless argmap carried them


def read_front(reader: Reader) -> None:
    """Set the title and the data of the map."""
    draft, carried = reader.draft, reader.graph.carried
    if isinstance(carried.get("title"), str):
        draft.title = carried["title"]
    data = carried.get("data")
    draft.data = {**reader.said.front, **draft.data, **(data if isinstance(data, dict) else {})}
    for key in carried["without"] if isinstance(carried.get("without"), list) else ():
        if isinstance(key, str):
            draft.data.pop(key, None)
    if reader.layer:
        draft.data["aif"] = reader.layer
