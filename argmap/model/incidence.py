"""What touches what: for every claim and argument of a map, its relations and the inferences it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.records import Argument, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

Key = tuple[RelationKind, str, str, int | None]
"""What makes two relations the same: kind, source, target, step."""

NONE: dict[str, None] = {}
"""No ids; never changed."""
NO_KEYS: dict[Key, None] = {}
"""No relations; never changed."""


def key_of(relation: Relation) -> Key:
    """Return what makes a relation the same as another one."""
    return relation.kind, relation.source, relation.target, relation.step


class Incidence:
    """The lists of neighbours of a map, kept up to date while it changes.

    Made at the first question that needs them, in time linear in the map; from then on each change costs
    time linear in the record changed. Dicts serve as ordered sets.

    Attributes:
        relations: For an id, the keys of the relations from or to it.
        premise_in: For a claim, the arguments that list it as a premise.
        inferred_in: For a claim, the arguments that infer it, finally or on the way.
        carried_in: For a claim, the arguments that infer it on the way to their main conclusion.
    """

    __slots__ = ("carried_in", "inferred_in", "premise_in", "relations")

    def __init__(self, arguments: Iterable[Argument], relations: Iterable[Relation]) -> None:
        self.relations: dict[str, dict[Key, None]] = {}
        self.premise_in: dict[str, dict[str, None]] = {}
        self.inferred_in: dict[str, dict[str, None]] = {}
        self.carried_in: dict[str, dict[str, None]] = {}
        for argument in arguments:
            self.add_argument(argument)
        for relation in relations:
            self.add_relation(key_of(relation))

    def add_argument(self, argument: Argument) -> None:
        """Take in the steps of an argument."""
        for table, claim in self._places(argument):
            table.setdefault(claim, {})[argument.id] = None

    def drop_argument(self, argument: Argument) -> None:
        """Forget the steps of an argument."""
        for table, claim in self._places(argument):
            table[claim].pop(argument.id, None)

    def add_relation(self, key: Key) -> None:
        """Take in a relation."""
        self.relations.setdefault(key[1], {})[key] = None
        self.relations.setdefault(key[2], {})[key] = None

    def drop_relation(self, key: Key) -> None:
        """Forget a relation."""
        self.relations[key[1]].pop(key, None)
        self.relations[key[2]].pop(key, None)

    def _places(self, argument: Argument) -> Iterable[tuple[dict[str, dict[str, None]], str]]:
        for step in argument.steps:
            for premise in step.premises:
                yield self.premise_in, premise
            yield self.inferred_in, step.conclusion
        for step in argument.steps[:-1]:
            yield self.carried_in, step.conclusion
