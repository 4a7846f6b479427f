"""What Argdown draws of a map by its default settings: the nodes, the groups and the edges in its JSON.

What is drawn are claims with a title and all arguments, as far as anything ties them to others; where a claim is not
drawn, the arguments that it is a premise or the conclusion of stand for it. A claim without a title that several
arguments use, which a text in Argdown cannot have, is drawn too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown_json.marks import write_ranges
from argmap.model import Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import Argument, ArgumentMap, Relation, Section

_DEPTH = 2
"""How many levels of sections are drawn as groups."""
_WEAKER = {
    RelationKind.CONTRADICTORY: RelationKind.ATTACK,
    RelationKind.CONTRARY: RelationKind.ATTACK,
    RelationKind.ENTAILS: RelationKind.SUPPORT,
}


def drawn(m: ArgumentMap, claims: Mapping[str, str], arguments: Mapping[str, str]) -> dict[str, Any]:
    """Return the nodes and edges.

    Args:
        m: The map.
        claims: The titles of the claims, by id.
        arguments: The titles of the arguments.

    Complexity:
        Linear.
    """
    drawing = _Drawing(m, {**claims, **arguments})
    return {"nodes": drawing.nodes(), "edges": drawing.edges()}


class _Drawing:
    def __init__(self, m: ArgumentMap, titles: Mapping[str, str]) -> None:
        self._m = m
        self._titles = titles
        self._claims = {claim.id for claim in m.claims}
        self._premise_of: dict[str, list[str]] = {}
        self._conclusion_of: dict[str, list[str]] = {}
        self._step_of: dict[str, list[str]] = {}
        may = {record.id for record in m if record.data.get("isInMap") in (None, True)}
        for argument in m.arguments:
            for step in argument.steps if argument.id in may else ():
                for premise in step.premises:
                    _append(self._premise_of, premise, argument.id)
                _append(self._step_of, step.conclusion, argument.id)
            if argument.steps and argument.id in may:
                _append(self._conclusion_of, argument.steps[-1].conclusion, argument.id)
        self._relations: dict[str, list[Relation]] = {}
        for relation in m.relations:
            for name in dict.fromkeys((relation.source, relation.target)):
                self._relations.setdefault(name, []).append(relation)
        self._chosen = may
        self._chosen = {record.id for record in m.claims if record.id in may and self._is_claim_drawn(record)} | {
            record.id for record in m.arguments if record.id in may
        }
        ties = {record.id for record in m.arguments if record.id in may and self._is_argument_drawn(record)}
        self._chosen = {name for name in self._chosen if name in self._claims} | ties
        self._ids = {name: f"n{number}" for number, name in enumerate(r.id for r in m if r.id in self._chosen)}

    # -- what is drawn -------------------------------------------------------------------------------------------

    def _is_there(self, relation: Relation, name: str) -> bool:
        """Whether an end of a relation is drawn, or an argument that stands for it."""
        if name in self._chosen:
            return True
        if name not in self._claims:
            return False
        tables = [self._premise_of if relation.target == name else self._conclusion_of]
        if relation.kind.is_symmetric:
            tables = [self._premise_of, self._step_of]
        return any(each in self._chosen for table in tables for each in table.get(name, ()))

    def _is_tied(self, relation: Relation, name: str) -> bool:
        other = relation.target if relation.source == name else relation.source
        return self._is_there(relation, other)

    def _users(self, name: str) -> dict[str, None]:
        return dict.fromkeys((*self._premise_of.get(name, ()), *self._conclusion_of.get(name, ())))

    def _is_claim_drawn(self, claim: Claim) -> bool:
        if claim.data.get("isInMap") is True:
            return True
        users = self._users(claim.id)
        is_tied = any(self._is_tied(each, claim.id) for each in self._relations.get(claim.id, ()))
        if self._titles[claim.id].startswith("Untitled") and users:
            return len(users) > 1
        return bool(users) or is_tied

    def _is_argument_drawn(self, argument: Argument) -> bool:
        name = argument.id
        if argument.data.get("isInMap") is True:
            return True
        if any(self._is_tied(each, name) for each in self._relations.get(name, ())):
            return True
        if not argument.steps:
            return False
        conclusion = argument.steps[-1].conclusion
        if conclusion in self._chosen or any(each in self._chosen for each in self._premise_of.get(conclusion, ())):
            return True
        for relation in self._relations.get(conclusion, ()):
            if (relation.kind.is_symmetric or relation.target != conclusion) and self._is_tied(relation, conclusion):
                return True
        for premise in argument.premises:
            if premise in self._chosen or any(each in self._chosen for each in self._conclusion_of.get(premise, ())):
                return True
            for relation in self._relations.get(premise, ()):
                if (relation.kind.is_symmetric or relation.source != premise) and self._is_tied(relation, premise):
                    return True
        return False

    # -- nodes ---------------------------------------------------------------------------------------------------

    def nodes(self) -> list[dict[str, Any]]:
        """Return the groups with what lies in them, and the nodes outside of all."""
        sections = {section.id: section for section in self._m.sections}
        deepest = max((section.level for section in sections.values()), default=0)
        group_of: dict[str | None, str | None] = {None: None}
        for section in sections.values():
            way = []
            at: str | None = section.id
            while at not in group_of and at is not None and not _is_group(sections[at], deepest):
                way.append(at)
                at = sections[at].parent
            found = group_of.get(at, at)
            group_of.update(dict.fromkeys(way, found))
            group_of[section.id] = found
        inside: dict[str | None, list[dict[str, Any]]] = {}
        for record in self._m:
            if record.id in self._chosen:
                home = group_of[record.section]
                inside.setdefault(home, []).append(self._node(record))
        outer = {each.id: group_of[each.parent] for each in sections.values() if _is_group(each, deepest)}
        groups: dict[str, dict[str, Any]] = {}
        for name in [name for name in outer if name in inside]:
            here: str | None = name
            while here is not None and here not in groups:
                section = sections[here]
                groups[here] = {
                    "id": here,
                    "title": section.title,
                    "type": "group-map-node",
                    "labelTitle": section.title,
                }
                groups[here]["children"] = inside.get(here, [])
                here = outer[here]
        tops = []
        for name in [name for name in outer if name in groups]:
            above = outer[name]
            if above is None:
                tops.append(groups[name])
            else:
                groups[above]["children"].append(groups[name])
                groups[name]["parent"] = above
        for name, group in groups.items():
            level = 1
            at = outer[name]
            if at is not None and "level" in groups[at]:
                level = groups[at]["level"] + 1
            group["level"] = level
        return tops + inside.get(None, [])

    def _node(self, record: Claim | Argument) -> dict[str, Any]:
        sort = "statement" if isinstance(record, Claim) else "argument"
        title = self._titles[record.id]
        made: dict[str, Any] = {"id": self._ids[record.id], "title": title, "type": f"{sort}-map-node"}
        if not title.startswith("Untitled") or not record.text:
            made["labelTitle"] = title
        if record.text:
            made["labelText"] = record.text
        if record.ranges:
            made["labelTextRanges"] = write_ranges(record.text, record.ranges)
        if record.tags:
            made["tags"] = list(record.tags)
        return made

    # -- edges ---------------------------------------------------------------------------------------------------

    def edges(self) -> list[dict[str, Any]]:
        """Return the edges."""
        found: list[dict[str, Any]] = []
        for kind, source, target, one, other in (*self._from_relations(), *self._from_steps()):
            edge = {"id": f"e{len(found) + 1}", "type": "map-edge", "relationType": kind.value}
            edge |= {"from": self._ids[source], "to": self._ids[target]}
            for word, name in (("fromEquivalenceClass", one), ("toEquivalenceClass", other)):
                if name in self._claims:
                    edge[word] = self._titles[name]
            found.append(edge)
        return found

    def _stand_ins(self, name: str, *, acts: bool) -> list[str]:
        if name in self._chosen:
            return [name]
        table = self._conclusion_of if acts else self._premise_of
        return [each for each in table.get(name, ()) if each in self._chosen]

    def _from_relations(self) -> Iterator[tuple[RelationKind, str, str, str, str]]:
        for relation in self._m.relations:
            pairs = [(relation.source, relation.target)]
            if relation.kind.is_symmetric and not self._chosen.issuperset(pairs[0]):
                pairs.append((relation.target, relation.source))
            for one, other in pairs:
                for source in self._stand_ins(one, acts=True):
                    for target in self._stand_ins(other, acts=False):
                        is_between = source in self._claims and target in self._claims
                        kind = relation.kind if is_between else _WEAKER.get(relation.kind, relation.kind)
                        yield kind, source, target, one, other

    def _from_steps(self) -> Iterator[tuple[RelationKind, str, str, str, str]]:
        support = RelationKind.SUPPORT
        for argument in self._m.arguments:
            if argument.id not in self._chosen or not argument.steps:
                continue
            conclusion = argument.steps[-1].conclusion
            if conclusion in self._chosen:
                yield support, argument.id, conclusion, conclusion, conclusion
                continue
            for other in dict.fromkeys(self._premise_of.get(conclusion, ())):
                if other in self._chosen:
                    yield support, argument.id, other, conclusion, conclusion
        for claim in self._m.claims:
            if claim.id in self._chosen:
                for user in dict.fromkeys(self._premise_of.get(claim.id, ())):
                    if user in self._chosen:
                        yield support, claim.id, user, claim.id, claim.id


def _append(table: dict[str, list[str]], name: str, one: str) -> None:
    table.setdefault(name, []).append(one)


def _is_group(section: Section, deepest: int) -> bool:
    given = section.data.get("isGroup")
    return given if isinstance(given, bool) else section.level >= deepest - _DEPTH + 1
