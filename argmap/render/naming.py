"""Names and words for the parts of a picture: what each box, cell and line stands for, for pages, ears and pointers.

The group of a node or cell has the id of its record as `data-id`, that of an edge has `data-kind`, and as `data-from`
and `data-to` the ids of what it ties: of a claim in a card, the claim's; of the inference of a card, the argument's.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from argmap.render.typesetting import cleaned
from argmap.view import NodeKind, words_of_cells, words_of_nodes
from argmap.view.describing import findings_in_words

if TYPE_CHECKING:
    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Cell, Edge, Node


def name_parts(graph: ET.Element, scene: Scene, prefix: str) -> list[tuple[ET.Element, Edge]]:
    """Give every node, cell and edge of a drawing its names and its words, and put the nodes in order.

    Args:
        graph: The group that holds what Graphviz drew.
        scene: What was drawn.
        prefix: What the ids in the picture begin with.

    Returns:
        The group of each edge, with the edge.
    """
    diagram, theme = scene.diagram, scene.theme
    words, words_inside = words_of_nodes(diagram), words_of_cells(diagram)
    nodes = {f"{prefix}-n{index}": node for index, node in enumerate(diagram.nodes)}
    edges = {f"{prefix}-e{index}": edge for index, edge in enumerate(diagram.edges)}
    lines = []
    drawn: dict[str, ET.Element] = {}
    for part in graph:
        name = part.get("id", "")
        if name in nodes:
            node = nodes[name]
            drawn[name] = part
            _name_cells(part, node, words_inside[node.id], prefix, theme)
            _name_node(part, node, words[node.id], theme)
        elif name in edges:
            edge = edges[name]
            part.set("class", f"edge {edge.kind}")
            part.set("data-from", cleaned(_record(scene.source(edge), edge.source_anchor), theme.title_limit))
            part.set("data-to", cleaned(_record(scene.target(edge), edge.target_anchor), theme.title_limit))
            part.set("data-kind", edge.kind.value)
            part.set("aria-hidden", "true")
            lines.append((part, edge))
    others = [part for part in graph if part.get("id") not in drawn]
    graph[:] = others + [drawn[name] for name in nodes if name in drawn]  # they are read in the order of the diagram
    return lines


def _record(node: Node, anchor: str | None) -> str:
    """Return the id of what an edge is tied to: of the claim in a cell, else of the node."""
    if anchor is None:
        return node.of
    return next((one.claim for one in node.cells if one.anchor == anchor), node.of)


def _name_node(part: ET.Element, node: Node, words: str, theme: Theme) -> None:
    kind = "thesis" if node.is_thesis else node.kind.value
    part.set("class", f"node {kind}")
    if node.kind is NodeKind.JUNCTION:
        part.set("aria-hidden", "true")
        return
    part.set("data-id", cleaned(node.of, theme.title_limit))
    # What is in an image is not heard: a card with claims in it is a group of images.
    part.set("role", "group" if node.cells else "img")
    part.set("aria-label", cleaned(words, theme.tooltip_limit))
    _add_title(part, _tooltip(node, theme.tooltip_limit))


def _name_cells(part: ET.Element, node: Node, words: dict[str, str], prefix: str, theme: Theme) -> None:
    """Name the groups of the claims in a card; Graphviz gave them the ids of links."""
    cells = {f"{prefix}-a_{one.anchor}": one for one in node.cells}
    for inside in part.iter("g"):
        one = cells.get(inside.get("id", ""))
        if one is None:
            continue
        inside.set("id", f"{part.get('id')}-{one.anchor}")
        inside.set("class", "cell")
        inside.set("data-id", cleaned(one.claim, theme.title_limit))
        inside.set("role", "img")
        inside.set("aria-label", cleaned(words[one.anchor], theme.tooltip_limit))
        told = [cleaned(line, theme.tooltip_limit) for line in (_full(one), *findings_in_words(one.findings))]
        _add_title(inside, "\n".join(told))


def _add_title(part: ET.Element, words: str) -> None:
    title = ET.Element("title")
    title.text = words
    title.tail = "\n"
    part.insert(0, title)


def _tooltip(node: Node, limit: int) -> str:
    """Return what is shown when one points at a node: its full text, and for a card the titles of its claims."""
    lines = [": ".join(said for said in (node.title, node.text) if said) or node.of]
    lines += findings_in_words(node.findings)
    for one in node.cells:
        lines += [f"{one.number} {_full(one)}", *findings_in_words(one.findings)]
    shown: list[str] = []
    for line in lines:
        shown.append(cleaned(line, limit))
        limit -= len(shown[-1])
        if limit <= 0:
            break
    return "\n".join(shown)


def _full(one: Cell) -> str:
    return ": ".join(said for said in (one.title, one.text) if said)
