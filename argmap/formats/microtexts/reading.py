"""From argument graphs to maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.draft import Draft
from argmap.formats.microtexts.graph import Edge, Graph, wordings_of
from argmap.formats.microtexts.parsing import Parsing
from argmap.formats.microtexts.planning import Plan
from argmap.memory import collection_paused
from argmap.model import RelationKind, Step, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

_BASE = ("sup", "exa", "reb", "und")


def read(given: Given) -> ParseResult:
    """Return the map of an argument graph."""
    with collection_paused():
        draft = Draft(given)
        parsing = Parsing(draft)
        if not parsing.parse():
            return draft.result()
        graph = parsing.graph
        draft.title = graph.id
        _make_claims(draft, graph, parsing)
        _make_edges(draft, graph, parsing)
        sources = {edge.source for edge in graph.edges if edge.type != "seg"}
        theses = [name for unit in graph.units if unit not in sources and (name := draft.id_of(unit)) is not None]
        if len(theses) == 1:
            draft.data["thesis"] = theses[0]
        kept: dict[str, Any] = {}
        if graph.topic:
            kept["topic_id"] = graph.topic
        if graph.stance:
            kept["stance"] = graph.stance
        if graph.attributes:
            kept["attributes"] = graph.attributes
        if kept:
            draft.data["microtexts"] = kept
        result = draft.result()
        plain = Plan(result.map).graph
        if plain.segments != graph.segments or set(plain.edges) != set(graph.edges):
            kept["segments"] = [
                {"id": each.id, "text": each.text, **({"implicit": each.implicit} if each.implicit else {})}
                for each in graph.segments
            ]
            kept["edges"] = {each.id: [each.source, each.type, each.target] for each in graph.edges}
            result.map.data["microtexts"] = dict(draft.clean(kept, "the map"))
        return result


def _make_claims(draft: Draft, graph: Graph, parsing: Parsing) -> None:
    texts = wordings_of(graph)
    implied = {segment.id for segment in graph.segments if segment.implicit.casefold() in ("true", "yes", "1")}
    last = len(graph.segments)
    for unit in sorted(graph.units, key=lambda unit: texts[unit][0][0] if unit in texts else last):
        said = texts.get(unit, [])
        if not said:
            message = f"The unit {unit!r} has no segment, so its claim has no text."
            draft.warn(parsing.places[unit], "no-text", message)
        data: dict[str, Any] = {"side": graph.units[unit]} if graph.units[unit] else {}
        if said and all(name in implied for _, _, names in said for name in names):
            data["implicit"] = True
        wordings = tuple(Wording(draft.words(text)) for _, text, _ in said[1:])
        draft.claim(unit, said[0][1] if said else "", data=data, wordings=wordings)


def _make_edges(draft: Draft, graph: Graph, parsing: Parsing) -> None:
    edges = {edge.id: edge for edge in graph.edges if edge.type != "seg"}
    edges = _as_meant(draft, graph, edges, parsing)
    bases = _bases(draft, edges, parsing)
    edges = _each_once(dict(_settled(edges, bases, draft, parsing)), draft, parsing)
    graph.edges = [*(edge for edge in graph.edges if edge.type == "seg"), *edges.values()]
    added: dict[str, list[str]] = {}
    undercut: set[str] = set()
    for edge in edges.values():
        if edge.type == "add":
            added.setdefault(edge.target, []).append(edge.source)
        elif edge.type == "und":
            undercut.add(edge.target)
    names = {unit: draft.id_of(unit) or "" for unit in graph.units}
    arguments: dict[str, str] = {}
    for edge in edges.values():
        if edge.type in _BASE and (edge.id in added or edge.id in undercut):
            steps = []
            if edge.type in ("sup", "exa"):
                premises = tuple(names[unit] for unit in (edge.source, *added.get(edge.id, ())))
                steps.append(Step(premises, names[edge.target]))
            data = {"scheme": "example"} if edge.type == "exa" else None
            arguments[edge.id] = draft.argument(edge.id, steps=steps, data=data)
    for edge in edges.values():
        if edge.type not in _BASE:
            continue
        source = names[edge.source]
        if edge.id in arguments:
            if edge.type in ("sup", "exa"):
                continue
            for unit in (edge.source, *added.get(edge.id, ())):
                draft.relation(RelationKind.SUPPORT, names[unit], arguments[edge.id])
            source = arguments[edge.id]
        if edge.type == "und":
            draft.relation(RelationKind.UNDERCUT, source, arguments[edge.target])
        elif edge.type == "reb":
            draft.relation(RelationKind.ATTACK, source, names[edge.target])
        else:
            data = {"scheme": "example"} if edge.type == "exa" else None
            draft.relation(RelationKind.SUPPORT, source, names[edge.target], data=data)


def _as_meant(draft: Draft, graph: Graph, edges: dict[str, Edge], parsing: Parsing) -> dict[str, Edge]:
    """Return the edges with the types that their targets allow; what was read otherwise is said."""
    leaving: dict[str, list[Edge]] = {}
    for edge in edges.values():
        leaving.setdefault(edge.source, []).append(edge)
    found: dict[str, Edge] = {}
    for edge in edges.values():
        kind, target = edge.type, edge.target
        is_unit = target in graph.units
        if is_unit and kind == "und":
            kind = "reb"
        elif is_unit and kind == "add":
            others = [other for other in leaving.get(target, ()) if other.type != "add"]
            kind, target = ("add", others[0].id) if len(others) == 1 else ("sup", target)
        elif not is_unit and kind in ("sup", "exa"):
            kind = "add"
        elif not is_unit and kind == "reb":
            kind = "und"
        if (kind, target) != (edge.type, edge.target):
            what = "a unit" if is_unit else "an edge"
            message = f"The edge {edge.id!r} of type {edge.type} leads to {what}; it is read as {kind} to {target!r}."
            draft.warn(parsing.places[edge.id], "odd-edge", message)
        found[edge.id] = Edge(edge.id, edge.source, kind, target)
    return found


def _settled(
    edges: dict[str, Edge], bases: dict[str, str], draft: Draft, parsing: Parsing
) -> Iterator[tuple[str, Edge]]:
    """Yield the edges that lead somewhere, those to edges to the bases of these."""
    gone = {name for name, edge in edges.items() if edge.type == "add" and not bases[name]}
    # What undercuts an edge that leads nowhere leads nowhere, and so on.
    users: dict[str, list[str]] = {}
    for edge in edges.values():
        if edge.type == "und":
            users.setdefault(edge.target, []).append(edge.id)
        elif edge.type == "add" and bases[edge.id]:
            users.setdefault(bases[edge.id], []).append(edge.id)
    bad = list(gone)
    while bad:
        for name in users.get(bad.pop(), ()):
            if name not in gone:
                gone.add(name)
                bad.append(name)
                message = f"The edge {name!r} leads to an edge that is left out, and so is this one."
                draft.fault(parsing.places[name], "leads-nowhere", message)
    for name, edge in edges.items():
        if name not in gone:
            target = bases[edge.target] if edge.type in ("und", "add") else edge.target
            yield name, Edge(name, edge.source, edge.type, target)


def _each_once(edges: dict[str, Edge], draft: Draft, parsing: Parsing) -> dict[str, Edge]:
    """Return the edges without those that say what another says, as they are meant: an example supports, too."""
    used = {edge.target for edge in edges.values() if edge.type in ("add", "und")}
    seen: set[tuple[str, str, str]] = set()
    found: dict[str, Edge] = {}
    for name, edge in edges.items():
        says = (edge.source, "sup" if edge.type == "exa" else edge.type, edge.target)
        if edge.type in _BASE and name not in used:
            if says in seen:
                message = f"The edge {name!r} says what another says already; it is left out."
                draft.warn(parsing.places[name], "edge-twice", message)
                continue
            seen.add(says)
        found[name] = edge
    return found


def _bases(draft: Draft, edges: dict[str, Edge], parsing: Parsing) -> dict[str, str]:
    """Return for each edge the one it belongs to: itself, that to which it adds a premise, or none (empty)."""
    found: dict[str, str] = {}
    for first in edges.values():
        way: dict[str, None] = {}
        here: Edge | None = first
        while here is not None and here.type == "add" and here.id not in found and here.id not in way:
            way[here.id] = None
            here = edges.get(here.target)
        base = ""
        if here is not None and here.id not in way:
            base = found.get(here.id, here.id if here.type != "add" else "")
        for name in way:
            found[name] = base
            if not base:
                message = f"The edge {name!r} of type add leads to no support and no attack; it is left out."
                draft.fault(parsing.places[name], "leads-nowhere", message)
        if first.type != "add":
            found[first.id] = first.id
    return found
