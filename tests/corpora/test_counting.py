"""Counts, against networkx and against maps small enough to count by hand."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings

import argmap
from argmap.corpora import Counts, count
from argmap.corpora.counting import FIGURES
from argmap.corpora.edges import edges_of
from tests.maps import maps


def shape(m: argmap.ArgumentMap) -> list[tuple[str, str, str]]:
    return [(edge.source, edge.kind.value, edge.target) for edge in edges_of(m).edges]


def test_a_debate_counted_by_hand() -> None:
    m = argmap.parse("""
[Gate]: A gate keeps bad actors out. {side: closed}
  - <Futile>: Bad actors find a way. {side: open, scheme: example}
    _ <Ease>: How easy it is still matters.
  >< [Open door]: Nothing keeps them out. {side: open}

<Guards>

(1) Guards are awake.
(2) Guards are strong.
-----
(3) [Gate]

Nobody asked.

[Round]: It goes round.
  + [And round]: And round.
    + [Round]
""").map
    counts = count(m)
    assert counts.figures() == {
        "claims": 7,
        "arguments": 3,
        "spelt_out": 1,
        "linked": 1,
        "premises_per_argument": 2.0,
        "support": 2,
        "attack": 1,
        "undercut": 1,
        "contrary": 0,
        "contradictory": 1,
        "entails": 0,
        "depth": 2,
        "width": 5,  # the three that speak for nothing, and the two that go round
        "words_per_claim": (6 + 4 + 3 + 3 + 2 + 3 + 2) / 7,
        "sides": 2,
        "schemes": 1,
        "components": 3,
        "circles": 1,
    }
    assert counts.sides == {"closed": 1, "open": 2}
    assert counts.schemes == {"example": 1}
    assert counts.figures().keys() == FIGURES.keys()


def test_arguments_are_taken_apart() -> None:
    m = argmap.ArgumentMap()
    out = m.claim("Stay at home", title="Home")
    rain = m.support([m.claim("It rains", title="Rain"), m.claim("It is dark", title="Dark")], out, title="Weather")
    m.rebut(m.claim("We need bread", title="Bread"), out, title="Shopping")
    m.undercut(m.claim("We have coats", title="Coats"), rain, title="Dressed")
    m.undercut(m.claim("There is bread", title="Loaf"), "Shopping", title="Enough")
    assert set(shape(m)) == {
        ("Rain", "support", "Home"),
        ("Dark", "support", "Home"),
        ("Bread", "attack", "Home"),
        ("Coats", "undercut", "Home"),
        ("Loaf", "undercut", "Home"),
    }


def test_an_argument_that_does_not_give_way() -> None:
    m = argmap.ArgumentMap()
    out = m.claim("Stay at home", title="Home")
    m.rebut(m.claim("We need bread", title="Bread"), out, text="There is none", title="Shopping")
    m.rebut(m.claim("There is bread", title="Loaf"), "Shopping", title="Enough")
    assert set(shape(m)) == {
        ("Bread", "support", "Shopping"),
        ("Shopping", "attack", "Home"),
        ("Loaf", "attack", "Shopping"),
    }


def test_undercuts_in_a_circle_stay_as_they_are() -> None:
    m = argmap.ArgumentMap()
    one, other = m.argument(title="One"), m.argument(title="Other")
    m.relate(m.claim("A", title="A"), "support", one)
    m.relate(m.claim("B", title="B"), "support", other)
    m.undercut(one, other)
    m.undercut(other, one)
    m.rebut(m.claim("C", title="C"), m.claim("D", title="D"), title="Third")
    m.undercut(m.claim("E", title="E"), m.undercut(m.claim("F", title="F"), "Third", title="Fourth"))
    assert set(shape(m)) == {
        ("A", "support", "One"),
        ("B", "support", "Other"),
        ("One", "undercut", "Other"),
        ("Other", "undercut", "One"),
        ("C", "attack", "D"),
        ("F", "undercut", "D"),
        ("E", "undercut", "D"),
    }


def test_a_step_starts_from_the_one_before_it() -> None:
    m = argmap.parse("""
<Chain>

(1) [A]: one
-----
(2) [B]: two
(3) [C]: three
-----
(4) [D]: four
""").map
    assert shape(m) == [("A", "support", "B"), ("B", "support", "D"), ("C", "support", "D")]


def test_positions_that_attack_each_other_are_theses() -> None:
    counts = count(argmap.parse("[A]: one\n  - [B]: two\n    - [A]\n  + [C]: three\n    + [D]: four\n").map)
    assert (counts.depth, counts.width, counts.circles) == (2, 2, 1)


@settings(max_examples=50)
@given(maps())
def test_parts_circles_depth_and_width_as_networkx_has_them(m: argmap.ArgumentMap) -> None:
    nodes, edges, _ = edges_of(m)
    assert {end for edge in edges for end in edge[:2]} <= {node.id for node in nodes}
    counts = count(m)
    whole: nx.Graph[str] = nx.Graph()
    directed: nx.DiGraph[str] = nx.DiGraph()
    for graph in (whole, directed):
        graph.add_nodes_from(node.id for node in nodes)
    whole.add_edges_from((edge.source, edge.target) for edge in edges)
    directed.add_edges_from((edge.source, edge.target) for edge in edges if not edge.kind.is_symmetric)
    assert counts.components == nx.number_connected_components(whole)
    loops = {node for node in directed if directed.has_edge(node, node)}
    assert counts.circles == sum(len(c) > 1 or bool(c & loops) for c in nx.strongly_connected_components(directed))
    knots = nx.condensation(directed)
    theses = [node for knot in knots if not knots.out_degree(knot) for node in knots.nodes[knot]["members"]]
    far = nx.multi_source_dijkstra_path_length(directed.reverse(), theses) if theses else {}
    levels = list(far.values())
    assert counts.depth == max(levels, default=0)
    assert counts.width == max((levels.count(level) for level in levels), default=0)


@settings(max_examples=50)
@given(maps(), maps())
def test_counts_add_up(one: argmap.ArgumentMap, other: argmap.ArgumentMap) -> None:
    total = count(one) + count(other)
    assert total == count(other) + count(one)
    assert total + Counts() == total
    assert (total.maps, total.claims) == (2, len(one.claims) + len(other.claims))
    assert sum(total.relations.values()) == len(one.relations) + len(other.relations)
    assert total.depth == max(count(one).depth, count(other).depth)


def test_an_empty_map_has_no_means() -> None:
    figures = count(argmap.ArgumentMap()).figures()
    assert figures.pop("premises_per_argument") is figures.pop("words_per_claim") is None
    assert set(figures.values()) == {0}
