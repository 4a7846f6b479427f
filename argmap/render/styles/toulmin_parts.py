"""The parts of Toulmin's layout, found in a diagram by the rules at the top of `argmap.render.styles.toulmin`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from argmap.language import Words
from argmap.render.styles.taking_apart import as_point, fresh_id
from argmap.view import Diagram, Edge, EdgeKind, Node, NodeKind

QUALIFIERS = ((0.95, "certainly"), (0.75, "presumably"), (0.5, "probably"), (0.25, "possibly"), (0.0, "hardly"))
"""Which word stands for a strength: that of the first number that it reaches."""
ABOVE, BELOW = "above", "below"
"""The anchors of lines from what stands above and below the point that it bears on, not to the left of it."""

_SUPPORTING = (EdgeKind.SUPPORT, EdgeKind.ENTAILS)


def with_parts(taken: Diagram) -> Diagram:
    """Return a diagram taken apart with the role of every claim, with warrants and qualifiers. Linear."""
    return _Parts(taken).outcome()


@dataclass(slots=True)
class _Parts:
    """The work of `with_parts`."""

    taken: Diagram
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    premises: dict[str, list[Edge]] = field(default_factory=dict)
    warrants: dict[str, str] = field(default_factory=dict)
    """The warrant of each inference that has one."""
    qualifiers: dict[str, str] = field(default_factory=dict)
    """The qualifier of each inference that has one."""

    def outcome(self) -> Diagram:
        self.nodes = {node.id: node for node in self.taken.nodes}
        self.ids = set(self.nodes)
        uses = Counter(edge.source for edge in self.taken.edges)
        for edge in self.taken.edges:
            if edge.kind is EdgeKind.PREMISE and self.nodes[edge.target].kind.is_meeting:
                self.premises.setdefault(edge.target, []).append(edge)
        for point in [node for node in self.taken.nodes if node.kind.is_meeting]:
            self._find_warrant(point)
            self._find_qualifier(point, uses)
        self._lead_edges()
        self._give_roles()
        self._stack()
        return replace(self.taken, nodes=tuple(self.nodes.values()), edges=tuple(self.edges))

    def _find_warrant(self, point: Node) -> None:
        """Take as warrant the premise that says it is, or else the rule."""
        for edge in self.premises.get(point.id, ()):
            if self.nodes[edge.source].role == "Warrant":
                self.warrants[point.id] = edge.source
                return
        if point.text:
            name = fresh_id(f"{point.id}.warrant", self.ids)
            rule = Node(name, NodeKind.INFERENCE, text=point.text, acts=EdgeKind.SUPPORT, role="Warrant")
            self.nodes[name] = replace(rule, group=point.group, record=point.of, change=point.change)
            self.nodes[point.id] = as_point(replace(point, text=""))
            self.warrants[point.id] = name
            self.premises.setdefault(point.id, []).append(Edge(name, point.id, EdgeKind.PREMISE, change=point.change))

    def _find_qualifier(self, point: Node, uses: Counter[str]) -> None:
        """Take as qualifier the premise that says it is, or else the word of the argument, or one for its strength."""
        lines = self.premises.get(point.id, [])
        for edge in lines:
            claim = self.nodes[edge.source]
            if claim.role == "Qualifier" and uses[claim.id] == 1:
                self.nodes[claim.id] = replace(claim, kind=NodeKind.INFERENCE, acts=point.acts)
                self.qualifiers[point.id] = claim.id
                lines.remove(edge)
                return
        word = point.qualifier
        if not word and point.strength is not None:
            key = next((word for least, word in QUALIFIERS if point.strength >= least), "")
            word = Words(self.taken.language).say(f"picture.sureness.{key}") if key else ""
        if word:
            name = fresh_id(f"{point.id}.qualifier", self.ids)
            said = Node(name, NodeKind.INFERENCE, text=word, role="Qualifier", acts=point.acts, record=point.of)
            self.nodes[name] = replace(said, group=point.group, change=point.change)
            self.qualifiers[point.id] = name

    def _lead_edges(self) -> None:
        """Lead what an inference does through its qualifier, and what undercuts it to its qualifier."""
        for point, lines in self.premises.items():
            warrant = self.warrants.get(point)
            for edge in lines:
                if warrant not in (None, edge.source) and self.nodes[edge.source].role == "Backing":
                    edge = replace(edge, target=warrant, kind=EdgeKind.SUPPORT)
                self.edges.append(edge)
            if point in self.qualifiers:
                change = self.nodes[point].change
                self.edges.append(Edge(point, self.qualifiers[point], EdgeKind.PREMISE, change=change))
        for edge in self.taken.edges:
            if edge.kind is EdgeKind.PREMISE and self.nodes[edge.target].kind.is_meeting:
                continue
            source, target = self.qualifiers.get(edge.source, edge.source), edge.target
            if edge.kind is EdgeKind.UNDERCUT:
                target = self.qualifiers.get(target, target)
            self.edges.append(replace(edge, source=source, target=target))

    def _give_roles(self) -> None:
        warrants = set(self.warrants.values())
        parts: dict[str, list[str]] = {}
        met: set[str] = set()
        for edge in self.edges:
            met.add(edge.target)
            part = _part(edge, is_warrant=edge.source in warrants, backs=edge.target in warrants)
            if part and part not in parts.setdefault(edge.source, []):
                parts[edge.source].append(part)
        for node in self.nodes.values():
            if node.kind.is_meeting:
                continue
            role = node.role or " · ".join(parts.get(node.id, ())) or ("Claim" if node.id in met else "")
            acts = node.acts
            if role == "Grounds":
                acts = None
            elif role in ("Warrant", "Backing"):
                acts = EdgeKind.SUPPORT
            self.nodes[node.id] = replace(node, role=role, acts=acts)

    def _stack(self) -> None:
        """Let warrants and their backing stand below the line, and one rebuttal above what it bears on."""
        out = Counter(edge.source for edge in self.edges)
        into = Counter(edge.target for edge in self.edges)
        warrants = set(self.warrants.values())
        topped: set[str] = set()

        def place_of(edge: Edge) -> str | None:
            source, target = self.nodes[edge.source], self.nodes[edge.target]
            if out[source.id] > 1 or source.group != target.group or source.kind is NodeKind.JUNCTION:
                return None
            if self.warrants.get(target.id) == source.id and edge.kind is EdgeKind.PREMISE:
                return BELOW
            if into[source.id] or source.kind.is_meeting or source.id == target.id or edge.has_two_heads:
                return None
            if edge.kind in _SUPPORTING and target.id in warrants and out[target.id] == 1:
                return BELOW
            if edge.kind in (EdgeKind.ATTACK, EdgeKind.UNDERCUT) and target.id not in topped:
                topped.add(target.id)
                return ABOVE
            return None

        self.edges = [replace(edge, target_anchor=place_of(edge)) for edge in self.edges]


def _part(edge: Edge, *, is_warrant: bool, backs: bool) -> str:
    if edge.kind.is_symmetric:
        return ""
    if edge.kind is EdgeKind.PREMISE:
        return "Warrant" if is_warrant else "Grounds"
    if edge.kind in _SUPPORTING:
        return "Backing" if backs else "Grounds"
    return "Rebuttal"
