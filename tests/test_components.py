"""Strongly connected components, against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.components import strong_components


@given(st.integers(0, 8).flatmap(lambda size: st.lists(
    st.lists(st.integers(0, size - 1), max_size=3) if size else st.nothing(), min_size=size, max_size=size
)))  # fmt: skip
def test_components_are_those_of_networkx(targets):
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(targets)))
    graph.add_edges_from((source, target) for source, ends in enumerate(targets) for target in ends)
    found = strong_components(targets)
    assert sorted(found) == sorted(map(sorted, nx.strongly_connected_components(graph)))
    place = {each: number for number, component in enumerate(found) for each in component}
    assert all(place[source] >= place[target] for source, target in graph.edges)


def test_long_chains_need_no_recursion():
    size = 20_000
    assert len(strong_components([[place + 1] for place in range(size - 1)] + [[0]])) == 1
