"""Minutes shared out among the phases of a lesson, to the minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def shared_out(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return whole minutes for each weight, in proportion to it and at least one each, which add up to `minutes`.

    What is left over after rounding down goes to those that lost most by it (the method of the largest remainder);
    of equals, to the one that comes first.

    Args:
        minutes: How many there are, at least as many as weights.
        weights: How long each is to be, in proportion; all above 0.

    Complexity:
        O(n log n) for n weights.

    Example:
        >>> shared_out(45, [5, 10, 20, 5])
        (6, 11, 22, 6)
        >>> shared_out(4, [1, 100, 1])
        (1, 2, 1)
    """
    free = minutes - len(weights)  # after one minute for each
    total = sum(weights)
    # Above its one minute, each weighs what it would have more than one minute in a just share.
    above = [max(weight * minutes - total, 0) for weight in weights]
    whole = sum(above) or 1
    shares = [divmod(each * free, whole) for each in above]
    given = [1 + share for share, _ in shares]
    left = minutes - sum(given)
    order = sorted(range(len(weights)), key=lambda at: (-shares[at][1], at))
    for at in (order * (left // max(len(order), 1) + 1))[:left]:
        given[at] += 1
    return tuple(given)
