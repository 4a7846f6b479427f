"""A pupil's map, drawn, with what is the pupil's own and what is missing marked by signs, words and kinds of line."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from argmap.classroom.sheets.blocks import Picture
from argmap.classroom.sheets.look import LOOKS
from argmap.classroom.sheets.placing import paper_of, placed
from argmap.model.map import ArgumentMap
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from argmap.classroom.comparing.comparison import Comparison
    from argmap.classroom.comparing.edits import Graph
    from argmap.language import Words

MOST = 80
"""A map of more boxes is not drawn on a sheet: nobody could read it."""

_LETTERS = 9.2
"""How high letters are where a map would not fit on a page otherwise, in points."""
_WIDTHS = (17.0, 13.0, 10.0)
"""How wide boxes are then, in em, best first."""


def marked(comparison: Comparison, words: Words) -> Picture | None:
    """Return the pupil's map and what is missing in it as a picture; None where nothing is, or too much."""
    from argmap.render import to_svg
    from argmap.render.theme import theme_named

    boxes = comparison.start.texts.keys() | comparison.goal.texts.keys()
    if not 0 < len(boxes) <= MOST:
        return None
    before, after = _map(comparison, comparison.goal), _map(comparison, comparison.start)
    after.data["language"] = words.code
    view, printed = after.view(before=before), theme_named("print")
    look = LOOKS["standard"]
    paper = paper_of(look, is_landscape=False)
    pictures = []
    small = replace(printed, size=_LETTERS, small=_LETTERS, thesis_size=_LETTERS)
    narrow = [replace(small, cell_width=width, claim_width=min(small.claim_width, width)) for width in _WIDTHS]
    for theme in (printed, *narrow):
        picture = Picture(to_svg(after, theme=theme, view=view), words.say("compare.pictureAlt"))
        where = placed(picture, paper, look.smallest)
        if where.place != "tiles":
            return picture
        pictures.append((len(where.tiles), picture))
    return min(pictures, key=itemgetter(0))[1]


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
