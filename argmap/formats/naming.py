"""What to call the records of a map in messages about a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Argument, Claim, Relation, RelationKind, Section
from argmap.model.naming import bare, id_from_title

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

_DOES = {
    RelationKind.SUPPORT: "supports",
    RelationKind.ATTACK: "attacks",
    RelationKind.UNDERCUT: "undercuts",
    RelationKind.CONTRARY: "is contrary to",
    RelationKind.CONTRADICTORY: "contradicts",
    RelationKind.ENTAILS: "entails",
}

MAP = "the map"
"""The place of what belongs to no record."""


def label(m: ArgumentMap, record: Claim | Argument | Relation | Section | str) -> str:
    """Return how a person finds a record, by its id as Argdown writes it.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> rain, sun = m.claim("It rains", title="Rain"), m.claim("The sun shines")
        >>> label(m, m.relate(sun, "attack", rain)), label(m, m.section("Weather"))
        ('[C1] attacks [Rain]', '# Weather')
    """
    if isinstance(record, Relation):
        step = "" if record.step is None else f" (step {record.step + 1})"
        return f"{label(m, record.source)} {_DOES[record.kind]} {label(m, record.target)}{step}"
    if isinstance(record, Section):
        return f"{'#' * min(record.level, 6)} {record.title}"
    name = record if isinstance(record, str) else record.id
    if name[:1] in "[<" and name[-1:] in "]>":
        return name
    return f"<{name}>" if name in m.arguments else f"[{name}]"


def is_bracketed(name: str, start: str) -> bool:
    """Whether an id stands in the brackets that tell a claim from an argument of the same title, or the other way.

    Args:
        name: The id.
        start: ``C`` for that of a claim, ``A`` for that of an argument.

    Example:
        >>> is_bracketed("[Rain]", "C"), is_bracketed("[Rain]", "A"), is_bracketed("Rain", "C")
        (True, False, False)
    """
    inner = bare(name)
    return inner != name and name[0] == ("[" if start == "C" else "<") and id_from_title(inner) == inner
