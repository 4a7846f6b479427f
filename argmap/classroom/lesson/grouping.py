"""Pupils put into groups, whatever their number."""

from __future__ import annotations


def groups_of(pupils: int, size: int) -> tuple[int, ...]:
    """Return how large groups are when so many pupils work in groups of about a size; none differ by more than one.

    Nobody is left alone: of five pupils in pairs, three work together.

    Args:
        pupils: How many there are, at least 1.
        size: How large a group should be.

    Complexity:
        Linear in the number of groups.

    Example:
        >>> groups_of(28, 4), groups_of(6, 4), groups_of(11, 4), groups_of(5, 2), groups_of(1, 4)
        ((4, 4, 4, 4, 4, 4, 4), (3, 3), (4, 4, 3), (3, 2), (1,))
    """
    number = max(1, (2 * pupils + size) // (2 * size))  # halves are rounded up: rather small groups than large ones
    if size > 1:
        number = min(number, max(1, pupils // 2))
    least, more = divmod(pupils, number)
    return (least + 1,) * more + (least,) * (number - more)
