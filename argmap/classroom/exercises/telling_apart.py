"""Whether empty boxes can be told apart: two that could change places and leave the map the same have no one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.classroom.exercises.boxes import Boxes


def can_be_told_apart(part: Boxes, empty: Collection[str]) -> bool:
    """Return whether every empty box of a part has a place of its own, seen from the boxes that have words.

    Boxes are coloured: each that has words alone, and all empty ones alike; then again and again by the colours around
    them, until nothing changes (colour refinement; Weisfeiler and Leman, "The reduction of a graph to canonical form",
    1968). Two empty boxes of one colour may be able to change places; to be sure, they count as if they were.

    Complexity:
        The number of boxes times the size of the part, at most; parts are small.

    Example:
        >>> import argmap
        >>> from argmap.classroom.exercises.boxes import boxes_of
        >>> part = boxes_of(argmap.datasets.wet_street())
        >>> can_be_told_apart(part, ["Rain"]), can_be_told_apart(part, ["Roofs are dry", "Roofs get wet too"])
        (True, False)
    """
    colours = {box.id: 0 if box.id in empty else place + 1 for place, box in enumerate(part.boxes)}
    while True:
        seen: dict[str, list[tuple[object, ...]]] = {box: [] for box in colours}
        for link in part.links:
            sources = tuple(sorted(colours[box] for box in link.sources))
            over = tuple(sorted(colours[box] for box in link.over))
            whole = (link.kind.value, sources, colours[link.target], over)
            is_symmetric = link.kind.is_symmetric
            if is_symmetric:
                whole = (link.kind.value, tuple(sorted((*sources, colours[link.target]))), 0, over)
            for role, boxes in (("source", link.sources), ("target", (link.target,)), ("over", link.over)):
                for box in boxes:
                    seen[box].append(("end" if is_symmetric else role, *whole))
        keys = {box: (colours[box], tuple(sorted(map(repr, seen[box])))) for box in colours}
        numbers = {key: number for number, key in enumerate(sorted(set(keys.values())))}
        if len(numbers) == len(set(colours.values())):
            return len({colours[box] for box in empty}) == len(set(empty))
        colours = {box: numbers[key] for box, key in keys.items()}


def told_apart(part: Boxes, candidates: Iterable[str], count: int) -> list[str]:
    """Return the first so many candidates that can all be empty at once, and still be told apart."""
    chosen: list[str] = []
    for box in candidates:
        if len(chosen) < count and can_be_told_apart(part, [*chosen, box]):
            chosen.append(box)
    return chosen
