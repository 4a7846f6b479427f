"""From a map to the diagram of it."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.language import Words
from argmap.view.arrows import Arrows
from argmap.view.boxes import Boxes, deeds_of
from argmap.view.checking import check_names
from argmap.view.colouring import Paint
from argmap.view.describing import description, with_legend
from argmap.view.diagram import Diagram, Edge, Finding, Node, NodeKind, Part
from argmap.view.folding import Structure, structure_of
from argmap.view.grouping import Grouping, close_groups, grouping_of, groups_of, names_of
from argmap.view.marking import Marks
from argmap.view.measure import measure_in_words
from argmap.view.narrowing import Narrowing
from argmap.view.placing import Placing, place
from argmap.view.selecting import choose
from argmap.view.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model.map import ArgumentMap
    from argmap.view.comparing import Comparison
    from argmap.view.sketching import Line, Sketch


def diagram_of(m: ArgumentMap, view: View | None = None) -> Diagram:
    """Return the diagram of `m`: what the view says, in the way it says. Linear in the map and the diagram.

    Args:
        m: The map.
        view: What to draw; without it, what the map asks for itself: `View.of(m)`. With `View()`, every claim,
            every argument and every relation has a place.

    Raises:
        UnknownNameError: If the view names a claim, argument, section, tag or side that is not in the map; the
            message offers the nearest.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> late = m.claim("The school should start at nine")
        >>> _ = m.support([m.claim("Teenagers sleep late"), m.claim("Tired pupils do not learn")], late)
        >>> diagram = diagram_of(m)
        >>> [(node.id, str(node.kind), len(node.cells)) for node in diagram.nodes]
        [('C1', 'claim', 0), ('A1', 'argument', 2)]
        >>> [(edge.source, str(edge.kind), edge.target) for edge in diagram.edges]
        [('A1', 'support', 'C1')]
    """
    return Plan(m, view).diagram


class Plan:
    """What a diagram will hold, worked out before a box of it is made. Linear.

    A map of thousands of claims is not drawn whole: its plan tells how many boxes it has, and makes those that are
    drawn.

    Args:
        m: The map.
        view: What to draw; without it, what the map asks for itself.

    Raises:
        UnknownNameError: As for `diagram_of`.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.rebut("The forecast says sun", m.claim("It will rain"))
        >>> plan = Plan(m)
        >>> len(plan.nodes), [node.text for node in plan.to(0).diagram.nodes]
        (2, ['It will rain'])
    """

    def __init__(self, m: ArgumentMap, view: View | None = None) -> None:
        self._m = self._drawn = m
        self.view = view = View.of(m) if view is None else view
        compared: Comparison | None = None
        if view.before is not None:
            from argmap.view.comparing import compare

            compared = compare(view.before, m)
            self._drawn = compared.map
        self._origins: dict[str, str] = {}
        if view.steps.are_exploded:
            from argmap.view.exploding import explode

            self._drawn, self._origins = explode(self._drawn)
        drawn, origins = self._drawn, self._origins
        self._grouping = grouping = grouping_of(drawn, view, origins)
        check_names(drawn, view, grouping.sections, origins)
        choice = choose(drawn, view, lies_in=grouping.lies_in, sections=_sections(view, grouping), origins=origins)
        self._placing = placing = place(drawn, choice, fold=view.arrows, has_cells=view.steps.are_shown)
        self._marks = marks = Marks(drawn, view, origins, compared.records if compared else {})
        edges = Arrows(drawn, view, placing, marks, compared.relations if compared else {}).edges()
        records = origins | (compared.removed if compared else {})
        self._boxes = boxes = Boxes(drawn, view, placing, grouping, marks, records, deeds_of(edges))
        self._left = Narrowing(drawn, view, boxes.sketches(), edges, placing, origins, boxes.size)

    def to(self, depth: int) -> Plan:
        """Return the plan of the same, but for what is further than so many relations from a thesis."""
        other = copy(self)
        vars(other).pop("diagram", None)
        vars(other).update(view=replace(self.view, depth=depth), _left=self._left.to(depth))
        return other

    @property
    def nodes(self) -> Sequence[Sketch | Node]:
        """The nodes, made or not."""
        return self._known.nodes

    @property
    def edges(self) -> Sequence[Line | Edge]:
        """The edges between them, made or not."""
        return self._known.edges

    @property
    def structure(self) -> Structure:
        """What acts on what in it."""
        known = self._known
        return structure_of(known) if isinstance(known, Diagram) else known.structure

    @property
    def notes(self) -> tuple[str, ...]:
        """What the viewer has to know of the diagram, in whole sentences."""
        known = self._known
        return known.notes if isinstance(known, Diagram) else self._notes({node.id for node in known.nodes})

    @property
    def _known(self) -> Diagram | Narrowing:
        """What tells nodes and edges: which of them closed groups leave is known once the diagram is made."""
        return self.diagram if self._grouping.closed else self._left

    def _notes(self, shown: set[str], inside: int = 0) -> tuple[str, ...]:
        """Return the notes of a diagram with these nodes, whose closed groups hold so much."""
        words = Words.of(self._m.language)
        return (*_left_out(self._drawn, self._placing, shown, inside, words), *self.view.notes)

    @cached_property
    def diagram(self) -> Diagram:
        """The diagram, with every box made."""
        m, view, grouping, left = self._m, self.view, self._grouping, self._left
        nodes = self._boxes.nodes({node.id for node in left.nodes})
        if left.numbers or left.hidden:
            nodes = [_told(node, left.numbers.get(node.id), left.hidden.get(node.id)) for node in nodes]
        nodes = _with_arrows_findings(nodes, self._placing, self._marks)
        nodes, edges = close_groups(grouping, nodes, [Edge(*line) for line in left.edges])
        paint = Paint(self._drawn, view.colours, grouping, self._origins)
        words = Words.of(m.language)
        titles = m.side_titles if "sides" in view.show else {}
        diagram = Diagram(
            m.title,
            "",
            tuple(paint.nodes(nodes)),
            tuple(paint.edges(edges)),
            paint.groups(groups_of(grouping, nodes)),
            tuple(titles),
            side_titles=tuple(titles.values()),
            language=words.code,
        )
        inside = sum(node.hidden for node in nodes if node.kind is NodeKind.GROUP)
        notes = self._notes({node.id for node in nodes}, inside)
        judged = measure_in_words(view, diagram.nodes, words)
        diagram = replace(diagram, judged=judged, notes=notes, legend=paint.key())
        return replace(with_legend(diagram), description=description(m, diagram))


def _told(node: Node, number: str | None, hidden: int | None) -> Node:
    """Return a node with its number and how much was left out below it."""
    told: dict[str, Any] = {}
    if number is not None:
        told["number"] = number
    if hidden:
        told["hidden"] = hidden
    return replace(node, **told) if told else node


def _sections(view: View, grouping: Grouping) -> set[str] | None:
    """Return the sections that are drawn; None for all."""
    if not view.sections:
        return None
    ids = [name for name in view.sections if name in grouping.sections]
    titles = set(view.sections).difference(ids)
    found = {section.id for section in grouping.sections.values() if titles.intersection(names_of(section))}
    found.update(ids)
    if view.inside:
        for section in grouping.sections.values():  # a parent stands before its children
            if section.parent in found:
                found.add(section.id)
    return found


def _with_arrows_findings(nodes: list[Node], placing: Placing, marks: Marks) -> list[Node]:
    """Put what a checker says of a plain arrow on the box at which it starts: an arrow has no place for it."""
    found: dict[str, tuple[Finding, ...]] = {}
    for name, folded in placing.folds.items():
        said = marks.findings_on(name)
        if said and not folded.has_junction:
            for start in placing.starts(folded.premise)[:1]:
                found[start.node] = (*found.get(start.node, ()), *said)
    if not found:
        return nodes
    return [replace(node, findings=(*node.findings, *found[node.id])) if node.id in found else node for node in nodes]


def _left_out(m: ArgumentMap, placing: Placing, nodes: set[str], inside: int, words: Words) -> list[str]:
    """Return a sentence on how much is not shown, if any is not, or that there is nothing.

    What a closed group or a card holds is shown in it.

    Args:
        m: The map that is drawn.
        placing: Where.
        nodes: The names of the nodes that are drawn.
        inside: How much the closed groups among them hold.
        words: The language.
    """
    if not len(m):
        return [words.say("picture.nothing")]
    boxes, cards = placing.boxes, placing.inferences
    placed = len(boxes) + len(cards) + len(placing.homes) + len(placing.folds)
    if placed == len(m) and boxes.keys() <= nodes and cards.keys() <= nodes:
        return []  # as nearly always: everything has a place, and all places are drawn
    shown = {name for name in nodes if name in m}
    for card in shown.intersection(cards):
        for inference in cards[card]:
            shown.update([claim for claim in inference.premises if claim not in boxes])
            if inference.conclusion is not None and inference.conclusion not in boxes:
                shown.add(inference.conclusion)
    for name, folded in placing.folds.items():
        if folded.premise in shown and (folded.target in shown or folded.target in placing.folds):
            shown.add(name)
    count, every = len(shown) + inside, len(m)
    if count >= every:
        return []
    said = words.say("picture.part" if count else "picture.none", n=f"{count:,}", all=f"{every:,}")
    return [Part.of(said, count, every)]
