"""The picture laid out beforehand for parts of the map, so that a page can show them without a layout program."""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.engine import EngineError
from argmap.render.page.pictures import drawn
from argmap.view import Plan, View, diagram_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.map import ArgumentMap
    from argmap.render.page.facts import Facts
    from argmap.render.picture import Picture
    from argmap.view import Diagram

MAX_BOXES = 1_200
"""How many boxes all these pictures may have together: about two seconds of layout."""
MAX_SIGNS = 3_000_000
"""How long their SVG may be together."""
MAX_LOOKED_AT = 50_000
"""How many boxes of the map may be looked at for them, counting those of the whole map once for each."""
_MAX_DEPTH = 8


class Layout(NamedTuple):
    """A picture of a part of the map.

    Attributes:
        kind: ``depth``, ``side`` or ``section``.
        name: The depth, or the title of the side or section.
        packed: The SVG, deflated, in base64.
    """

    kind: str
    name: str
    packed: str


class Layouts(NamedTuple):
    """The pictures that there are, how many were left out, and their rules of CSS."""

    made: list[Layout]
    left_out: int
    rules: tuple[str, ...]
    dark: tuple[str, ...]


def layouts_of(picture: Picture, facts: Facts) -> Layouts:
    """Return the pictures of the depths, sides and top sections of what `picture` shows.

    They have the style in which the whole could be drawn. One that shows the same as another, or nothing, is no
    picture of its own. One that would take what there is of room and time is left out, and later ones are tried still.
    """
    made: list[Layout] = []
    rules: dict[str, None] = {}
    dark: dict[str, None] = {}
    left_out = boxes = signs = 0
    plan: Plan | None = None
    seen = {_content(picture.diagram)}
    shown, _ = picture.drawn
    within_reach = MAX_LOOKED_AT // max(len(picture.diagram.nodes), 1)
    for place, (kind, name, view) in enumerate(_views(picture)):
        assert picture.map is not None
        if place >= within_reach:
            left_out += 1
            continue
        if kind == "depth" and view.depth is not None:
            plan = plan or _plan(picture)  # the same for all depths
            diagram = plan.to(view.depth).diagram
        else:
            diagram = diagram_of(picture.map, view)
        if not diagram.nodes or _content(diagram) in seen:
            continue
        seen.add(_content(diagram))
        if boxes + len(diagram.nodes) > MAX_BOXES:
            left_out += 1
            continue
        try:
            part = drawn(replace(picture, given=diagram, asked=shown.style, view=view), facts, may_be_part=False)
        except EngineError:
            left_out += 1
            continue
        if signs + len(part.svg) > MAX_SIGNS:
            left_out += 1
            continue
        boxes += len(diagram.nodes)
        signs += len(part.svg)
        rules |= dict.fromkeys(part.rules)
        dark |= dict.fromkeys(part.dark)
        made.append(Layout(kind, name, base64.b64encode(zlib.compress(part.svg.encode(), 9)).decode()))
    return Layouts(made, left_out, tuple(rules), tuple(dark))


def _plan(picture: Picture) -> Plan:
    assert picture.map is not None
    return picture.given if isinstance(picture.given, Plan) else Plan(picture.map, picture.view or View())


def _content(diagram: Diagram) -> tuple[object, ...]:
    return tuple(node.id for node in diagram.nodes), tuple((edge.source, edge.target) for edge in diagram.edges)


def _views(picture: Picture) -> Iterator[tuple[str, str, View]]:
    if picture.map is None:
        return
    m: ArgumentMap = picture.map
    view = picture.view or View()
    if view.depth is None:
        for depth in range(_MAX_DEPTH):
            yield "depth", str(depth), replace(view, depth=depth)
    if not view.sides:
        for side, title in zip(picture.diagram.sides, picture.diagram.side_titles, strict=False):
            yield "side", title, replace(view, sides=(side,))
    if not view.sections:
        for section in m.sections:
            if section.parent is None:
                yield "section", section.title, replace(view, sections=(section.id,))
