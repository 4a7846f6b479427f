"""A plan tells what a diagram holds before a box of it is made, and makes the same as is made without it."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.view import Edge, Node, Plan, boxes, diagram_of
from argmap.view.folding import structure_of
from argmap.view.grouping import size_of
from argmap.view.sketching import Line
from tests.bench.debates import debate
from tests.maps import maps
from tests.view.views import views


def test_a_line_has_the_fields_of_an_edge_in_their_order():
    assert [*Line._fields, "colour"] == [field.name for field in fields(Edge)]
    defaults = {field.name: field.default for field in fields(Edge) if field.default is not MISSING}
    assert Line._field_defaults | {"colour": None} == defaults


@given(st.data(), st.integers(0, 3))
def test_a_plan_tells_what_its_diagram_holds(data, depth):
    m = data.draw(maps())
    view = data.draw(views(m))
    plan, diagram = Plan(m, view), diagram_of(m, view)
    assert [(node.id, node.kind, node.is_thesis) for node in plan.nodes] == [
        (node.id, node.kind, node.is_thesis) for node in diagram.nodes
    ]
    assert [(edge.source, edge.target, edge.kind) for edge in plan.edges] == [
        (edge.source, edge.target, edge.kind) for edge in diagram.edges
    ]
    assert plan.notes == diagram.notes
    assert plan.structure.roots == structure_of(diagram).roots
    assert plan.to(depth).diagram == diagram_of(m, replace(view, depth=depth))
    assert plan.diagram == diagram  # it stays what it was


@given(st.data())
def test_what_is_folded_away_counts_as_much_as_it_would_show(data):
    m = data.draw(maps())
    view = data.draw(views(m, depth=None, fold=(), closed=(), is_closed=False))
    whole, theses = diagram_of(m, view), diagram_of(m, replace(view, depth=0))
    sizes = {node.id: size_of(node) for node in whole.nodes}
    assert sum(sizes.values()) == sum(sizes[node.id] + node.hidden for node in theses.nodes)


def test_only_what_is_drawn_is_made(monkeypatch):
    made: list[str] = []

    def node(name: str, *rest: Any, **more: Any) -> Node:
        made.append(name)
        return Node(name, *rest, **more)

    plan = Plan(debate(2_000))
    monkeypatch.setattr(boxes, "Node", node)
    drawn = plan.to(2).diagram
    assert made == [node.id for node in drawn.nodes]
    assert 10 * len(made) < len(plan.nodes)
