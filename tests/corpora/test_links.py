"""A map as nodes and links: nothing of it is lost, and claims take the place of sketches that say nothing."""

from __future__ import annotations

from hypothesis import given, settings

import argmap
from argmap.corpora.links import Link, links_of
from argmap.model import Argument, RelationKind
from tests.maps import maps


def _circle() -> argmap.ArgumentMap:
    """Return two sketches without words that undercut each other, with a claim for each."""
    m = argmap.ArgumentMap()
    one, other = m.argument(title="One"), m.argument(title="Other")
    m.relate(m.claim("A", title="A"), "support", one)
    m.relate(m.claim("B", title="B"), "support", other)
    m.undercut(one, other)
    m.undercut(other, one)
    return m


def _nothing_is_lost(m: argmap.ArgumentMap) -> None:
    nodes, links = links_of(m)
    told = {id(record) for records in links.values() for record in records}
    assert told.issuperset(map(id, m.relations))
    spelt_out = {each.id for each in m.arguments if each.steps}
    assert told.issuperset(id(each) for each in m.arguments if each.id in spelt_out)
    names = {node.id for node in nodes}
    assert all((record.id in names) != (id(record) in told) for record in m if isinstance(record, Argument))
    assert names.issuperset(claim.id for claim in m.claims)
    assert all(names.issuperset((*link.sources, link.target, *link.over)) for link in links)


@settings(max_examples=50)
@given(maps())
def test_every_record_of_any_map_is_a_node_or_stands_in_a_link(m: argmap.ArgumentMap) -> None:
    _nothing_is_lost(m)


def test_sketches_that_undercut_each_other_stay_nodes() -> None:
    m = _circle()
    _nothing_is_lost(m)
    nodes, links = links_of(m)
    assert [node.id for node in nodes] == ["A", "B", "One", "Other"]
    assert [link[:3] for link in links] == [((each.source,), each.kind, each.target) for each in m.relations]


def test_a_sketch_that_contradicts_stays_a_node() -> None:
    m = argmap.ArgumentMap()
    sketch = m.argument(title="Sketch")
    m.relate(m.claim("A", title="A"), "support", sketch)
    m.relate(sketch, "contradictory", m.claim("B", title="B"))
    _nothing_is_lost(m)
    assert [node.id for node in links_of(m).nodes] == ["A", "B", "Sketch"]


def test_a_chain_of_undercuts_ends_at_what_is_meant_in_the_end() -> None:
    m = argmap.ArgumentMap()
    target: argmap.Argument | argmap.Claim = m.claim("Z", title="Z")
    for place in range(2000):
        sketch = m.argument(title=f"S{place}")
        m.relate(m.claim(f"Claim {place}", title=f"R{place}"), "support", sketch)
        m.relate(sketch, "undercut" if place else "attack", target)
        target = sketch
    _nothing_is_lost(m)
    last = Link(("R1999",), RelationKind.UNDERCUT, "Z", ("R1998",))
    assert list(links_of(m).links)[-1] == last
