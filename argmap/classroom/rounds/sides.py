"""Which side of a format each side of a map is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.classroom.rounds.formats import Format
    from argmap.model import ArgumentMap

_FOR = ("affirmative", "pro", "proposition", "government", "for")
_AGAINST = ("negative", "con", "opposition", "against")


def sides_of(m: ArgumentMap, format: Format, given: Mapping[str, str] | None = None) -> dict[str, str]:  # noqa: A002
    """Return the side of a format for sides of a map.

    What is given counts; then names that say it (``for``, ``con``, ``affirmative`` ...); then the order of the map: its
    first side speaks for the motion, its second against it. A third side has no place in a round.

    Args:
        m: The map.
        format: The format.
        given: The side of the format for sides of the map; one will do.

    Raises:
        UnknownNameError: The map, or the format, has no such side; the message offers the nearest.

    Example:
        >>> import argmap
        >>> from argmap.classroom.rounds import format_named
        >>> sides_of(argmap.datasets.open_vs_closed(), format_named("pf"), {"open": "pro"})
        {'open': 'pro', 'closed': 'con'}
    """
    found: dict[str, str] = {}
    for camp, side in (given or {}).items():
        if camp not in m.sides:
            more = "" if m.sides else " Say of its claims which side they are on, as in {side: for}."
            raise UnknownNameError(f"The map has no side {camp!r}.{nearest_or_all(camp, m.sides)}{more}")
        start = side.strip().casefold()
        near = [each for each in format.sides if each.casefold().startswith(start)] if len(start) > 1 else []
        wanted = near[0] if len(near) == 1 else _by_name(side, format)  # "aff" and "neg" are enough
        if wanted is None:
            raise UnknownNameError(f"The format {format.id} has no side {side!r}.{nearest_or_all(side, format.sides)}")
        found[camp] = wanted
    waiting = [camp for camp in m.sides if camp not in found]
    for camp in waiting:
        named = _by_name(camp, format)
        if named is not None and named not in found.values():
            found[camp] = named
    for camp in waiting:
        free = [side for side in format.sides if side not in found.values()]
        if camp not in found and free:
            found[camp] = free[0]
    return found


def other(side: str, format: Format) -> str:  # noqa: A002
    """Return the other side of a format."""
    first, second = format.sides
    return second if side == first else first


def _by_name(name: str, format: Format) -> str | None:  # noqa: A002
    folded = name.strip().casefold()
    if folded in _FOR:
        return format.sides[0]
    return format.sides[1] if folded in _AGAINST else None
