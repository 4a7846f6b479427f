"""What is drawn of a reason: one piece, with nothing in it that says nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

import argmap
from argmap.classroom.lesson.pictures import growing
from argmap.classroom.lesson.points import debate_of
from argmap.classroom.lesson.reason_diagram import reason_diagram
from argmap.classroom.sheets.slide_fitting import EDGE, FOOT, HEIGHT, SMALLEST, TOP, WIDTH
from argmap.render.finished import box_of, read_svg
from argmap.render.theme import theme_named
from argmap.view import EdgeKind, NodeKind
from tests.classroom.lesson.debates import eight, sixty


def _drawn(m):
    debate = debate_of(m)
    return [(reason, reason_diagram(m, reason)) for camp in debate.camps for reason in camp.reasons]


@pytest.mark.parametrize("made", [eight, sixty, argmap.datasets.open_vs_closed, argmap.datasets.school_uniforms])
def test_whatever_is_said_to_a_reason_has_an_arrow(made):
    for reason, diagram in _drawn(made()):
        starts = {edge.source for edge in diagram.edges} | {
            cell.claim
            for node in diagram.nodes
            for cell in node.cells
            if any(edge.source == node.id for edge in diagram.edges)
        }
        for point in reason.walk():
            assert point is reason or starts & set(point.ids), (reason.text, point.text)


def test_an_objection_to_a_step_aims_at_the_arrow_from_the_reason():
    reason, diagram = _drawn(eight())[1]
    assert "The library should open on Sundays" in [node.text for node in diagram.nodes]
    (undercut,) = [edge for edge in diagram.edges if edge.kind is EdgeKind.UNDERCUT]
    assert undercut.target == reason.id
    assert [edge for edge in diagram.edges if edge.starts_in_junction and edge.source == undercut.target]


def test_a_reason_without_such_an_objection_is_drawn_without_what_it_is_for():
    for reason, diagram in (one for number, one in enumerate(_drawn(eight())) if number != 1):
        assert reason.target not in {node.of for node in diagram.nodes}


def test_no_card_has_an_empty_bar_over_a_single_claim():
    for _, diagram in _drawn(eight()):
        assert {node.kind for node in diagram.nodes} <= {NodeKind.CLAIM, NodeKind.JUNCTION}
        assert all(edge.source_anchor is edge.target_anchor is None for edge in diagram.edges)


def test_a_card_that_is_longer_keeps_its_numbers():
    cards = [node for _, diagram in _drawn(sixty()) for node in diagram.nodes if node.kind is NodeKind.ARGUMENT]
    for card in cards:
        assert all(later.number == before.number + 1 for before, later in pairwise(card.cells))
    assert min(len(card.cells) for card in cards) == 2


def test_letters_on_slides_are_as_large_as_those_of_texts():
    m = sixty()
    for camp in debate_of(m).camps:
        for reason in camp.reasons[:2]:
            *_, last = growing(m, reason, "")
            box = box_of(read_svg(last.svg))
            scale = min((WIDTH - 2 * EDGE) / box.width, (HEIGHT - TOP - FOOT) / box.height)
            assert theme_named("large").size * scale >= SMALLEST
