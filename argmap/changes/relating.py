"""Which relations of two maps are the same, and which of one took the place of which of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from argmap.model import Relation, RelationKind


class Key(NamedTuple):
    """What makes a relation the one it is; the ends of a symmetric one stand in order. Ids may be translated."""

    kind: RelationKind
    source: str | int
    target: str | int
    step: int | None


def key_of(relation: Relation, name: Callable[[str], str | int]) -> Key:
    """Return the key of a relation, with other ids for its ends."""
    source, target = name(relation.source), name(relation.target)
    if relation.kind.is_symmetric and str(target) < str(source):
        source, target = target, source
    return Key(relation.kind, source, target, relation.step)


def replaced(lost: Iterable[Key], new: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Yield pairs of a relation that is gone and the one in its place; each of them at most once. Linear.

    In its place is another relation between the same two; else one of the same kind from the same one, or to it.

    Args:
        lost: The relations that are gone.
        new: The relations that are new.

    Example:
        >>> from argmap.model import RelationKind as K
        >>> old, other = Key(K.SUPPORT, "A", "B", None), Key(K.SUPPORT, "C", "B", None)
        >>> [pair[1].kind.value for pair in replaced([old, other], [Key(K.ATTACK, "C", "B", None)])]
        ['attack']
    """
    left, right = dict.fromkeys(lost), dict.fromkeys(new)
    ways: tuple[Callable[[Key], Hashable], ...] = (
        lambda key: frozenset((key.source, key.target)) if key.kind.is_symmetric else (key.source, key.target),
        lambda key: frozenset((key.source, key.target)),
        lambda key: (key.kind, key.source),
        lambda key: (key.kind, "to", key.target),
    )
    for way in ways:
        waiting: dict[Hashable, list[Key]] = {}
        for key in reversed(right):
            waiting.setdefault(way(key), []).append(key)
        for key in list(left):
            others = waiting.get(way(key))
            if others:
                other = others.pop()
                del left[key], right[other]
                yield key, other
