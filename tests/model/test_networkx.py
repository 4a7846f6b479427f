from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from argmap.errors import ModelError, UnknownNameError
from argmap.model import ArgumentMap, Step
from argmap.source import Source as SourceText


@pytest.fixture
def m():
    m = ArgumentMap("T", data={"a": [1]})
    argument = m.support(["p", "q"], m.claim("c", title="C", tags=["x"]), title="A", rules=["MP"])
    m.step(argument, ["r"], "d", data={"uses": [1]})
    m.relate("C1", "undercut", "A", step=0, data={"w": 1})
    return m


def test_attributes_have_the_documented_names(m):
    graph = m.to_networkx()
    assert type(graph) is nx.MultiDiGraph
    assert set(graph.graph) == {"title", "data", "sections", "source"}
    shared = {"kind", "text", "title", "ranges", "wordings", "tags", "data", "section", "occurrences"}
    assert set(graph.nodes["C"]) == shared
    assert set(graph.nodes["A"]) == shared | {"span"}
    assert (graph.nodes["C"]["kind"], graph.nodes["A"]["kind"]) == ("claim", "argument")
    edges = {(s, t): given for s, t, given in graph.edges(data=True) if given["kind"] != "undercut"}
    assert edges[("C2", "A")] == {"kind": "premise", "step": 0, "position": 1}
    assert edges[("C3", "A")] == {"kind": "premise", "step": 1, "position": 0}
    assert edges[("A", "C")]["rules"] == ("MP",)
    assert edges[("A", "C4")]["data"] == {"uses": [1]}
    undercut = next(given for *_, given in graph.edges(data=True) if given["kind"] == "undercut")
    assert undercut == {"kind": "undercut", "step": 0, "data": {"w": 1}, "spans": (), "order": 0}


def test_data_of_the_map_are_copied(m):
    graph = m.to_networkx()
    graph.graph["data"]["a"].append(2)
    assert m.data == {"a": [1]}


def test_the_source_is_kept(m):
    m.source = SourceText("text")
    assert ArgumentMap.from_networkx(m.to_networkx()).source is m.source


def test_a_node_taken_out_leaves_the_steps(m):
    graph = m.to_networkx()
    graph.remove_node("C2")
    (argument,) = ArgumentMap.from_networkx(graph).arguments
    assert argument.steps[0] == Step(("C1",), "C", ("MP",))
    graph.remove_node("C")
    with pytest.raises(ModelError, match="Step 0 of 'A' has no conclusion edge"):
        ArgumentMap.from_networkx(graph)


def test_a_plain_graph_is_read():
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", text="It rains", tags="wet", pos=(1, 2))
    graph.add_node("x", kind="argument")
    graph.add_edge("a", "x", kind="premise")
    graph.add_edge("x", "b", kind="conclusion", rules="MP")
    graph.add_edge("b", "a", kind="attack")
    m = ArgumentMap.from_networkx(graph)
    assert m["a"].tags == ("wet",)
    assert [record.id for record in m] == ["a", "b", "x"]
    assert m.premises("x") == (m["a"],)
    assert [argument.steps for argument in m.arguments] == [(Step(("a",), "b", ("MP",)),)]


def edge(source: Any, target: Any, **given: Any) -> nx.MultiDiGraph[Any]:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("A", kind="argument")
    graph.add_edge(source, target, **given)
    return graph


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        (nx.Graph(), "directed"),
        (edge(1, "b", kind="attack"), "The node 1 is not named by a string"),
        (edge("a", "b"), "has no kind"),
        (edge("a", "b", kind="premise"), "'b' has premise or conclusion edges, but is not an argument"),
        (edge("A", "A", kind="conclusion"), "There is no claim 'A'"),
        (edge("b", "A", kind="premise"), "Step 0 of 'A' has no conclusion"),
        (edge("b", "A", kind="undercut", step=3), "cannot attack step 3"),
        (edge("b", "A", kind="attack", data={"a": {1}}), r"relations\[0\].data: The value {1}"),
    ],
)
def test_what_is_no_map_is_refused(graph, message):
    with pytest.raises(ModelError, match=message):
        ArgumentMap.from_networkx(graph)


def test_an_unknown_kind_is_met_with_the_nearest():
    with pytest.raises(UnknownNameError, match="mean 'attack'"):
        ArgumentMap.from_networkx(edge("a", "b", kind="atack"))
    graph = edge("a", "b", kind="attack")
    graph.nodes["a"]["kind"] = "question"
    with pytest.raises(ModelError, match="kind 'question'"):
        ArgumentMap.from_networkx(graph)


def test_two_conclusions_of_a_step_are_refused():
    graph = edge("A", "b", kind="conclusion")
    graph.add_edge("A", "c", kind="conclusion")
    with pytest.raises(ModelError, match="two conclusions"):
        ArgumentMap.from_networkx(graph)
