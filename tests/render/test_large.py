"""Maps that are too large, or too dense, to be laid out whole: something useful is drawn all the same, and it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from argmap.model import ArgumentMap, Section
from argmap.render import EngineTimeout, to_svg
from argmap.render.large import FOLDED, FORCED, WHOLE
from argmap.render.picture import Picture
from argmap.render.styles.auto import CROWDED, choose
from argmap.view import Node, Plan, View, boxes, diagram_of
from tests.bench.debates import debate
from tests.render.drawings import nodes, open_or_closed, parsed


class Impatient:
    """An engine that gives up on every graph with more than so many nodes, and keeps what it was asked."""

    name, version, formats = "impatient", (1, 0, 0), frozenset(("svg",))

    def __init__(self, most: int, *, forced: bool = True) -> None:
        self.most, self.forced = most, forced
        self.asked: list[tuple[int, str, float]] = []

    def layout(self, dot: str, *, format: str = "svg", program: str = "dot", timeout: float = 30.0) -> bytes:  # noqa: A002
        count = dot.count(" id=n")
        self.asked.append((count, program, timeout))
        if count > self.most and not (self.forced and program == "sfdp"):
            raise EngineTimeout("Too late.")
        drawn = "".join(f'<g id="n{number}" class="node"><text>x</text></g>' for number in range(count))
        return f'<svg width="9pt" height="9pt" viewBox="0 0 9 9"><g id="graph0">{drawn}</g></svg>'.encode()


def told(m: ArgumentMap, engine: Impatient, **options) -> tuple[str, list[str]]:
    notes: list[str] = []
    svg = to_svg(m, engine=engine, style="cards", tell=notes.append, **options)
    return svg, notes


def test_what_can_be_laid_out_is_drawn_whole():
    engine = Impatient(100)
    svg, notes = told(open_or_closed(), engine)
    assert notes == []
    assert len(nodes(parsed(svg))) == len(diagram_of(open_or_closed()).nodes)


def test_a_large_map_is_folded_without_being_tried_whole():
    m = debate(4_000)
    boxes = len(diagram_of(m).nodes)
    assert boxes > WHOLE
    engine = Impatient(10_000)
    svg, notes = told(m, engine)
    ((count, program, _),) = engine.asked
    assert 20 < count <= FOLDED
    assert program == "dot"
    (note,) = [note for note in notes if "too large" in note]
    assert f"{boxes:,} boxes" in note
    assert "steps from a thesis" in note
    assert note in svg  # the picture says so, too


@pytest.mark.parametrize("style", ["auto", "cards"])
def test_a_folded_picture_makes_no_box_that_it_does_not_draw(monkeypatch, style):
    made: list[str] = []

    def node(name: str, *rest: Any, **more: Any) -> Node:
        made.append(name)
        return Node(name, *rest, **more)

    monkeypatch.setattr(boxes, "Node", node)
    engine = Impatient(10_000)
    to_svg(debate(4_000), engine=engine, style=style)
    ((count, _, _),) = engine.asked
    assert len(made) == count <= FOLDED


def test_a_folded_picture_has_the_style_of_what_is_drawn():
    m, engine = debate(4_000), Impatient(10_000)
    shown = next(plan for depth in range(1, 100) if len((plan := Plan(m).to(depth)).to(depth + 1).nodes) > FOLDED)
    style = choose(shown.diagram)
    assert style != CROWDED == choose(diagram_of(m))
    assert to_svg(m, engine=engine) == to_svg(m, engine=engine, style=style)  # its id is made of the graph


def test_what_is_left_out_is_counted_in_the_picture():
    m = debate(4_000)
    view = View(depth=2)
    shown = diagram_of(m, view)
    assert sum(node.hidden for node in shown.nodes) > 3_000


def test_a_map_that_takes_too_long_is_folded():
    m = debate(600)
    engine = Impatient(FOLDED)
    _, notes = told(m, engine, timeout=8)
    counts = [count for count, _, _ in engine.asked]
    assert counts[0] > FOLDED >= counts[-1]
    assert any("steps from a thesis" in note for note in notes)
    times = [timeout for _, _, timeout in engine.asked]
    assert times[0] <= 4
    assert sum(times) <= 8


def wide(claims: int, sections: int) -> ArgumentMap:
    """One thesis with very many reasons, which depth does not thin out."""
    m = ArgumentMap("Wide")
    places: list[Section | None] = [m.section(f"Part {number}") for number in range(sections)]
    places = places or [None]
    thesis = m.claim("Thesis", section=places[0])
    for number in range(claims):
        m.relate(m.claim(f"Reason {number}", section=places[number % len(places)]), "support", thesis)
    return m


def test_where_depth_is_no_help_the_sections_are_closed():
    engine = Impatient(50)
    svg, notes = told(wide(2_000, 12), engine)
    assert engine.asked[-1][0] == 12
    assert any("12 sections is one box" in note for note in notes)
    assert len(nodes(parsed(svg))) == 12


def test_without_sections_it_is_laid_out_by_force():
    engine = Impatient(50)
    _, notes = told(wide(FORCED - 1, 0), engine)
    assert engine.asked[-1][1] == "sfdp"
    assert any("sfdp" in note for note in notes)


def test_the_theses_are_left():
    engine = Impatient(50)
    svg, notes = told(wide(FORCED + 1, 0), engine)
    assert [count for count, _, _ in engine.asked] == [1]
    assert any("Shown are the theses alone" in note for note in notes)
    assert "3,001" in svg or "3001" in svg  # how much hangs on it


def test_when_nothing_helps_the_list_is_named():
    with pytest.raises(
        EngineTimeout, match=r"read it as a list: write it to a file that ends in \.html, \.txt or \.md"
    ):
        told(wide(FORCED + 1, 0), Impatient(0, forced=False), timeout=3)


def test_a_dense_map_is_drawn(engine, monkeypatch):
    real = Picture.layout

    def layout(picture, format="svg"):  # noqa: A002
        # However busy the machine is: the levels are not found in a second, and the rest has time enough.
        return real(replace(picture, timeout=1 if picture.program == "dot" else 60), format)

    monkeypatch.setattr(Picture, "layout", layout)
    m = ArgumentMap("Dense")
    claims = [m.claim(f"Claim {number}") for number in range(60)]
    for index, one in enumerate(claims):
        for other in claims[:index]:
            m.relate(one, "attack", other)
    notes: list[str] = []
    svg = to_svg(m, engine=engine, timeout=200, tell=notes.append)
    assert nodes(parsed(svg))
    assert any("too dense" in note for note in notes)
