"""Maps for the styles that take cards apart, and what all of these styles have to hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import argmap
from argmap.render import find_engine, to_dot
from argmap.render.styles import style_named
from argmap.view import EdgeKind, diagram_of

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.view import Diagram

BERMUDA = """
[Subject]: Harry is a British subject.

<Bermuda> {qualifier: presumably}

(1) Harry was born in Bermuda.
(2) [Law]: Anyone born in Bermuda is generally a British subject. {role: warrant}
----
(3) [Subject]
  <_ <Aliens>: Both his parents were aliens.

[Law]
  + <Acts>: The British Nationality Acts say so.
"""


def bermuda() -> ArgumentMap:
    """Toulmin's own example."""
    return argmap.parse(BERMUDA, "bermuda").map


def bridge() -> ArgumentMap:
    """A map with a shared premise, a contradiction, a mutual attack, an undercut undercut, and steps with rules."""
    m = argmap.ArgumentMap("The bridge")
    safe, closed = m.claim("The bridge is safe"), m.claim("The bridge is closed")
    sound = m.claim("The steel is sound")
    steel = m.support([sound, m.claim("A bridge of sound steel carries its load")], safe, title="Steel")
    idle = m.claim("No closing is needed")
    m.support([sound, m.claim("Sound steel needs no closing")], idle, title="No need")
    m.contradict(safe, closed)
    m.undercut("The concrete was tested too", m.undercut("Steel is not all of a bridge", steel))
    inspector, builder = m.claim("The inspector says it is safe"), m.claim("The builder says it is not")
    m.relate(inspector, "attack", builder)
    m.relate(builder, "attack", inspector)
    m.support(inspector, safe)
    m.rebut([m.claim("Cracks were seen"), m.claim("Cracks mean danger")], safe)
    wait = m.claim("Repairs will wait")
    premises = [m.claim("Repairs cost money"), m.claim("Money is short")]
    money = m.argument(title="Money", premises=premises, conclusion=wait, rules=["Budget"])
    m.step(money, [m.claim("What waits gets worse")], closed, rules=["Time"])
    return m


def arranged(m: ArgumentMap, style: str) -> Diagram:
    """Return the diagram of a map as a style arranges it."""
    return style_named(style).arrange(diagram_of(m))


def edges_of(diagram: Diagram) -> list[str]:
    """Return the edges in words."""
    return [f"{edge.source} {edge.kind} {edge.target}" for edge in diagram.edges]


def structure(m: ArgumentMap, style: str) -> str:
    """Return nodes, edges and key in words, and the nodes from one end of the picture to the other."""
    diagram = arranged(m, style)
    lines = []
    for node in diagram.nodes:
        said = " – ".join(part for part in (node.role, node.title, node.text) if part)
        record = f" of {node.of}" if node.record else ""
        lines.append(f"{node.kind} {node.id}{record}{' thesis' if node.is_thesis else ''}: {said}")
    lines += [
        f"{edge.source} {edge.kind} {edge.target}" + (" mutual" if edge.is_mutual else "") for edge in diagram.edges
    ]
    lines += [f"key: {entry.sign} {entry.words}" for entry in diagram.legend]
    drawn = json.loads(find_engine("bundled").layout(to_dot(m, style=style), format="json"))
    places = {part["name"]: tuple(map(float, part["pos"].split(","))) for part in drawn["objects"] if "pos" in part}
    for axis in (0, 1):
        ranks: dict[int, list[str]] = {}
        for index, node in enumerate(diagram.nodes):
            ranks.setdefault(round(places[f"n{index}"][axis] / 20), []).append(node.id)
        told = " < ".join(" & ".join(sorted(ranks[rank])) for rank in sorted(ranks))
        lines.append(f"along {'xy'[axis]}: {told}")
    return "\n".join(lines) + "\n"


def holds_together(m: ArgumentMap, style: str) -> None:
    """Hold that nothing of a diagram is lost when it is arranged, and that what it has become can be drawn."""
    before = diagram_of(m)
    after = style_named(style).arrange(before)
    ids = [node.id for node in after.nodes]
    assert len(set(ids)) == len(ids)
    assert {end for edge in after.edges for end in (edge.source, edge.target)} <= set(ids)
    records = {node.of for node in before.nodes} | {one.claim for node in before.nodes for one in node.cells}
    assert records <= {node.of for node in after.nodes}
    assert {node.group for node in after.nodes} <= {None, *(group.id for group in after.groups)}
    assert not any(node.cells for node in after.nodes)
    assert all(entry.sign != EdgeKind.PREMISE for entry in after.legend)
    source = to_dot(m, style=style)
    assert b"n0" in find_engine("bundled").layout(source, format="json") or not ids
