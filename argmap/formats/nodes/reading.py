"""From nodes and links to a map. Linear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carrying import restored
from argmap.formats.nodes.graph import Edge, Node, Sort, made_name, own
from argmap.formats.nodes.roles import Links, Role, ends, is_sketch, links, roles
from argmap.model import Argument, Claim, Relation, RelationKind, Section, Step
from argmap.model.bulk import Sharing
from argmap.model.records import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.formats.draft import Draft

_LISTED = 1_000
"""In a graph of so many nodes a name that is not there is held against the others."""


def read_nodes(
    draft: Draft,
    name: str,
    nodes: Mapping[str, Node],
    edges: Iterable[Edge],
    inside: str,
    *,
    before: tuple[str, str] = ("", ""),
) -> None:
    """Add the records that a graph stands for; what does not fit is said.

    Args:
        draft: The map in the making.
        name: The name of the format, under which records keep what only it knows.
        nodes: The nodes by their keys, in order.
        edges: The links between them; those that touch a node without a record are for the format to keep.
        inside: Where in a node the mark stands, for messages.
        before: What stands before the places of nodes, and of links.
    """
    known = list(nodes) if len(nodes) <= _LISTED else []

    def dangling(edge: Edge, key: str) -> None:
        draft.dangling(f"{before[1]}{edge.place}", "This link", key, known)

    reading = _Reading(draft, name, nodes, links(nodes, edges, dangling), inside, before[0])
    reading.add_claims()
    reading.add_arguments()
    reading.add_relations()


def read_sections(draft: Draft, given: object, place: str) -> None:
    """Add the sections that a file carried; what is wrong with them is said, and left out."""
    if given is None:
        return
    if not isinstance(given, list):
        draft.fault(place, "bad-carried", "What argmap left here is a list of sections; it is left out.")
        return
    ids: set[str | None] = set()
    for number, each in enumerate(given):
        path = f"{place}[{number}]"
        found = restored(Section, each, draft, path) if each else {}
        if not isinstance(each, dict):
            continue
        key = each.get("id")
        if not isinstance(key, str) or not key or not found.get("title"):
            draft.fault(path, "bad-carried", "A section that argmap left here has an id and a title; it is left out.")
            continue
        parent = found.pop("parent", None)
        found["level"] = max(1, found.get("level", 1))
        ids.add(draft.section(found.pop("title"), key=key, parent=parent if parent in ids else None, **found))


class _Data(Sharing):
    """Has the data of a record."""


class _Own(Sharing):
    """Has what only the format knows of a record."""


class _Link(Sharing):
    """Has what only the format knows of a link."""


class _Reading:
    """One graph while it becomes a map."""

    def __init__(
        self, draft: Draft, name: str, nodes: Mapping[str, Node], found: Links, inside: str, before: str
    ) -> None:
        self.draft = draft
        self.before = before
        self.inside = inside
        self.name = name
        self.nodes = nodes
        self.links = found
        self.roles, self.kinds = roles(nodes, found)
        # For each node that is an inference: the argument, and which of its steps.
        self.owners: dict[str, tuple[str, int | None]] = {}

    # -- records -----------------------------------------------------------------------------------------------

    def _place(self, node: Node) -> str:
        return f"{self.before}{node.place}.{self.inside}"

    def add_claims(self) -> None:
        draft = self.draft
        for node in self.nodes.values():
            if node.sort is Sort.CLAIM:
                if not node.mark and node.is_plain:
                    draft.plain_claim(node.key, draft.words(node.text), node.data)
                elif not node.mark:
                    draft.claim(node.key, node.text, data=node.data)
                elif not is_sketch(node):
                    self._add(Claim, node, self._with(node, {}))

    def add_arguments(self) -> None:
        nodes, found = self.nodes, self.links
        further: dict[str, list[Node]] = {}
        for key, role in self.roles.items():
            if role is Role.STEP:
                further.setdefault(nodes[key].mark["of"], []).append(nodes[key])
        for key, node in nodes.items():
            becomes = self.roles.get(key)
            if node.sort is Sort.CLAIM:
                if node.mark and is_sketch(node):
                    self._add(Argument, node, self._with(node, {}))
            elif becomes is Role.ARGUMENT:
                self._add_reconstructed(node, further.get(key, []))
            elif becomes is Role.SKETCH:
                is_rebuttal = node.sort is Sort.CONFLICT and len(self._acts(node)) == 1
                is_rebuttal = is_rebuttal and any(nodes[edge.source].sort is Sort.CLAIM for edge in found.to(key))
                known = {} if is_rebuttal and not node.mark.get("kept") else {"node": node.sort.name.lower()}
                self.owners[key] = self._add(Argument, node, self._with(node, known)), None

    def _acts(self, node: Node) -> list[Edge]:
        """Return the links that leave a node, but for those that a relation of its own stands for."""
        return [edge for edge in self.links.of(node.key) if not self._is_marked_relation(edge.target)]

    def _is_marked_relation(self, key: str) -> bool:
        return self.roles.get(key) in (Role.RELATION, Role.MIRROR)

    def _add_reconstructed(self, node: Node, further: list[Node]) -> None:
        further.sort(key=lambda each: number if isinstance(number := each.mark.get("number"), int) else 0)
        steps: list[Step] = []
        for each in [*further, node]:
            steps.append(self._step(each, steps[-1].conclusion if steps else None, is_last=each is node))
        name = self._add(Argument, node, self._with(node, self._known(node)), tuple(steps))
        for number, each in enumerate([*further, node]):
            self.owners[each.key] = name, number
            # Nothing asks for these any more; this makes room.
            each.data = NOTHING
            self.links.ins.pop(each.key, None)
            del self.links.outs[each.key]

    def _step(self, node: Node, before: str | None, *, is_last: bool) -> Step:
        draft, nodes = self.draft, self.nodes
        named = [draft.id_of(edge.source) for edge in self.links.to(node.key) if nodes[edge.source].sort is Sort.CLAIM]
        premises = [name for name in named if name is not None]
        conclusion = draft.id_of(self.links.of(node.key)[0].target) or ""
        if not node.mark:
            return Step(tuple(premises), conclusion)
        if node.mark.get("implied") is True and before in premises:
            premises.remove(before)
        left = restored(Step, node.mark.get("step") if is_last else node.mark, draft, self._place(node))
        data = left.get("data", {})
        if not is_last:
            data = {**data, **self._with(node, self._known(node))}
        return Step(tuple(premises), conclusion, left.get("rules", ()), draft.clean(data, node.key))

    def _add(
        self, kind: type[Claim | Argument], node: Node, data: Mapping[str, Any], steps: tuple[Step, ...] = ()
    ) -> str:
        draft = self.draft
        if not node.mark:
            return draft.argument(node.key, node.text, steps=steps, data=data, is_plain=node.is_plain)
        place = self._place(node)
        given = restored(kind, node.mark, draft, place)
        given.pop("steps", None)
        section = given.get("section")
        if section is not None and not draft.has_section(section):
            del given["section"]
            message = f"It says that it stands in the section {section!r}, which is not there; that is left out."
            draft.fault(f"{place}.section", "bad-carried", message)
        carried = given.pop("text", "")
        text = draft.words(node.text) or carried
        if any(not 0 <= mark.start < mark.end <= len(text) for mark in given.get("ranges", ())):
            del given["ranges"]
        left = given.pop("data", None)
        if left:
            data = {**left, **data}
        if kind is Claim:
            return draft.claim(node.key, text, data=data, **given)
        return draft.argument(node.key, text, steps=steps, data=data, **given)

    # -- links -------------------------------------------------------------------------------------------------

    def _with(self, node: Node, known: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the data of a node with what is known of its links."""
        left = node.mark.get("own")
        if isinstance(left, dict):
            known = {**left, **known}
        return self._own({**own(node.data, self.name), **known}, node.data) if known else node.data

    def _own(self, known: Mapping[str, Any], data: Mapping[str, Any] = NOTHING) -> Mapping[str, Any]:
        """Return data with what only the format knows."""
        if not known:
            return data
        made, held = _Data().__dict__, _Own().__dict__
        for word, each in known.items():  # one by one, so that the table of keys stays shared
            held[word] = each
        for word, each in data.items():
            made[word] = each
        made[self.name] = held
        return made

    def _of_link(self, known: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the data of a relation that is a link by itself."""
        if "edge" not in known:
            return NOTHING
        made, held = _Data().__dict__, _Link().__dict__
        held["edge"] = known["edge"]
        made[self.name] = held
        return made

    def _known(self, node: Node) -> dict[str, Any]:
        """Return what is known of the links of a node, by the ids at their other ends."""
        known: dict[str, Any] = {}
        for word, edges in (("in", self.links.to(node.key)), ("out", self.links.of(node.key))):
            by_end: dict[str, Any] = {}
            for edge in edges:
                end = edge.source if word == "in" else edge.target
                if edge.extra is None or self.nodes[end].sort is not Sort.CLAIM:
                    continue
                name = self.draft.id_of(end) or end
                if name in by_end:
                    why = "The same two are linked twice; a map holds it once."
                    self.draft.lose("what is known of a link", f"{edge.source} −> {edge.target}", why)
                by_end.setdefault(name, edge.extra)
            if by_end:
                known[word] = by_end
        if node.sort is Sort.UNKNOWN:
            known["node"] = "unknown"
        return known

    def _end(self, key: str) -> tuple[str, int | None]:
        """Return the id, and perhaps the step, that a node stands for."""
        return self.owners.get(key) or (self.draft.id_of(key) or "", None)

    def add_relations(self) -> None:
        for edge in self.links.plain:
            known = {} if edge.extra is None else {"edge": edge.extra}
            self._relate(RelationKind.SUPPORT, edge.source, edge.target, self._of_link({"edge": None, **known}))
        for key, role in self.roles.items():
            if role is Role.RELATION:
                self._add_relation(self.nodes[key])
            elif role is Role.SKETCH:
                self._add_links(self.nodes[key])

    def _relate(
        self, kind: RelationKind, source: str, target: str, data: Mapping[str, Any], *, is_plain: bool = False
    ) -> None:
        end, step = self._end(target)
        start = self._end(source)[0]
        step = step if kind is RelationKind.UNDERCUT else None
        self.draft.relation(kind, start, end, step=step, data=data, is_plain=is_plain)

    def _add_relation(self, node: Node) -> None:
        kind = self.kinds[node.key]
        source, target = ends(node, self.links)
        outs = self.links.of(node.key)
        first = outs[0] if node.sort is Sort.DISAGREEMENT else self.links.to(node.key)[0]
        known = {word: edge.extra for word, edge in (("in", first), ("out", outs[-1])) if edge.extra is not None}
        if node.mark.get("made") is not True and node.key != made_name(source, kind.value, target):
            known["id"] = node.key
        data = self._with(node, known)
        if "data" in node.mark:
            left = restored(Relation, {"data": node.mark["data"]}, self.draft, self._place(node))
            data = {**left.get("data", {}), **data}
        self._relate(kind, source, target, data, is_plain=node.is_plain)

    def _add_links(self, node: Node) -> None:
        """Add what supports an argument without steps, and what it acts on."""
        said = node.mark.get("kinds")
        for edge in self.links.to(node.key):
            if self.nodes[edge.source].sort is Sort.CLAIM:
                known = {} if edge.extra is None else {"edge": edge.extra}
                self._relate(RelationKind.SUPPORT, edge.source, node.key, self._of_link(known))
        for edge in self._acts(node):
            kind = RelationKind.SUPPORT
            if node.sort is Sort.CONFLICT or node.sort is Sort.DISAGREEMENT:
                to_claim = self.nodes[edge.target].sort is Sort.CLAIM
                kind = RelationKind.ATTACK if to_claim else RelationKind.UNDERCUT
                other = said.get(edge.target) if isinstance(said, dict) else None
                kind = RelationKind(other) if other in ("attack", "undercut") else kind
            known = {} if edge.extra is None else {"edge": edge.extra}
            self._relate(kind, node.key, edge.target, self._of_link(known))
