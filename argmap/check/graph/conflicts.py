"""What cannot be true together: declared contraries and contradictories, and who speaks for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.words.language import tokens_of
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Relation

CANNOT_BOTH = {RelationKind.CONTRARY: "cannot both be true", RelationKind.CONTRADICTORY: "contradict each other"}
"""The relations between claims of which not both can be true, and how to say so of two."""


def opposites(subject: Subject) -> tuple[Relation, ...]:
    """Return the declared contraries and contradictories between two different claims, in order. Linear."""
    m = subject.map
    return tuple(
        relation for relation in m.relations if relation.kind in CANNOT_BOTH and relation.source != relation.target
    )


def is_indirect(argument: Argument, subject: Subject) -> bool:
    """Return whether an argument says that it assumes what it then shows to be impossible.

    It says so by its scheme or by the name of an inference, such as `Reductio ad absurdum`.
    """
    tongue = subject.language
    if tongue is None:
        return False
    for name in (argument.scheme or "", *(rule for step in argument.steps for rule in step.rules)):
        tokens = tokens_of(name.replace("_", " "))
        if "indirect-proofs" in tongue.hits(tokens):
            return True
    return False
