"""A second opinion on which options are right: from the definitions of the kinds, on the networkx graph of a map.

It uses nothing of `argmap.classroom`: a quiz comes in as the plain data of its JSON.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise, permutations
from typing import Any

import networkx as nx

from argmap.schemes import known

NEGATIVE = {"attack", "undercut", "contrary", "contradictory"}
SYMMETRIC = {"contrary", "contradictory"}


def spoken(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return the graph without arguments that have no words, where one claim alone speaks for one: it stands for it."""
    made = graph.copy()
    for name, data in graph.nodes(data=True):
        into: list[tuple[str, str, str]] = list(graph.in_edges(name, data="kind"))
        out = list(graph.out_edges(name, data=True))
        if (
            [kind for *_, kind in into] == ["support"]
            and not any(edge["kind"] in SYMMETRIC | {"conclusion"} for *_, edge in out)
            and graph.nodes[into[0][0]]["kind"] == "claim"
            and graph.nodes[into[0][0]]["text"].strip()
            and data["kind"] == "argument"
            and not data["text"].strip()
            and data["title"] in (None, name)
            and "scheme" not in data["data"]
        ):
            made.remove_node(name)
            made.add_edges_from((into[0][0], target, edge) for _, target, edge in out if into[0][0] != target)
    return made


