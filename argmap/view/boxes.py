"""The nodes of a diagram: boxes of claims, cards of arguments, and the points on arrows."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.view.diagram import ROLES, Block, Cell, EdgeKind, Node, NodeKind
from argmap.view.sketching import Sketch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Argument, Claim
    from argmap.view.grouping import Grouping
    from argmap.view.marking import Marks
    from argmap.view.placing import Inference, Placing
    from argmap.view.sketching import Line
    from argmap.view.view import View


class Boxes:
    """Makes the nodes of one diagram.

    Args:
        m: The map.
        view: What is drawn.
        placing: Where.
        grouping: The frames.
        marks: What is marked.
        records: For each id that is another in the map, that one.
        deeds: For each node that does but one kind of thing to others, which; see `deeds_of`.
    """

    def __init__(
        self,
        m: ArgumentMap,
        view: View,
        placing: Placing,
        grouping: Grouping,
        marks: Marks,
        records: Mapping[str, str],
        deeds: Mapping[str, EdgeKind],
    ) -> None:
        self._theses = theses_of(m)
        self._deeds = deeds
        self._claims = {claim.id: claim for claim in m.claims}
        self._arguments = m.arguments
        self._view = view
        self._placing = placing
        self._grouping = grouping
        self._marks = marks
        self._records = records

    def sketches(self) -> list[Sketch]:
        """Return what nodes there are: claims first, then arguments, in the order of the map."""
        theses, folds, cards = self._theses, self._placing.folds, self._placing.inferences
        claim, card, point = NodeKind.CLAIM, NodeKind.ARGUMENT, NodeKind.JUNCTION
        sketches = [Sketch(name, claim, name in theses) for name in self._placing.boxes]
        for argument in self._arguments:
            if argument.id in cards:
                sketches.append(Sketch(argument.id, card))
            elif argument.id in folds and folds[argument.id].has_junction:
                sketches.append(Sketch(argument.id, point))
        return sketches

    def nodes(self, names: Collection[str]) -> list[Node]:
        """Return the nodes with these names, in the order of `sketches`."""
        nodes = [self._box(self._claims[name]) for name in self._placing.boxes if name in names]
        for argument in self._arguments:
            if argument.id not in names:
                continue
            if argument.id in self._placing.inferences:
                nodes.append(self._card(argument))
            else:
                frame = self._grouping.frame_of(argument.id)
                record, acts = self._records.get(argument.id), self._deeds.get(argument.id)
                marks = self._marks.of_node(argument)
                nodes.append(Node(argument.id, NodeKind.JUNCTION, acts=acts, group=frame, record=record, **marks))
        return nodes

    def size(self, name: str) -> int:
        """Return how many claims and arguments a node shows; see `argmap.view.grouping.size_of`."""
        return 0 if name in self._placing.folds else 1 + self._held[name]

    @cached_property
    def _held(self) -> Counter[str]:
        """How many claims live in each card."""
        placing = self._placing
        if not placing.has_cells:
            return Counter()
        held = Counter([home.node for home in placing.homes.values()])
        if len(placing.homes) + len(placing.boxes) < len(self._claims):  # some are only seen in cards
            for name, roles in placing.roles.items():
                if name not in placing.homes:
                    held.update([place.node for place in {*roles.premise, *roles.between, *roles.main}])
        return held

    def _box(self, claim: Claim) -> Node:
        return Node(
            claim.id,
            NodeKind.CLAIM,
            claim.title,
            claim.text,
            side=self._marks.side(claim.side),
            is_thesis=claim.id in self._theses,
            acts=self._deeds.get(claim.id),
            group=self._grouping.frame_of(claim.id),
            record=self._records.get(claim.id),
            role=_role(claim),
            label=self._view.claim_label,
            ranges=claim.ranges,
            **self._marks.of_node(claim),
        )

    def _card(self, argument: Argument) -> Node:
        blocks = self._blocks(argument)
        return Node(
            argument.id,
            NodeKind.ARGUMENT,
            argument.title,
            argument.text,
            blocks if self._placing.has_cells else (),
            self._marks.side(argument.side or _common_side(blocks)),
            acts=self._deeds.get(argument.id),
            group=self._grouping.frame_of(argument.id),
            record=self._records.get(argument.id),
            role=_role(argument),
            qualifier=_qualifier(argument),
            label=self._view.argument_label,
            ranges=argument.ranges,
            **self._marks.of_node(argument),
        )

    def _blocks(self, argument: Argument) -> tuple[Block, ...]:
        number = 0

        def cell(name: str, anchor: str) -> Cell:
            nonlocal number
            number += 1
            claim = self._claims[name]
            return Cell(
                anchor,
                name,
                claim.text,
                claim.title,
                number,
                self._marks.side(claim.side),
                self._is_elsewhere(name, argument.id, anchor),
                role=_role(claim),
                label=self._view.claim_label,
                ranges=claim.ranges,
                **self._marks.of_cell(claim),
            )

        blocks = []
        last = len(self._placing.inferences[argument.id]) - 1
        for index, (inference, premises, conclusions) in enumerate(self._rows(argument.id)):
            listed = tuple([cell(name, anchor) for name, anchor in premises])
            conclusion = next((cell(name, anchor) for name, anchor in conclusions), None)
            rules = inference.rules
            if not rules and argument.scheme and index == last:
                rules = (_as_rule(argument.scheme),)  # a scheme is of the argument: of the step to its conclusion
            blocks.append(Block(f"i{index}", listed, conclusion, rules))
        return tuple(blocks)

    def _rows(self, card: str) -> Iterator[tuple[Inference, list[_Row], list[_Row]]]:
        """Yield the inferences of a card, each with the premises and the conclusion that are listed in it."""
        placing = self._placing
        inferences = placing.inferences[card]
        before: str | None = None
        for index, inference in enumerate(inferences):
            premises = [
                (premise, f"p{index}_{position}")
                for position, premise in enumerate(inference.premises)
                if premise != before  # the conclusion just drawn need not be listed again
            ]
            before = inference.conclusion
            is_last = index == len(inferences) - 1
            conclusion = []
            # What is concluded in the end need not be said here where it has a box, or is housed.
            if before is not None and (
                not is_last or before in placing.concluding or not (before in placing.boxes or before in placing.homes)
            ):
                conclusion = [(before, f"c{index}")]
            yield inference, premises, conclusion

    def _is_elsewhere(self, claim: str, card: str, anchor: str) -> bool:
        """Whether a claim has a box, or is housed elsewhere than in this cell."""
        if claim in self._placing.boxes:
            return True
        home = self._placing.homes.get(claim)
        return home is not None and (home.node != card or home.anchor != anchor)


_Row = tuple[str, str]
"""A claim that is listed in a card, and its anchor there."""


def _role(record: Claim | Argument) -> str:
    """Return the part that the inline data ``role`` give it, if it is one of `ROLES`."""
    given = record.data.get("role")
    role = given.strip().capitalize() if isinstance(given, str) else ""
    return role if role in ROLES else ""


def _qualifier(argument: Argument) -> str:
    """Return what the inline data ``qualifier`` of an argument, or else of its last inference, say."""
    for data in (argument.data, *(step.data for step in argument.steps[-1:])):
        given = data.get("qualifier")
        if isinstance(given, str) and given.strip():
            return given
    return ""


def _as_rule(scheme: str) -> str:
    """Return the name of a scheme as it is read: ``practical_reasoning`` is Practical reasoning."""
    words = " ".join(scheme.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _common_side(blocks: tuple[Block, ...]) -> str | None:
    sides = {cell.side for block in blocks for cell in block.premises}
    return sides.pop() if len(sides) == 1 else None


def theses_of(m: ArgumentMap) -> set[str]:
    """Return the claims that a map is about: others act on them or contradict them, and they act on none. Linear.

    A claim that is alone in its map is its thesis.
    """
    busy: set[str] = set()
    met: set[str] = set()
    for argument in m.arguments:
        steps = argument.steps
        for step in steps:
            busy.update(step.premises)
            met.add(step.conclusion)
        if len(steps) > 1:
            busy.update([step.conclusion for step in steps[:-1]])
    for relation in m.relations:
        met.add(relation.target)
        if relation.kind.is_symmetric:
            met.add(relation.source)
        else:
            busy.add(relation.source)
    if len(m) == 1:
        met.update(claim.id for claim in m.claims)
    return {name for name in met - busy if name in m.claims}


_POLARITY = {
    EdgeKind.SUPPORT: EdgeKind.SUPPORT,
    EdgeKind.ENTAILS: EdgeKind.SUPPORT,
    EdgeKind.ATTACK: EdgeKind.ATTACK,
    EdgeKind.UNDERCUT: EdgeKind.UNDERCUT,
}


def deeds_of(edges: Iterable[Line]) -> dict[str, EdgeKind]:
    """Return, for each node that does but one kind of thing to others, which."""
    deeds: dict[str, EdgeKind | None] = {}
    for edge in edges:
        kind = _POLARITY.get(edge.kind)
        if kind is not None and deeds.setdefault(edge.source, kind) is not kind:
            deeds[edge.source] = None
    return {name: kind for name, kind in deeds.items() if kind is not None}
