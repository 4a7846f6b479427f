"""Names and words for the parts of a picture: what each box, cell and line stands for, for pages, ears and pointers.

The group of a node or cell has the id of its record as `data-id`, that of an edge has `data-kind`, and as `data-from`
and `data-to` the ids of what it ties: of a claim in a card, the claim's; of the inference of a card, the argument's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.labels import cut_nodes
from argmap.render.svg_written import escaped, escaped_value
from argmap.render.typesetting import cleaned
from argmap.view import NodeKind, words_of_cells, words_of_nodes
from argmap.view.describing import findings_in_words

if TYPE_CHECKING:
    from argmap.render.scene import Scene
    from argmap.view import Cell, Edge, Node


class Names:
    """Writes how the group of each node, cell and edge of a drawing begins: with its names and its words.

    All of it is written at once, for there is time while Graphviz works.

    Args:
        scene: What was drawn.
        prefix: What the ids in the picture begin with.

    Attributes:
        prefix: The same.
        description: What the whole shows, in words.
    """

    def __init__(self, scene: Scene, prefix: str) -> None:
        self._scene = scene
        self.prefix = prefix
        self._theme = scene.theme
        self._said = Words(scene.diagram.language)
        self._words = words_of_nodes(scene.diagram)
        self._words_inside = words_of_cells(scene.diagram)
        self._ids: dict[tuple[str, str | None], str] = {}
        self._nodes: dict[str, str] = {}
        self._cells: dict[tuple[str, str], str] = {}
        for node in scene.diagram.nodes:
            self._nodes[node.id] = self._begin_of_node(node)
            for one in node.cells if node.blocks else ():
                self._cells[node.id, one.anchor] = self._begin_of_cell(node, one)
        self._edges = {f"e{index}": self._begin_of_edge(index, edge) for index, edge in enumerate(scene.diagram.edges)}
        self.description = self._description()

    def edge(self, name: str) -> str:
        """Return how the group of the edge with this name in the graph begins."""
        return self._edges[name]

    def _description(self) -> str:
        diagram = self._scene.diagram
        described = cleaned(diagram.description, self._theme.tooltip_limit)
        cut = len(cut_nodes(diagram, self._theme))
        return f"{described} {self._said.say('picture.cut', n=cut)}" if cut else described

    def _begin_of_edge(self, index: int, edge: Edge) -> str:
        start, end = self._record(edge.source, edge.source_anchor), self._record(edge.target, edge.target_anchor)
        ties = f'data-from="{start}" data-to="{end}" data-kind="{edge.kind.value}"'
        return f'<g id="{self.prefix}-e{index}" class="edge {edge.kind.value}" {ties} aria-hidden="true">\n'

    def _record(self, name: str, anchor: str | None) -> str:
        """Return the id of what an edge is tied to: of the claim in a cell, else of the node."""
        found = self._ids.get((name, anchor))
        if found is None:
            node = self._scene.nodes[name]
            claims = (one.claim for one in node.cells if one.anchor == anchor) if anchor else ()
            found = self._ids[name, anchor] = self._value(next(iter(claims), node.of), self._theme.title_limit)
        return found

    def node(self, node: Node) -> str:
        """Return how the group of a node begins."""
        return self._nodes[node.id]

    def cell(self, node: Node, one: Cell) -> str:
        """Return how the group of a claim in a card begins."""
        return self._cells[node.id, one.anchor]

    def _begin_of_node(self, node: Node) -> str:
        kind = "thesis" if node.is_thesis else node.kind.value
        start = f'<g id="{self.prefix}-{self._scene.names[node.id]}" class="node {kind}"'
        if node.kind is NodeKind.JUNCTION:
            return f'{start} aria-hidden="true">\n'
        limit = self._theme.tooltip_limit
        # What is in an image is not heard: a card with claims in it is a group of images.
        role = "group" if node.blocks and node.cells else "img"
        told = f'data-id="{self._record(node.id, None)}" role="{role}"'
        words = self._value(self._words[node.id], limit)
        return f'{start} {told} aria-label="{words}">\n<title>{escaped(_tooltip(node, self._said, limit))}</title>\n'

    def _begin_of_cell(self, node: Node, one: Cell) -> str:
        limit = self._theme.tooltip_limit
        start = f'<g id="{self.prefix}-{self._scene.names[node.id]}-{one.anchor}" class="cell"'
        name = self._value(one.claim, self._theme.title_limit)
        words = self._value(self._words_inside[node.id][one.anchor], limit)
        told = "\n".join(
            [cleaned(line, limit) for line in (_full(one, self._said), *findings_in_words(one.findings, self._said))]
        )
        return f'{start} data-id="{name}" role="img" aria-label="{words}"><title>{escaped(told)}</title>\n'

    def _value(self, words: str, limit: int) -> str:
        return escaped_value(cleaned(words, limit))


def _tooltip(node: Node, words: Words, limit: int) -> str:
    """Return what is shown when one points at a node: its full text, and for a card the titles of its claims."""
    lines = [_full(node, words) or node.of]
    lines += findings_in_words(node.findings, words)
    for one in node.cells:
        lines += [f"{one.number} {_full(one, words)}", *findings_in_words(one.findings, words)]
    shown: list[str] = []
    for line in lines:
        shown.append(cleaned(line, limit))
        limit -= len(shown[-1])
        if limit <= 0:
            break
    return "\n".join(shown)


def _full(one: Node | Cell, words: Words) -> str:
    if one.title and one.text:
        return words.say("picture.says", what=one.title, text=one.text)
    return one.title or one.text
