"""What a view leaves of the boxes of a map: what is tied to anything, near enough, and not too deep."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.view.folding import Structure, dissolve, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.view.placing import Placing
    from argmap.view.sketching import Line, Sketch
    from argmap.view.view import View


class Narrowing:
    """The nodes and edges that a view leaves of those of a map. Linear.

    Args:
        m: The map that is drawn.
        view: What is drawn of it.
        nodes: All its nodes.
        edges: All its edges.
        placing: Where claims and arguments are drawn.
        origins: For each argument that is a part of another, the id of that one.
        size: Returns how many claims and arguments a node shows.

    Attributes:
        nodes: The nodes that are left.
        edges: The edges between them.
        numbers: The number of each node, where the view has numbers; of those that are not left, too.
        hidden: For each node that is left, how much was left out below it; nothing for 0.
    """

    def __init__(
        self,
        m: ArgumentMap,
        view: View,
        nodes: list[Sketch],
        edges: list[Line],
        placing: Placing,
        origins: Mapping[str, str],
        size: Callable[[str], int],
    ) -> None:
        self._view, self._placing, self._size = view, placing, size
        self._parts: dict[str, list[str]] = {}
        for part, origin in origins.items():
            self._parts.setdefault(origin, []).append(part)
        nodes, edges = dissolve(nodes, edges)
        if not view.disconnected and view.statements is None:
            kept = _connected(view, m, nodes, edges)
            nodes = [node for node in nodes if node.id in kept]
        self.numbers: dict[str, str] = {}
        self._whole = nodes, edges
        if view.numbers:
            self.numbers = self._structure.numbers()
        if view.around:
            near = self._structure.near((node for node, _ in self._places(view.around)), view.distance)
            self._whole = keep(nodes, edges, near)
            del self._structure
        self.nodes, self.edges, self.hidden = self._cut(view.depth)

    def to(self, depth: int) -> Narrowing:
        """Return what is left where nothing is drawn that is further than so many relations from a thesis."""
        other = copy(self)
        other.nodes, other.edges, other.hidden = self._cut(depth)
        return other

    @property
    def structure(self) -> Structure:
        """What acts on what among the nodes that are left."""
        if self.nodes is self._whole[0]:
            return self._structure
        return Structure(self.nodes, self.edges, {node.id for node in self.nodes if node.is_thesis})

    @cached_property
    def _structure(self) -> Structure:
        nodes, edges = self._whole
        return Structure(nodes, edges, {node.id for node in nodes if node.is_thesis})

    def _cut(self, depth: int | None) -> tuple[list[Sketch], list[Line], dict[str, int]]:
        nodes, edges = self._whole
        if depth is None and not self._view.fold:
            return nodes, edges, {}
        shown = self._structure.shown(depth, set(self._places(self._view.fold)))
        return *keep(nodes, edges, shown), self._structure.hidden(shown, self._size)

    def _places(self, names: tuple[str, ...]) -> list[tuple[str, str | None]]:
        whole = [each for name in names for each in self._parts.get(name, [name])]
        found = [(end.node, end.anchor) for name in whole for end in self._placing.ends(name)]
        return [(node, anchor) for node, anchor in found if node in self._structure.owner]


def _connected(view: View, m: ArgumentMap, nodes: list[Sketch], edges: list[Line]) -> set[str]:
    """Return the nodes that are tied to others, and those that are drawn all the same."""
    kept = {end for edge in edges for end in (edge.source, edge.target)} | set(view.include)
    if view.is_in_map:
        kept.update(node.id for node in nodes if m[node.id].data.get("isInMap") is True)
    return kept
