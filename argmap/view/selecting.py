"""Which claims and arguments of a map are drawn: Argdown's selection, and sides and sorts besides.

The rules are those of the official plugins (PreselectionPlugin, StatementSelectionPlugin, ArgumentSelectionPlugin of
`@argdown/core`), which tests hold this against: first what a record says by itself (sections, tags, data), then what
it is tied to among those that are left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.records import Argument, Claim, Relation, Role
from argmap.view.placing import Choice
from argmap.view.view import Statements

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.view.view import View


def choose(
    m: ArgumentMap,
    view: View,
    *,
    lies_in: Mapping[str, str],
    sections: Collection[str] | None,
    origins: Mapping[str, str],
) -> Choice:
    """Return what of `m` the view draws. Linear.

    Args:
        m: The map.
        view: The view; its names are known to be in the map.
        lies_in: The section of each record that lies in one.
        sections: The ids of the sections that are drawn; None for all.
        origins: For each argument that is a part of another, the id of that one.
    """
    sorts = {kind for kind in view.kinds if kind in ("claim", "argument")}
    excluded, included = set(view.exclude), set(view.include)
    sides, tags = set(view.sides), set(view.tags)

    kept_out = {name for name in (*excluded, *origins) if name in excluded or origins.get(name) in excluded}
    if view.is_in_map:
        kept_out.update([record.id for record in m if record.data and record.data.get("isInMap", True) is not True])

    picks = sections is not None or bool(tags or sides)

    def is_wanted(record: Claim | Argument) -> bool:
        section = lies_in.get(record.id)
        if sections is not None and not (view.without_section if section is None else section in sections):
            return False
        if tags and not (tags.intersection(record.tags) if record.tags else view.without_tag):
            return False
        return not sides or (side := side_of(record, m)) is None or side in sides

    def is_kept(record: Claim | Argument) -> bool:
        if record.id in included or origins.get(record.id) in included:
            return True
        return view.is_in_map and record.data.get("isInMap") is True

    arguments = [argument for argument in m.arguments if argument.id not in kept_out]
    claims = [claim for claim in m.claims if claim.id not in kept_out]
    arrows = {argument.id for argument in arguments}
    if picks:
        arguments = [argument for argument in arguments if is_wanted(argument)]
        claims = [claim for claim in claims if is_wanted(claim)]
    if sorts:
        claims = claims if "claim" in sorts else []
        arguments = arguments if "argument" in sorts else []
    if view.statements is None:
        return Choice({claim.id for claim in claims}, {argument.id for argument in arguments}, arrows)
    ties = _Ties(m, {claim.id for claim in claims}, arguments)
    chosen = {claim.id for claim in claims if is_kept(claim) or ties.selects(claim, view.statements, view.disconnected)}
    ties.claims = chosen
    kept = {argument.id for argument in arguments if view.disconnected or is_kept(argument) or ties.ties(argument)}
    return Choice(chosen, kept, arrows, is_strict=True)


def side_of(record: Claim | Argument, m: ArgumentMap) -> str | None:
    """Return the side that puts a record forward: its own, else that which all its premises share."""
    if record.side is not None or isinstance(record, Claim):
        return record.side
    sides = {m[premise].side for premise in record.premises}
    return sides.pop() if len(sides) == 1 else None


class _Ties:
    """What claims and arguments are tied to among those that are left."""

    def __init__(self, m: ArgumentMap, claims: set[str], arguments: list[Argument]) -> None:
        self.m = m
        self.claims = claims
        self.arguments = {argument.id for argument in arguments}
        self.premises: dict[str, int] = {}  # claim -> how many lines of arguments it is a premise on
        self.conclusions: dict[str, int] = {}  # claim -> how many arguments it is the main conclusion of
        self.between: set[str] = set()  # conclusions on the way
        self.known: dict[tuple[str, bool], bool] = {}
        for argument in arguments:
            for index, step in enumerate(argument.steps):
                for premise in step.premises:
                    self.premises[premise] = self.premises.get(premise, 0) + 1
                if index == len(argument.steps) - 1:
                    self.conclusions[step.conclusion] = self.conclusions.get(step.conclusion, 0) + 1
                else:
                    self.between.add(step.conclusion)

    def selects(self, claim: Claim, mode: Statements, disconnected: bool) -> bool:
        """Whether a claim has a box of its own."""
        is_used = claim.id in self.premises or claim.id in self.conclusions
        is_related = any(self._reaches(relation, claim.id) for relation in self.m.relations_of(claim))
        if not (disconnected or is_used or is_related):
            return False
        match mode:
            case Statements.ALL:
                return True
            case Statements.WITH_TITLE:
                return (is_related and not is_used) or claim.title is not None
            case Statements.TOP_LEVEL:
                return (is_related and not is_used) or _is_top_level(claim)
            case Statements.WITH_RELATIONS:
                return is_related
            case Statements.NOT_USED_IN_ARGUMENT:
                return not is_used
            case Statements.WITH_MORE_THAN_ONE_RELATION:
                return is_related and (not is_used or self._partners(claim) > 1)

    def ties(self, argument: Argument) -> bool:
        """Whether an argument is tied to anything."""
        if any(self._reaches(relation, argument.id) for relation in self.m.relations_of(argument)):
            return True
        return any(
            any(self._is_tied(premise, True) for premise in step.premises)
            or (index == len(argument.steps) - 1 and self._is_tied(step.conclusion, False))
            for index, step in enumerate(argument.steps)
        )

    def _is_tied(self, claim: str, is_premise: bool) -> bool:
        """Whether a claim, as a premise or as a main conclusion, ties its argument to anything."""
        key = (claim, is_premise)
        if key not in self.known:
            opposite = self.conclusions if is_premise else self.premises
            self.known[key] = (
                claim in self.claims
                or claim in opposite
                or any(
                    self._reaches(relation, claim)
                    for relation in self.m.relations_of(claim)
                    if relation.kind.is_symmetric or (relation.target if is_premise else relation.source) == claim
                    if relation.kind.is_symmetric or (relation.source if is_premise else relation.target) != claim
                )
            )
        return self.known[key]

    def _reaches(self, relation: Relation, end: str) -> bool:
        """Whether what stands at the other end of a relation is drawn, if only through an argument."""
        is_source = relation.source != end  # the other one is
        other = relation.source if is_source else relation.target
        if other in self.claims or other in self.arguments:
            return True
        if relation.kind.is_symmetric:
            return other in self.premises or other in self.conclusions or other in self.between
        return other in (self.conclusions if is_source else self.premises)

    def _partners(self, claim: Claim) -> int:
        """Count what a claim is related to: arguments, and the lines of arguments through which claims act."""
        count = 0
        for relation in self.m.relations_of(claim):
            is_source = relation.source != claim.id
            other = relation.source if is_source else relation.target
            if other in self.arguments:
                count += 1
            else:
                count += (self.conclusions if is_source else self.premises).get(other, 0)
        return count


def _is_top_level(claim: Claim) -> bool:
    """Whether a claim stands by itself somewhere in the text; one made in Python does."""
    return not claim.occurrences or any(one.role is Role.TOP_LEVEL for one in claim.occurrences)
