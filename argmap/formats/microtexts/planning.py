"""Which segments, units and edges a map makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.formats.handing_on import handed_on
from argmap.formats.microtexts.graph import Edge, Graph, Segment, wordings_of
from argmap.formats.microtexts.siding import sides_of
from argmap.model import Argument, RelationKind
from argmap.model.naming import as_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap, Claim, Relation

_NAME = re.compile(r"[A-Za-z_][\w.\-]*", re.ASCII)
_ACTS = (RelationKind.ATTACK, RelationKind.UNDERCUT)


class _Slot(NamedTuple):
    """An edge to be: where it comes from and leads to, by the keys of units and of other slots."""

    key: object
    source: str
    type: str
    target: object


class Plan:
    """The graph of a map.

    Attributes:
        graph: The graph.
        names: The ids of units and edges that are not those of the map, by these.
        kept: What stands instead of arguments that are only edges, by their ids.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.names: dict[str, str] = {}
        self.kept: dict[str, str] = {}
        self._map = m
        self._old = _kept_graph(m)
        self._used: set[str] = {segment.id for segment in self._old.segments} | {edge.id for edge in self._old.edges}
        self._used.update(record.id for record in m)
        self._numbers: dict[str, int] = {}
        self._slots: list[_Slot] = []
        self._steps: dict[tuple[str, int], object] = {}
        kept = m.data.get("microtexts")
        self.graph = Graph(m.title)
        if isinstance(kept, dict):
            self.graph.topic, self.graph.stance = _word(kept.get("topic_id")), _word(kept.get("stance"))
        self._linked = {argument.id: found for argument in m.arguments if (found := self._as_edge(argument))}
        self._units: dict[str, str] = {}
        for record in m:
            if not isinstance(record, Argument) or not (record.steps or record.id in self._linked):
                self._units[record.id] = self._name(record.id, "a")
        self._plan_arguments()
        self._plan_relations()
        self._resolve()
        self._plan_segments()
        given = {unit: self._map[name].data.get("side") for name, unit in self._units.items()}
        self.graph.units = sides_of(given, self.graph.edges)
        taken = {*self.graph.units, *(edge.id for edge in self.graph.edges), *(s.id for s in self.graph.segments), ""}
        attributes = kept.get("attributes") if isinstance(kept, dict) else None
        for key, found in attributes.items() if isinstance(attributes, dict) else ():
            if key in taken and isinstance(found, dict):
                fit = {name: value for name, value in found.items() if _NAME.fullmatch(name) and isinstance(value, str)}
                kind = fit.pop("type", None)
                if kind is not None and not given.get(key):
                    self.graph.units[key] = kind
                self.graph.attributes[key] = fit

    # -- ids ---------------------------------------------------------------------------------------------------

    def _name(self, name: str, start: str) -> str:
        if _NAME.fullmatch(name):
            return name
        self.names[name] = self._free(start)
        return self.names[name]

    def _free(self, start: str) -> str:
        number = self._numbers.get(start, 1)
        while (name := f"{start}{number}") in self._used:
            number += 1
        self._numbers[start] = number + 1
        return name

    # -- edges -------------------------------------------------------------------------------------------------

    def _as_edge(self, argument: Argument) -> tuple[tuple[str, ...], Relation] | None:
        """Return the premises and the attack of an argument that is nothing but that, else None."""
        found = handed_on(self._map, argument)
        if found is None or any(each.kind not in _ACTS for each in (found.act, *found.others)):
            return None
        return found.premises, found.act

    def _plan_arguments(self) -> None:
        for argument in self._map.arguments:
            kind = "exa" if argument.scheme == "example" else "sup"
            last = max((number for number, step in enumerate(argument.steps) if step.premises), default=-1)
            for number, step in enumerate(argument.steps):
                if step.premises:
                    key: object = ("argument", argument.id) if number == last else ("step", argument.id, number)
                    self._steps[argument.id, number] = key
                    self._slots.append(_Slot(key, self._units[step.premises[0]], kind, self._units[step.conclusion]))
                    self._slots += (_Slot(None, self._units[each], "add", key) for each in step.premises[1:])
            if len(argument.steps) > 1:
                self.kept[argument.id] = "an inference for each step"
            elif last >= 0:
                self.kept[argument.id] = "a support"

    def _plan_relations(self) -> None:
        leaving: dict[str, list[Relation]] = {}
        for relation in self._map.relations:
            if relation.source in self._units:
                leaving.setdefault(relation.source, []).append(relation)
        self._leaving = {name: found[0] for name, found in leaving.items() if len(found) == 1}
        for name, (premises, act) in self._linked.items():
            key = ("argument", name)
            kind, target = self._end(act)
            self._slots.append(_Slot(key, self._units[premises[0]], kind, target))
            self._slots += (_Slot(None, self._units[each], "add", key) for each in premises[1:])
            self.kept[name] = "an attack" if kind == "reb" else "an undercut"
        for relation in self._map.relations:
            if relation.source in self._units and not (
                relation.target in self._linked and relation.kind is RelationKind.SUPPORT
            ):
                kind, target = self._end(relation)
                if target is not None:
                    self._slots.append(_Slot(_key(relation), self._units[relation.source], kind, target))

    def _end(self, relation: Relation) -> tuple[str, object]:
        """Return the type and the target of the edge that a relation becomes; no target if there is none for it."""
        target = self._map[relation.target]
        is_support = relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)
        kind = "sup" if is_support else "reb"
        if relation.kind is RelationKind.SUPPORT and relation.data.get("scheme") == "example":
            kind = "exa"
        if target.id in self._units:
            act = self._leaving.get(target.id)
            if relation.kind is RelationKind.UNDERCUT and isinstance(target, Argument) and act not in (None, relation):
                return "und", _key(act)
            return kind, self._units[target.id]
        if is_support and isinstance(target, Argument) and target.steps:
            self.kept[f"{relation.source}\n{relation.target}"] = f"a support of [{target.conclusion}]"
            return kind, self._units[target.conclusion or ""]
        if target.id in self._linked:
            return ("und", ("argument", target.id)) if not is_support else (kind, None)
        last = max((number for (name, number) in self._steps_of(target) if name), default=-1)
        wanted = last if relation.step is None else relation.step
        return "und", self._steps.get((target.id, wanted), self._steps.get((target.id, last)))

    def _steps_of(self, target: Claim | Argument) -> Iterator[tuple[str, int]]:
        steps = target.steps if isinstance(target, Argument) else ()
        return ((target.id, number) for number in range(len(steps)) if (target.id, number) in self._steps)

    def _resolve(self) -> None:
        """Give the edges their ids: first those that are arguments, then those that were kept, then new ones."""
        old: dict[tuple[str, str, str], list[str]] = {}
        for edge in reversed(self._old.edges):
            old.setdefault((edge.source, edge.type, edge.target), []).append(edge.id)
        taken = {record.id for record in self._map}
        ids: dict[object, str] = {}
        for slot in self._slots:
            if isinstance(slot.key, tuple) and slot.key[0] == "argument":
                ids[slot.key] = self._name(str(slot.key[1]), "c")
        names: list[str | None] = []
        for slot in self._slots:
            target = slot.target if isinstance(slot.target, str) else ids.get(slot.target)
            name = ids.get(slot.key) if slot.key is not None else None
            kept = old.get((slot.source, slot.type, target or ""), [])
            while name is None and kept:
                found = kept.pop()
                name = found if found not in taken else None
            names.append(name)
            if name is not None and slot.key is not None:
                ids[slot.key] = name
        for slot, name in zip(self._slots, names, strict=True):
            if name is None and slot.key is not None:
                ids[slot.key] = self._free("c")
        referred = {ids.get(slot.target) for slot in self._slots if not isinstance(slot.target, str)}
        seen: set[tuple[str, str, str]] = set()
        for slot, name in zip(self._slots, names, strict=True):
            own = name or (ids[slot.key] if slot.key is not None else self._free("c"))
            target = slot.target if isinstance(slot.target, str) else ids.get(slot.target)
            edge = Edge(own, slot.source, slot.type, target or "")
            says = (edge.source, edge.type, edge.target)
            if target is None or (says in seen and edge.type != "add" and own not in referred):
                continue
            if own not in referred:
                seen.add(says)
            self.graph.edges.append(edge)

    # -- segments ----------------------------------------------------------------------------------------------

    def _plan_segments(self) -> None:
        """Take the segments that are kept, for the texts that are still theirs; the others follow as new ones."""
        old, graph = self._old, self.graph
        said = wordings_of(old)
        used: set[str] = set()
        fresh: list[tuple[str, str]] = []
        joints: list[str] = []
        segs: list[tuple[str, str]] = []
        by_joint = {edge.target: edge for edge in old.edges if edge.type == "seg" and edge.target in old.joints}
        owners: dict[str, str] = {}
        for edge in old.edges:
            if edge.type == "seg":
                owners[edge.source] = edge.target
        for name, unit in self._units.items():
            record = self._map[name]
            texts = [record.text, *(each.text for each in record.wordings)]
            found: dict[str, list[list[str]]] = {}
            for _, text, names in said.get(unit, ()):
                found.setdefault(as_line(text), []).append(names)
            for text in texts:
                if found.get(text):
                    names = found[text].pop(0)
                    used.update(names)
                    joint = owners[names[0]]
                    if joint in by_joint:
                        joints.append(joint)
                        segs += [(each, joint) for each in names] + [(joint, unit)]
                    else:
                        segs.append((names[0], unit))
                elif text:
                    fresh.append((text, unit))
        graph.segments = [each for each in old.segments if each.id in used or each.id not in owners]
        graph.joints = joints
        implied = {unit: "true" for name, unit in self._units.items() if self._map[name].data.get("implicit") is True}
        for text, unit in fresh:
            segment = Segment(self._free("e"), text, implied.get(unit, ""))
            graph.segments.append(segment)
            segs.append((segment.id, unit))
        ids = {(edge.source, edge.target): edge.id for edge in old.edges if edge.type == "seg"}
        order = {segment.id: place for place, segment in enumerate(graph.segments)}
        segs.sort(key=lambda seg: order.get(seg[0], len(order)))
        for source, target in dict.fromkeys(segs):
            graph.edges.append(Edge(ids.get((source, target)) or self._free("c"), source, "seg", target))


