"""Queries, by example and against networkx."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given

from argmap.errors import ModelError, UnknownNameError
from argmap.model import Argument, ArgumentMap, Claim, RelationKind, Section, Step
from tests.maps import maps

if TYPE_CHECKING:
    from collections.abc import Iterable


def steps_of(m: ArgumentMap, name: str) -> tuple[Step, ...]:
    record = m[name]
    return record.steps if isinstance(record, Argument) else ()


def acting(m: ArgumentMap) -> nx.DiGraph[str]:
    """The graph of what acts on what, made of the edges that `to_networkx` gives."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(record.id for record in m)
    for source, target, facts in m.to_networkx().edges(data=True):
        graph.add_edge(source, target)
        is_carried = facts["kind"] == "conclusion" and facts["step"] < len(steps_of(m, source)) - 1
        if is_carried or facts["kind"] in ("contrary", "contradictory"):
            graph.add_edge(target, source)
    return graph


def directed(m: ArgumentMap) -> nx.DiGraph[str]:
    """The same without relations that have no direction."""
    part = m.copy()
    part.remove(*[relation for relation in m.relations if relation.kind.is_symmetric])
    return acting(part)


def ids(records: Iterable[Claim | Argument | Section]) -> list[str]:
    return [record.id for record in records]


@given(maps())
def test_walks_reach_what_networkx_reaches(m):
    graph = acting(m)
    for record in m:
        for direction, reach in (("out", nx.descendants), ("in", nx.ancestors)):
            found = ids(m.walk(record, direction))
            assert found[0] == record.id
            assert len(found) == len(set(found))
            assert set(found) == {record.id, *reach(graph, record.id)}


@given(maps())
def test_walks_go_breadth_first(m):
    graph = acting(m)
    for record in m:
        lengths = nx.single_source_shortest_path_length(graph, record.id)
        steps = [lengths[name] for name in ids(m.walk(record, "out"))]
        assert steps == sorted(steps)


@given(maps())
def test_paths_are_ways_and_shortest(m):
    graph = acting(m)
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    for a in m:
        for b in m:
            way = ids(m.path(a, b.id))
            if b.id not in lengths[a.id]:
                assert way == []
            else:
                assert (way[0], way[-1], len(way) - 1) == (a.id, b.id, lengths[a.id][b.id])
                assert all(graph.has_edge(*pair) for pair in itertools.pairwise(way))


@given(maps())
def test_roots_and_leaves_are_sinks_and_sources(m):
    graph = directed(m)
    assert ids(m.roots()) == [name for name in graph if graph.out_degree(name) == 0]
    assert ids(m.leaves()) == [name for name in graph if graph.in_degree(name) == 0]


@given(maps())
def test_neighbours_are_those_of_networkx(m):
    graph = acting(m)
    for record in m:
        found = ids(m.neighbours(record))
        assert len(found) == len(set(found))
        assert set(found) == {*graph.predecessors(record.id), *graph.successors(record.id)}


@given(maps())
def test_what_speaks_for_and_against_is_what_the_edges_say(m):
    edges = list(m.to_networkx().edges(data="kind"))
    edges += [(t, s, kind) for s, t, kind in edges if kind in ("contrary", "contradictory")]
    for record in m:
        incoming = {kind: {s for s, t, k in edges if t == record.id and k == kind} for *_, kind in edges}

        def sources(*kinds: str, incoming: dict[str, set[str]] = incoming) -> set[str]:
            return set().union(*(incoming.get(kind, set()) for kind in kinds))

        assert set(ids(m.supports_of(record))) == sources("support", "entails", "conclusion")
        assert set(ids(m.attacks_on(record))) == sources("attack", "contrary", "contradictory")
        assert set(ids(m.undercuts_of(record))) == sources("undercut")
        assert set(m.relations_of(record)) == {r for r in m.relations if record.id in (r.source, r.target)}
    for claim in m.claims:
        assert set(m.arguments_for(claim)) == {a for a in m.arguments if claim.id in [s.conclusion for s in a.steps]}


