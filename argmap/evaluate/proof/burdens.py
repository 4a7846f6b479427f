"""A map as claims to be proved: what speaks for and against each claim, how heavily, and what each argument needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import UnknownNameError
from argmap.evaluate.proof.standards import Standard, standard_named
from argmap.model.records import Argument, Claim, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap


class Basis(StrEnum):
    """On what grounds it is decided whether a claim holds."""

    GRANTED = "granted"
    """The author says that it is accepted (``status: accepted`` or ``conceded``), or an axiom (``premise: axiom``)."""
    DENIED = "denied"
    """The author says that it is rejected (``status: rejected`` or ``withdrawn``)."""
    PRESUMED = "presumed"
    """It has no reason and needs none, as long as no objection to it applies."""
    PROOF = "proof"
    """It has to meet its standard of proof."""


class Load(NamedTuple):
    """Something that speaks for or against a claim.

    Attributes:
        position: What has to stand, so that it applies.
        weight: How much it weighs, from 0 to 1.
    """

    position: int
    weight: float


@dataclass(slots=True)
class Burden:
    """What has to be shown for a claim.

    Attributes:
        standard: The standard of proof.
        basis: On what grounds it is decided whether the claim holds.
        pros: What speaks for it.
        cons: What speaks against it.
    """

    standard: Standard
    basis: Basis = Basis.PROOF
    pros: list[Load] = field(default_factory=list)
    cons: list[Load] = field(default_factory=list)


_GRANTED = ("accepted", "conceded")
_DENIED = ("rejected", "withdrawn")
_QUESTIONED = ("disputed", "questioned")


class Burdens:
    """The claims of a map as what has to be proved, and its arguments as what they need.

    Positions are those of claims, then of arguments, then of the steps of arguments before their last ones.

    Attributes:
        ids: The ids of claims and arguments.
        names: What each position is called.
        claims: The burden of each claim, by its position.
        needs: For each argument or step, the positions that have to stand: its premises, and the steps before.
        exceptions: For each argument or step, the positions of which none may stand.
        backing: For each argument or step, the positions of which one has to stand, if there are any.
        withdrawn: The positions of arguments that their author has given up.
        notes: What could not be used as it is written, in sentences.
    """

    def __init__(self, m: ArgumentMap, standard: Standard, weight: float) -> None:
        index = m.index()
        self.ids, self._place = index.ids, index.position
        self.names = list(self.ids)
        self.notes: list[str] = []
        self._map, self._weight = m, weight
        self._noted: set[str] = set()
        self.claims = {self._place[claim.id]: Burden(self._standard_of(claim, standard)) for claim in m.claims}
        self.needs: dict[int, list[int]] = {self._place[argument.id]: [] for argument in m.arguments}
        self.exceptions: dict[int, list[int]] = {}
        self.backing: dict[int, list[int]] = {}
        self.withdrawn = {self._place[a.id] for a in m.arguments if _word(a.data, "status") in _DENIED}
        self._steps: dict[tuple[str, int | None], int] = {}
        for argument in m.arguments:
            self._infer(argument)
        negative = []
        for relation in m.relations:
            if relation.kind.is_negative:
                negative.append(relation)
            else:
                self._support(relation)
        for claim in m.claims:
            self._presume(claim)
        for relation in negative:
            self._oppose(relation)
        for claim in m.claims:
            burden = self.claims[self._place[claim.id]]
            if burden.basis is Basis.PRESUMED and burden.cons and _word(claim.data, "premise") == "assumption":
                burden.basis = Basis.PROOF  # whoever questions an assumption is owed a proof
        self.exceptions = {place: list(dict.fromkeys(found)) for place, found in self.exceptions.items()}

    def _standard_of(self, claim: Claim, default: Standard) -> Standard:
        given = claim.data.get("standard")
        if given is None:
            return default
        try:
            return standard_named(given)
        except UnknownNameError as error:
            self._note(f'Of "{claim.id}": {error} It has the standard {default.name}.')
            return default

    def _weight_of(self, name: str, *places: Mapping[str, object]) -> float:
        for data in places:
            given = data.get("weight")
            if given is None:
                continue
            if not isinstance(given, bool) and isinstance(given, int | float) and 0 <= given <= 1:
                return float(given)
            shown = str(given)[:40]
            self._note(f'The weight {shown} of "{name}" is not a number from 0 to 1: it weighs {self._weight:g}.')
            return self._weight
        return self._weight

    def _note(self, sentence: str) -> None:
        if sentence not in self._noted:
            self._noted.add(sentence)
            self.notes.append(sentence)

    def _infer(self, argument: Argument) -> None:
        before: list[int] = []
        for number, step in enumerate(argument.steps):
            here = self._place[argument.id]
            if number < len(argument.steps) - 1:
                here = len(self.names)
                self.names.append(f"{argument.id}, step {number + 1}")
                if self._place[argument.id] in self.withdrawn:
                    self.withdrawn.add(here)
            self._steps[argument.id, number] = here
            self.needs[here] = list(dict.fromkeys([*before, *map(self._place.__getitem__, step.premises)]))
            conclusion = self._place[step.conclusion]
            weight = self._weight_of(argument.id, step.data, argument.data)
            self.claims[conclusion].pros.append(Load(here, weight))
            before = [here, conclusion]

    def _support(self, relation: Relation) -> None:
        source, target = self._place[relation.source], self._place[relation.target]
        burden = self.claims.get(target)
        if burden is None:
            self.backing.setdefault(target, []).append(source)
        else:
            record = self._map[relation.source]
            burden.pros.append(Load(source, self._weight_of(record.id, relation.data, record.data)))

    def _presume(self, claim: Claim) -> None:
        burden = self.claims[self._place[claim.id]]
        status = _word(claim.data, "status")
        if status in _DENIED:
            burden.basis = Basis.DENIED
        elif status in _GRANTED or _word(claim.data, "premise") == "axiom":
            burden.basis = Basis.GRANTED
        elif not burden.pros and status not in _QUESTIONED:
            burden.basis = Basis.PRESUMED

    def _oppose(self, relation: Relation) -> None:
        self._against(relation, relation.source, relation.target)
        if relation.kind.is_symmetric:
            self._against(relation, relation.target, relation.source)

    def _against(self, relation: Relation, source: str, target: str) -> None:
        place, aim = self._place[source], self._place[target]
        burden = self.claims.get(aim)
        if burden is None:
            aim = self._steps.get((target, relation.step), aim)
            self.exceptions.setdefault(aim, []).append(place)
            return
        other = self.claims.get(place)
        if relation.kind in (RelationKind.CONTRARY, RelationKind.CONTRADICTORY) and other is not None:
            # What speaks for the one speaks against the other, whether or not it is proof enough.
            burden.cons.extend(other.pros)
            if other.pros and other.basis is not Basis.GRANTED:
                return
        record = self._map[source]
        burden.cons.append(Load(place, self._weight_of(record.id, relation.data, record.data)))


def _word(data: Mapping[str, object], key: str) -> str:
    given = data.get(key)
    return given.strip().casefold() if isinstance(given, str) else ""
