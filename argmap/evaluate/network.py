"""A map as a network of inferences and attacks in integers: what attacks, what needs and what supports what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.components import strong_components
from argmap.errors import UnknownNameError, nearest_or_all
from argmap.memory import collection_paused
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.model import ArgumentMap, Relation

SUPPORTS = {
    "necessary": "What is supported needs one of its supports, as a conclusion needs one of its arguments.",
    "deductive": "What supports a claim falls with it: whoever accepts the one has to accept the other.",
    "evidential": "As necessary; besides, only what goes back to evidence stands: to claims that cite a source.",
    "none": "Support relations change nothing; arguments that are spelt out still need their premises.",
}
"""The readings of support relations, each with what it says."""


def support_named(name: str) -> str:
    """Return the name of a reading of support.

    Raises:
        UnknownNameError: If there is no such reading.
    """
    if not isinstance(name, str) or name not in SUPPORTS:
        hint = nearest_or_all(name, list(SUPPORTS))
        raise UnknownNameError(f"There is no reading of support called {name!r}.{hint}")
    return name


@dataclass(slots=True)
class Network:
    """The inferences and attacks of a map.

    Positions stand first for claims, then for arguments, then for what is inside. An argument with several steps stands
    for its last one; the steps before it have positions of their own, and so have the *joint conditions* of what
    supports deductively (see `network_of`).

    Attributes:
        ids: The ids of the claims and arguments; a position is a place in this tuple.
        position: The position of each id.
        names: What each position is called, that of the inner ones too; all different.
        attacks: For each position, what it attacks.
        carries: For each position, what needs it.
        supports: For each position, what it is one of the supports of, of which one is needed.
        baseless: Positions that have no support and may not stand without one.
        notes: What the translation did that a reader of the map may not expect, in sentences.
        steps: For the position of a step inside an argument, the id of the argument and the number of the step from 0.
        joints: For the position of a joint condition, the positions whose it is.
    """

    ids: tuple[str, ...]
    position: Mapping[str, int]
    names: list[str]
    attacks: list[list[int]]
    carries: list[list[int]]
    supports: list[list[int]]
    baseless: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    steps: dict[int, tuple[str, int]] = field(default_factory=dict)
    joints: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.names)

    def circles(self) -> list[list[int]]:
        """Return the positions that hold one another up, circle by circle. Linear."""
        ahead = [carried + supported for carried, supported in zip(self.carries, self.supports, strict=True)]
        return [each for each in strong_components(ahead) if len(each) > 1 or each[0] in ahead[each[0]]]


def network_of(
    m: ArgumentMap, *, support: str = "necessary", succeeds: Callable[[str, str], bool] | None = None
) -> Network:
    """Return the network of a map.

    * An argument needs all its premises and the conclusions that it draws on the way. Each of its steps can be
      undercut; it stands if all of them do. An attack on an argument as a whole, and an undercut that names no step,
      aims at its last step. An argument that is only sketched needs nothing.
    * A claim needs one of the arguments that conclude it; a claim that none concludes is assumed.
    * Attack and undercut relations act from source to target; contrary and contradictory ones act both ways.
    * Support relations are taken as `support` says. *necessary*: they count as arguments for their target, which needs
      one of all of these (Nouioua and Risch, SUM 2011). *deductive*: whoever accepts the source has to accept the
      target, so that whatever attacks the target attacks the source as well (mediated attacks: Boella, Gabbay, van der
      Torre and Villata, COMMA 2010). *evidential*: as necessary, and what has no reason stands only if it is evidence,
      that is, if it cites a source (Oren and Norman, COMMA 2008); where nothing in the map cites any, all of it is.
      *none*: they change nothing.
    * Entails relations are deductive in every reading. Where a target needs supports, what supports it deductively is
      one more of these.

    Args:
        m: The map.
        support: A name of `SUPPORTS`.
        succeeds: Whether an attack of the first id on the second one counts at all; by default, every one does.

    Raises:
        UnknownNameError: If there is no such reading of support.

    Complexity:
        Linear in the map. So that deductive support does not multiply attacks, what follows from a claim has a *joint
        condition* of its own, which whatever attacks something that follows attacks, and which the claim needs.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.rebut("Bad actors find a way", m.claim("A gate keeps them out", title="Gate"), title="Futile")
        >>> network = network_of(m)
        >>> [network.ids[each] for each in network.attacks[network.position["Futile"]]]
        ['Gate']
    """
    reading = support_named(support)
    with collection_paused():
        return _Builder(m, reading, succeeds).network


class _Builder:
    def __init__(self, m: ArgumentMap, support: str, succeeds: Callable[[str, str], bool] | None) -> None:
        index = m.index()
        count = len(index.ids)
        self._map, self._reading, self._succeeds = m, support, succeeds
        self._net = Network(index.ids, index.position, list(index.ids), _rows(count), _rows(count), _rows(count))
        self._steps: dict[tuple[str, int | None], int] = {}
        self._needy: set[int] = set()  # what needs one of its supports
        self._inner: set[str] = set()  # the names of what is inside
        self._infer()
        deductive = self._support()
        self._oppose()
        if deductive:
            self._join(deductive)
        if support == "evidential":
            self._ask_for_evidence()

    @property
    def network(self) -> Network:
        return self._net

    def _add(self, name: str) -> int:
        net = self._net
        while name in net.position or name in self._inner:
            name = f"{name}′"
        self._inner.add(name)
        net.names.append(name)
        for rows in (net.attacks, net.carries, net.supports):
            rows.append([])
        return len(net.names) - 1

    def _carry(self, source: int, target: int) -> None:
        self._net.carries[source].append(target)

    def _back(self, source: int, target: int) -> None:
        self._net.supports[source].append(target)
        self._needy.add(target)

    def _infer(self) -> None:
        place = self._net.position
        for argument in self._map.arguments:
            needed: list[int] = []  # of the step before: it, and its conclusion
            for number, step in enumerate(argument.steps):
                here = place[argument.id]
                if number < len(argument.steps) - 1:
                    here = self._add(f"{argument.id}, step {number + 1}")
                    self._net.steps[here] = argument.id, number
                self._steps[argument.id, number] = here
                for each in dict.fromkeys([*needed, *map(place.__getitem__, step.premises)]):
                    self._carry(each, here)
                conclusion = place[step.conclusion]
                self._back(here, conclusion)
                needed = [here, conclusion]

    def _support(self) -> list[tuple[int, int]]:
        """Take in support relations; return those that are deductive."""
        place = self._net.position
        deductive: list[tuple[int, int]] = []
        known = {(source, target) for source, targets in enumerate(self._net.supports) for target in targets}
        passed = 0
        for relation in self._map.relations:
            if relation.kind.is_negative:
                continue
            pair = place[relation.source], place[relation.target]
            if relation.kind is RelationKind.ENTAILS or self._reading == "deductive":
                deductive.append(pair)
            elif self._reading == "none":
                passed += 1
            elif pair not in known:
                known.add(pair)
                self._back(*pair)
        if passed:
            relations = "support relation changes" if passed == 1 else "support relations change"
            self._net.notes.append(f"{passed} {relations} nothing, as this reading of support has it.")
        for source, target in dict.fromkeys(deductive):
            if target in self._needy and (source, target) not in known:
                self._back(source, target)
        return list(dict.fromkeys(pair for pair in deductive if pair[0] != pair[1]))

    def _oppose(self) -> None:
        lost = 0
        seen: set[tuple[int, int]] = set()
        for relation in self._map.relations:
            for source, target, names in self._attacks_of(relation):
                if (source, target) in seen:
                    continue
                seen.add((source, target))
                if self._succeeds is None or self._succeeds(*names):
                    self._net.attacks[source].append(target)
                else:
                    lost += 1
        if lost:
            does, they = ("attack does", "it attacks") if lost == 1 else ("attacks do", "they attack")
            self._net.notes.append(f"{lost} {does} not succeed: what {they} comes first.")

    def _attacks_of(self, relation: Relation) -> Iterable[tuple[int, int, tuple[str, str]]]:
        if relation.kind.is_negative:
            place = self._net.position
            source, target = place[relation.source], place[relation.target]
            aim = self._steps.get((relation.target, relation.step), target)
            yield source, aim, (relation.source, relation.target)
            if relation.kind.is_symmetric:
                yield target, source, (relation.target, relation.source)

    def _join(self, deductive: list[tuple[int, int]]) -> None:
        """Give what supports deductively the attackers of all that follows from it.

        The positions that follow from one another (a circle of deductive support) share one joint condition. It is
        attacked by whatever attacks one of them, and needs the joint conditions of what follows further.
        """
        net = self._net
        ahead: list[list[int]] = [[] for _ in net.names]
        for source, target in deductive:
            ahead[source].append(target)
        joint: dict[int, int] = {}
        attackers: dict[int, list[int]] = {}
        for source, targets in enumerate(net.attacks):
            for target in targets:
                attackers.setdefault(target, []).append(source)
        ends = {each for pair in deductive for each in pair}
        for circle in strong_components(ahead):  # what follows comes first
            if circle[0] not in ends:
                continue
            here = self._add(f"{', '.join(net.names[each] for each in circle)}, and what follows")
            net.joints[here] = tuple(circle)
            followed = dict.fromkeys(joint[other] for each in circle for other in ahead[each] if other in joint)
            for condition in followed:
                self._carry(condition, here)
            for attacker in dict.fromkeys(source for each in circle for source in attackers.get(each, ())):
                net.attacks[attacker].append(here)
            for each in circle:
                joint[each] = here
                self._carry(here, each)

    def _ask_for_evidence(self) -> None:
        m, net = self._map, self._net
        evidence = {place for name, place in net.position.items() if m.citations(name)}
        if not evidence:
            net.notes.append("Nothing in the map cites a source, so every claim that has no reason counts as evidence.")
            return
        steps = set(self._steps.values())
        net.baseless = {
            place
            for place in net.position.values()
            if place not in evidence and place not in self._needy and place not in steps
        }
        if net.baseless:
            have = (
                "1 claim or argument has" if len(net.baseless) == 1 else f"{len(net.baseless)} claims or arguments have"
            )
            net.notes.append(f"{have} neither a reason nor a source.")


def _rows(count: int) -> list[list[int]]:
    return [[] for _ in range(count)]
