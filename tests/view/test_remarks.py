"""The words of nodes and cells that are to be written, whoever writes them."""

from dataclasses import replace

import pytest

from argmap.language import Words
from argmap.model import ArgumentMap
from argmap.render import to_dot, to_svg
from argmap.view import Cell, Diagram, Edge, EdgeKind, Label, Node, NodeKind, words_of_nodes
from argmap.view.outline import OutlineLine
from argmap.view.remarks import words_of, words_of_cell, words_of_line

CLAIM = Node("C1 (2)", NodeKind.CLAIM, "Rain", "It rains", record="C1")


@pytest.mark.parametrize(
    ("label", "told", "untitled", "without_words"),
    [
        (Label.BOTH, ("Rain", "It rains"), ("", "It rains"), ("C1", "")),
        (Label.TITLE, ("Rain", ""), ("", "It rains"), ("C1", "")),
        (Label.TEXT, ("", "It rains"), ("", "It rains"), ("C1", "")),
        (Label.HIDE_UNTITLED, ("Rain", "It rains"), ("", ""), ("", "")),
        (Label.NONE, ("", ""), ("", ""), ("", "")),
    ],
)
def test_words_of_a_node(label, told, untitled, without_words):
    node = replace(CLAIM, label=label)
    assert words_of(node, or_id=False) == told
    assert words_of(replace(node, title=None), or_id=False) == untitled
    assert words_of(replace(node, title=None, text=""), or_id=False) == without_words
    assert words_of(replace(node, title=None, text="")) == ("C1", "")


@pytest.mark.parametrize(
    ("label", "here", "elsewhere"),
    [
        (Label.BOTH, "It rains", "Rain"),
        (Label.TITLE, "Rain", "Rain"),
        (Label.NONE, "", ""),
    ],
)
def test_words_of_a_cell(label, here, elsewhere):
    cell = Cell("p0", "C1", "It rains", "Rain", 1, label=label)
    assert words_of_cell(cell) == here
    assert words_of_cell(replace(cell, is_elsewhere=True)) == elsewhere


def test_what_is_told_elsewhere_is_named_only():
    line = OutlineLine(1, replace(CLAIM, side="wet"), see="above")
    assert words_of_line(line, Words("en")) == ("Rain", "", ["see above"])
    assert words_of_line(replace(line, see=""), Words("en")) == ("Rain", "It rains", ["wet"])
    title, text, _ = words_of_line(replace(line, node=replace(CLAIM, title=None, text="rain  " * 100)), Words("en"))
    assert not title
    assert len(text) <= 60
    assert text.startswith("rain rain")


def test_what_is_drawn_twice_and_has_no_words_is_called_by_its_id_in_the_map():
    other = Node("C2", NodeKind.CLAIM, "Wet")
    nameless = replace(CLAIM, title=None, text="")
    diagram = Diagram(nodes=(nameless, other), edges=(Edge("C1 (2)", "C2", EdgeKind.SUPPORT),))
    assert words_of_nodes(diagram)["C1 (2)"].startswith("Claim: C1.")
    assert ">C1<" in to_svg(diagram)
    assert "(2)" not in to_svg(diagram)
    assert "(2)" not in to_dot(diagram)


def test_the_sides_are_described_with_their_titles():
    m = ArgumentMap(data={"sides": {"wet": "It gets wet"}})
    m.claim("Rain", side="wet")
    assert "Sides: wet: It gets wet." in to_svg(m)
