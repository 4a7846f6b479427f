"""Arguments laid out as Stephen Toulmin laid them out: grounds, so, claim; since warrant; unless rebuttal.

From Toulmin, *The Uses of Argument* (1958), chapter 3. The parts are found by these rules:

1. The inline data ``role`` of a claim or argument (``grounds``, ``warrant``, ``backing``, ``qualifier``, ``rebuttal``,
   ``claim``) are believed.
2. Where no premise of an inference is its warrant, the rule or the scheme named for it is; all other premises
   are grounds.
3. What supports a warrant is backing. What supports anything else is grounds for it.
4. What attacks or undercuts is a rebuttal. An undercut is aimed at the qualifier, where there is one; an attack stays
   aimed at the claim that it attacks.
5. The qualifier is that of the inline data ``qualifier`` of the argument; else, where its strength is shown, a word for
   that (see `QUALIFIERS`).

The claim of one argument is the grounds of the next, so that a whole map reads from left to right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.style import tied
from argmap.render.styles.junctions import Junctions
from argmap.render.styles.taking_apart import take_apart
from argmap.render.styles.toulmin_parts import ABOVE, BELOW, with_parts
from argmap.view import EdgeKind, NodeKind, with_legend

if TYPE_CHECKING:
    import graphviz

    from argmap.render.scene import Scene
    from argmap.render.style import Attributes
    from argmap.view import Diagram, Edge, Node


ROOMY = 30
"""The most nodes of a picture that has room to spare between what stands above each other."""


class Toulmin(Junctions):
    """The style `toulmin`."""

    landing_side = "w"

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return `diagram` with every claim in a box of its own and the part it plays above its words."""
        return with_legend(with_parts(take_apart(diagram)))

    def stands_upright(self, diagram: Diagram) -> bool:  # noqa: ARG002
        """Return False: grounds stand on the left, and what they lead to on the right."""
        return False

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the attributes of the whole."""
        nodesep = (0.45 if len(scene.diagram.nodes) <= ROOMY else 0.3) * scene.theme.scale
        return super().graph_attributes(scene) | {"rankdir": "LR", "nodesep": f"{nodesep:g}"}

    def node_attributes(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a node: the qualifier is bare words on the line, all else that is read a box."""
        if node.kind is NodeKind.INFERENCE and node.role == "Qualifier":
            look = {"shape": "plain", "style": "filled", "fillcolor": scene.theme.light.page}
            return {"label": self.box(node, scene)["label"], **look}
        if node.kind is NodeKind.ARGUMENT or (node.kind is NodeKind.INFERENCE and node.role):
            return self.box(node, scene)
        return super().node_attributes(node, scene)

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge; those of the main line from grounds to claim pull themselves straight."""
        attributes = super().edge_attributes(edge, scene)
        source, target = scene.source(edge), scene.target(edge)
        if edge.target_anchor == BELOW:
            back = {"dir": "back", "arrowtail": attributes["arrowhead"], "arrowhead": "none"}
            return {**attributes, **back, "minlen": "1"}
        if edge.target_anchor == ABOVE:
            return {**attributes, "minlen": "1"}
        if source.kind.is_meeting:
            attributes["weight"] = "9"
            if target.kind.is_meeting:
                attributes["minlen"] = "1"
        return attributes

    def port(self, node: Node, anchor: str | None, otherwise: str | None) -> str | None:  # noqa: ARG002
        """Return None: no node here has parts to which edges are tied."""
        return None

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied to its nodes: it leaves to the right, or stands upright between two parts."""
        tail, head = scene.names[edge.source], scene.names[edge.target]
        if edge.target_anchor == BELOW:
            return head, tail
        if edge.target_anchor == ABOVE or edge.kind.is_symmetric:
            return tail, head
        source, target = scene.source(edge), scene.target(edge)
        start = tail if source.kind is NodeKind.JUNCTION else f"{tail}:e"
        is_on_line = edge.kind is EdgeKind.PREMISE and target.kind is NodeKind.INFERENCE
        landing = scene.landings.get(edge)
        return start, tied(head, landing, "w" if is_on_line or landing else "")

    def add_ranks(self, graph: graphviz.Digraph, scene: Scene) -> None:
        """Add what keeps nodes on a level: theses at the end, and what stands under or over the line."""
        diagram, names = scene.diagram, scene.names
        first = {node.id for node in diagram.nodes if node.is_thesis and node.group is None}
        pairs = [edge for edge in diagram.edges if edge.target_anchor in (ABOVE, BELOW)]
        with_first = [edge.source for edge in pairs if edge.target in first]
        levels = [[edge.target, edge.source] for edge in pairs if edge.target not in first]
        for rank, level in (("sink", [*first, *with_first]), *(("same", pair) for pair in levels)):
            if len(level) > 1:
                with graph.subgraph() as together:
                    together.attr(rank=rank)
                    for name in sorted(level, key=lambda one: int(names[one][1:])):
                        together.node(names[name])


STYLE = Toulmin()
"""The style, ready to be used."""
