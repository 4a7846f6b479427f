"""Pairs of what is the same in two maps, and the ways to find more of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from argmap.changes.likeness import LEAST, pairs_alike
from argmap.model import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable

    from argmap.changes.likeness import Reading

R = TypeVar("R", Claim, Argument)
_NUMBERED = re.compile(r"[CA]\d+")


def is_named(record: Claim | Argument) -> bool:
    """Whether the id of a record is a name that somebody gave, not just its number.

    Example:
        >>> import argmap
        >>> is_named(argmap.Claim("C1")), is_named(argmap.Claim("Rain")), is_named(argmap.Claim("C1", title="C1"))
        (False, True, True)
    """
    return record.title is not None or _NUMBERED.fullmatch(record.id) is None


class Pairs:
    """The pairs found so far, and the ways to find more."""

    def __init__(self, names: dict[str, str], only: Collection[str] | None) -> None:
        self.names = names
        self.taken = set(names.values())
        self._only = only

    def of(self, before: Iterable[R], after: Iterable[R]) -> tuple[list[R], list[R]]:
        """Return what of both is not paired yet."""
        only = self._only
        left = [one for one in before if one.id not in self.names and (only is None or one.id in only)]
        return left, [one for one in after if one.id not in self.taken]

    def add(self, one: Claim | Argument, other: Claim | Argument) -> None:
        """Pair two, if neither is paired."""
        if one.id not in self.names and other.id not in self.taken:
            self.names[one.id] = other.id
            self.taken.add(other.id)

    def by_key(
        self,
        left: Iterable[R],
        right: Iterable[R],
        key: Callable[[R], Hashable],
        key_right: Callable[[R], Hashable] | None = None,
    ) -> None:
        """Pair those with the same key, in order; None is the key of what is not paired."""
        waiting: dict[Hashable, list[R]] = {}
        for other in right:
            if other.id not in self.taken:
                waiting.setdefault((key_right or key)(other), []).append(other)
        for some in waiting.values():
            some.reverse()  # so that the first is taken first
        for one in left:
            if one.id not in self.names:
                of_one = key(one)
                if of_one is not None and waiting.get(of_one):
                    self.add(one, waiting[of_one].pop())

    def by_likeness(self, left: Iterable[R], right: Iterable[R], reading: Reading, least: float = LEAST) -> None:
        """Pair those whose texts are alike, the most alike first; with more than `LEAST`, no two that have names."""
        some = [one for one in left if one.text and one.id not in self.names]
        others = [one for one in right if one.text and one.id not in self.taken]
        for place, other in pairs_alike([one.text for one in some], [one.text for one in others], reading, least):
            if least <= LEAST or not (is_named(some[place]) and is_named(others[other])):
                self.add(some[place], others[other])
