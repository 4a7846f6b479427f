"""From a map to a theory: its claims become premises, its arguments rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.errors import nearest
from argmap.evaluate.strength.weights import Weights, share
from argmap.evaluate.structured.theory import Rule, Theory
from argmap.model.records import Argument, RelationKind

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Claim, Relation

PREMISES = {
    "axiom": "Nothing attacks it.",
    "ordinary": "It stands until something attacks it that is not weaker.",
    "assumption": "Any attack fells it.",
}
"""The kinds of premises: what the inline data ``premise`` may say of a claim or a sketched argument."""
INFERENCES = {
    "strict": "Who accepts the premises has to accept the conclusion.",
    "defeasible": "The premises speak for the conclusion; there may be exceptions.",
}
"""The kinds of inferences: what the inline data ``inference`` may say of an argument or one of its steps."""
_MOST_NOTES = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A map as a theory.

    Attributes:
        theory: The theory.
        steps: For each argument that is spelt out, the names of its rules, in the order of its steps.
    """

    theory: Theory
    steps: Mapping[str, tuple[str, ...]]


def theory_of(m: ArgumentMap, *, weights: str | Mapping[str, float] = "declared") -> Theory:
    """Return the argumentation theory of a map.

    * A claim is a proposition. It is an ordinary premise if nothing is a reason for it: no argument that concludes it
      and no support relation. Inline data make it one in any case, of a kind that they say: ``{premise: axiom}``,
      ``ordinary`` or ``assumption``.
    * Each step of an argument is a defeasible rule, or a strict one if the inference line or the argument says
      ``{inference: strict}``. The rule of its only or last step has the name of the argument. A step goes on from the
      conclusion of the one before.
    * An argument that is only sketched is a proposition as a claim is, since nobody knows its premises.
    * A support relation is a defeasible rule from what the source says to the target; an argument that is spelt out
      says its conclusion. If the target is an argument that is spelt out, its last step needs one of these supports.
    * An entails relation is a strict rule. It makes no reason that the target would need.
    * An attack relation makes what the source says contrary to the target, one way, so that it always succeeds; an
      attack on an argument that is spelt out, and an undercut, is contrary to the name of a step. A contrary relation
      goes both ways, and a contradictory relation makes contradictories.

    Args:
        m: The map.
        weights: Where weights come from, as for strengths: a name of `WEIGHTS` in `argmap.evaluate.strength.weights`,
            or numbers by id. Support relations may have a ``weight`` of their own; else that of their source counts.

    Raises:
        UnknownNameError: If there are no such weights.

    Complexity:
        Linear in the map.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> snores = m.claim("He snores", title="Snores")
        >>> rude = m.support(snores, m.claim("He misbehaves", title="Rude"), title="Noise", data={"weight": 0.4})
        >>> theory = theory_of(m)
        >>> theory, [str(rule) for rule in theory.rules]
        (<Theory: 1 premise, 1 rule>, ['Noise: Snores => Rude'])
    """
    return read_map(m, weights).theory


def read_map(m: ArgumentMap, weights: str | Mapping[str, float]) -> Reading:
    """Return the theory of a map, and which rules belong to which argument; see `theory_of`."""
    return _Reader(m, weights).reading()


