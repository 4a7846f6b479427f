"""What becomes of each node: told by its sort and its links, or by the mark that argmap left in it.

An inference with premises and one conclusion is an argument of one step. A conflict with one attacker and one target is
a relation, unless something else points to it. Any other is an argument without steps, that its premises support and
that supports or attacks what it points to: so nothing that a file may say is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from argmap.formats.nodes.graph import Edge, Node, Sort
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_NEGATIVE = {kind.value: kind for kind in RelationKind if kind.is_negative}
_POSITIVE = {kind.value: kind for kind in RelationKind if not kind.is_negative}
_NO_EDGES: list[Edge] = []


class Role(Enum):
    """What a node that is no claim becomes."""

    ARGUMENT = auto()
    STEP = auto()
    SKETCH = auto()
    RELATION = auto()
    MIRROR = auto()


@dataclass(slots=True)
class Links:
    """The links of a graph, by the nodes that are no claims.

    Attributes:
        ins: Those that go to a node.
        outs: Those that leave it.
        plain: Those from claim to claim.
    """

    ins: dict[str, list[Edge]] = field(default_factory=dict)
    outs: dict[str, list[Edge]] = field(default_factory=dict)
    plain: list[Edge] = field(default_factory=list)

    def to(self, key: str) -> list[Edge]:
        """Return the links that go to a node."""
        return self.ins.get(key, _NO_EDGES)

    def of(self, key: str) -> list[Edge]:
        """Return the links that leave a node."""
        return self.outs.get(key, _NO_EDGES)


def links(nodes: Mapping[str, Node], edges: Iterable[Edge], dangling: Callable[[Edge, str], None]) -> Links:
    """Return the links of a graph; of one with an end that is not there, tell `dangling` which end."""
    found = Links()
    ins, outs = found.ins, found.outs
    claim, other = Sort.CLAIM, Sort.OTHER
    for edge in edges:
        source, target = nodes.get(edge[0]), nodes.get(edge[1])
        if source is None or target is None:
            dangling(edge, edge[0] if source is None else edge[1])
            continue
        if source.sort is other or target.sort is other:
            if target.sort is not claim:
                ins.setdefault(edge[1], []).append(edge)
        elif source.sort is claim and target.sort is claim:
            found.plain.append(edge)
        else:
            if target.sort is not claim:
                ins.setdefault(edge[1], []).append(edge)
            if source.sort is not claim:
                outs.setdefault(edge[0], []).append(edge)
    return found


def is_sketch(node: Node) -> bool:
    """Whether a node that looks like a claim is an argument without steps."""
    return node.mark.get("as") == "sketch"


def roles(nodes: Mapping[str, Node], found: Links) -> tuple[dict[str, Role], dict[str, RelationKind]]:
    """Return the role of each node that has one, and the kind of each that is a relation. Linear."""
    made: dict[str, Role] = {}
    kinds: dict[str, RelationKind] = {}
    seen: set[tuple[str, str, RelationKind]] = set()
    mirrors: dict[tuple[str, str, RelationKind], str] = {}
    for key, node in nodes.items():
        if node.sort is Sort.CLAIM or node.sort is Sort.OTHER:
            continue
        kind = as_relation(node, nodes, found)
        if kind is not None and node.mark.get("as") == "mirror":
            mirrors.setdefault((*ends(node, found), kind), key)
            made[key] = Role.MIRROR
        elif kind is not None:
            end = (*ends(node, found), kind)
            if end in seen:
                made[key] = Role.SKETCH  # a map holds a relation once, but as many arguments as there are
                continue
            seen.add(end)
            made[key], kinds[key] = Role.RELATION, kind
        elif is_step(node, nodes, found):
            made[key] = Role.STEP if node.mark.get("as") == "step" else Role.ARGUMENT
        else:
            made[key] = Role.SKETCH
    _settle_mirrors(nodes, found, made, kinds, mirrors)
    for key in [key for key, role in made.items() if role is Role.STEP]:
        if made.get(str(nodes[key].mark.get("of"))) is not Role.ARGUMENT:
            made[key] = Role.ARGUMENT
    return made, kinds


def _settle_mirrors(
    nodes: Mapping[str, Node],
    found: Links,
    made: dict[str, Role],
    kinds: dict[str, RelationKind],
    mirrors: dict[tuple[str, str, RelationKind], str],
) -> None:
    """Let relations that go both ways do so only where both nodes are there still."""
    for key, kind in list(kinds.items()):
        node = nodes[key]
        if not kind.is_symmetric or node.sort is Sort.DISAGREEMENT:
            continue
        source, target = ends(node, found)
        if mirrors.pop((target, source, kind), None) is None and source != target:
            kinds[key] = _plain_kind(nodes, target)
    left = set(mirrors.values())
    for key, role in list(made.items()):
        if role is Role.MIRROR and key in left:
            made[key], kinds[key] = Role.RELATION, _plain_kind(nodes, ends(nodes[key], found)[1])


def ends(node: Node, found: Links) -> tuple[str, str]:
    """Return the two that a node for a relation links."""
    outs = found.of(node.key)
    if node.sort is Sort.DISAGREEMENT:
        return outs[0].target, outs[1].target
    return found.to(node.key)[0].source, outs[0].target


def _plain_kind(nodes: Mapping[str, Node], target: str) -> RelationKind:
    return RelationKind.ATTACK if nodes[target].sort is Sort.CLAIM else RelationKind.UNDERCUT


def as_relation(node: Node, nodes: Mapping[str, Node], found: Links) -> RelationKind | None:
    """Return the kind of relation that a node is; None if it is an argument."""
    wanted = node.mark.get("as")
    if wanted in ("argument", "sketch", "step"):
        return None
    ins, outs = found.to(node.key), found.of(node.key)
    said = node.mark.get("kind")
    if node.sort is Sort.DISAGREEMENT:
        if ins or len(outs) != 2:
            return None
        return RelationKind.CONTRADICTORY if said == "contradictory" else RelationKind.CONTRARY
    if len(ins) != 1 or len(outs) != 1:
        return None
    is_marked = wanted == "relation" or wanted == "mirror"
    if not is_marked and nodes[ins[0][0]].sort is not Sort.CLAIM:
        return None
    if node.sort is not Sort.CONFLICT:
        is_one = is_marked and node.sort is Sort.INFERENCE
        return _POSITIVE.get(str(said), RelationKind.SUPPORT) if is_one else None
    kind = _NEGATIVE.get(said) if is_marked and isinstance(said, str) else None
    return kind or _plain_kind(nodes, outs[0][1])


def is_step(node: Node, nodes: Mapping[str, Node], found: Links) -> bool:
    """Whether a node has premises and one conclusion, all of them claims."""
    if node.sort is not Sort.INFERENCE and node.sort is not Sort.UNKNOWN:
        return False
    outs, wanted = found.of(node.key), node.mark.get("as")
    if len(outs) != 1 or wanted == "sketch":
        return False
    end = nodes[outs[0][1]]
    if end.sort is not Sort.CLAIM or (end.mark and is_sketch(end)):
        return False
    has_premises = False
    for edge in found.to(node.key):
        start = nodes[edge[0]]
        if start.sort is Sort.CLAIM:
            if start.mark and is_sketch(start):
                return False
            has_premises = True
    return has_premises or wanted in ("argument", "step")
