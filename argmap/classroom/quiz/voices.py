"""Arguments without words of their own: the one claim that speaks for such an argument is what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model import Claim, RelationKind
from argmap.model.map import ArgumentMap

if TYPE_CHECKING:
    from argmap.model import Argument


def voiced(m: ArgumentMap) -> ArgumentMap:
    """Return a map in which claims do themselves what they do by an argument that says nothing.

    `m.rebut("It is dear", thesis)` makes an argument that attacks, without words and steps, and the claim that speaks
    for it. Pupils see a claim that speaks against another one; so are they asked. Arguments that say something, that
    several claims speak for, or that something speaks against stay.

    Args:
        m: The map; it is not changed.

    Complexity:
        Linear in the map.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.rebut("It is dear", m.claim("Buy it"))
        >>> [(relation.source, relation.target) for relation in voiced(m).relations]
        [('C2', 'C1')]
    """
    claims = {argument.id: claim for argument in m.arguments if (claim := _voice(m, argument))}
    if not claims:
        return m
    made = ArgumentMap.from_records(
        title=m.title,
        data=m.data,
        sections=m.sections,
        source=m.source,
        claims=m.claims,
        arguments=[argument for argument in m.arguments if argument.id not in claims],
    )
    made.relate_all(
        replace(relation, source=claims.get(relation.source, relation.source))
        for relation in m.relations
        if relation.target not in claims and claims.get(relation.source) != relation.target
    )
    return made


def _voice(m: ArgumentMap, argument: Argument) -> str:
    """Return the id of the claim that says what an argument has no words for; empty where there is no such claim."""
    if argument.steps or argument.scheme or argument.text.strip() or argument.title not in (None, argument.id):
        return ""
    related = list(m.relations_of(argument))
    into = [relation for relation in related if relation.target == argument.id]
    if len(into) != 1 or into[0].kind is not RelationKind.SUPPORT:
        return ""
    claim = m[into[0].source]
    is_symmetric = any(relation.kind.is_symmetric for relation in related)
    return claim.id if isinstance(claim, Claim) and claim.text.strip() and not is_symmetric else ""
