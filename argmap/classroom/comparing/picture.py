"""A pupil's map, drawn, with what is the pupil's own and what is missing marked by signs, words and kinds of line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import Picture
from argmap.model.map import ArgumentMap
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.comparing.comparison import Comparison
    from argmap.classroom.comparing.edits import Graph
    from argmap.language import Words

MOST = 80
"""A map of more boxes is not drawn on a sheet: nobody could read it."""


def marked(comparison: Comparison, words: Words) -> Picture | None:
    """Return the pupil's map and what is missing in it as a picture; None where nothing is, or too much."""
    from argmap.render import to_svg

    boxes = comparison.start.texts.keys() | comparison.goal.texts.keys()
    if not 0 < len(boxes) <= MOST:
        return None
    before, after = _map(comparison, comparison.goal), _map(comparison, comparison.start)
    after.data["language"] = words.code
    svg = to_svg(after, theme="print", view=after.view(before=before))
    return Picture(svg, words.say("compare.pictureAlt"))


def _map(comparison: Comparison, graph: Graph) -> ArgumentMap:
    """Return a graph as a map in which a box that both have says the same in both."""
    m = ArgumentMap()
    made = {}
    for box in sorted(graph.texts):
        here = comparison.boxes[box]
        node = here.pupil or here.key
        assert node is not None
        made[box] = m.claim(node.text or node.title or node.id)
    linked = set()
    for group in sorted(graph.groups, key=lambda group: (group.target, sorted(group.members))):
        bearings = {
            line.bearing for line in graph.lines if line.target == group.target and line.source in group.members
        }
        if len(bearings) == 1 and group.target not in group.members:
            kind = RelationKind(next(iter(bearings)).value)
            argument = m.argument()
            for member in sorted(group.members):
                m.relate(made[member], RelationKind.SUPPORT, argument)
                linked.add((member, group.target))
            m.relate(argument, kind, made[group.target])
    for line in sorted(graph.lines):
        if line.ends not in linked:
            m.relate(made[line.source], RelationKind(line.bearing.value), made[line.target])
    return m
