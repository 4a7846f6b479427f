"""From a map to the diagram of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.view.arrows import Arrows
from argmap.view.boxes import Boxes, deeds_of
from argmap.view.checking import check_names
from argmap.view.colouring import Paint
from argmap.view.describing import description, with_legend
from argmap.view.diagram import Diagram, Edge, Finding, Node, NodeKind
from argmap.view.folding import Structure, count_hidden, dissolve, keep, sizes_of
from argmap.view.grouping import Grouping, close_groups, grouping_of, groups_of, names_of
from argmap.view.marking import Marks
from argmap.view.measure import measure_in_words
from argmap.view.placing import Placing, place
from argmap.view.selecting import choose
from argmap.view.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.map import ArgumentMap
    from argmap.view.comparing import Comparison


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
    view = View.of(m) if view is None else view
    drawn = m
    compared: Comparison | None = None
    if view.before is not None:
        from argmap.view.comparing import compare

        compared = compare(view.before, m)
        drawn = compared.map
    origins: dict[str, str] = {}
    if view.steps.are_exploded:
        from argmap.view.exploding import explode

        drawn, origins = explode(drawn)
    grouping = grouping_of(drawn, view, origins)
    check_names(drawn, view, grouping.sections, origins)
    choice = choose(drawn, view, lies_in=grouping.lies_in, sections=_sections(view, grouping), origins=origins)
    placing = place(drawn, choice, fold=view.arrows, has_cells=view.steps.are_shown)
    marks = Marks(drawn, view, origins, compared.records if compared else {})
    edges = Arrows(drawn, view, placing, marks, compared.relations if compared else {}).edges()
    records = origins | (compared.removed if compared else {})
    nodes = Boxes(drawn, view, placing, grouping, marks, records, deeds_of(edges)).nodes()
    nodes = _with_arrows_findings(nodes, placing, marks)
    nodes, edges = _restrict(view, drawn, nodes, edges, placing, origins)
    nodes, edges = close_groups(grouping, nodes, edges)
    paint = Paint(drawn, view.colours, grouping, origins)
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
    notes = (*_left_out(drawn, placing, diagram), *view.notes)
    diagram = replace(diagram, judged=measure_in_words(view, diagram.nodes, words), notes=notes)
    return replace(with_legend(diagram), description=description(m, diagram))


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


def _restrict(
    view: View,
    m: ArgumentMap,
    nodes: list[Node],
    edges: list[Edge],
    placing: Placing,
    origins: Mapping[str, str],
) -> tuple[list[Node], list[Edge]]:
    """Leave out what is tied to nothing, far away, too deep, or below what is folded; and number what there is."""
    nodes, edges = dissolve(nodes, edges)
    if not view.disconnected and view.statements is None:
        kept = _connected(view, m, nodes, edges)
        nodes = [node for node in nodes if node.id in kept]
    if not (view.numbers or view.around or view.fold or view.depth is not None):
        return nodes, edges
    theses = {node.id for node in nodes if node.is_thesis}
    structure = Structure(nodes, edges, theses)
    if view.numbers:
        numbers = structure.numbers()
        nodes = [replace(node, number=numbers[node.id]) if node.id in numbers else node for node in nodes]
    parts: dict[str, list[str]] = {}
    for part, origin in origins.items():
        parts.setdefault(origin, []).append(part)

    def places(names: tuple[str, ...]) -> list[tuple[str, str | None]]:
        whole = [each for name in names for each in parts.get(name, [name])]
        found = [(end.node, end.anchor) for name in whole for end in placing.ends(name)]
        return [(node, anchor) for node, anchor in found if node in structure.owner]

    if view.around:
        near = structure.near((node for node, _ in places(view.around)), view.distance)
        nodes, edges = keep(nodes, edges, near)
        structure = Structure(nodes, edges, theses)
    if view.depth is not None or view.fold:
        shown = structure.shown(view.depth, set(places(view.fold)))
        counts = structure.hidden(shown, sizes_of(nodes))
        nodes, edges = keep(nodes, edges, shown)
        nodes = count_hidden(nodes, counts)
    return nodes, edges


def _connected(view: View, m: ArgumentMap, nodes: list[Node], edges: list[Edge]) -> set[str]:
    """Return the nodes that are tied to others, and those that are drawn all the same."""
    kept = {end for edge in edges for end in (edge.source, edge.target)} | set(view.include)
    if view.is_in_map:
        kept.update(node.id for node in nodes if m[node.id].data.get("isInMap") is True)
    return kept


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


def _left_out(m: ArgumentMap, placing: Placing, diagram: Diagram) -> list[str]:
    """Return a sentence on how much is not shown, if any is not, or that there is nothing.

    What a closed group or a card holds is shown in it.
    """
    drawn = {node.id for node in diagram.nodes}
    shown = {name for name in drawn if name in m}
    shown.update(claim for claim, roles in placing.roles.items() if drawn.intersection(roles.nodes))
    for name, folded in placing.folds.items():
        if folded.premise in shown and (folded.target in shown or folded.target in placing.folds):
            shown.add(name)
    if not len(m):
        return [Words(diagram.language).say("picture.nothing")]
    inside = sum(node.hidden for node in diagram.nodes if node.kind is NodeKind.GROUP)
    if len(shown) + inside >= len(m):
        return []
    shown_now = f"{len(shown) + inside:,}"
    return [Words(diagram.language).say("picture.part", n=shown_now, all=f"{len(m):,}")]
