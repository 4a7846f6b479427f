"""A map as a networkx graph and back, with nothing lost.

The graph is a `MultiDiGraph` that points along the direction of acting.

* Graph attributes: ``title``, ``data``, ``sections`` (a tuple of `Section`), ``source``.
* Nodes are ids. ``kind`` is ``"claim"`` or ``"argument"``; the other attributes are the fields of the record
  (``text``, ``title``, ``ranges``, ``wordings``, ``tags``, ``data``, ``section``, ``occurrences``, and ``span``
  of an argument).
* Edges of relations: ``kind`` is the kind of the relation; further ``step``, ``data``, ``spans``, ``order``.
* Edges of inferences: ``kind`` is ``"premise"`` (claim to argument, with ``step`` and ``position``, both from 0)
  or ``"conclusion"`` (argument to claim, with ``step``, ``rules``, ``data``, ``span``). The argument's steps are
  made of these edges, so whoever takes out a node takes it out of the steps.

Attributes that are missing have their default values; attributes of other names are not read.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, TypeVar

import networkx as nx

from argmap.errors import ModelError
from argmap.model.building import as_kind
from argmap.model.container import Container
from argmap.model.integrity import faults
from argmap.model.records import NOTHING, Argument, Claim, Relation, Section, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Graph = nx.MultiDiGraph[str]

M = TypeVar("M", bound=Container)

_SHARED = ("text", "title", "ranges", "wordings", "tags", "data", "section", "occurrences")


def to_networkx(m: Container) -> Graph:
    """Return the graph of a map."""
    graph: Graph = nx.MultiDiGraph(
        title=m.title, data=copy.deepcopy(m.data), sections=tuple(m.sections), source=m.source
    )
    for claim in m.claims:
        graph.add_node(claim.id, kind="claim", **{name: getattr(claim, name) for name in _SHARED})
    for argument in m.arguments:
        fields = {name: getattr(argument, name) for name in _SHARED}
        graph.add_node(argument.id, kind="argument", **fields, span=argument.span)
        for number, step in enumerate(argument.steps):
            for position, premise in enumerate(step.premises):
                graph.add_edge(premise, argument.id, kind="premise", step=number, position=position)
            graph.add_edge(
                argument.id,
                step.conclusion,
                kind="conclusion",
                step=number,
                rules=step.rules,
                data=step.data,
                span=step.span,
            )
    for order, relation in enumerate(m.relations):
        graph.add_edge(
            relation.source,
            relation.target,
            kind=relation.kind.value,
            step=relation.step,
            data=relation.data,
            spans=relation.spans,
            order=order,
        )
    return graph


def from_networkx(graph: nx.Graph[Any], sort: type[M]) -> M:
    """Return the map of a graph."""
    if not graph.is_directed():
        raise ModelError("A map needs a directed graph; give a DiGraph or a MultiDiGraph.")
    steps, relations = _edges(graph)
    claims, arguments = _nodes(graph, steps)
    if steps:
        raise ModelError(f"{next(iter(steps))!r} has premise or conclusion edges, but is not an argument.")
    title, data, sections = (graph.graph.get(name) for name in ("title", "data", "sections"))
    held: list[Section] = list(sections or ())
    for path, message in faults(data or {}, claims, arguments, relations, held):
        raise ModelError(f"The graph is not a map. {path}: {message}")
    return sort.from_records(
        title=str(title or ""),
        data=copy.deepcopy(data or {}),
        claims=claims,
        arguments=arguments,
        relations=relations,
        sections=held,
        source=graph.graph.get("source"),
    )


def _nodes(graph: nx.Graph[Any], steps: dict[str, _Steps]) -> tuple[list[Claim], list[Argument]]:
    claims: list[Claim] = []
    arguments: list[Argument] = []
    for name, given in graph.nodes(data=True):
        if not isinstance(name, str):
            raise ModelError(
                f"The node {name!r} is not named by a string; use networkx.relabel_nodes(graph, str) first."
            )
        fields = {key: given[key] for key in _SHARED if given.get(key) is not None}
        for key in ("ranges", "wordings", "occurrences"):
            fields[key] = tuple(fields.get(key, ()))
        fields["tags"] = _words(fields.get("tags"))
        kind = given.get("kind", "claim")
        if kind == "claim":
            claims.append(Claim(name, **fields))
        elif kind == "argument":
            made = steps.pop(name, None)
            inferences = made.steps(name) if made else ()
            arguments.append(Argument(name, **fields, steps=inferences, span=given.get("span")))
        else:
            raise ModelError(f"The node {name!r} has kind {kind!r}; a node is a 'claim' or an 'argument'.")
    return claims, arguments


def _edges(graph: nx.Graph[Any]) -> tuple[dict[str, _Steps], list[Relation]]:
    steps: dict[str, _Steps] = {}
    relations: list[tuple[float, Relation]] = []
    for source, target, given in graph.edges(data=True):
        kind = given.get("kind")
        if kind is None:
            raise ModelError(f"The edge from {source!r} to {target!r} has no kind, such as kind='support'.")
        if kind == "premise":
            steps.setdefault(target, _Steps()).add_premise(source, given)
        elif kind == "conclusion":
            steps.setdefault(source, _Steps()).add_conclusion(source, target, given)
        else:
            made = Relation(
                as_kind(kind),
                source,
                target,
                given.get("step"),
                given.get("data") or NOTHING,
                tuple(given.get("spans") or ()),
            )
            relations.append((given.get("order", float("inf")), made))
    relations.sort(key=lambda pair: pair[0])
    return steps, [relation for _, relation in relations]


class _Steps:
    """The steps of one argument while its edges are gathered."""

    def __init__(self) -> None:
        self.premises: dict[int, list[tuple[float, str]]] = {}
        self.conclusions: dict[int, tuple[str, Mapping[str, Any]]] = {}

    def add_premise(self, claim: str, given: Mapping[str, Any]) -> None:
        places = self.premises.setdefault(given.get("step") or 0, [])
        places.append((given.get("position", float("inf")), claim))

    def add_conclusion(self, argument: str, claim: str, given: Mapping[str, Any]) -> None:
        step = given.get("step") or 0
        if step in self.conclusions:
            raise ModelError(f"Step {step} of {argument!r} has two conclusions; give each its own step.")
        self.conclusions[step] = claim, given

    def steps(self, argument: str) -> tuple[Step, ...]:
        numbers = {*self.premises, *self.conclusions}
        return tuple(self._step(argument, number) for number in range(1 + max(numbers)))

    def _step(self, argument: str, number: int) -> Step:
        if number not in self.conclusions:
            raise ModelError(f"Step {number} of {argument!r} has no conclusion edge.")
        claim, given = self.conclusions[number]
        ordered: Iterable[tuple[float, str]] = sorted(self.premises.get(number, ()), key=lambda pair: pair[0])
        return Step(
            tuple(premise for _, premise in ordered),
            claim,
            _words(given.get("rules")),
            given.get("data") or NOTHING,
            given.get("span"),
        )


def _words(given: str | Iterable[str] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())
