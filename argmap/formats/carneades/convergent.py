"""Arguments that were one convergent argument of a file, and are one again when it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.formats.carneades.words import CARNEADES
from argmap.formats.carrying import carried
from argmap.model import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.model import ArgumentMap, Relation

Against = Mapping[str, "list[Relation]"]
"""What undercuts and attacks each argument with steps, by its id."""


def undercutter_of(argument: Argument, against: Against) -> str | None:
    """Return the statement that undercuts the last step of an argument, if nothing else speaks against it."""
    found = against.get(argument.id, [])
    if len(found) != 1 or found[0].kind is not RelationKind.UNDERCUT or found[0].data:
        return None
    return found[0].source if found[0].step in (None, len(argument.steps) - 1) else None


def convergent(m: ArgumentMap, against: Against, others: Container[str]) -> dict[str, list[Argument]]:
    """Return the arguments that were one convergent argument: those that follow its first part, by the id of that.

    Args:
        m: The map.
        against: What speaks against each argument with steps.
        others: The ids of arguments that something else has to do with; they stay apart.
    """
    parts: dict[str, list[Argument]] = {}
    for argument in m.arguments:
        own = argument.data.get(CARNEADES)
        if isinstance(own, Mapping) and isinstance(own.get("of"), str):
            parts.setdefault(own["of"], []).append(argument)
    found = {}
    for name, following in parts.items():
        first = m.get(name)
        if isinstance(first, Argument) and _belong(first, following, against, others):
            found[name] = following
    return found


def _belong(first: Argument, following: list[Argument], against: Against, others: Container[str]) -> bool:
    """Whether a reader would make these arguments of one."""
    if not _is_simple(first) or first.data.get("scheme") != "convergent":
        return False
    shared = {key: value for key, value in first.data.items() if key != CARNEADES}
    undercutter = undercutter_of(first, against)
    if undercutter is None and first.id in against:
        return False
    return all(
        part.id == f"{first.id} ({number})"
        and _is_simple(part)
        and part.steps[0].conclusion == first.steps[0].conclusion
        and not carried(part, says=("steps", "data"))
        and part.data == {**shared, CARNEADES: {"of": first.id}}
        and part.id not in others
        and undercutter_of(part, against) == undercutter
        and (undercutter is not None or part.id not in against)
        for number, part in enumerate(following, 2)
    )


def _is_simple(argument: Argument) -> bool:
    """Whether an argument has one step with one premise, and nothing else to say about it."""
    if len(argument.steps) != 1:
        return False
    step = argument.steps[0]
    return len(step.premises) == 1 and not step.rules and not step.data