@given(maps())
def test_the_index_holds_the_edges(m):
    index = m.index()
    assert m.index() is index
    assert index.ids == tuple(ids(m))
    assert index.claim_count == len(m.claims)
    assert set(index.edges) == {*RelationKind, "premise", "conclusion", "intermediate"}
    expected: dict[str, set[tuple[str, str]]] = {name: set() for name in index.edges}
    for source, target, facts in m.to_networkx().edges(data=True):
        kind = facts["kind"]
        if kind == "conclusion" and facts["step"] < len(steps_of(m, source)) - 1:
            kind = "intermediate"
        expected[kind].add((source, target))
        if kind in ("contrary", "contradictory"):
            expected[kind].add((target, source))
    for name, edges in index.edges.items():
        places = range(len(index.ids))
        out = [(index.ids[i], index.ids[j]) for i in places for j in edges.targets(i)]
        into = [(index.ids[i], index.ids[j]) for j in places for i in edges.sources(j)]
        assert len(out) == len(set(out)) == len(edges.out_targets)
        assert set(out) == set(into) == expected[name]
        assert len(edges.out_offsets) == len(edges.in_offsets) == len(index.ids) + 1
    m.claim("new")
    assert m.index() is not index


@pytest.fixture
def m():
    """A thesis with two reasons, one of them attacked, and the attack undercut."""
    m = ArgumentMap()
    thesis = m.claim("thesis", title="T", side="closed")
    rival = m.claim("rival", title="R", side="open")
    m.contradict(thesis, rival)
    m.support([m.claim("harm", title="H"), m.claim("gate", title="G")], thesis, title="Safety", side="closed")
    m.support("other", thesis, title="Other")
    m.rebut(m.claim("they find a way", title="W"), "G", title="Futile", side="open")
    m.undercut("ease matters", "Futile", title="Ease")
    return m


def test_theses_and_ends(m):
    assert ids(m.roots()) == ["T", "R"]
    assert ids(m.leaves()) == ["R", "H", "C1", "W", "C2"]


def test_premises_and_conclusions(m):
    assert ids(m.premises("Safety")) == ["H", "G"]
    assert m.conclusion("Safety") == m["T"]
    assert ids(m.premises("Futile")) == ["W"]
    assert m.conclusion("Futile") is None
    with pytest.raises(ModelError, match="'T' is a claim"):
        m.premises("T")
    with pytest.raises(ModelError, match="'Safety' is an argument"):
        m.arguments_for("Safety")


def test_answers_are_in_order(m):
    assert ids(m.supports_of("T")) == ["Safety", "Other"]
    assert ids(m.attacks_on("T")) == ["R"]
    assert ids(m.walk("T")) == ["T", "Safety", "Other", "R", "H", "G", "C1", "Futile", "W", "Ease", "C2"]


class TestUnanswered:
    def test_the_last_word_is_unanswered(self, m):
        assert ids(m.unanswered()) == ["Ease"]

    def test_an_answer_to_a_premise_is_an_answer(self, m):
        m.rebut("it does not", "C2", title="Last")
        assert ids(m.unanswered()) == ["Last"]

    def test_a_contradiction_is_an_answer_both_ways(self):
        m = ArgumentMap()
        a, b, c = m.claim("a"), m.claim("b"), m.claim("c")
        m.relate(a, "attack", c)
        assert ids(m.unanswered()) == ["C1"]
        m.contradict(a, b)
        assert m.unanswered() == ()
        m.relate(b, "attack", c)
        assert m.unanswered() == ()

    def test_a_claim_is_answered_through_the_argument_for_it(self):
        m = ArgumentMap()
        target, objection = m.claim("target"), m.claim("objection")
        argument = m.step(m.argument(premises=["p"], conclusion="on the way"), [], objection)
        m.relate(argument, "attack", target)
        assert m.unanswered() == (objection,)
        for hit in (argument, "C3", "C4"):
            other = m.copy()
            other.relate(other.claim("no", title="No"), "undercut" if hit is argument else "attack", hit)
            assert ids(other.unanswered()) == ["No"]

    def test_supports_are_no_objections(self):
        m = ArgumentMap()
        m.relate(m.claim("a"), "support", m.claim("b"))
        m.support("c", "C2")
        assert m.unanswered() == ()


