"""The labels of maps by the definitions alone, in the plainest way, and maps to try them on."""

from __future__ import annotations

from itertools import combinations

from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, RelationKind


class Definition:
    """What needs and attacks what in a map, read off its records; nodes are claims and steps.

    `stands(silenced)` is what can be reached step by step from no assumption but that all attackers in `silenced` are out.
    """

    def __init__(self, m: ArgumentMap, support: str = "necessary") -> None:
        attackers: dict[object, set[object]] = {}
        needs: dict[object, list[set[object]]] = {}  # of each set one
        last = {a.id: (a.id, len(a.steps) - 1) for a in m.arguments}
        node = {record.id: last.get(record.id, record.id) for record in m}
        for record in m:
            if isinstance(record, Argument) and record.steps:
                for number, step in enumerate(record.steps):
                    here = (record.id, number)
                    needs[here] = [{premise} for premise in step.premises]
                    if number:
                        needs[here] += [{(record.id, number - 1)}, {record.steps[number - 1].conclusion}]
            else:
                needs[node[record.id]] = []
        supported: dict[object, set[object]] = {}
        for a in m.arguments:
            for number, step in enumerate(a.steps):
                supported.setdefault(step.conclusion, set()).add((a.id, number))
        for r in m.relations:
            if r.kind is RelationKind.SUPPORT and support in ("necessary", "evidential"):
                supported.setdefault(node[r.target], set()).add(node[r.source])
        deductive = {RelationKind.ENTAILS, *([RelationKind.SUPPORT] if support == "deductive" else [])}
        follows = {(node[r.source], node[r.target]) for r in m.relations if r.kind in deductive}
        for target, some in supported.items():
            needs[target] += [some | {source for source, other in follows if other == target}]
        if support == "evidential" and any(m.citations(record) for record in m):
            for record in m:
                if not m.citations(record) and node[record.id] not in supported and record.id not in last:
                    needs[node[record.id]].append(set())
        for each in needs:
            attackers[each] = set()
        for r in m.relations:
            if r.kind.is_negative:
                target = node[r.target] if r.step is None else (r.target, r.step)
                attackers[target].add(node[r.source])
                if r.kind.is_symmetric:
                    attackers[node[r.source]].add(target)
        for _ in needs:  # what attacks what follows attacks what it follows from
            for source, target in follows:
                attackers[source] |= attackers[target]
        self.m, self.node, self.needs, self.attackers = m, node, needs, attackers

    def stands(self, silenced: set[object]) -> set[object]:
        found: set[object] = set()
        while True:
            more = {
                each
                for each, needed in self.needs.items()
                if self.attackers[each] <= silenced and all(not some.isdisjoint(found) for some in needed)
            }
            if more <= found:
                return found
            found |= more

    def grounded(self) -> dict[str, str]:
        """The well-founded model: rounds go back and forth between what stands at least and what stands at most."""
        everything = set(self.needs)
        least: set[object] = set()
        while True:
            most = self.stands(everything - least)  # nobody is attacked but by what stands at least
            better = self.stands(everything - most)
            if better == least:
                break
            least = better
        return self.labels(least, most)

    def labels(self, least: set[object], most: set[object]) -> dict[str, str]:
        return {
            record.id: "in" if self.node[record.id] in least else "undecided" if self.node[record.id] in most else "out"
            for record in self.m
        }

    def complete(self) -> list[tuple[set[object], set[object]]]:
        """All complete labellings, each as what is in and what is not out."""
        everything = set(self.needs)
        found = []
        for size in range(len(everything) + 1):
            for some in combinations(sorted(everything, key=repr), size):
                most = self.stands(everything - set(some))
                if set(some) <= most and self.stands(everything - most) == set(some):
                    found.append((set(some), most))
        return found


@st.composite
def tangles(draw):
    """Small maps of bare inferences and attacks, with many circles."""
    m = ArgumentMap()
    claims = [m.claim(f"Claim {number}") for number in range(draw(st.integers(1, 7)))]
    some = st.sampled_from(claims)
    arguments = []
    for _ in range(draw(st.integers(0, 7))):
        argument = m.argument("", premises=draw(st.lists(some, min_size=1, max_size=2)), conclusion=draw(some))
        if draw(st.integers(0, 3)) == 0:
            argument = m.step(argument, draw(st.lists(some, max_size=1)), draw(some))
        arguments.append(argument)
    nodes = st.sampled_from([*claims, *arguments])
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from([RelationKind.ATTACK] * 4 + list(RelationKind)))
        target = draw(nodes)
        steps = range(len(target.steps)) if isinstance(target, Argument) and kind is RelationKind.UNDERCUT else ()
        m.relate(draw(nodes), kind, target, step=draw(st.sampled_from([None, *steps])))
    return m
