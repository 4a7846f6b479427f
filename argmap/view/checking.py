"""Names that a view gives, looked up in the map that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from argmap.model.map import ArgumentMap
    from argmap.model.records import Section
    from argmap.view.view import View

_RECORDS = ("include", "exclude", "around", "fold")


def check_names(m: ArgumentMap, view: View, sections: Mapping[str, Section], origins: Mapping[str, str]) -> None:
    """See that the names in a view are there. Linear, but that an unknown name is compared with all known ones.

    Args:
        m: The map that is drawn.
        view: The view.
        sections: The sections as the view has them.
        origins: For each argument that is a part of another, the id of that one.

    Raises:
        UnknownNameError: If one is not; the message offers the nearest.
    """
    if any(getattr(view, name) for name in _RECORDS) or view.status or view.strength:
        known = {record.id: None for record in m} | dict.fromkeys(origins.values())
        for field in _RECORDS:
            _check("claim or argument", getattr(view, field), known)
        _check("claim or argument", (*view.status, *view.strength), known)
    if view.regroup:
        known = {record.id: None for record in m} | dict.fromkeys(origins.values())
        for frame in view.regroup:
            _check("claim or argument", frame.members, known)
    names = (*view.sections, *view.closed, *view.opened, *view.frames)
    if names:
        titles = dict.fromkeys([*(one.title for one in sections.values()), *sections])
        _check("section", names, titles)
    if view.tags:
        _check("tag", view.tags, dict.fromkeys(m.tags))
    if view.sides:
        _check("side", view.sides, dict.fromkeys(m.sides))


def _check(sort: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            hint = nearest(name, list(known))
            there = "" if hint else f" It has {_listed(list(known))}." if known else f" It has no {sort} at all."
            raise UnknownNameError(f"There is no {sort} {name!r} in this map.{hint}{there}")


def _listed(names: list[str], most: int = 8) -> str:
    more = len(names) - most
    return ", ".join(map(repr, names[:most])) + (f" and {more} more" if more > 0 else "")
