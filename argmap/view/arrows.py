"""The edges of a diagram, as sketches: what cards are tied to, and relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.records import RelationKind
from argmap.view.diagram import Change, EdgeKind
from argmap.view.placing import Place
from argmap.view.sketching import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Relation
    from argmap.view.marking import Marks
    from argmap.view.placing import Inference, Placing
    from argmap.view.view import View

_KINDS = {kind: EdgeKind(kind) for kind in RelationKind}
_BETWEEN_CARDS = {
    # What claims do to each other is put like this where not both of them are seen, as Argdown does.
    EdgeKind.ENTAILS: EdgeKind.SUPPORT,
    EdgeKind.CONTRADICTORY: EdgeKind.ATTACK,
    EdgeKind.CONTRARY: EdgeKind.ATTACK,
}


class Arrows:
    """Makes the edges of one diagram.

    Args:
        m: The map.
        view: What is drawn.
        placing: Where.
        marks: What is marked.
        changes: What became of relations.
    """

    def __init__(
        self,
        m: ArgumentMap,
        view: View,
        placing: Placing,
        marks: Marks,
        changes: Mapping[tuple[str, str, str, int | None], Change],
    ) -> None:
        self._m = m
        self._placing = placing
        self._marks = marks
        self._changes = changes
        self._kinds = {kind for kind in view.kinds if kind in set(RelationKind)}

    def edges(self) -> list[Line]:
        """Return the edges, each once: those of arguments first, in the order of the map.

        Linear in the map and in what is returned. Where claims are seen in several cards, a relation between two is
        as many edges as there are pairs of these.
        """
        edges = list(self._of_arguments())
        edges.extend(self._of_relations())
        wanted = self._kinds
        if wanted:
            edges = [edge for edge in edges if ("support" if edge.kind is EdgeKind.PREMISE else edge.kind) in wanted]
        return list(dict.fromkeys(edges))

    def _of_arguments(self) -> Iterator[Line]:
        placing = self._placing
        for argument in self._m.arguments:
            change = self._marks.change_of(argument.id)
            change = None if change is Change.CHANGED else change
            if argument.id in placing.inferences:
                for edge in self._of_card(argument.id, placing.inferences[argument.id]):
                    yield edge._replace(change=change) if change else edge
                continue
            folded = placing.folds.get(argument.id)
            if folded is None:
                continue
            kind, point = _KINDS[folded.kind], argument.id
            starts, ends = placing.starts(folded.premise), placing.ends(folded.target, folded.step)
            strength = self._marks.strength_of(argument.id, argument.data)
            if folded.has_junction:
                start, end = starts[0], ends[0]
                first = Line(start.node, point, kind, start.anchor, None, True, strength=strength, change=change)
                yield first
                yield first._replace(
                    source=point,
                    target=end.node,
                    source_anchor=None,
                    target_anchor=end.anchor,
                    ends_in_junction=False,
                    starts_in_junction=True,
                )
                continue
            for start in starts:
                for end in ends:
                    yield Line(start.node, end.node, kind, *_anchors(start, end), strength=strength, change=change)

    def _of_card(self, name: str, inferences: tuple[Inference, ...]) -> Iterator[Line]:
        """Yield the edges to premises that live elsewhere, and to conclusions that do."""
        placing = self._placing
        has_cells = placing.has_cells
        strength = self._marks.given_strength_of(name)
        before: str | None = None
        for index, inference in enumerate(inferences):
            for position, premise in enumerate(inference.premises):
                if (premise == before and not placing.is_official) or not self._is_placed(premise):
                    continue
                home = placing.of(premise)
                if home.node == name:
                    continue
                weight = self._marks.given_strength_of(premise)
                if has_cells:
                    cell = f"p{index}_{position}"
                    yield Line(home.node, name, EdgeKind.PREMISE, home.anchor, cell, strength=weight)
                else:
                    yield Line(home.node, name, EdgeKind.SUPPORT, strength=weight)
            before = inference.conclusion
            is_last = index == len(inferences) - 1
            if before is None or before in placing.concluding or (placing.is_official and not is_last):
                continue
            anchor = None if is_last or not has_cells else f"c{index}"
            if self._is_placed(before):
                home = placing.of(before)
                if home.node != name:
                    target = home.anchor if has_cells else None
                    yield Line(name, home.node, EdgeKind.SUPPORT, anchor, target, strength=strength)
            elif before in placing.roles:
                for end in placing.roles[before].premise:
                    if end.node != name or placing.is_official:
                        target = end.anchor if has_cells else None
                        yield Line(name, end.node, EdgeKind.SUPPORT, anchor, target, strength=strength)

    def _is_placed(self, claim: str) -> bool:
        """Whether a claim has a box or is housed."""
        return claim in self._placing.boxes or claim in self._placing.homes

    def _of_relations(self) -> Iterable[Line]:
        placing = self._placing
        edges: list[Line] = []
        two_way: dict[tuple[str, str, str], int] = {}  # (kind, source, target) of a relation -> its edge
        for relation in self._m.relations:
            if relation in placing.used:
                continue
            kind = _KINDS[relation.kind]
            source, target = relation.source, relation.target
            marks = self._marks_of(relation)
            if not (placing.has_one_place(source) and placing.has_one_place(target)):
                edges.extend(edge._replace(**marks) if marks else edge for edge in self._unplaced(relation, kind))
                continue
            back = two_way.get((kind, target, source))
            if back is not None and (not marks or edges[back].change == marks.get("change")):
                start, end = placing.of(target), placing.of(source)
                edges[back] = edges[back]._replace(
                    source_anchor=start.anchor,
                    target_anchor=end.anchor,
                    source=start.node,
                    target=end.node,
                    is_mutual=True,
                    strength=max(
                        (edges[back].strength, marks.get("strength")), key=lambda one: -1 if one is None else one
                    ),
                )
                continue
            if kind in (EdgeKind.ATTACK, EdgeKind.SUPPORT):
                two_way[kind, source, target] = len(edges)
            start = placing.of(source) if kind.is_symmetric else placing.starts(source)[0]
            end = placing.ends(target, relation.step)[0]
            edges.append(Line(start.node, end.node, kind, start.anchor, end.anchor, **marks))
        return edges

    def _unplaced(self, relation: Relation, kind: EdgeKind) -> Iterator[Line]:
        """Yield the edges of a relation of a claim that is only seen in cards, or not at all."""
        placing = self._placing
        source, target = relation.source, relation.target
        if not kind.is_symmetric:
            kind = kind if placing.has_cells else _BETWEEN_CARDS.get(kind, kind)
            for start in placing.starts(source):
                for end in placing.ends(target, relation.step):
                    if start.node != end.node or placing.has_cells or placing.is_official:
                        yield Line(start.node, end.node, kind, start.anchor, end.anchor)
            return
        if placing.has_cells:
            for start in self._everywhere(source):
                for end in self._everywhere(target):
                    if start != end:
                        yield Line(start.node, end.node, kind, start.anchor, end.anchor)
            return
        # Each end acts through the cards that conclude it, and is met in those that it is a premise of.
        found = False
        for one, other in ((source, target), (target, source)):
            for start in self._acting(one):
                for end in self._met(other):
                    found = True
                    yield Line(start.node, end.node, _BETWEEN_CARDS[kind])
        if not found and not placing.is_official:
            for start in placing.starts(source)[:1]:
                for end in placing.ends(target)[:1]:
                    if start.node != end.node:
                        yield Line(start.node, end.node, kind)

    def _acting(self, item: str) -> tuple[Place, ...]:
        roles = self._placing.roles.get(item)
        if self._placing.has_one_place(item):
            return (Place(item),)
        return tuple(dict.fromkeys(Place(place.node) for place in roles.main)) if roles else ()

    def _met(self, item: str) -> tuple[Place, ...]:
        roles = self._placing.roles.get(item)
        if self._placing.has_one_place(item):
            return (Place(item),)
        return tuple(dict.fromkeys(Place(place.node) for place in roles.premise)) if roles else ()

    def _everywhere(self, item: str) -> tuple[Place, ...]:
        if self._placing.has_one_place(item):
            return (self._placing.of(item),)
        roles = self._placing.roles.get(item)
        return (*roles.premise, *roles.between, *roles.main) if roles else ()

    def _marks_of(self, relation: Relation) -> dict[str, Any]:
        if not self._marks.mark_edges:
            return {}
        from argmap.view.comparing import key_of

        found: dict[str, Any] = {}
        change = self._changes.get(key_of(relation))
        if change is None:
            ends = {self._marks.change_of(relation.source), self._marks.change_of(relation.target)}
            change = next((one for one in (Change.REMOVED, Change.ADDED) if one in ends), None)
        if change is not None:
            found["change"] = change
        strength = self._marks.strength_of(None, relation.data)
        if strength is None and not relation.kind.is_symmetric:
            strength = self._marks.given_strength_of(relation.source)  # what acts is as strong as what it comes from
        if strength is not None:
            found["strength"] = strength
        return found


def _anchors(start: Place, end: Place) -> tuple[str | None, str | None]:
    return start.anchor, end.anchor
