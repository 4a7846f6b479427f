"""Reasons that stand alone: one claim, or one gist, that supports another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.grounding import is_spelt_out
from argmap.model.records import Argument, Claim, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.subject import Subject

Node = Claim | Argument


def single_reasons(subject: Subject) -> Mapping[str, Mapping[str, Relation | Argument]]:
    r"""Return by what each claim or argument is supported alone, by id, and the relation or the argument that says so.

    These are supports by claims and sketches, and arguments of one step with one premise.

    Args:
        subject: What is checked; use ``subject.shared(single_reasons)``.

    Complexity:
        Linear in the map.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: Cars foul the air.\n\n(1) [Noise]\n----\n(2) [Ban]").map
        >>> list(single_reasons(Subject(m))["Ban"])
        ['Air', 'Noise']
    """
    found: dict[str, dict[str, Relation | Argument]] = {}
    for relation in subject.map.relations:
        if relation.kind not in (RelationKind.SUPPORT, RelationKind.ENTAILS) or relation.source == relation.target:
            continue
        if not is_spelt_out(subject.map[relation.source]):
            found.setdefault(relation.target, {})[relation.source] = relation
    for argument in subject.map.arguments:
        if len(argument.steps) == 1 and len(argument.steps[0].premises) == 1:
            step = argument.steps[0]
            if step.premises[0] != step.conclusion:
                found.setdefault(step.conclusion, {}).setdefault(step.premises[0], argument)
    return found