def _key(relation: Relation) -> object:
    return ("relation", relation.kind, relation.source, relation.target, relation.step)


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _kept_graph(m: ArgumentMap) -> Graph:
    """Return the segments and edges that the data of a map keep; what is not of their form is left out."""
    graph = Graph()
    kept = m.data.get("microtexts")
    segments, edges = (kept.get("segments"), kept.get("edges")) if isinstance(kept, dict) else (None, None)
    seen: set[str] = set()
    for each in segments if isinstance(segments, list) else ():
        if isinstance(each, dict):
            name, text, implicit = each.get("id"), each.get("text"), each.get("implicit", "")
            if isinstance(name, str) and isinstance(text, str) and isinstance(implicit, str) and name not in seen:
                seen.add(name)
                graph.segments.append(Segment(name, text, implicit))
    for name, edge in edges.items() if isinstance(edges, dict) else ():
        if name not in seen and isinstance(edge, list) and len(edge) == 3 and all(isinstance(e, str) for e in edge):
            seen.add(name)
            graph.edges.append(Edge(name, *edge))
    ids = {segment.id for segment in graph.segments}
    graph.joints = list(
        dict.fromkeys(edge.source for edge in graph.edges if edge.type == "seg" and edge.source not in ids)
    )
    graph.units = dict.fromkeys((edge.target for edge in graph.edges if edge.type == "seg"), "")
    for joint in graph.joints:
        graph.units.pop(joint, None)
    return graph
