"""For whom each unit speaks: the proponent of the thesis, or the opponent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.formats.microtexts.graph import Edge

_SIDES = {
    **dict.fromkeys(("pro", "proponent", "for"), "pro"),
    **dict.fromkeys(("opp", "opponent", "con", "contra", "against"), "opp"),
}


def sides_of(given: Mapping[str, object], edges: Iterable[Edge]) -> dict[str, str]:
    """Return the type of each unit: its side, else that of what it supports, or the other one of what it attacks.

    Args:
        given: For each unit its side in the map; None or another word where it says nothing.
        edges: The edges of the graph; where a unit has several, the first counts.
    """
    leads = {edge.source: edge for edge in reversed(list(edges)) if edge.type != "seg"}
    by_id = {edge.id: edge for edge in edges}
    sides = {unit: _SIDES.get(side.casefold(), "") if isinstance(side, str) else "" for unit, side in given.items()}
    for unit in sides:
        way: dict[str, bool] = {}
        here = unit
        while not sides[here] and here in leads and here not in way:
            way[here], here = _next(leads[here], by_id)
        side = sides[here] or "pro"
        for name, is_other in reversed(way.items()):
            if not sides[name]:
                side = ("opp" if side == "pro" else "pro") if is_other else side
                sides[name] = side
        sides[unit] = sides[unit] or side
    return sides


def _next(edge: Edge, by_id: Mapping[str, Edge]) -> tuple[bool, str]:
    """Return whether a unit speaks for the other side than the next one on its way, and which that is.

    What undercuts an edge is against the unit from which that leads; what adds to one does what that does.
    """
    act = by_id[edge.target] if edge.type == "add" else edge
    if act.type == "und":
        return True, by_id[act.target].source
    return act.type == "reb", act.target
