"""Pupils put into groups, whatever their number."""

from __future__ import annotations


def groups_of(pupils: int, size: int) -> tuple[int, ...]:
    """Return how large groups are when so many pupils work in groups of about a size; none differ by more than one.

    Args:
        pupils: How many there are, at least 1.
        size: How large a group should be.

    Complexity:
        Linear in the number of groups.

    Example:
        >>> groups_of(28, 4), groups_of(6, 4), groups_of(11, 4), groups_of(1, 4)
        ((4, 4, 4, 4, 4, 4, 4), (3, 3), (4, 4, 3), (1,))
    """
    number = max(1, (2 * pupils + size) // (2 * size))  # halves are rounded up: rather small groups than large ones
    least, more = divmod(pupils, number)
    return (least + 1,) * more + (least,) * (number - more)