class Judge:
    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self.graph = graph = spoken(graph)
        self.steps: dict[str, dict[int, tuple[set[str], str]]] = {}  # of arguments: premises and conclusion by number
        for source, target, data in graph.edges(data=True):
            if data["kind"] == "conclusion":
                premises = {
                    u
                    for u, _, d in graph.in_edges(source, data=True)
                    if d["kind"] == "premise" and d["step"] == data["step"]
                }
                self.steps.setdefault(source, {})[data["step"]] = premises, target
        for steps in self.steps.values():
            for number in sorted(steps)[1:]:
                steps[number][0].add(steps[number - 1][1])
        self.relations = [
            (u, v, d["kind"], d.get("step"))
            for u, v, d in graph.edges(data=True)
            if d["kind"] not in ("premise", "conclusion")
        ]

    def last(self, name: str) -> str | None:
        steps = self.steps.get(name)
        return steps[max(steps)][1] if steps else None

    @cached_property
    def signed(self) -> nx.DiGraph[tuple[str, int]]:
        """Two copies of the map, one below the other; an attack leads from one to the other."""
        links = []
        for name, steps in self.steps.items():
            for premises, conclusion in steps.values():
                links += [(premise, name, 0) for premise in premises] + [(name, conclusion, 0)]
        for source, target, kind, _ in self.relations:
            for one, other in [(source, target)] + ([(target, source)] if kind in SYMMETRIC else []):
                for start in {one, self.last(one)} - {None}:
                    links.append((start, other, int(kind in NEGATIVE)))
        made: nx.DiGraph[tuple[str, int]] = nx.DiGraph()
        made.add_nodes_from((name, side) for name in self.graph for side in (0, 1))
        for source, target, turns in links:
            if source != target:
                made.add_edges_from(((source, side), (target, side ^ turns)) for side in (0, 1))
        return made

    def speaks_for(self, source: str, target: str) -> bool:
        return source == target or nx.has_path(self.signed, (source, 0), (target, 0))

    def speaks_against(self, source: str, target: str) -> bool:
        return nx.has_path(self.signed, (source, 1), (target, 0))

    def bears(self, one: str, other: str) -> bool:
        return self.speaks_for(one, other) or self.speaks_against(one, other)

    @cached_property
    def direct(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for steps in self.steps.values():
            for premises, conclusion in steps.values():
                for premise in premises - {conclusion}:
                    found.setdefault((premise, conclusion), set()).add("support")
        for source, target, kind, step in self.relations:
            for one, other in [(source, target)] + ([(target, source)] if kind in SYMMETRIC else []):
                act = "undercut" if kind == "undercut" else "attack" if kind in NEGATIVE else "support"
                hit = other
                if other in self.steps:
                    hit = self.steps[other][max(self.steps[other]) if step is None else step][1]
                    act = act if act == "undercut" else "unclear"
                elif act == "undercut":
                    act = "unclear"
                start = self.last(one) or one
                if start != hit:
                    found.setdefault((start, hit), set()).add(act)
        return found

    def parts(self, name: str) -> set[str]:
        return {name}.union(*({*premises, end} for premises, end in self.steps.get(name, {}).values()))

    def answers(self, name: str) -> set[str]:
        whole = self.parts(name)
        for argument, steps in self.steps.items():
            if any(end == name for _, end in steps.values()):
                whole |= self.parts(argument)
        found = set()
        for source, target, kind, _ in self.relations:
            if kind in NEGATIVE and target in whole:
                found.add(source)
            if kind in SYMMETRIC and source in whole:
                found.add(target)
        return found - whole

    # -- one method a kind: what is right ----------------------------------------------------------------------

    def right(self, question: dict[str, Any]) -> list[list[int]]:
        """Return, for each thing to be answered, the positions of all options that are right."""
        options = [option["means"] for option in question["options"]]
        about = question["about"]
        if question["form"] == "ordering":
            return self._orders(options)
        if question["form"] == "matching":
            names = [item["means"][0] for item in question["items"]]
            return [
                [place for place, (role,) in enumerate(options) if self._has_role(name, role, names)] for name in names
            ]
        decide = getattr(self, f"_{question['kind']}")
        return [[place for place, means in enumerate(options) if decide(about, means, question)]]

    def _side(self, about, means, _question):
        return self.graph.nodes[about[0]]["data"]["side"] == means[0]

    def _reason(self, about, means, _question):
        return self.speaks_for(means[0], about[0])

    def _objection(self, about, means, _question):
        return self.speaks_against(means[0], about[0])

    def _answer(self, about, means, _question):
        return means[0] in self.answers(about[0]) or any(
            self.speaks_against(means[0], part) for part in self.parts(about[0])
        )

    def _bearing(self, about, means, _question):
        acts = self.direct.get((about[0], about[1]), set())
        return means[0] in acts or (means[0] == "nothing" and not acts and not self.bears(*about))

    def _unanswered(self, _about, means, _question):
        return means[0] in {s for s, _, kind, _ in self.relations if kind in ("attack", "undercut")} and not (
            self.attacked(means[0])
        )

    def attacked(self, name: str) -> bool:
        whole = {name} | self.loose_parts(name)
        for argument in [n for n, d in self.graph.nodes(data=True) if d["kind"] == "argument"]:
            if any(end == name for _, end in self.steps.get(argument, {}).values()):
                whole |= {argument} | self.loose_parts(argument)
        return any(
            kind in NEGATIVE and (target in whole or (kind in SYMMETRIC and source in whole))
            for source, target, kind, _ in self.relations
        )

    def loose_parts(self, name: str) -> set[str]:
        """The claims of an argument; of a sketch, those that support it."""
        if self.graph.nodes[name]["kind"] == "claim":
            return set()
        if name in self.steps:
            return {part for premises, end in self.steps[name].values() for part in (*premises, end)}
        claims = {n for n, d in self.graph.nodes(data=True) if d["kind"] == "claim"}
        return {s for s, t, kind, _ in self.relations if t == name and kind == "support" and s in claims}

    def _linked(self, about, means, _question):
        one, other, conclusion = about
        steps = [p for all_ in self.steps.values() for p, end in all_.values() if end == conclusion]
        both = any(one in step and other in step for step in steps)
        first, second = (any(name in step for step in steps) for name in (one, other))
        return {
            "together": both,
            "apart": first and second and not both,
            "first": first and not self.speaks_for(other, conclusion),
            "second": second and not self.speaks_for(one, conclusion),
        }[means[0]]

    def _premise(self, about, means, _question):
        ((_, conclusion),) = list(self.steps[about[1]].values())[:1]
        return self.speaks_for(means[0], conclusion)

    def _target(self, about, means, _question):
        source, argument = about
        hits = {(t, kind) for s, t, kind, _ in self.relations if s == source and kind in NEGATIVE}
        hits |= {(s, kind) for s, t, kind, _ in self.relations if t == source and kind in SYMMETRIC}
        if means[0] == argument:
            return (argument, "undercut") in hits
        return any(name == means[0] for name, _ in hits) and means[0] in self.parts(argument)

    def _false(self, _about, means, _question):
        source, act, target = means
        contrary = self.speaks_against if act == "support" else self.speaks_for
        return self.direct.get((source, target)) != {act} or contrary(source, target)

    def _scheme(self, about, means, _question):
        right, chosen = known(self.graph.nodes[about[0]]["data"]["scheme"]).family, known(means[0]).family
        effects = {"practical", "causal"}, {"causal", "evidence"}
        return right == chosen or {right, chosen} in effects

    def _critical(self, about, means, _question):
        given = self.graph.nodes[about[0]]["data"]["answers"]
        given = given if isinstance(given, list) else [given]
        return means[0] in given or means[0].partition(".")[2] in given

    def _source(self, about, means, _question):
        return means[0] in self._cited(about[0], "source")

    def _quotation(self, about, means, _question):
        return about[1] in self._cited(means[0], "quote")

    def _cited(self, name: str, key: str) -> set[str]:
        cites = self.graph.nodes[name]["data"].get("cites")
        found = set()
        for each in cites if isinstance(cites, list) else [cites]:
            found.add(str(each.get(key)) if isinstance(each, dict) else str(each))
        return found

    # -- matching and ordering ---------------------------------------------------------------------------------

    def _has_role(self, name: str, role: str, names: list[str]) -> bool:
        acts = [(s, t, next(iter(a))) for (s, t), a in self.direct.items() if s in names and t in names and len(a) == 1]
        theses = {n for n in names if n not in {s for s, t, _ in acts}}
        reasons = {s for s, t, act in acts if act == "support" and t in theses}
        objections = {s for s, t, act in acts if act == "attack" and t in reasons}
        answers = {s for s, t, act in acts if act == "attack" and t in objections}
        return name in {"thesis": theses, "reason": reasons, "objection": objections, "answer": answers}[role]

    def _orders(self, options: list[list[str]]) -> list[list[int]]:
        """All orders in which each bears directly on the one before; of one order, each place has one right option."""
        names = [means[0] for means in options]
        orders = [
            order
            for order in permutations(range(len(names)))
            if all((names[b], names[a]) in self.direct for a, b in pairwise(order))
        ]
        return [[order[place] for order in orders] for place in range(len(names))]
