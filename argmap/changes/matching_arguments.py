"""Which arguments of two maps are the same, once it is known of their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.changes.likeness import LEAST, LEAST_APART
from argmap.changes.pairs import is_named
from argmap.model import RelationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from argmap.changes.likeness import Reading
    from argmap.changes.pairs import Pairs
    from argmap.model import Argument, ArgumentMap, Claim, Relation

_MOST = 50  # arguments with one conclusion that each is compared with


def match_arguments(
    before: ArgumentMap,
    after: ArgumentMap,
    pairs: Pairs,
    may_be: Callable[[Claim | Argument, Claim | Argument], bool],
    reading: Reading,
    *,
    is_cautious: bool,
) -> None:
    """Pair the arguments of two maps. O(n log n).

    Args:
        before: The earlier map.
        after: The later map.
        pairs: The pairs so far, with those of claims; more are added.
        may_be: Whether two with the same name may be the same.
        reading: How sentences are read.
        is_cautious: As for `match`.
    """
    left, right = pairs.of(before.arguments, after.arguments)
    if not left or not right:
        return
    by_id = {argument.id: argument for argument in right}
    for one in left:
        other = by_id.get(one.id)
        if other is not None and is_named(one) and is_named(other) and may_be(one, other):
            pairs.add(one, other)
    of_left = _Likeness(before, dict(pairs.names), "before")
    of_right = _Likeness(after, {name: name for name in pairs.names.values()}, "after")
    for one in left:
        other = by_id.get(one.id)
        if other is not None and _same(one, other, of_left, of_right):
            pairs.add(one, other)
    untitled = [one for one in left if one.title is None], [one for one in right if one.title is None]
    pairs.by_key(*untitled, of_left.of, of_right.of)
    pairs.by_key(left, right, of_left.of_what_it_says, of_right.of_what_it_says)
    _by_conclusion(left, right, pairs)
    pairs.by_likeness(left, right, reading, LEAST_APART if is_cautious else LEAST)


def _same(one: Argument, other: Argument, of_left: _Likeness, of_right: _Likeness) -> bool:
    return one.text == other.text and of_left.of(one) == of_right.of(other) and len(one.steps) == len(other.steps)


def _by_conclusion(left: list[Argument], right: list[Argument], pairs: Pairs) -> None:
    """Pair those that reach the same conclusion from mostly the same premises, most first."""
    waiting: dict[str, list[Argument]] = {}
    for other in right:
        if other.id not in pairs.taken and other.conclusion is not None:
            waiting.setdefault(other.conclusion, []).append(other)
    found: list[tuple[float, int, int, Argument, Argument]] = []
    for place, one in enumerate(left):
        if one.id in pairs.names or one.conclusion is None:
            continue
        premises = {pairs.names.get(premise) for premise in one.premises} - {None}
        for number, other in enumerate(waiting.get(pairs.names.get(one.conclusion, ""), ())[:_MOST]):
            theirs = set(other.premises)
            share = len(premises & theirs) / max(len(premises | theirs), len(set(one.premises)), 1)
            if 2 * share >= 1:
                found.append((-share, place, number, one, other))
    for _, _, _, one, other in sorted(found, key=lambda each: each[:3]):
        pairs.add(one, other)


class _Likeness:
    """What tells an argument without a title from others: its gist, else what it is made of and what it does."""

    def __init__(self, m: ArgumentMap, same: Mapping[str, str], where: str) -> None:
        self._same = same
        self._where = where
        self._untitled = {argument.id for argument in m.arguments if argument.title is None}
        self._deeds: dict[str, list[tuple[RelationKind, str]]] = {}
        self._given: dict[str, list[Relation]] = {}
        for relation in m.relations:
            self._deeds.setdefault(relation.source, []).append((relation.kind, relation.target))
            if relation.kind.is_symmetric:
                self._deeds.setdefault(relation.target, []).append((relation.kind, relation.source))
            self._given.setdefault(relation.target, []).append(relation)

    def of(self, argument: Argument) -> Hashable:
        if argument.text:
            return argument.text
        done = frozenset((kind, self._name(other)) for kind, other in self._deeds.get(argument.id, ()))
        given = [one for one in self._given.get(argument.id, ()) if one.kind is RelationKind.SUPPORT]
        return self._steps(argument), done, frozenset(self._name(one.source) for one in given)

    def of_what_it_says(self, argument: Argument) -> Hashable:
        """Return the same, but None where it says nothing itself."""
        if argument.text:
            return argument.text
        return self._steps(argument) or None

    def _steps(self, argument: Argument) -> Hashable:
        return tuple((tuple(map(self._name, step.premises)), self._name(step.conclusion)) for step in argument.steps)

    def _name(self, item: str) -> Hashable:
        if item in self._untitled:
            return None  # these are being told apart
        # What is in one of the maps alone is like nothing in the other.
        return self._same.get(item, (self._where, item))