class _Reader:
    def __init__(self, m: ArgumentMap, weights: str | Mapping[str, float]) -> None:
        self._map = m
        self._weights = Weights(m, weights)
        self._uses_relation_weights = isinstance(weights, Mapping) or weights == "declared"
        self._rules: list[Rule] = []
        self._contraries: list[tuple[str, str]] = []
        self._contradictories: list[tuple[str, str]] = []
        self._steps: dict[str, tuple[str, ...]] = {}
        self._strict_steps: set[str] = set()
        self._unknown: list[str] = []
        self._lost = 0  # attacks on strict steps
        self._taken = {record.id for record in m}

    def reading(self) -> Reading:
        m = self._map
        backings = self._backings()
        for argument in m.arguments:
            if argument.steps:
                self._read_steps(argument, backings.get(argument.id))
        for relation in m.relations:
            self._read_relation(relation, backings)
        premises = self._premises()
        theory = Theory(
            [name for name, kind in premises.items() if kind == "axiom"],
            self._weighted(premises, "ordinary"),
            self._weighted(premises, "assumption"),
            self._rules,
            self._contraries,
            self._contradictories,
            notes=self._notes(),
        )
        return Reading(theory, self._steps)

    def _says(self, name: str) -> str:
        """Return the proposition that a claim or argument puts forward."""
        record = self._map[name]
        conclusion = record.conclusion if isinstance(record, Argument) else None
        return name if conclusion is None else conclusion

    def _free(self, name: str) -> str:
        while name in self._taken:
            name = f"{name}′"
        self._taken.add(name)
        return name

    def _kind(self, record: Claim | Argument, data: Mapping[str, object], key: str, known: Mapping[str, str]) -> str:
        """Return what the data say under a key, if it is known; else nothing."""
        if key not in data:
            return ""
        given = data[key]
        word = given.strip().casefold() if isinstance(given, str) else ""
        if word in known:
            return word
        hint = nearest(word, list(known)) if len(self._unknown) < _MOST_NOTES else ""
        self._unknown.append(
            f"The data of {record.id!r} say `{key}: {given}`, which is none of {', '.join(known)}.{hint}"
        )
        return ""

    def _backings(self) -> dict[str, str]:
        """Return for arguments that are spelt out and supported a proposition for what supports them.

        Where a premise of the argument is one of its supports, it has one whenever its premises stand, and needs none.
        """
        found: dict[str, str] = {}
        given: set[str] = set()
        for relation in self._map.relations:
            target = self._map[relation.target]
            if relation.kind is RelationKind.SUPPORT and isinstance(target, Argument) and target.steps:
                found[target.id] = ""
                if self._says(relation.source) in target.premises:
                    given.add(target.id)
        return {name: self._free(f"{name}, as supported") for name in found if name not in given}

    def _read_steps(self, argument: Argument, backing: str | None) -> None:
        whole = self._kind(argument, argument.data, "inference", INFERENCES)
        last = len(argument.steps) - 1
        names: list[str] = []
        for number, step in enumerate(argument.chained_steps):
            name = argument.id if not last else self._free(f"{argument.id}, step {number + 1}")
            own = self._kind(argument, step.data, "inference", INFERENCES)
            is_strict = (own or whole) == "strict"
            premises = dict.fromkeys(step.premises)
            if number == last and backing is not None:
                premises[backing] = None
            weight = self._weights.of_step(argument, number)
            self._rules.append(Rule(premises, step.conclusion, name, is_strict=is_strict, weight=weight))
            if is_strict:
                self._strict_steps.add(name)
            names.append(name)
        self._steps[argument.id] = tuple(names)

    def _read_relation(self, relation: Relation, backings: Mapping[str, str]) -> None:
        source, target = self._says(relation.source), self._map[relation.target]
        steps = self._steps.get(target.id)
        match relation.kind:
            case RelationKind.SUPPORT:
                self._support(relation, source, target, backings)
            case RelationKind.ENTAILS:
                self._rules.append(Rule([source], self._says(target.id), is_strict=True))
            case RelationKind.CONTRADICTORY:
                self._contradictories.append((source, self._says(target.id)))
            case RelationKind.CONTRARY:
                other = self._says(target.id)
                self._contraries += [(source, other), (other, source)]
            case _ if steps is None:
                self._contraries.append((source, target.id))
            case _:
                number = len(steps) - 1 if relation.step is None else relation.step
                self._lost += steps[number] in self._strict_steps
                self._contraries.append((source, steps[number]))

    def _support(self, relation: Relation, source: str, target: Claim | Argument, backings: Mapping[str, str]) -> None:
        end = target.id
        if isinstance(target, Argument) and target.steps:
            if target.id not in backings:
                return
            end = backings[target.id]
        giver = self._map[relation.source]
        if isinstance(giver, Argument) and giver.conclusion == end:
            return  # the argument concludes it already
        own = share(relation.data.get("weight")) if self._uses_relation_weights else None
        self._rules.append(Rule([source], end, weight=self._weights.of(giver) if own is None else own))

    def _premises(self) -> dict[str, str]:
        """Return the kind of each premise."""
        reasoned = {step.conclusion for argument in self._map.arguments for step in argument.steps}
        reasoned |= {each.target for each in self._map.relations if each.kind is RelationKind.SUPPORT}
        found: dict[str, str] = {}
        for record in self._map:
            if record.id not in self._steps:
                kind = self._kind(record, record.data, "premise", PREMISES)
                if kind or record.id not in reasoned:
                    found[record.id] = kind or "ordinary"
        return found

    def _weighted(self, premises: Mapping[str, str], kind: str) -> dict[str, float]:
        return {name: self._weights.of(self._map[name]) for name, each in premises.items() if each == kind}

    def _notes(self) -> list[str]:
        notes = [*self._weights.notes, *self._unknown[:_MOST_NOTES]]
        if len(self._unknown) > _MOST_NOTES:
            notes.append(f"{len(self._unknown) - _MOST_NOTES:,} more kinds of premises or inferences are not known.")
        if self._lost:
            aims = "1 attack aims" if self._lost == 1 else f"{self._lost:,} attacks aim"
            notes.append(f"{aims} at a strict inference, which has no exceptions, and does nothing.")
        kinds = ("preferred-to", "preferences")
        if "preferences" in self._map.data or any("preferred-to" in record.data for record in self._map if record.data):
            notes.append(f"What stands under {' and '.join(f'`{kind}`' for kind in kinds)} is not used; give weights.")
        return notes
