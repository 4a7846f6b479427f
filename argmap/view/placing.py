"""Where each claim and argument of a map is drawn: in a box, in a card, or as a plain arrow.

The rules, in the order in which they are tried:

1. The *premises* of an argument are those of its steps; of a sketch without a gist, the claims that support it.
2. An argument without a title, gist, tags, scheme, rule or qualifier, with one premise and one effect, is *folded*: it
   is drawn as an arrow from its premise to its target, with a junction on the arrow if anything aims at it.
3. Any other argument is a *card*. A claim that is a premise of exactly one card is *housed* in it, as one of its
   cells. So is a claim that is a premise of no card and either an intermediate conclusion of exactly one card,
   or the main conclusion of exactly one card and acts on something in its turn.
4. Any other claim is a *box*; so is a main conclusion that is a premise of its own argument.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Argument, Relation, RelationKind

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap


class Place(NamedTuple):
    """A node of the diagram, and a cell or inference in it."""

    node: str
    anchor: str | None = None


class Inference(NamedTuple):
    """One step of an argument, or what stands for it in a sketch."""

    premises: tuple[str, ...]
    conclusion: str | None
    rules: tuple[str, ...] = ()


class Fold(NamedTuple):
    """A folded argument: its premise, and what it does to what."""

    premise: str
    kind: RelationKind
    target: str
    step: int | None
    has_junction: bool


@dataclass(slots=True)
class Placing:
    """The outcome: how each claim and argument is drawn.

    Attributes:
        inferences: For each argument that has a card, its inferences.
        folds: The folded arguments.
        homes: For each housed claim, its cell.
        concluding: The housed main conclusions; what they do starts at the card itself, not at the cell.
        used: The relations that are not drawn as edges, since a card or a folded arrow shows them.
    """

    inferences: dict[str, tuple[Inference, ...]] = field(default_factory=dict)
    folds: dict[str, Fold] = field(default_factory=dict)
    homes: dict[str, Place] = field(default_factory=dict)
    concluding: set[str] = field(default_factory=set)
    used: set[Relation] = field(default_factory=set)

    def of(self, item: str) -> Place:
        """Return where a claim or argument is drawn, as something to aim at."""
        return self.homes.get(item, Place(item))


def place(m: ArgumentMap, *, fold: bool = True) -> Placing:
    """Decide how each claim and argument of `m` is drawn, by the rules at the top of this module. Linear.

    Args:
        m: The map.
        fold: Whether to fold arguments (rule 2).
    """
    incoming: dict[str, list[Relation]] = {}
    outgoing: dict[str, list[Relation]] = {}
    for relation in m.relations:
        incoming.setdefault(relation.target, []).append(relation)
        outgoing.setdefault(relation.source, []).append(relation)
    claims = {claim.id for claim in m.claims}
    placing = Placing()
    for argument in m.arguments:
        given = _given(argument, incoming, claims)
        inferences = _inferences(argument, given)
        is_aimed_at = len(incoming.get(argument.id, ())) > len(given)
        folded = _fold(argument, inferences, outgoing.get(argument.id, []), is_aimed_at) if fold else None
        if folded is None:
            placing.inferences[argument.id] = inferences
        else:
            placing.folds[argument.id] = folded
            placing.used.update(outgoing.get(argument.id, ()))
        placing.used.update(given)
    _house(placing, outgoing)
    return placing


def _given(argument: Argument, incoming: dict[str, list[Relation]], claims: set[str]) -> list[Relation]:
    """Return the relations that give the premises of a sketch."""
    if argument.steps or argument.text:
        return []
    return [
        relation
        for relation in incoming.get(argument.id, ())
        if relation.kind is RelationKind.SUPPORT and relation.source in claims
    ]


def _inferences(argument: Argument, given: list[Relation]) -> tuple[Inference, ...]:
    if argument.steps:
        return tuple(Inference(step.premises, step.conclusion, step.rules) for step in argument.steps)
    return (Inference(tuple(relation.source for relation in given), None),) if given else ()


def _fold(
    argument: Argument,
    inferences: tuple[Inference, ...],
    effects: list[Relation],
    is_aimed_at: bool,
) -> Fold | None:
    if argument.title or argument.text or argument.tags or argument.scheme or len(inferences) != 1:
        return None
    (inference,) = inferences
    if len(inference.premises) != 1 or inference.rules or argument.data.get("qualifier"):
        return None
    (premise,) = inference.premises
    if inference.conclusion is not None:
        if effects or inference.conclusion == premise:
            return None
        return Fold(premise, RelationKind.SUPPORT, inference.conclusion, None, is_aimed_at)
    if len(effects) != 1 or effects[0].kind.is_symmetric or effects[0].target in (premise, argument.id):
        return None
    return Fold(premise, effects[0].kind, effects[0].target, effects[0].step, is_aimed_at)


def _house(placing: Placing, outgoing: dict[str, list[Relation]]) -> None:
    acting = {folded.premise for folded in placing.folds.values()}
    used_in: dict[str, set[str]] = {}  # claim -> the cards it is a premise of
    inferred_in: dict[str, set[str]] = {}  # claim -> the cards it is a conclusion of
    main: dict[str, str | None] = {}
    for name, inferences in placing.inferences.items():
        main[name] = inferences[-1].conclusion if inferences else None
        for inference in inferences:
            for premise in inference.premises:
                used_in.setdefault(premise, set()).add(name)
            if inference.conclusion is not None:
                inferred_in.setdefault(inference.conclusion, set()).add(name)

    def acts(claim: str) -> bool:
        return claim in acting or any(
            relation not in placing.used and not relation.kind.is_symmetric for relation in outgoing.get(claim, ())
        )

    for name, inferences in placing.inferences.items():
        before: str | None = None
        for index, inference in enumerate(inferences):
            for number, premise in enumerate(inference.premises):
                if used_in[premise] == {name} and premise != main[name]:
                    # What was concluded just above is not listed again: its cell is that of the conclusion.
                    anchor = f"c{index - 1}" if premise == before else f"p{index}_{number}"
                    placing.homes.setdefault(premise, Place(name, anchor))
            before = inference.conclusion
            conclusion = inference.conclusion
            if conclusion is None or inferred_in[conclusion] != {name}:
                continue
            if conclusion != main[name]:
                if used_in.get(conclusion, {name}) == {name}:
                    placing.homes.setdefault(conclusion, Place(name, f"c{index}"))
            elif index == len(inferences) - 1 and conclusion not in used_in and acts(conclusion):
                placing.homes[conclusion] = Place(name, f"c{index}")
                placing.concluding.add(conclusion)
