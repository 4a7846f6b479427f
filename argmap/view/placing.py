"""Where each claim and argument of a map is drawn: in a box, in a card, or as a plain arrow.

The rules, in the order in which they are tried:

1. The *premises* of an argument are those of its steps; of a sketch without a gist, the claims that support it.
2. An argument without a title, gist, tags, scheme, rule or qualifier, with one premise and one effect, is *folded*: it
   is drawn as an arrow from its premise to its target, with a junction on the arrow if anything aims at it.
3. Any other argument is a *card*. A claim that is a premise of exactly one card is *housed* in it, as one of its
   cells. So is a claim that is a premise of no card and either an intermediate conclusion of exactly one card,
   or the main conclusion of exactly one card and acts on something in its turn.
4. Any other claim is a *box*; so is a main conclusion that is a premise of its own argument.

A view may choose: then cards are made of the arguments that are chosen, an arrow is drawn where both of its ends
are, and a claim that is not chosen has no box: it is *seen* in the cards that hold it, in each of them. Where a view
says which claims have boxes (`View.statements`), these have, and no claim is housed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Argument, Relation, RelationKind, Step

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model.map import ArgumentMap


class Place(NamedTuple):
    """A node of the diagram, and a cell or inference in it."""

    node: str
    anchor: str | None = None


class Sketched(NamedTuple):
    """What stands for a step in the sketch of an argument: premises, and so far no conclusion."""

    premises: tuple[str, ...]
    conclusion: None = None
    rules: tuple[str, ...] = ()


Inference = Step | Sketched
"""One inference in a card."""


class Fold(NamedTuple):
    """A folded argument: its premise, and what it does to what."""

    premise: str
    kind: RelationKind
    target: str
    step: int | None
    has_junction: bool


class Choice(NamedTuple):
    """What a view chooses of a map.

    Attributes:
        claims: The claims that may have a box.
        arguments: The arguments that may have a card.
        arrows: The arguments that may be an arrow.
        is_strict: Whether the claims all have boxes, and no claim is housed.
    """

    claims: Collection[str]
    arguments: Collection[str]
    arrows: Collection[str]
    is_strict: bool = False


@dataclass(slots=True)
class Roles:
    """The cells of a claim in the cards of a diagram, by the part it plays there."""

    premise: list[Place] = field(default_factory=list)
    between: list[Place] = field(default_factory=list)
    main: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Placing:
    """The outcome: how each claim and argument is drawn.

    Attributes:
        inferences: For each argument that has a card, its inferences.
        folds: The folded arguments.
        boxes: The claims that have a box, in the order of the map.
        homes: For each housed claim, its cell.
        concluding: The housed main conclusions; what they do starts at the card itself, not at the cell.
        used: The relations that are not drawn as edges, since a card or a folded arrow shows them.
        has_cells: Whether cells are drawn; where they are not, what would be tied to one is tied to its card.
        is_strict: Whether the view says which claims have boxes.
    """

    inferences: dict[str, tuple[Inference, ...]] = field(default_factory=dict)
    folds: dict[str, Fold] = field(default_factory=dict)
    boxes: dict[str, None] = field(default_factory=dict)
    homes: dict[str, Place] = field(default_factory=dict)
    concluding: set[str] = field(default_factory=set)
    used: set[Relation] = field(default_factory=set)
    has_cells: bool = True
    is_strict: bool = False
    _roles: dict[str, Roles] | None = None

    @property
    def roles(self) -> dict[str, Roles]:
        """The cells of each claim without a box; they are seldom asked for where all claims are housed."""
        if self._roles is None:
            self._roles = _roles(self)
        return self._roles

    def of(self, item: str) -> Place:
        """Return where a claim or argument is drawn, as something to aim at."""
        return self.homes.get(item) or Place(item)

    def has_one_place(self, item: str) -> bool:
        """Whether a claim or argument is drawn in one place, for all to see."""
        return item in self.boxes or self.is_argument(item) or (self.has_cells and item in self.homes)

    def is_argument(self, item: str) -> bool:
        """Whether it is an argument that is drawn."""
        return item in self.inferences or item in self.folds

    def starts(self, item: str) -> tuple[Place, ...]:
        """Return where edges from a claim or argument start; nothing where it is not drawn.

        What is only seen in cards acts through those that conclude it, as Argdown says.
        """
        if self.has_one_place(item):
            home = self.of(item)
            return (Place(home.node),) if item in self.concluding else (home,)
        roles = self.roles.get(item)
        if roles is None:
            return ()
        if roles.main:
            return tuple(dict.fromkeys(Place(place.node) for place in roles.main))
        return self._drawn((*roles.premise, *roles.between))

    def ends(self, item: str, step: int | None = None) -> tuple[Place, ...]:
        """Return where edges to a claim, an argument or one of its steps end; nothing where it is not drawn.

        What is only seen in cards is met in those that it is a premise of, as Argdown says.
        """
        inferences = self.inferences.get(item)
        if step is not None and inferences and step < len(inferences) and self.has_cells:
            return (Place(item, f"i{step}"),)
        if self.has_one_place(item):
            return (self.of(item),)
        roles = self.roles.get(item)
        if roles is None:
            return ()
        if roles.premise:
            places = roles.premise
            return tuple(places) if self.has_cells else tuple(dict.fromkeys(Place(place.node) for place in places))
        return self._drawn((*roles.between, *roles.main))

    @property
    def is_official(self) -> bool:
        """Whether only what Argdown ties to a card is tied to it."""
        return self.is_strict and not self.has_cells

    def _drawn(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        if self.has_cells:
            return places
        return () if self.is_strict else tuple(dict.fromkeys(Place(place.node) for place in places))


def place(m: ArgumentMap, choice: Choice | None = None, *, fold: bool = True, has_cells: bool = True) -> Placing:
    """Decide how each claim and argument of `m` is drawn, by the rules at the top of this module. Linear.

    Args:
        m: The map.
        choice: What of it is drawn; without it, all.
        fold: Whether to fold arguments (rule 2).
        has_cells: Whether the premises and conclusions of cards are drawn.
    """
    incoming: dict[str, list[Relation]] = {}
    outgoing: dict[str, list[Relation]] = {}
    for relation in m.relations:
        incoming.setdefault(relation.target, []).append(relation)
        outgoing.setdefault(relation.source, []).append(relation)
    claims = {claim.id for claim in m.claims}
    everything = {argument.id for argument in m.arguments}
    choice = choice or Choice(claims, everything, everything)
    placing = Placing(has_cells=has_cells, is_strict=choice.is_strict)
    nothing: list[Relation] = []
    for argument in m.arguments:
        name = argument.id
        received = incoming.get(name, nothing)
        given, effects = nothing, nothing
        inferences: tuple[Inference, ...] = argument.steps
        if not inferences and received:
            given = _given(argument, received, claims)
            inferences = _inferences(given)
        folded: Fold | None = None
        if fold and len(inferences) == 1 and not (argument.title or argument.text or argument.tags):
            effects = outgoing.get(name, nothing)
            folded = _fold(argument, inferences[0], effects, is_aimed_at=len(received) > len(given))
            if folded is not None and choice.is_strict and not _has_ends(folded, choice):
                folded = None  # it would be lost as an arrow
        if folded is not None:
            if name in choice.arrows:
                placing.folds[name] = folded
            placing.used.update(effects)
        elif name in choice.arguments:
            placing.inferences[name] = inferences
        else:
            continue
        if given:
            placing.used.update(given)
    if not (choice.claims == claims and choice.arguments == choice.arrows == everything):
        _drop_loose_arrows(placing, choice, _members(placing))
    if not choice.is_strict:
        _house(placing, outgoing)
    placing.boxes = {
        claim.id: None for claim in m.claims if claim.id in choice.claims and claim.id not in placing.homes
    }
    return placing


def _has_ends(folded: Fold, choice: Choice) -> bool:
    return folded.premise in choice.claims and (
        folded.target in choice.claims or folded.target in choice.arguments or folded.target in choice.arrows
    )


def _members(placing: Placing) -> set[str]:
    """Return the claims that cards hold."""
    return {
        claim
        for inferences in placing.inferences.values()
        for inference in inferences
        for claim in (*inference.premises, inference.conclusion)
        if claim is not None
    }


def _drop_loose_arrows(placing: Placing, choice: Choice, held: set[str]) -> None:
    """Leave out the arrows that have an end which is not drawn, and then those that aimed at them."""
    aims: dict[str, list[str]] = {}
    for name, folded in placing.folds.items():
        aims.setdefault(folded.target, []).append(name)

    def is_drawn(item: str) -> bool:
        return item in choice.claims or item in held or placing.is_argument(item)

    waiting = [
        name for name, folded in placing.folds.items() if not (is_drawn(folded.premise) and is_drawn(folded.target))
    ]
    while waiting:
        name = waiting.pop()
        if placing.folds.pop(name, None) is not None:
            waiting.extend(aims.get(name, ()))


def _roles(placing: Placing) -> dict[str, Roles]:
    roles: dict[str, Roles] = {}
    for name, inferences in placing.inferences.items():
        before: str | None = None
        for index, inference in enumerate(inferences):
            for number, premise in enumerate(inference.premises):
                if premise not in placing.boxes:
                    anchor = f"c{index - 1}" if premise == before else f"p{index}_{number}"
                    if premise not in roles:
                        roles[premise] = Roles()
                    roles[premise].premise.append(Place(name, anchor))
            before = inference.conclusion
            if before is not None and before not in placing.boxes:
                found = roles.get(before) or roles.setdefault(before, Roles())
                is_last = index == len(inferences) - 1
                (found.main if is_last else found.between).append(Place(name, f"c{index}"))
    return roles


def _given(argument: Argument, received: list[Relation], claims: set[str]) -> list[Relation]:
    """Return the relations that give the premises of a sketch, among those that aim at it."""
    if argument.text:
        return []
    return [relation for relation in received if relation.kind is RelationKind.SUPPORT and relation.source in claims]


def _inferences(given: list[Relation]) -> tuple[Inference, ...]:
    return (Sketched(tuple([relation.source for relation in given])),) if given else ()


def _fold(argument: Argument, inference: Inference, effects: list[Relation], *, is_aimed_at: bool) -> Fold | None:
    """Return an argument of one inference, without a title, gist or tags, as an arrow, if nothing stands against it."""
    if argument.data and (argument.scheme or argument.data.get("qualifier")):
        return None
    if len(inference.premises) != 1 or inference.rules:
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
    used_in: dict[str, str | None] = {}  # claim -> the card it is a premise of; None for several
    inferred_in: dict[str, str | None] = {}  # claim -> the card it is a conclusion of; None for several
    for name, inferences in placing.inferences.items():
        for inference in inferences:
            for premise in inference.premises:
                if used_in.setdefault(premise, name) != name:
                    used_in[premise] = None
            conclusion = inference.conclusion
            if conclusion is not None and inferred_in.setdefault(conclusion, name) != name:
                inferred_in[conclusion] = None

    def acts(claim: str) -> bool:
        return claim in acting or any(
            relation not in placing.used and not relation.kind.is_symmetric for relation in outgoing.get(claim, ())
        )

    homes = placing.homes
    for name, inferences in placing.inferences.items():
        main = inferences[-1].conclusion if inferences else None
        before: str | None = None
        for index, inference in enumerate(inferences):
            for number, premise in enumerate(inference.premises):
                if used_in[premise] == name and premise != main and premise not in homes:
                    # What was concluded just above is not listed again: its cell is that of the conclusion.
                    anchor = f"c{index - 1}" if premise == before else f"p{index}_{number}"
                    homes[premise] = Place(name, anchor)
            before = conclusion = inference.conclusion
            if conclusion is None or inferred_in[conclusion] != name:
                continue
            if conclusion != main:
                if used_in.get(conclusion, name) == name:
                    homes.setdefault(conclusion, Place(name, f"c{index}"))
            elif index == len(inferences) - 1 and conclusion not in used_in and acts(conclusion):
                homes[conclusion] = Place(name, f"c{index}")
                placing.concluding.add(conclusion)
