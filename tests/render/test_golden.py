"""What pictures look like, held in files: read the difference when one changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.render import engines, to_dot, to_svg
from argmap.render.styles import style_named
from argmap.view import diagram_of
from tests.render.drawings import every_kind, every_mark, open_or_closed
from tests.render.test_dot import layout_of

if TYPE_CHECKING:
    from argmap.view import Diagram

if engines()[0].engine is None:
    pytest.skip("the golden pictures are those of the bundled engine", allow_module_level=True)


def structure_of(diagram: Diagram, style: str) -> str:
    """Return nodes and edges in words, and the nodes from one end of the picture to the other."""
    diagram = style_named(style).arrange(diagram)
    lines = [
        f"{node.kind} {node.id}" + (" thesis" if node.is_thesis else "") + "".join(f" [{c.text}]" for c in node.cells)
        for node in diagram.nodes
    ]
    for edge in diagram.edges:
        ends = (
            f"{end}.{anchor}" if anchor else end
            for end, anchor in ((edge.source, edge.source_anchor), (edge.target, edge.target_anchor))
        )
        lines.append(f"{' '.join(ends)} {edge.kind}" + (" mutual" if edge.is_mutual else ""))
    places = layout_of(diagram, style=style)
    for axis in "xy":
        ranks: dict[int, list[str]] = {}
        for name, place in places.items():
            ranks.setdefault(round(place["xy".index(axis)] / 20), []).append(name)
        lines.append(f"along {axis}: " + " < ".join(" ".join(sorted(ranks[rank])) for rank in sorted(ranks)))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("make", [open_or_closed, every_kind])
@pytest.mark.parametrize("style", ["cards", "argdown"])
def test_structure(golden, make, style):
    name = make.__name__ if style == "cards" else f"{make.__name__}.{style}"
    golden(f"{name}.txt", structure_of(diagram_of(make()), style))


def test_dot(golden):
    golden("open_or_closed.dot", to_dot(open_or_closed()))


@pytest.mark.parametrize("make", [open_or_closed, every_kind, every_mark])
def test_picture(golden, make):
    golden(f"{make.__name__}.svg", to_svg(make(), engine="bundled"))


def test_picture_in_the_style_of_argdown(golden):
    golden("every_kind.argdown.svg", to_svg(every_kind(), style="argdown", engine="bundled"))