class TestSubgraph:
    def test_by_side_tag_and_section(self):
        m = ArgumentMap("T", data={"a": 1})
        top = m.section("top")
        inner, other = m.section("inner", level=2), m.section("other")
        a = m.claim("a", section=inner, side="open", tags=["x"])
        b = m.claim("b", section=top, side="closed", tags=["x", "y"])
        c = m.claim("c", section=other, side="open")
        m.relate(a, "attack", b)
        m.relate(b, "attack", c)
        assert ids(m.subgraph(section=top)) == ids(m.subgraph(tag="x")) == ["C1", "C2"]
        assert ids(m.subgraph(section="s2").sections) == ["s1", "s2"]
        assert ids(m.subgraph(side="open")) == ["C1", "C3"]
        assert ids(m.subgraph(side="open", tag="x")) == ["C1"]
        assert ids(m.subgraph(lambda record: "b" in record.text)) == ["C2"]
        assert ids(m.subgraph(["C3", a], tag="x")) == ["C1"]
        part = m.subgraph(tag="x")
        assert (part.title, part.data, len(part.relations)) == ("T", {"a": 1}, 1)
        part.data["a"] = 2
        assert m.data == {"a": 1}
        with pytest.raises(UnknownNameError):
            m.subgraph(["C9"])
        with pytest.raises(UnknownNameError):
            m.subgraph(section="s9")

    def test_an_argument_brings_its_claims_and_their_sections(self, m):
        place = m.section("Far")
        m.replace("H", section=place)
        part = m.subgraph(["Safety"])
        assert ids(part) == ["T", "H", "G", "Safety"]
        assert ids(part.sections) == ["s1"]
        assert len(part.relations) == 0


def test_sides(m):
    assert ids(m.side("open")) == ["R", "Futile"]
    assert m.side("none") == ()


def test_wrong_calls(m):
    with pytest.raises(ModelError, match="'in' or 'out'"):
        m.walk("T", "up")
    for query in (m.supports_of, m.attacks_on, m.undercuts_of, m.relations_of, m.neighbours, m.walk):
        with pytest.raises(UnknownNameError):
            query("nobody")
    with pytest.raises(UnknownNameError):
        m.path("T", "nobody")


def test_long_chains_and_big_hubs_are_no_trouble():
    m = ArgumentMap()
    claim = first = m.claim("0")
    for number in range(1, 5000):
        claim = m.claim(str(number))
        m.relate(claim, "support" if number % 2 else "attack", f"C{number}")
    assert len(m.path(claim, first)) == 5000
    assert sum(1 for _ in m.walk(first)) == 5000
    hub = m.claim("hub", title="Hub")
    for number in range(1, 5000):
        m.relate(f"C{number}", "attack", hub)
        assert m.relations_of(f"C{number}")
    assert len(m.attacks_on(hub)) == 4999


def test_queries_while_building_see_the_present():
    m = ArgumentMap()
    thesis = m.claim("thesis")
    assert m.supports_of(thesis) == ()
    argument = m.support("one", thesis)
    assert m.supports_of(thesis) == (argument,)
    argument = m.step(argument, ["two"], "further")
    assert m.supports_of(thesis) == (argument,)
    m.replace(argument, steps=argument.steps[1:])
    assert m.supports_of(thesis) == ()
    m.remove("C3")
    assert len(m.arguments) == 0
