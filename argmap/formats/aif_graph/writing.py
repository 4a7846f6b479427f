"""From a map to a graph of AIF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.aif_graph.edges import is_entry
from argmap.formats.aif_graph.making import Making
from argmap.formats.aif_graph.naming import naming_for
from argmap.formats.aif_graph.said import id_of, said_by
from argmap.formats.aif_graph.sketches import is_edge, types_of
from argmap.formats.aif_graph.writing_layer import Kept, finish
from argmap.formats.carrying import KEY, carried
from argmap.memory import collection_paused
from argmap.model import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.aif_graph.flavour import Flavour, Graph
    from argmap.formats.aif_graph.spans import Marked
    from argmap.loss import Loss
    from argmap.model import ArgumentMap, Relation

_GOES = {"rephrases": "MA", "preferred-to": "PA"}
_FOR = (RelationKind.SUPPORT, RelationKind.ENTAILS)


def write_graph(
    m: ArgumentMap,
    flavour: Flavour,
    *,
    text: Marked | None = None,
    front: Mapping[str, Any] | None = None,
    title: str = "",
) -> tuple[Graph, list[Loss]]:
    """Return a map as a graph of AIF, and what it does not hold. Linear.

    Args:
        m: The map.
        flavour: The format.
        text: The text of the file, with the stretches that belong to nodes.
        front: What of the front matter reading tells from other parts of the file.
        title: The title that reading tells from them.
    """
    with collection_paused():
        node_of = _node_ids(m)
        links = _link_ids(m)
        kept = Kept.of(m, flavour, {*node_of.values(), *links})
        making = Making(m, flavour, kept.flags, flavour.schemes_in(kept.rest), kept.made, node_of=node_of)
        making.taken = {name for node in kept.nodes if (name := id_of(node["nodeID"])) is not None}
        making.taken -= making.owned | links
        making.links = links
        types = types_of(m, _wanted(m))
        for claim in m.claims:
            making.add_point(claim)
        _add_arguments(making, types)
        _add_relations(making, types, kept)
        _add_goes(making, kept)
        return finish(making, kept, text, front or {}, title)


def _wanted(m: ArgumentMap) -> dict[str, str]:
    found = {}
    for argument in m.arguments:
        if not argument.steps and argument.data:
            kept = argument.data.get("aif")
            sort = kept.get("type") if type(kept) is dict else None
            if sort in ("RA", "CA"):
                found[argument.id] = sort
    return found


def _node_ids(m: ArgumentMap) -> dict[str, str]:
    """Return for each record the id that its node had, if no other has it, or else its own."""
    found: dict[str, str] = {}
    later = []
    for record in m:
        kept = record.data.get("aif") if record.data else None
        if type(kept) is dict and kept.get("nodeID") is not None:
            later.append((record.id, id_of(kept["nodeID"])))
        found[record.id] = record.id
    own = {name for name, _ in later}
    used = found.keys() - own
    for name, wanted in later:
        if wanted is None or wanted in used or (wanted != name and wanted in own):
            wanted = name
        found[name] = wanted
        used.add(wanted)
    return found


def _link_ids(m: ArgumentMap) -> set[str]:
    """Return the ids that nodes of relations had."""
    found = set()
    for relation in m.relations:
        kept = relation.data.get("aif") if relation.data else None
        name = id_of(kept.get("nodeID")) if type(kept) is dict else None
        if name is not None:
            found.add(name)
    return found


def _add_arguments(making: Making, types: dict[str, str]) -> None:
    node_of = making.node_of
    for argument in making.m.arguments:
        name = node_of[argument.id]
        if not argument.steps:
            kind = types.get(argument.id)
            if kind is None:
                making.add_point(argument, "argument")
            else:
                _add_typed(making, argument, name, kind, types)
            continue
        kept = argument.data.get("aif") if argument.data else None
        number = sum(len(step.premises) for step in argument.steps) + len(argument.steps)
        entries = making.entries(kept.get("edges"), number) if type(kept) is dict else None
        mark: dict[str, Any] = {}
        names = [making.free(f"{name}.") for _ in argument.steps[:-1]]
        making.step_nodes[argument.id] = [*names, name]
        last = argument.steps[-1]
        if last.rules or last.data or not last.premises:
            mark["inference"] = carried(last, ("premises", "conclusion"))
        left = making.add_scheme(name, "RA", argument.data, mark, argument, ("edges",))
        if entries is not None:
            del left["edges"]
        place = 0
        for index, step in enumerate(argument.steps):
            end = name if index == len(names) else names[index]
            if end != name:
                at: dict[str, Any] = {"as": "step", "of": name, "number": index + 1}
                at["inference"] = carried(step, ("premises", "conclusion"))
                making.add_scheme(end, "RA", {}, at)
            for premise in step.premises:
                making.link(node_of[premise], end, None if entries is None else entries[place])
                place += 1
            if index and argument.steps[index - 1].conclusion not in step.premises:
                making.link(node_of[argument.steps[index - 1].conclusion], end, None, {"as": "chain"})
            making.link(end, node_of[step.conclusion], None if entries is None else entries[place])
            place += 1


def _add_typed(making: Making, argument: Argument, name: str, kind: str, types: dict[str, str]) -> None:
    """Add a sketched argument that is an inference or conflict with other ends than one claim."""
    kept = argument.data.get("aif")
    is_told = type(kept) is dict and kept.get("type") == kind and _is_told(making, argument.id, kind, types)
    left = making.add_scheme(name, kind, argument.data, {} if is_told else {"as": "argument"}, argument, ("type",))
    if is_told:
        del left["type"]


def _is_told(making: Making, name: str, kind: str, types: dict[str, str]) -> bool:
    """Whether the edges of a node tell that it is no plain inference, and no plain conflict."""
    m = making.m
    outs = [each for each in m.relations_of(name) if each.source == name and is_edge(m, types, each)]
    ins = [each for each in m.relations_of(name) if each.target == name]
    edges = [each for each in ins if is_edge(m, types, each)]
    points = [each for each in edges if each.source not in types]
    if kind == "RA":
        is_plain = points and all(each.source in m.claims for each in points)
        return not (len(outs) == 1 and outs[0].target in m.claims and is_plain)
    is_pointed = len(points) < len(ins)
    return is_pointed or not (len(outs) == len(points) == 1)


def _add_relations(making: Making, types: dict[str, str], kept: Kept) -> None:
    """Add relations; an undercut of an argument that is a proposition aims at the node of the first thing it does."""
    m, node_of = making.m, making.node_of
    sketches = {argument.id for argument in m.arguments if not argument.steps and argument.id not in types}
    deeds: dict[str, str] = {}
    undercuts: list[tuple[int, str]] = []  # where the edge of each is, and what it undercuts
    for relation in m.relations:
        start, end = node_of[relation.source], node_of[relation.target]
        if relation.target in making.step_nodes:
            nodes = making.step_nodes[relation.target]
            end = nodes[-1 if relation.step is None else relation.step]
        if is_edge(m, types, relation):
            _add_edge(making, relation, start, end)
            continue
        name = _add_link(making, relation, start, end, types, kept)
        if relation.source == relation.target or relation.kind.is_symmetric:
            continue
        if relation.source in sketches:
            deeds.setdefault(relation.source, name)
        if relation.kind is RelationKind.UNDERCUT and relation.target in sketches:
            undercuts.append((len(making.edges) - 1, relation.target))
    for place, target in undercuts:
        start, end, entry, mark = making.edges[place]
        making.edges[place] = start, deeds.get(target, end), entry, mark


def _add_edge(making: Making, relation: Relation, start: str, end: str) -> None:
    if not relation.data:
        making.link(start, end)
        return
    data = dict(relation.data)
    held = data.get("aif")
    entry = None
    given = held.get("edge") if type(held) is dict else None
    if held is not None and given is not None and is_entry(given, making.form, making.made, making.flavour):
        entry = given
        data["aif"] = {key: value for key, value in held.items() if key != "edge"}
        if not data["aif"]:
            del data["aif"]
    making.link(start, end, entry, {"data": data} if data else None)


def _add_link(making: Making, relation: Relation, start: str, end: str, types: dict[str, str], kept: Kept) -> str:
    """Add the node of a relation that needs one, and for one that is symmetric the way back; return the node's id."""
    m, kind, data = making.m, relation.kind, relation.data
    held = data.get("aif") if data else None
    held = held if type(held) is dict else {}
    name = id_of(held.get("nodeID"))
    is_own = name is not None and not any(name in some for some in (making.nodes, making.taken, making.owned))
    if name is None or not is_own:
        name = making.free("r")
    target = m[relation.target]
    is_node = isinstance(target, Argument) and (bool(target.steps) or target.id in types)
    is_plain = is_own and kind is (RelationKind.UNDERCUT if is_node else RelationKind.ATTACK)
    mark: dict[str, Any] = {} if is_plain else {"as": kind.value}
    left = making.add_scheme(name, "RA" if kind in _FOR else "CA", data, mark, None, ("edges",))
    entries = making.entries(held.get("edges"), 2)
    if entries is not None:
        del left["edges"]
    if is_own and "nodeID" in left and (is_plain or name in kept.touched):
        making.raws[name] = making.nodes[name]["nodeID"] = left.pop("nodeID")
    first, second = entries or (None, None)
    making.link(start, name, first)
    making.link(name, end, second)
    if kind.is_symmetric:
        back = making.free("r")
        making.add_scheme(back, "CA", {}, {"as": "again", "of": name})
        making.link(end, back)
        making.link(back, start)
    return name


def _add_goes(making: Making, kept: Kept) -> None:
    """Add nodes for what claims repeat, and are preferred to, where the file has none."""
    m = making.m
    wanted = []
    for record in m:
        data = record.data
        if data and ("rephrases" in data or "preferred-to" in data):
            if record.id not in making.step_nodes and record.id not in m.claims:
                continue
            for key in _GOES:
                ends = data.get(key)
                if type(ends) is list:
                    wanted += [(record.id, key, end) for end in ends if type(end) is str and end in making.node_of]
    if not wanted:
        return
    there = said_by([*making.nodes.values(), *kept.nodes], kept.edges, {}).of
    for source, key, target in wanted:
        start, end = making.node_of[source], making.node_of[target]
        if end not in there.get(start, {}).get(key, ()) and making.nodes[end]["type"] in ("I", "RA"):
            name, kind = making.free("r"), _GOES[key]
            naming = dict(naming_for(kind, None, making.schemes))
            if "fulfils" in naming:
                making.fulfilled.append({"nodeID": name, "schemeID": naming.pop("fulfils")})
            making.nodes[name] = {"nodeID": making.raw(name), "text": "", "type": kind, **naming, KEY: {"as": key}}
            making.link(start, name)
            making.link(name, end)
