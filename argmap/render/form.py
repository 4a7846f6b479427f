"""The form of a picture: whether it stands or lies, and in which order Graphviz has to read what is in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.render.labels import can_stand_side_by_side
from argmap.view import NodeKind

if TYPE_CHECKING:
    from argmap.view import Diagram, Group, Node

SMALL = 10
"""The most claims that a map of any form may have to be drawn with its thesis on top."""
NARROW = 3
"""The most claims beside each other in a larger map that is drawn with its thesis on top all the same."""


def stands_upright(diagram: Diagram) -> bool:
    """Return whether a map stands, with its thesis on top and its reasons below: a small one, or a narrow one.

    The others lie: thesis on the left, so that the picture grows down the page and not off its side. Linear.
    """
    sizes = {node.id: len(node.cells) or 1 for node in diagram.nodes if node.kind is not NodeKind.JUNCTION}
    if not all(can_stand_side_by_side(node) for node in diagram.nodes if node.blocks):
        return False
    if sum(sizes.values()) <= SMALL:
        reached = Counter(edge.target for edge in diagram.edges)
        return max(reached.values(), default=0) <= SMALL // 2
    levels = _levels(diagram)
    beside: Counter[int] = Counter()
    for name, size in sizes.items():
        beside[levels[name]] += size
    return len(beside) > NARROW and max(beside.values()) <= NARROW


def _levels(diagram: Diagram) -> dict[str, int]:
    """Return for each node the most edges on a way from it to what acts on nothing; a circle is cut open somewhere.

    Sources are taken off one after the other when all they act on is done (Kahn, "Topological sorting of large
    networks", 1962); where none is left but a circle, its first node in the order of the diagram is taken.
    """
    sources: dict[str, list[str]] = {}
    undone = {node.id: 0 for node in diagram.nodes}
    for edge in diagram.edges:
        if not edge.kind.is_symmetric and edge.source != edge.target:
            sources.setdefault(edge.target, []).append(edge.source)
            undone[edge.source] += 1
    levels = dict.fromkeys(undone, 0)
    ready = [name for name, count in undone.items() if not count]
    done: set[str] = set()
    for node in (None, *diagram.nodes):
        if node is not None and node.id not in done:
            ready.append(node.id)
        while ready:
            name = ready.pop()
            if name in done:
                continue
            done.add(name)
            for source in sources.get(name, ()):
                if source not in done:
                    levels[source] = max(levels[source], levels[name] + 1)
                    undone[source] -= 1
                    if not undone[source]:
                        ready.append(source)
    return levels


def order_of_writing(diagram: Diagram, *, is_upright: bool) -> tuple[list[Node], list[Group]]:
    """Return nodes and frames in the order in which Graphviz has to read them, for the first to stand first.

    Where a map lies, Graphviz stacks the first of its unconnected parts at the bottom, and turns the order inside
    a part by itself: that of the outermost frames always, that of the nodes only where there are no frames. Parts of a
    single node are put last of all. Near to linear: parts are found by joining sets (Tarjan, "Efficiency of a good
    but not linear set union algorithm", 1975).
    """
    leader = {node.id: node.id for node in diagram.nodes}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for edge in diagram.edges:
        leader[find(edge.target)] = find(edge.source)
    parts: dict[str, list[Node]] = {}
    parents = {group.id: group.parent for group in diagram.groups}
    part_of: dict[str, str] = {}  # of each frame, that of the first node in it
    for node in diagram.nodes:
        part = find(node.id)
        parts.setdefault(part, []).append(node)
        frame = node.group
        while frame is not None and frame not in part_of:
            part_of[frame] = part
            frame = parents[frame]
    ordered = sorted(parts.values(), key=lambda part: len(part) == 1)
    nodes = [node for part in ordered for node in part]
    if is_upright:
        return nodes, list(diagram.groups)
    if diagram.groups:
        nodes.reverse()
    else:
        nodes = [node for part in reversed(ordered) for node in part]
    outer: dict[str | None, list[Group]] = {}
    for group in diagram.groups:
        if group.parent is None:
            outer.setdefault(part_of.get(group.id), []).append(group)
    inner = [group for group in reversed(diagram.groups) if group.parent is not None]
    return nodes, [group for groups in reversed(outer.values()) for group in groups] + inner
