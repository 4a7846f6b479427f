"""Putting the relations of a text where Argdown says they belong, each once.

Claims are numbered from 0 and arguments from -1 downwards, as in `lower`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Span
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Written = tuple[RelationKind, int, int, int | None, Span]
"""A relation as it stands in the text: its kind, source, target, step and place."""
Key = tuple[RelationKind, int, int, int | None]
StepNumbers = tuple[tuple[int, ...], int]
"""The numbers of the premises listed for a step, and of its conclusion."""

_SYMMETRIC = (RelationKind.CONTRADICTORY, RelationKind.CONTRARY)


def settle(
    relations: Iterable[Written], steps_of: Sequence[Sequence[StepNumbers]], *, strict: bool, transform: bool
) -> dict[Key, list[Span]]:
    """Return the relations of a map and where each stands in the text.

    Args:
        relations: The relations as they stand in the text.
        steps_of: The steps of each argument; argument number n is at -n - 1.
        strict: Between claims, supports entail and attacks are contraries.
        transform: An argument that is spelt out acts through its conclusion, and is undercut in its last step.

    Complexity:
        O(n) in the number of relations, and of premises of the arguments that are attacked.
    """
    settled: dict[Key, list[Span]] = {}
    aimed_at_arguments: list[Key] = []
    for kind, source, target, step, span in relations:
        if source < 0 and transform:
            steps = steps_of[-source - 1]
            if steps:
                source = steps[-1][1]
                if source == target and kind is RelationKind.SUPPORT:
                    continue  # `[C] + <A>` with C as the conclusion of A: its steps say so already
        if target < 0:
            steps = steps_of[-target - 1]
            if steps:
                if kind is RelationKind.UNDERCUT:
                    if step is None and transform:
                        step = len(steps) - 1
                elif kind is RelationKind.ATTACK and source >= 0:
                    aimed_at_arguments.append((kind, source, target, step))
        if strict and source >= 0 and target >= 0:
            if kind is RelationKind.SUPPORT:
                kind = RelationKind.ENTAILS
            elif kind is RelationKind.ATTACK:
                kind = RelationKind.CONTRARY
        key = (kind, source, target, step)
        if kind in _SYMMETRIC and key not in settled and (kind, target, source, step) in settled:
            key = (kind, target, source, step)
        spans = settled.get(key)
        if spans is None:
            settled[key] = [span]
        else:
            spans.append(span)
    if aimed_at_arguments:
        _drop_redundant(aimed_at_arguments, settled, steps_of)
    return settled


def _drop_redundant(
    candidates: Iterable[Key], settled: dict[Key, list[Span]], steps_of: Sequence[Sequence[StepNumbers]]
) -> None:
    """An attack on an argument says nothing new where one of its premises is attacked already."""
    against: dict[int, dict[int, Key]] = {}  # for each claim, the claims it speaks against and how
    for key in settled:
        kind, source, target, _ = key
        if source >= 0 and target >= 0 and (kind is RelationKind.ATTACK or kind in _SYMMETRIC):
            against.setdefault(source, {}).setdefault(target, key)
            if kind in _SYMMETRIC:
                against.setdefault(target, {}).setdefault(source, key)
    premises_of: dict[int, set[int]] = {}
    for key in candidates:
        _, source, target, _ = key
        if key not in settled or source not in against:
            continue
        if target not in premises_of:
            premises_of[target] = {premise for step in steps_of[-target - 1] for premise in step[0]}
        common = against[source].keys() & premises_of[target]
        if common:
            settled[against[source][min(common)]].extend(settled.pop(key))
