"""Claims that exclude each other, as issues of Carneades: each statement is a position of at most one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.formats.carneades.words import standard_from, standard_to
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.model import ArgumentMap, Relation

MOST_POSITIONS = 100
"""Of how many positions of an issue each excludes each other."""


class Issues:
    """The issues of a file in the making.

    Attributes:
        entries: The issues, by name.
        added: The names of those that no file had before.
        left: Issues of the file that the map came from, as they were, where the map does not hold them any more.
    """

    def __init__(self, kept: Mapping[str, Any], m: ArgumentMap, statements: Container[str]) -> None:
        self.entries: dict[str, dict[str, Any]] = {}
        self.added: list[str] = []
        self.left: dict[str, Any] = {}
        self._map = m
        self._of: dict[str, str] = {}  # the issue of each statement
        self._own: dict[str, list[str]] = {}  # the positions of each issue that are in the map
        self._contrary = {_pair(each) for each in m.relations if each.kind is RelationKind.CONTRARY}
        self._contradictory = {_pair(each) for each in m.relations if each.kind is RelationKind.CONTRADICTORY}
        self._opposites: dict[str, list[str]] = {}
        self._number = 0
        for name, issue in kept.items():
            self._keep(name, issue, statements)

    def _keep(self, name: str, issue: object, statements: Container[str]) -> None:
        positions = issue.get("positions", []) if isinstance(issue, Mapping) else None
        if (
            not isinstance(issue, Mapping)
            or not isinstance(positions, list)
            or not all(isinstance(each, str) and each in statements and each not in self._of for each in positions)
            or not len(set(positions)) == len(positions) <= MOST_POSITIONS
            or not all(frozenset(pair) in self._contrary for pair in combinations(positions, 2))
            or not self._agree(positions, issue.get("standard"))
        ):
            self.left[name] = issue
            return
        self.entries[name] = {key: list(value) if key == "positions" else value for key, value in issue.items()}
        self._own[name] = list(positions)
        self._of |= dict.fromkeys(positions, name)

    def _agree(self, positions: list[str], standard: object) -> bool:
        """Whether the positions have the standard of their issue."""
        name = standard_from(standard)
        claims = [self._map[each] for each in positions if each in self._map.claims]
        return name is None or all(standard_to(claim.data.get("standard")) == standard_to(name) for claim in claims)

    def exclude(self, relation: Relation) -> str | None:
        """Put two claims that exclude each other into one issue; return its name, None if Carneades cannot say it."""
        first, second = relation.source, relation.target
        if first == second:
            return None
        one, other = self._of.get(first), self._of.get(second)
        if one is None and other is None:
            one = self._new()
            self._join(one, first)
            self._join(one, second)
            return one
        if one is not None and other is not None:
            return one if one == other else None
        name, newcomer = (one, second) if one is not None else (other, first)
        assert name is not None
        there = self._own[name]
        if name not in self.added or len(there) >= MOST_POSITIONS:
            return None
        if not all(
            (pair := frozenset((each, newcomer))) in self._contrary or pair in self._contradictory for each in there
        ):
            return None
        self._join(name, newcomer)
        return name

    def is_plain(self, relation: Relation) -> bool:
        """Whether two positions of an issue say all about a relation."""
        is_contrary = relation.kind is RelationKind.CONTRARY and _pair(relation) not in self._contradictory
        return is_contrary and not relation.data

    def oppose(self, name: str, opposite: str) -> None:
        """Make an added statement that speaks against another one a position beside it."""
        issue = self._of.get(name)
        if issue is None:
            issue = self._new()
            self._join(issue, name)
        self._opposites.setdefault(issue, []).append(opposite)

    def finish(self) -> dict[str, str]:
        """Give each added issue the standard that its positions share; return the standard of each statement."""
        found = {}
        for name, entry in self.entries.items():
            if name in self._opposites:
                entry["positions"] = [*self._own[name], *self._opposites[name]]
            if name in self.added:
                claims = [self._map[each] for each in self._own[name] if each in self._map.claims]
                letters = {standard_to(claim.data.get("standard")) for claim in claims}
                shared = letters.pop() if len(letters) == 1 else None
                if shared is not None:
                    entry["standard"] = shared
            standard = standard_from(entry.get("standard"))
            if standard is not None:
                found.update(dict.fromkeys(self._own[name], standard))
        return found

    def _new(self) -> str:
        while True:
            self._number += 1
            name = f"i{self._number}"
            if name not in self.entries and name not in self.left:
                break
        self.added.append(name)
        self.entries[name] = {"positions": []}
        self._own[name] = []
        return name

    def _join(self, name: str, position: str) -> None:
        self.entries[name]["positions"].append(position)
        self._own[name].append(position)
        self._of[position] = name


def _pair(relation: Relation) -> frozenset[str]:
    return frozenset((relation.source, relation.target))
