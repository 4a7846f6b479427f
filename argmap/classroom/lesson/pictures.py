"""Pictures of a map for paper and for slides: one reason with what is said to it, and the whole in titles."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.lesson.reason_diagram import reason_diagram, shortened_to_gists, whole_diagram
from argmap.classroom.sheets.blocks import Picture
from argmap.classroom.sheets.placing import paper_of
from argmap.classroom.sheets.slide_fitting import EDGE, FOOT, HEIGHT, TOP, WIDTH
from argmap.errors import ArgmapError
from argmap.render import to_svg
from argmap.render.finished import box_of, read_svg
from argmap.render.style import Style
from argmap.render.theme import theme_named
from argmap.view import View, diagram_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.classroom.lesson.points import Debate, Point
    from argmap.classroom.sheets.look import Look
    from argmap.classroom.sheets.placing import Paper
    from argmap.model import ArgumentMap
    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Diagram, Edge, Node

_SLACK = 1.02
"""By how much letters are larger than they have to be; so much smaller a picture may become."""
_PART_OF_PAGE = 0.82  # what of the height of a page a picture may have, as in `argmap.classroom.sheets.placing`
_BELOW_TITLE = 0.63  # what of the height is left below a title and some lines
_SLIDE_WIDTHS = (15.0, 20.0, 12.0, 9.5)
"""How wide cards on slides may be, in em: more narrow ones stand beside each other, wide ones have fewer lines."""
_MOST_ON_A_PAGE = 40
"""A map of more claims is not tried as a whole: letters that can be read leave no room for it on a page."""
_TIME = 10.0  # seconds; a part of a map takes hundredths


class _Lying(Style):
    """Cards beside each other: what is acted on stands on the left."""

    def stands_upright(self, diagram: Diagram) -> bool:  # noqa: ARG002
        return False


class _Upright(Style):
    """Cards below each other."""

    def stands_upright(self, diagram: Diagram) -> bool:  # noqa: ARG002
        return True


class _Growing(_Lying):
    """Cards beside each other, some of which have their place but are not drawn yet."""

    def __init__(self, hidden: Collection[str]) -> None:
        self._hidden = hidden

    def node_attributes(self, node: Node, scene: Scene) -> dict[str, str]:
        attributes = super().node_attributes(node, scene)
        return attributes | {"style": "invis"} if node.of in self._hidden else attributes

    def edge_attributes(self, edge: Edge, scene: Scene) -> dict[str, str]:
        attributes = super().edge_attributes(edge, scene)
        ends = (scene.source(edge).of, scene.target(edge).of)
        return attributes | {"style": "invis"} if any(end in self._hidden for end in ends) else attributes


class _Try(NamedTuple):
    """A way to draw a branch: the style, and how wide cards and boxes are in em."""

    style: Style
    width: float


_TRIES = (
    _Try(_Lying(), 17.0),
    _Try(_Lying(), 14.0),
    _Try(_Lying(), 12.0),
    _Try(_Upright(), 17.0),
    _Try(_Upright(), 13.0),
)
"""How a branch is drawn, best first; the first way that fits the paper is taken, all with small letters at last."""


def theme_for(look: Look, width: float = 17.0, *, is_small: bool = False) -> Theme:
    """Return the theme of a look with no text smaller than the look allows.

    Args:
        look: How the sheet looks.
        width: How wide cards are, in em.
        is_small: Whether all letters are as small as the look allows, since the picture does not fit otherwise.
    """
    theme = theme_named(look.theme)
    least = look.smallest * _SLACK * (_SLACK if is_small else 1.0)  # numbers of lines are a little smaller
    size = least if is_small else max(min(theme.size, look.size * 0.9), least)
    return replace(
        theme,
        size=size,
        small=least if is_small else max(theme.small, least),
        thesis_size=size if is_small else max(theme.thesis_size, size),
        cell_width=width,
        claim_width=min(theme.claim_width, width),
    )


def branch(m: ArgumentMap, reason: Point, look: Look, alt: str, *, is_landscape: bool) -> Picture | None:
    """Return the picture of a reason with what is said to it; None where no way to draw it fits the paper.

    Args:
        m: The map that the reason is in.
        reason: The reason.
        look: How the sheet looks.
        alt: What the picture shows, in words.
        is_landscape: Whether the sheet is wider than high.
    """
    return _first_that_fits(reason_diagram(m, reason), look, alt, _PART_OF_PAGE, is_landscape=is_landscape)


def whole(m: ArgumentMap, look: Look, alt: str, *, is_landscape: bool) -> Picture | None:
    """Return the picture of a map as a whole; None where no way to draw it fits on a page below a title.

    Args:
        m: The map.
        look: How the sheet looks.
        alt: What the picture shows, in words.
        is_landscape: Whether the sheet is wider than high.
    """
    if len(m.claims) > _MOST_ON_A_PAGE:
        return None
    return _first_that_fits(whole_diagram(m), look, alt, _BELOW_TITLE, is_landscape=is_landscape)


def _first_that_fits(diagram: Diagram, look: Look, alt: str, part: float, *, is_landscape: bool) -> Picture | None:
    paper = paper_of(look, is_landscape=is_landscape)
    for is_small, each in product((False, True), _TRIES):
        svg = _svg(diagram, each.style, theme_for(look, each.width, is_small=is_small))
        if svg is None:
            return None
        if _fits(svg, paper, part):
            return Picture(svg, alt)
    return None


def overview(m: ArgumentMap, debate: Debate, look: Look, alt: str, *, is_landscape: bool) -> Picture | None:
    """Return the picture of the positions with the titles of the reasons; None where it does not fit the paper.

    Args:
        m: The map.
        debate: The map as points.
        look: How the sheet looks.
        alt: What the picture shows, in words.
        is_landscape: Whether the sheet is wider than high.
    """
    reasons = [point for thesis in debate.theses for point in thesis.below]
    theses = {thesis.id for thesis in debate.theses}
    drawn = theses.union(*(point.ids for point in reasons))
    part = m.subgraph(drawn)
    inside = {name for point in reasons for name in (*point.premises, *point.ids[1:])} - theses
    view = View.of(
        part,
        steps="hide",
        argument_label="title",
        group=0,
        exclude=sorted(inside & {c.id for c in part.claims} - {p.id for p in reasons}),
    )
    diagram = diagram_of(part, view)
    nodes = tuple(replace(node, group=None) for node in diagram.nodes)
    diagram = replace(diagram, title="", legend=(), notes=(), groups=(), nodes=nodes)
    paper = paper_of(look, is_landscape=is_landscape)
    for is_small, width in product((False, True), (17.0, 13.0)):
        svg = _svg(diagram, _Lying(), theme_for(look, width, is_small=is_small))
        if svg is not None and _fits(svg, paper, _BELOW_TITLE):
            return Picture(svg, alt)
    return None


def growing(m: ArgumentMap, reason: Point, alt: str) -> tuple[Picture, ...]:
    """Return the same picture of a reason three times or less, each with more in it: for slides.

    First the reason alone, then with the objections, then with the replies; everything keeps its place. Of objections
    and replies only the gist is shown. Empty where the reason cannot be drawn.

    Args:
        m: The map that the reason is in.
        reason: The reason.
        alt: What the picture shows in the end, in words.
    """
    levels: list[list[Point]] = [[reason]]
    while levels[-1]:
        levels.append([below for point in levels[-1] for below in point.below])
    levels.pop()
    diagram = shortened_to_gists(reason_diagram(m, reason), {point.id for level in levels[1:] for point in level})
    large = theme_named("large")
    themes = [
        replace(large, cell_width=width, claim_width=min(width, 11.0), small=15.0, thesis_size=large.size)
        for width in _SLIDE_WIDTHS
    ]
    theme = max(themes, key=lambda theme: _share_of_slide(_svg(diagram, _Lying(), theme)))
    pictures = []
    for shown in range(1, len(levels) + 1):
        hidden = {name for level in levels[shown:] for point in level for name in point.ids}
        svg = _svg(diagram, _Growing(hidden), theme)
        if svg is None:
            return ()
        pictures.append(Picture(svg, alt))
    return tuple(pictures)


def _share_of_slide(svg: str | None) -> float:
    """Return how many times its size a picture may be drawn on a slide: the larger, the better its letters are read."""
    if svg is None:
        return 0.0
    box = box_of(read_svg(svg))
    room = WIDTH - 2 * EDGE, HEIGHT - TOP - FOOT
    return min(room[0] / (box.width * box.unit), room[1] / (box.height * box.unit))


def _fits(svg: str, paper: Paper, part: float = _PART_OF_PAGE) -> bool:
    """Whether a picture fits into a part of the height of a page with its smallest letters as large as they must be."""
    box = box_of(read_svg(svg))
    room = _SLACK * paper.text_width, _SLACK * paper.text_height * part
    return box.width * box.unit <= room[0] and box.height * box.unit <= room[1]


def _svg(diagram: Diagram, style: Style, theme: Theme) -> str | None:
    try:
        return to_svg(diagram, style=style, theme=theme, timeout=_TIME)
    except ArgmapError:  # no Graphviz here, or none that can draw this: then it is told in words
        return None
