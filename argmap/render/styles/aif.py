"""The Argument Interchange Format drawn as its papers draw it: information, inferences and conflicts as nodes.

Claims and gists are information (I-nodes, boxes), every step from premises to a conclusion is an inference (RA-node,
ellipse), every attack a conflict (CA-node, diamond). See Chesñevar et al., "Towards an Argument Interchange Format",
*The Knowledge Engineering Review* 21(4), 2006.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.boxes import claim_label, with_ports
from argmap.render.looks import line_colour, look_of
from argmap.render.style import Style
from argmap.render.styles.taking_apart import fresh_id, take_apart
from argmap.view import Diagram, Edge, EdgeKind, LegendEntry, Node, NodeKind, with_legend

if TYPE_CHECKING:
    from argmap.render.scene import Scene
    from argmap.render.style import Attributes
    from argmap.render.theme import Tone

_INFERRING = (EdgeKind.SUPPORT, EdgeKind.ENTAILS)
_KEY = {NodeKind.CLAIM: "information", NodeKind.INFERENCE: "inference", NodeKind.CONFLICT: "conflict"}
_BOTH_WAYS = "both"
"""The anchor of lines into a node of a relation that goes both ways: such a node stands below both of its ends."""


class Aif(Style):
    """The style `aif`."""

    landing_kinds = Style.landing_kinds | {NodeKind.INFERENCE, NodeKind.CONFLICT}
    has_title_bars = False

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return `diagram` with a node for every inference and every conflict.

        The premises of an argument lead into one node for each thing that it does: an inference for what it
        supports, a conflict for what it attacks or undercuts. What goes both ways has a node for each way. What is
        aimed at an argument is aimed at its first node; an undercut of one that is a box, at the first thing it does.
        """
        arranged = _Arranging(take_apart(diagram)).outcome()
        kinds = {NodeKind.CLAIM if not node.kind.is_meeting else node.kind for node in arranged.nodes}
        told = with_legend(arranged)
        marks = [one for one in told.legend if one.sign not in {*EdgeKind, "junction"}]
        words = Words(diagram.language)
        nodes = [LegendEntry(sign, words.say(f"picture.key.{sign}")) for kind, sign in _KEY.items() if kind in kinds]
        return replace(told, legend=(*nodes, *marks))

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the attributes of the whole: room for the heads on both sides of inferences and conflicts."""
        attributes = super().graph_attributes(scene)
        if any(node.kind.is_meeting for node in scene.diagram.nodes):
            attributes["ranksep"] = f"{0.36 * scene.theme.scale + scene.room:g}"
        return attributes

    def node_attributes(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a node: a box, an ellipse or a diamond."""
        theme, colours = scene.theme, scene.theme.light
        if node.kind is NodeKind.GROUP:
            return super().node_attributes(node, scene)
        if not node.kind.is_meeting:
            tone = scene.tone(node) if scene.diagram.sides else theme.side(0)
            return self._framed(node, tone, scene) | self._labelled(node, claim_label(node, theme, tone), scene)
        is_inference = node.kind is NodeKind.INFERENCE
        shape, short, tone = ("ellipse", "RA", colours.support) if is_inference else ("diamond", "CA", colours.attack)
        name = f"{short} · {node.title or node.text}"
        named = replace(node, title=name if node.title else None, text=node.text if node.title else name)
        label = claim_label(named, theme, scene.tone(node))
        shaped = self._framed(node, tone, scene) | {"shape": shape, "margin": "0.02,0.01"}
        return shaped | self._labelled(node, label, scene)

    def _labelled(self, node: Node, label: str, scene: Scene) -> Attributes:
        """Return the words of a node, with ports beside them where many lines land."""
        ports = scene.ports_of(node.id, "w"), scene.ports_of(node.id, "e")
        if any(ports):
            return {"label": f"<{with_ports(label, *ports, scene.theme)}>", "margin": "0"}
        return {"label": f"<{label}>"}

    def _framed(self, node: Node, tone: Tone, scene: Scene) -> Attributes:
        """Return the frame and the ground of a node of any shape."""
        look = look_of(node, scene.theme, tone)
        style = "filled" if look.style == "solid" else f"filled,{look.style}"
        attributes = {"color": look.frame, "fillcolor": look.ground, "penwidth": f"{look.width:g}", "style": style}
        return {**attributes, "peripheries": "2"} if node.hidden else attributes

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge: what it means is said by the node at one of its ends."""
        attributes = super().edge_attributes(edge, scene)
        ends = scene.source(edge), scene.target(edge)
        point = ends[1] if edge.kind is EdgeKind.PREMISE else ends[0]
        colours = scene.theme.light
        tone = colours.attack if point.kind is NodeKind.CONFLICT else colours.support
        is_marked = bool(edge.change or edge.colour)
        given = {
            "color": line_colour(edge, scene.theme) if is_marked else tone.line,
            "penwidth": attributes["penwidth"] if edge.strength is not None else f"{1.3 * scene.theme.scale:g}",
            "arrowhead": "vee",
            "arrowsize": f"{0.6 * scene.theme.scale:g}",
        }
        if edge.target_anchor == _BOTH_WAYS:
            given |= {"dir": "back", "arrowtail": "vee"}
        if edge.kind is not EdgeKind.PREMISE and edge.change and not point.change:  # no node says it
            given["taillabel"] = attributes.get("taillabel", "")
        return given

    def port(self, node: Node, anchor: str | None, otherwise: str | None) -> str | None:  # noqa: ARG002
        """Return None: no node here has parts to which edges are tied."""
        return None

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied to its nodes; Graphviz is given the lines into what goes both ways turned."""
        if edge.target_anchor == _BOTH_WAYS:
            return scene.names[edge.target], scene.names[edge.source]
        return super().ends(edge, scene)


