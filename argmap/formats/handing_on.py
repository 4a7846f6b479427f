"""Sketched arguments that only hand on what their premises do, as `ArgumentMap.rebut` makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model import RelationKind

if TYPE_CHECKING:
    from argmap.model import Argument, ArgumentMap, Relation


class HandedOn(NamedTuple):
    """What there is to such an argument.

    Attributes:
        premises: The ids of the claims that support it.
        act: The one thing it does.
        others: What else is done to it.
    """

    premises: tuple[str, ...]
    act: Relation
    others: tuple[Relation, ...]


def handed_on(m: ArgumentMap, argument: Argument) -> HandedOn | None:
    """Return what an argument hands on; None if it has words or steps of its own, no premises, or does several things.

    Example:
        >>> from argmap.model import ArgumentMap
        >>> m = ArgumentMap()
        >>> found = handed_on(m, m.rebut(["It is dry", "The sun shines"], m.claim("It rains")))
        >>> found.premises, found.act.target
        (('C2', 'C3'), 'C1')
    """
    if argument.steps or argument.text or argument.wordings:
        return None
    premises: list[str] = []
    acts: list[Relation] = []
    others: list[Relation] = []
    for relation in m.relations_of(argument):
        if relation.source == argument.id:
            acts.append(relation)
        elif relation.kind is RelationKind.SUPPORT and relation.source in m.claims:
            premises.append(relation.source)
        else:
            others.append(relation)
    return HandedOn(tuple(premises), acts[0], tuple(others)) if premises and len(acts) == 1 else None
