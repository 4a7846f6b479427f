"""Giving nodes, frames and edges the colours of `Colours`, by the rules of Argdown's ColorPlugin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.view.colours import OFFICIAL, as_hex
from argmap.view.diagram import Edge, EdgeKind, Group, LegendEntry, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Argument, Claim, Section
    from argmap.view.colours import Colour, Colours
    from argmap.view.grouping import Grouping


class Paint:
    """The colours of one map.

    Args:
        m: The map.
        colours: The settings.
        grouping: Its sections, as the view has them.
        origins: For each argument that is a part of another, the id of that one.

    Attributes:
        told: For the colours that were given for a tag, in their order, what they mean: the tags.
    """

    def __init__(self, m: ArgumentMap, colours: Colours, grouping: Grouping, origins: Mapping[str, str]) -> None:
        self._m = m
        self._colours = colours
        self._grouping = grouping
        self._origins = origins
        self.told: dict[tuple[str, str], None] = {}
        self._in_groups = colours.groups_scheme or OFFICIAL.groups_scheme
        by_tag = (colours.by_tag and (colours.scheme or colours.tags)) or colours.groups_by_tag
        self._places = {tag: place for place, tag in enumerate(tags_in_order(m), start=1)} if by_tag else {}
        sections = grouping.sections.values()
        self._is_needed = bool(
            colours.scheme or colours.tags or colours.claims or colours.arguments or colours.relations
        ) or (colours.data and any("color" in one.data for one in m))
        self._paints_groups = bool(colours.groups_scheme or colours.groups or colours.groups_by_tag) or (
            colours.data and any("color" in section.data for section in sections)
        )

    def nodes(self, nodes: Sequence[Node]) -> list[Node]:
        """Return the nodes with their colours."""
        if not (self._is_needed or self._paints_groups):
            return list(nodes)
        return [self._painted(node) for node in nodes]

    def groups(self, groups: Iterable[Group]) -> tuple[Group, ...]:
        """Return the frames with their colours."""
        if not self._paints_groups:
            return tuple(groups)
        sections = self._grouping.sections
        return tuple(replace(group, colour=self._of_section(sections[group.id])) for group in groups)

    def edges(self, edges: Iterable[Edge]) -> list[Edge]:
        """Return the edges with their colours."""
        given = self._colours.relations
        if not given:
            return list(edges)
        by_kind = {kind: as_hex(given.get(kind.value), self._colours.places) for kind in EdgeKind}
        by_kind[EdgeKind.PREMISE] = by_kind[EdgeKind.SUPPORT]
        return [replace(edge, colour=by_kind[edge.kind]) if by_kind[edge.kind] else edge for edge in edges]

    def _painted(self, node: Node) -> Node:
        colour: str | None = None
        if node.kind is NodeKind.GROUP:
            colour = self._of_section(self._grouping.sections[node.of]) if self._paints_groups else None
        elif node.kind is NodeKind.CLAIM:
            colour = self._of_record(self._m[node.id], self._colours.claims)
        elif node.kind is NodeKind.ARGUMENT:
            colour = self._of_record(self._m[node.id], self._colours.arguments)
        return replace(node, colour=colour) if colour else node

    def _of_record(self, record: Claim | Argument, by_name: Mapping[str, Colour]) -> str | None:
        colours = self._colours
        scheme = colours.places
        if colours.data and "color" in record.data:
            return _given(record.data["color"], scheme)
        for name in (record.id, self._origins.get(record.id, "")):
            if name in by_name:
                return as_hex(by_name[name], scheme)
        if colours.by_tag and record.tags:
            return self._of_tags(record.tags, scheme, is_ordered=bool(colours.scheme))
        return as_hex(0, colours.scheme)

    def _of_section(self, section: Section) -> str | None:
        colours = self._colours
        if colours.data and "color" in section.data:
            return _given(section.data["color"], self._in_groups)
        for name in (section.id, section.title):
            if name in colours.groups:
                return as_hex(colours.groups[name], self._in_groups)
        if colours.groups_by_tag and section.tags:
            return self._of_tags(section.tags, self._in_groups, is_ordered=True)
        scheme = colours.groups_scheme
        return as_hex(min(self._grouping.depths[section.id], len(scheme)) - 1, scheme)

    def _of_tags(self, tags: Sequence[str], scheme: Sequence[str], *, is_ordered: bool) -> str | None:
        colours = self._colours
        # `max` takes the first of those that are equal.
        tag = max(tags, key=lambda one: colours.priority.get(one, 0))
        given = colours.tags.get(tag, self._places.get(tag) if is_ordered else None)
        colour = as_hex(given, scheme)
        if colour:
            self.told[tag, colour] = None
        return colour

    def key(self) -> tuple[LegendEntry, ...]:
        """Return what the key says of the colours of tags, once all are given."""
        told = sorted(self.told, key=lambda one: self._places.get(one[0], 0))
        return tuple(LegendEntry("colour", f"#{tag}", colour) for tag, colour in told)


def _given(colour: Any, scheme: Sequence[str]) -> str | None:
    """Return a colour from inline data: a colour, a place, or a mapping with one under ``color``."""
    return as_hex(colour.get("color") if isinstance(colour, dict) else colour, scheme)


def tags_in_order(m: ArgumentMap) -> list[str]:
    """Return the tags in the order of the text the map was read from, then others; each once."""
    bearers = [(one.span.start, one.tags) for record in m for one in record.occurrences if one.tags]
    bearers += [(section.span.start, section.tags) for section in m.sections if section.span and section.tags]
    bearers.sort(key=lambda bearer: bearer[0])
    return list(dict.fromkeys([*(tag for _, tags in bearers for tag in tags), *m.tags]))
