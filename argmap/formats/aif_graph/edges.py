"""The edges of a graph of AIF as they are read: those that mean something to a map, and those that are kept aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.nodes import SCHEMES
from argmap.formats.aif_graph.said import id_of
from argmap.formats.carrying import KEY
from argmap.formats.json_text import called

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.aif_graph.flavour import Flavour
    from argmap.formats.aif_graph.nodes import Entry, Reader

ENDS = ("fromID", "toID", KEY)
"""What an edge says that is not kept."""


def read_edges(reader: Reader) -> None:
    """Sort the edges: those between records of the map, those of what argmap made, and the others."""
    kinds, ins, outs, edges = reader.kinds, reader.ins, reader.outs, reader.graph.edges
    form = reader.layer.get("formEdgeID", reader.flavour.form_edge) is True
    size = 4 if form else 3
    prefix = reader.graph.carried.get("edges")
    made = prefix if isinstance(prefix, str) and prefix else None
    kept: list[dict[str, Any]] = []
    of_made: list[tuple[str, str, dict[str, Any]]] = []
    for place, edge in enumerate(edges):
        edges[place] = None  # it is used up
        if type(edge) is not dict:
            message = f"An edge is an object, not {called(edge)}; it is left out."
            reader.draft.fault(f"{reader.graph.path}edges[{place}]", "bad-edge", message)
            continue
        start, end = edge.get("fromID"), edge.get("toID")
        if type(start) is not str or type(end) is not str:
            start, end = id_of(start), id_of(end)
        source = None if start is None else kinds.get(start)
        target = None if end is None else kinds.get(end)
        if start is None or end is None or source is None or target is None:
            _dangling(reader, place, edge, start, end)
            continue
        if source == "X" or target == "X":
            of_made.append((start, end, edge))
            continue
        is_from_scheme = source == "RA" or source == "CA"
        if start == end or not source or not target or not (is_from_scheme or target == "RA" or target == "CA"):
            kept.append(edge if type(edge["fromID"]) is type(edge["toID"]) is str else _with_texts(edge))
            reader.touched.add(start)
            reader.touched.add(end)
            continue
        # Inlined, because it is by far the most frequent: an edge that says nothing but its id.
        entry = edge.get("edgeID")
        if type(entry) is not str or len(edge) != size or (form and edge.get("formEdgeID", 0) is not None):
            entry = _entry(edge, form, made, reader.flavour.edge_ids)
        elif made is not None and entry.startswith(made):
            entry = None
        mark = edge.get(KEY)
        if is_from_scheme:
            outs.setdefault(start, []).append((end, entry, mark))
            if target in SCHEMES:
                reader.pointed[end] = reader.pointed.get(end, 0) + 1
        else:
            ins.setdefault(end, []).append((start, entry, mark))
    edges.clear()
    kept += _of_what_others_changed(reader, of_made)
    if kept:
        reader.layer.setdefault("edges", kept)  # unless argmap carried them
    if reader.dangling:
        reader.layer.setdefault("dangling", reader.dangling)


def _with_texts(edge: Mapping[str, Any]) -> dict[str, Any]:
    return {**edge, "fromID": str(edge["fromID"]), "toID": str(edge["toID"])}


def _entry(edge: Mapping[str, Any], form: bool, made: str | None, edge_ids: bool) -> Entry:
    """Return what is to be kept of an edge besides its ends."""
    rest = {key: value for key, value in edge.items() if key not in ENDS}
    if form and rest.get("formEdgeID", 0) is None:
        del rest["formEdgeID"]
    is_made = made is not None and isinstance(rest.get("edgeID"), str) and rest["edgeID"].startswith(made)
    if is_made:
        del rest["edgeID"]
    if rest.keys() == {"edgeID"} and type(rest["edgeID"]) in (str, int):
        return rest["edgeID"]
    return rest if rest or (edge_ids and not is_made) else None


def is_entry(entry: Entry, form: bool, made: str, flavour: Flavour) -> bool:
    """Whether reading an edge that is written with an entry gives this entry again."""
    if entry is None or type(entry) is str or type(entry) is int:
        return not (type(entry) is str and entry.startswith(made))
    if type(entry) is not dict or any(key in entry for key in ENDS):
        return False
    back: object = _entry(entry, form, made, flavour.edge_ids)
    return back == entry


def _dangling(reader: Reader, place: int, edge: dict[str, Any], start: object, end: object) -> None:
    where = f"{reader.graph.path}edges[{place}]"
    for key, name in zip(reader.flavour.keys[1:], (start, end), strict=True):
        if name is None:
            message = f"The edge has no {key} that is a text or a whole number; it is kept aside. Name a node."
            reader.draft.fault(where, "no-end", message)
        elif name not in reader.kinds:
            message = f"The edge leads to {str(name)[:60]!r}, which is not there; it is kept aside. Add the node."
            reader.draft.warn(f"{where}.{key}", "dangling", message)
    names = {key: name for key, name in (("fromID", start), ("toID", end)) if name is not None and edge[key] != name}
    reader.dangling.append({**edge, **names} if names else edge)


def _of_what_others_changed(reader: Reader, edges: list[tuple[str, str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the edges of nodes that argmap made beside the map, where another program changed them since.

    As they were made, between two records, they only repeat what the data of these say.
    """
    ways: dict[str, list[int]] = {name: [0, 0] for name, kind in reader.kinds.items() if kind == "X"}
    for start, end, _ in edges:
        for name, way, other in ((start, 1, end), (end, 0, start)):
            if name in ways:
                ways[name][way] += 1 if reader.kinds[other] in ("I", "A", "RA", "CA") else 2
    for name, counts in ways.items():
        if counts != [1, 1]:
            reader.kinds[name] = ""
            reader.changed.add(name)
    return [_with_texts(edge) for start, end, edge in edges if not (reader.kinds[start] and reader.kinds[end])]
