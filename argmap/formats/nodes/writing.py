"""From a map to nodes and links that another program can make sense of, and that are read as an equal map. Linear.

A claim is a node, each step of an argument another, and the steps of one are linked by their conclusions. An argument
without steps that claims support and that attacks one thing is a conflict with these attackers; any other is a node
like a claim, with its gist. A relation is a node of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carrying import carried
from argmap.formats.nodes.graph import LINK_WORDS, Edge, Node, Sort, made_name, own
from argmap.formats.nodes.roles import Role, as_relation, is_step, links
from argmap.model import Argument, RelationKind
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap, Claim, Relation, Step

_SORTS = {sort.name.lower(): sort for sort in (Sort.INFERENCE, Sort.CONFLICT, Sort.DISAGREEMENT, Sort.UNKNOWN)}
_ATTACKS = (RelationKind.ATTACK, RelationKind.UNDERCUT)
_WORDS = {Role.ARGUMENT: "argument", Role.SKETCH: "sketch", Role.RELATION: "relation"}


def write_nodes(m: ArgumentMap, name: str, *, two_way: bool = False) -> tuple[dict[str, Node], list[Edge]]:
    """Return the graph of a map.

    Args:
        m: The map.
        name: The name of the format, under which records keep what only it knows.
        two_way: Whether the format has nodes for relations that go both ways; else there are two nodes for one.

    Returns:
        The nodes by their keys, which are ids of the map where there is one, and the links. The data of a node are
        those of its record; what they say of links is in these, and the rest is for the format to write.
    """
    writing = _Writing(m, name, two_way=two_way)
    for claim in m.claims:
        writing.add_claim(claim)
    for argument in m.arguments:
        writing.add_argument(argument)
    for relation in m.relations:
        writing.add_relation(relation)
    writing.mark_roles()
    return writing.nodes, writing.edges


def write_sections(m: ArgumentMap) -> list[dict[str, Any]]:
    """Return the sections of a map as `argmap.formats.nodes.reading.read_sections` reads them."""
    return [{"id": section.id, **carried(section, ())} for section in m.sections]


def _has_more(record: Claim | Argument) -> bool:
    """Whether there is more to a record than its wording, its data and its steps."""
    return bool(
        record.title is not None or record.tags or record.section is not None or record.ranges or record.wordings
    )


class _Writing:
    """One graph while it is made."""

    def __init__(self, m: ArgumentMap, name: str, *, two_way: bool) -> None:
        self.m = m
        self.name = name
        self.two_way = two_way
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.expected: dict[str, Role] = {}
        self.arguments = {argument.id: argument for argument in m.arguments}
        self.step_keys: dict[str, list[str]] = {}
        self.acts: dict[str, list[Relation]] = {}
        self.supports: dict[str, int] = {}
        self.pairs: set[tuple[str, str]] = set()
        if any(not argument.steps for argument in m.arguments):
            self._gather()
        self.sorts = {argument.id: self._sort(argument) for argument in m.arguments}

    # -- what an argument is -----------------------------------------------------------------------------------

    def _gather(self) -> None:
        """Find what arguments without steps do, and how many claims support them."""
        sketches = {argument.id for argument in self.m.arguments if not argument.steps}
        for relation in self.m.relations:
            if relation.source in sketches:
                self.acts.setdefault(relation.source, []).append(relation)
            is_reason = relation.kind is RelationKind.SUPPORT and relation.source not in self.arguments
            if is_reason and relation.target in sketches and self._is_bare(relation):
                self.supports[relation.target] = self.supports.get(relation.target, 0) + 1

    def _sort(self, argument: Argument) -> Sort:
        word = own(argument.data, self.name).get("node") if argument.data else None
        said = _SORTS.get(word) if type(word) is str else None
        if argument.steps:
            return Sort.UNKNOWN if said is Sort.UNKNOWN else Sort.INFERENCE
        if said is not None:
            return said
        acts = self.acts.get(argument.id, ())
        is_rebuttal = len(acts) == 1 and acts[0].kind in _ATTACKS and self._is_bare(acts[0])
        return Sort.CONFLICT if is_rebuttal and self.supports.get(argument.id) else Sort.CLAIM

    def _is_bare(self, relation: Relation) -> bool:
        """Whether a relation says nothing but that it is there, so that a link can stand for it."""
        if not relation.data:
            return True
        return len(relation.data) == 1 and set(own(relation.data, self.name)) == {"edge"}

    def _is_claim(self, name: str) -> bool:
        return self.sorts.get(name, Sort.CLAIM) is Sort.CLAIM

    # -- nodes -------------------------------------------------------------------------------------------------

    def _key(self, wanted: str) -> str:
        key, number = wanted, 1
        while key in self.nodes or key in self.arguments:
            number += 1
            key = f"{wanted} ({number})"
        return key

    def add_claim(self, claim: Claim) -> None:
        name, data = claim.id, claim.data
        mark = carried(claim, ("text", "data")) if _has_more(claim) else {}
        if data and self.name in data:
            self._leave(mark, own(data, self.name))
        self.nodes[name] = Node(name, Sort.CLAIM, claim.text, data, mark or NOTHING)

    def _leave(self, mark: dict[str, Any], known: Mapping[str, Any], **used: bool) -> None:
        """Leave in a mark what a record says of links that are not there, so that it comes back."""
        if known and not LINK_WORDS.isdisjoint(known):
            left = {word: each for word, each in known.items() if word in LINK_WORDS and not used.get(word)}
            if left:
                mark["own"] = left

    def add_argument(self, argument: Argument) -> None:
        name, sort = argument.id, self.sorts[argument.id]
        if sort is Sort.CLAIM:
            mark = {"as": "sketch", **carried(argument, ("text", "data", "steps"))}
            self._leave(mark, own(argument.data, self.name))
            self.nodes[name] = Node(name, sort, argument.text, argument.data, mark)
            return
        mark = carried(argument, ("data", "steps")) if argument.text or _has_more(argument) else {}
        node = Node(name, sort, "", argument.data, mark)
        if not argument.steps:
            self.expected[name] = Role.SKETCH
        keys: list[str] = []
        last: str | None = None
        for number, step in enumerate(argument.steps[:-1], 1):
            key = self._key(f"{name} step {number}")
            left = {"as": "step", "of": name, "number": number, **carried(step, ("premises", "conclusion", "data"))}
            self.nodes[key] = Node(key, Sort.INFERENCE, "", step.data, left)
            known = own(step.data, self.name) if step.data else NOTHING
            self._leave_step(left, step, known)
            self._link_step(key, step, known, last, left)
            keys.append(key)
            last = step.conclusion
        self.nodes[name] = node
        if keys:
            self.step_keys[name] = [*keys, name]
        if argument.steps:
            step = argument.steps[-1]
            if step.rules or step.data:
                mark["step"] = carried(step, ("premises", "conclusion"))
            known = own(argument.data, self.name) if argument.data else NOTHING
            self._leave_step(mark, step, known, node=sort is Sort.UNKNOWN)
            self._link_step(name, step, known, last, mark)
            if mark or sort is not Sort.INFERENCE or not step.premises:
                self.expected[name] = Role.ARGUMENT  # any other is told by its links
        else:
            known = own(argument.data, self.name)
            self._leave(mark, known, node=str(known.get("node")) in _SORTS)

    def _leave_step(self, mark: dict[str, Any], step: Step, known: Mapping[str, Any], *, node: bool = False) -> None:
        if not known or LINK_WORDS.isdisjoint(known):
            return
        ins, outs = own(known, "in"), own(known, "out")
        is_in = bool(ins) and ins.keys() <= set(step.premises) and None not in ins.values()
        is_out = len(outs) == 1 and outs.get(step.conclusion) is not None
        if is_in and is_out and "id" not in known and "edge" not in known and "node" not in known:
            return  # as nearly always: all of it is in the links
        self._leave(mark, known, node=node, **{"in": is_in, "out": is_out})

    def _link_step(
        self, key: str, step: Step, known: Mapping[str, Any], before: str | None, mark: dict[str, Any]
    ) -> None:
        ins, outs = own(known, "in"), own(known, "out")
        edges = self.edges
        if before is not None and before not in step.premises:
            mark["implied"] = True
            edges.append(Edge(before, key))
        for premise in step.premises:
            edges.append(Edge(premise, key, ins.get(premise)))
        edges.append(Edge(key, step.conclusion, outs.get(step.conclusion)))

    # -- relations ---------------------------------------------------------------------------------------------

    def add_relation(self, relation: Relation) -> None:
        known = own(relation.data, self.name) if relation.data else NOTHING
        target = self._target(relation)
        if self._is_bare(relation) and self._link(relation, target, known.get("edge")):
            return
        kind = relation.kind
        sort = Sort.CONFLICT if kind.is_negative else Sort.INFERENCE
        if kind.is_symmetric and self.two_way:
            sort = Sort.DISAGREEMENT
        made = made_name(relation.source, kind.value, target)
        wanted = known.get("id")
        key = self._key(wanted if isinstance(wanted, str) and wanted else made)
        mark: dict[str, Any] = {}
        is_plain = kind is (RelationKind.ATTACK if self._is_claim(relation.target) else RelationKind.UNDERCUT)
        if not (is_plain and self._is_claim(relation.source)) and not (
            sort is Sort.DISAGREEMENT and kind is RelationKind.CONTRARY
        ):
            mark = {"as": "relation", "kind": kind.value}
        if key != (wanted or made):
            mark = {"as": "relation", "kind": kind.value, "made": True}
        start, end = known.get("in"), known.get("out")
        self._leave(mark, known, id=key == wanted, **{"in": start is not None, "out": end is not None})
        self.nodes[key] = Node(key, sort, "", relation.data, mark)
        self.expected[key] = Role.RELATION
        if sort is Sort.DISAGREEMENT:
            self.edges += (Edge(key, relation.source, start), Edge(key, target, end))
            return
        self.edges += (Edge(relation.source, key, start), Edge(key, target, end))
        if kind.is_symmetric and relation.source != target:
            self._mirror(relation.source, kind, target)

    def _mirror(self, source: str, kind: RelationKind, target: str) -> None:
        key = self._key(made_name(target, kind.value, source))
        self.nodes[key] = Node(key, Sort.CONFLICT, mark={"as": "mirror", "kind": kind.value})
        self.edges += (Edge(target, key), Edge(key, source))

    def _target(self, relation: Relation) -> str:
        keys = self.step_keys.get(relation.target)
        if not keys:
            return relation.target
        step = relation.step if relation.kind is RelationKind.UNDERCUT else None
        return keys[-1 if step is None or step >= len(keys) else step]

    def _link(self, relation: Relation, target: str, extra: Any) -> bool:
        """Let a link stand for a relation, if one can."""
        source, kind = relation.source, relation.kind
        sort = self.sorts.get(source, Sort.CLAIM)
        if sort is Sort.CLAIM:
            if kind is not RelationKind.SUPPORT:
                return False
            to_sketch = not self._is_claim(relation.target) and not self.arguments[relation.target].steps
            is_plain = "edge" in own(relation.data, self.name) and self._is_claim(relation.target)
            if not to_sketch and not is_plain:
                return False
        elif sort is Sort.CONFLICT or sort is Sort.DISAGREEMENT:
            if kind not in _ATTACKS:
                return False
        elif kind is not RelationKind.SUPPORT:
            return False
        if (source, target) in self.pairs:
            return False
        self.pairs.add((source, target))
        if sort is not Sort.CLAIM and self.arguments[source].steps:
            self.expected.setdefault(source, Role.ARGUMENT)  # which has another link than its conclusion
        if kind in _ATTACKS and (kind is RelationKind.ATTACK) is not self._is_claim(relation.target):
            mark = self.nodes[source].mark
            assert isinstance(mark, dict)
            mark.setdefault("kinds", {})[target] = kind.value
        self.edges.append(Edge(source, target, extra))
        return True

    # -- marks -------------------------------------------------------------------------------------------------

    def mark_roles(self) -> None:
        """Say of each node what it is, where its links would tell another thing."""
        expected = self.expected
        edges = [edge for edge in self.edges if edge[0] in expected or edge[1] in expected]
        found = links(self.nodes, edges, lambda _edge, _key: None)
        for key, role in self.expected.items():
            node = self.nodes[key]
            if role is Role.ARGUMENT and node.sort is Sort.INFERENCE and not node.mark:
                told = Role.ARGUMENT if is_step(node, self.nodes, found) else Role.SKETCH  # it needs a mark to be else
            elif as_relation(node, self.nodes, found) is not None:
                told = Role.RELATION
            else:
                told = Role.ARGUMENT if is_step(node, self.nodes, found) else Role.SKETCH
            if told is not role:
                node.mark = {"as": _WORDS[role], **node.mark}
        for key, sort in self.sorts.items():
            if sort is not Sort.CONFLICT or "node" not in own(self.arguments[key].data, self.name):
                continue
            acts = [edge for edge in found.of(key) if self.expected.get(edge.target) is not Role.RELATION]
            if len(acts) == 1 and any(self.nodes[edge.source].sort is Sort.CLAIM for edge in found.to(key)):
                self.nodes[key].mark = {"kept": True, **self.nodes[key].mark}
