"""Frames and closed groups: which sections are drawn, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Section
from argmap.view.diagram import Edge, EdgeKind, Group, Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model.map import ArgumentMap
    from argmap.view.view import View


class Grouping(NamedTuple):
    """The sections as a view has them.

    Attributes:
        sections: Each section by its id; a parent stands before its children.
        lies_in: The section of each record that lies in one.
        frames: For each section in a frame, the innermost section that is one: itself, or one round it.
        closed: For each section in a closed one, the outermost of these.
        depths: How deep each frame lies in others, from 1.
    """

    sections: Mapping[str, Section]
    lies_in: Mapping[str, str]
    frames: Mapping[str, str]
    closed: Mapping[str, str]
    depths: Mapping[str, int]

    def frame_of(self, record: str) -> str | None:
        """Return the innermost frame round a record."""
        return self.frames.get(self.lies_in.get(record, ""))


def grouping_of(m: ArgumentMap, view: View, origins: Mapping[str, str]) -> Grouping:
    """Return the sections of `m` as the view has them. Linear.

    Args:
        m: The map.
        view: The view; its names are known to be in the map.
        origins: For each argument that is a part of another, the id of that one.
    """
    sections = {section.id: section for section in m.sections}
    lies_in = {record.id: record.section for record in m if record.section is not None}
    if view.regroup:
        sections, lies_in = _regrouped(m, view, origins)
    deepest = max((section.level for section in sections.values()), default=0)
    frames: dict[str, str] = {}
    closed: dict[str, str] = {}
    depths: dict[str, int] = {}
    for section in sections.values():
        above = section.parent or ""
        is_closed = _is_closed(section, view)
        if _is_frame(section, view, deepest, is_closed):
            frames[section.id] = section.id
            depths[section.id] = depths.get(frames.get(above, ""), 0) + 1
            if above in closed:
                closed[section.id] = closed[above]
            elif is_closed:
                closed[section.id] = section.id
        elif above in frames:
            frames[section.id] = frames[above]
            if above in closed:
                closed[section.id] = closed[above]
    return Grouping(sections, lies_in, frames, closed, depths)


def _regrouped(m: ArgumentMap, view: View, origins: Mapping[str, str]) -> tuple[dict[str, Section], dict[str, str]]:
    parts: dict[str, list[str]] = {}
    for part, origin in origins.items():
        parts.setdefault(origin, []).append(part)
    sections: dict[str, Section] = {}
    lies_in: dict[str, str] = {}
    for place, frame in enumerate(view.regroup, start=1):
        parent = None if frame.parent is None else f"g{frame.parent + 1}"
        level = 1 if parent is None else sections[parent].level + 1
        made = Section(f"g{place}", frame.title, level, parent, tags=frame.tags)
        sections[made.id] = made
        for member in frame.members:
            lies_in |= dict.fromkeys(parts.get(member, [member]), made.id)
    return sections, {name: section for name, section in lies_in.items() if name in m}


def names_of(section: Section) -> tuple[str, str]:
    """Return what a view may call a section."""
    return section.id, section.title


def _is_closed(section: Section, view: View) -> bool:
    names = names_of(section)
    if any(name in view.closed for name in names):
        return True
    if any(name in view.opened for name in names):
        return False
    if view.regroup:
        return view.regroup[int(section.id[1:]) - 1].is_closed
    return view.is_closed and section.data.get("isClosed") is True


def _is_frame(section: Section, view: View, deepest: int, is_closed: bool) -> bool:
    names = names_of(section)
    for name in names:
        if name in view.frames:
            return view.frames[name]
    if view.regroup or any(name in view.closed for name in names):
        return True
    wish = section.data.get("isGroup") if view.is_group else None
    if isinstance(wish, bool):
        return wish
    # Where no levels are asked for, a section that its author closed is one that its author wants to see.
    return section.level > deepest - view.group or (is_closed and not view.group)


def groups_of(grouping: Grouping, nodes: Iterable[Node]) -> tuple[Group, ...]:
    """Return the frames that have something in them, outer ones first."""
    wanted: set[str] = set()
    for node in nodes:
        name = node.group
        while name is not None and name not in wanted:
            wanted.add(name)
            name = grouping.frames.get(grouping.sections[name].parent or "")
    return tuple(
        Group(section.id, section.title, grouping.frames.get(section.parent or ""))
        for section in grouping.sections.values()
        if section.id in wanted
    )


def close_groups(grouping: Grouping, nodes: Sequence[Node], edges: Iterable[Edge]) -> tuple[list[Node], list[Edge]]:
    """Put one box in the place of what lies in each closed section.

    Its edges are those of what is in it, each once; none leads from it to itself. Linear.
    """
    inside: dict[str, list[Node]] = {}
    for node in nodes:
        name = None if node.group is None else grouping.closed.get(node.group)
        if name is not None:
            inside.setdefault(name, []).append(node)
    if not inside:
        return list(nodes), list(edges)
    taken = {node.id for node in nodes}
    stands_for: dict[str, str] = {}
    boxes = []
    for section in grouping.sections.values():
        if section.id not in inside:
            continue
        name = section.id
        while name in taken:
            name = f"section {name}"
        taken.add(name)
        boxes.append(_box(name, section, inside[section.id], grouping))
        stands_for |= dict.fromkeys((node.id for node in inside[section.id]), name)
    found: dict[tuple[object, ...], Edge] = {}
    for edge in edges:
        moved = _moved(edge, stands_for)
        if moved is None:
            continue
        ends = [(moved.source, moved.source_anchor), (moved.target, moved.target_anchor)]
        if moved is not edge and moved.has_two_heads:
            ends.sort(key=repr)
        found.setdefault((*ends, moved.kind, moved.is_mutual, None if moved is not edge else edge), moved)
    return [*(node for node in nodes if node.id not in stands_for), *boxes], list(found.values())


def _box(name: str, section: Section, members: Sequence[Node], grouping: Grouping) -> Node:
    sides = {node.side for node in members if node.kind is not NodeKind.JUNCTION}
    return Node(
        name,
        NodeKind.GROUP,
        section.title,
        side=sides.pop() if len(sides) == 1 else None,
        group=grouping.frames.get(section.parent or ""),
        record=None if name == section.id else section.id,
        hidden=sum(size_of(node) + node.hidden for node in members),
    )


def size_of(node: Node) -> int:
    """Return how many claims and arguments a node shows: itself, and the claims that live in its cells.

    A claim that is seen in several cards counts in each; an arrow, and the point on it, do not count.
    """
    if node.kind is NodeKind.JUNCTION:
        return 0
    return 1 + sum(not cell.is_elsewhere for cell in node.cells)


def _moved(edge: Edge, stands_for: Mapping[str, str]) -> Edge | None:
    source, target = stands_for.get(edge.source), stands_for.get(edge.target)
    if source is None and target is None:
        return edge
    moved = replace(
        edge,
        source=source or edge.source,
        target=target or edge.target,
        source_anchor=None if source else edge.source_anchor,
        target_anchor=None if target else edge.target_anchor,
        starts_in_junction=edge.starts_in_junction and not source,
        ends_in_junction=edge.ends_in_junction and not target,
        # No cell is seen of which the other end could be a premise.
        kind=EdgeKind.SUPPORT if edge.kind is EdgeKind.PREMISE and target else edge.kind,
    )
    return None if moved.source == moved.target else moved