@dataclass(slots=True)
class _Arranging:
    """The work of `Aif.arrange`, on a diagram taken apart."""

    taken: Diagram
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    premises: dict[str, list[Edge]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    """The inferences of the diagram whose node stands for something that they do."""
    deeds: dict[str, str] = field(default_factory=dict)
    """For each box that acts on something, the node of the first thing that it does."""

    def outcome(self) -> Diagram:
        self.nodes = {node.id: node for node in self.taken.nodes}
        self.ids = set(self.nodes)
        for edge in self.taken.edges:
            if self._feeds(edge):
                self.premises.setdefault(edge.target, []).append(edge)
        for edge in self.taken.edges:
            if self._feeds(edge):
                self.edges.append(edge)
            elif edge.has_two_heads:
                self._insert(edge, both_ways=True)
                self._insert(replace(edge, source=edge.target, target=edge.source), both_ways=True)
            elif self.nodes[edge.source].kind.is_meeting:
                self._lead_on(edge)
            else:
                self._insert(edge, both_ways=False)
        self.edges = [self._at_the_inference(edge) for edge in self.edges]
        for node in self.nodes.values():
            if node.kind is NodeKind.JUNCTION or (node.kind.is_meeting and not node.title and not node.text):
                self.nodes[node.id] = self._named(node, EdgeKind.SUPPORT)
        return replace(self.taken, nodes=tuple(self.nodes.values()), edges=tuple(self.edges))

    def _feeds(self, edge: Edge) -> bool:
        return edge.kind is EdgeKind.PREMISE and self.nodes[edge.target].kind.is_meeting

    def _lead_on(self, edge: Edge) -> None:
        """Let an inference of the diagram stand for what it does; for a second deed, a twin of it."""
        name = edge.source
        node = self.nodes[name]
        if name not in self.busy:
            self.busy.add(name)
            self.nodes[name] = self._named(node, edge.kind)
            self.edges.append(edge)
            return
        twin = fresh_id(f"{name}.{edge.kind}", self.ids)
        self.nodes[twin] = replace(self._named(node, edge.kind), id=twin, record=node.of)
        self.edges += [replace(line, target=twin) for line in self.premises.get(name, ())]
        self.edges.append(replace(edge, source=twin))

    def _at_the_inference(self, edge: Edge) -> Edge:
        """Let an undercut of an argument that is one box aim at what that infers, and not at what it says."""
        is_sketch = edge.kind is EdgeKind.UNDERCUT and self.nodes[edge.target].kind is NodeKind.ARGUMENT
        return replace(edge, target=self.deeds.get(edge.target, edge.target)) if is_sketch else edge

    def _insert(self, edge: Edge, *, both_ways: bool) -> None:
        """Put a node of its own between the ends of an edge."""
        source, target = self.nodes[edge.source], self.nodes[edge.target]
        name = fresh_id(f"{source.id}.{edge.kind}.{target.id}", self.ids)
        group = source.group if source.group == target.group else None
        blank = Node(name, NodeKind.JUNCTION, group=group, record=source.of, change=edge.change)
        self.nodes[name] = self._named(blank, edge.kind)
        self.deeds.setdefault(source.id, name)
        line = replace(edge, target=name, kind=EdgeKind.PREMISE, is_mutual=False)
        self.edges.append(replace(line, target_anchor=_BOTH_WAYS) if both_ways else line)
        self.edges.append(replace(edge, source=name, is_mutual=False))

    def _named(self, node: Node, kind: EdgeKind) -> Node:
        """Return the node of an inference as that of what it does, with the name of that where it has none."""
        name = "" if node.title else Words(self.taken.language).say(f"picture.aif.{kind}")
        kind_of_node = NodeKind.INFERENCE if kind in _INFERRING else NodeKind.CONFLICT
        return replace(node, kind=kind_of_node, text=node.text or name)


STYLE = Aif()
"""The style, ready to be used."""
