"""Maps that are too large to be laid out whole: what is drawn in their place, and how that is said.

A layout takes time that grows faster than the map, and a picture of thousands of boxes helps nobody. So a map above
`WHOLE` boxes is not laid out as it is, and one that takes too long is given up. What is tried then, in this order:

1. the map *folded*: only what is near enough to a thesis for at most `FOLDED` boxes; what is left out is counted;
2. its *sections*, each closed into one box, where there are several;
3. all boxes laid out by force (sfdp), which is quick and crude, up to `FORCED` boxes; for a map that is dense;
4. its *theses* alone, with what hangs on them counted.

What is drawn tells the style, where it is left open: a folded map has room for what is inside of its arguments.
Where none of it can be drawn, the list is left: the page and the formats of text have it, whatever the size.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.engine import EngineTimeout, check_timeout
from argmap.view import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.picture import Picture
    from argmap.view import Diagram
    from argmap.view.folding import Structure

WHOLE = 1_500
"""The most boxes that are laid out as they are."""
FOLDED = 250
"""The most boxes of a folded map."""
FORCED = 3_000
"""The most boxes that are laid out by force."""


def laid_out(picture: Picture) -> tuple[Picture, bytes]:
    """Return the picture that could be drawn in time, and the SVG of its layout.

    That is the picture that is asked for, or the first of those above that can be drawn. What became of it stands in
    the notes of its diagram. All layouts together take at most the time of the picture; each is given half of what
    is left, so that there is time for the next.

    Raises:
        EngineTimeout: If nothing could be drawn in time.
        EngineError: If the layout failed.
        EngineNotFound: If there is no layout program.
    """
    check_timeout(picture.timeout)
    end = time.monotonic() + picture.timeout
    late: EngineTimeout | None = None
    for attempt in _attempts(picture):
        left = end - time.monotonic()
        if left <= 0:
            break
        share = left / 2 if picture.map is not None else left
        tried = replace(attempt, timeout=share)
        try:
            layout = tried.layout("svg")
        except EngineTimeout as error:
            late = late or error
            continue
        for note in tried.diagram.notes:
            if note not in picture.given.notes:
                picture.tell(note)
        return tried, layout
    boxes = len(picture.given.nodes)
    raise EngineTimeout(
        f"The picture has {boxes:,} boxes and {len(picture.given.edges):,} arrows, and no layout of it was done "
        f"within {picture.timeout:g} seconds. Give it more time (timeout= in Python, --timeout at the command line), "
        f"draw a part of it (by section, by side, or by what is around a claim), or read it as a list: write it to "
        f"a file that ends in .html, .txt or .md.",
        stderr=late.stderr if late else "",
    )


def _attempts(picture: Picture) -> Iterator[Picture]:
    given, view = picture.given, picture.view
    boxes = len(given.nodes)

    def told(*keys: str, **numbers: object) -> str:
        words = Words.of(picture.diagram.language if picture.map is None else picture.map.language)
        numbers["boxes"] = f"{boxes:,}"
        return " ".join([words.say(f"picture.large.{key}", **numbers) for key in keys])

    if boxes <= WHOLE or picture.map is None:  # without a map there is nothing to fold it by
        yield picture
    if picture.map is not None and view is not None:
        plan = given if isinstance(given, Plan) else Plan(picture.map, view)
        depth = _depth_within(plan.structure, FOLDED)
        if depth is not None:
            yield _seen(picture, plan.to(depth), told("whole", "depth", "part", n=depth))
        sections = [section for section in picture.map.sections if section.parent is None]
        if 1 < len(sections) <= FOLDED:
            closed = replace(view, closed=tuple(section.id for section in sections))
            note = told("whole", "sections", "part", n=len(sections))
            yield _seen(picture, Plan(picture.map, closed), note)
    if boxes <= FORCED:
        yield replace(picture, given=_noted(picture.diagram, told("whole", "forced")), program="sfdp")
    if picture.map is not None and view is not None:
        yield _seen(picture, plan.to(0), told("whole", "theses", "part"))


def _seen(picture: Picture, plan: Plan, note: str) -> Picture:
    return replace(picture, given=_noted(plan.diagram, note), view=plan.view)


def _noted(diagram: Diagram, note: str) -> Diagram:
    return replace(diagram, notes=(*diagram.notes, note), description=f"{diagram.description} {note}".strip())


def _depth_within(structure: Structure, most: int) -> int | None:
    """Return how many relations deep at most `most` boxes lie, if that is at least one and leaves something out.

    Linear in what lies that deep, times the depth, which is at most `most`.
    """
    depth, seen = None, 0
    while True:
        shown = len(structure.shown((depth or 0) + 1, ()))
        if shown > most or shown == seen:
            return depth if shown > most else None  # at its deepest it is not too large: folding is no help
        depth, seen = (depth or 0) + 1, shown
