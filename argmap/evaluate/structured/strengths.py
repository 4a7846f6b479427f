"""How strong a structured argument is, by the orderings of ASPIC+."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Callable

ORDERINGS = {
    "last-link": "Arguments are compared by their last defeasible rules; those without any, by their premises.",
    "weakest-link": "Arguments are compared by all their defeasible rules, and by all their premises.",
}
"""The orderings of arguments, each with what it says."""
LIFTINGS = {
    "elitist": "A set is weaker than another if its least element is.",
    "democratic": "A set is weaker than another if its greatest element is.",
}
"""How sets of weights are compared, each with what it says."""

Weight = float | None
"""The weight of a set of rules or premises; None for the empty set, which is weaker than none."""
Strength = tuple[Weight, Weight]
"""What of an argument counts in comparisons: a weight of rules, and one of premises."""
NOTHING: Strength = (None, None)
"""The strength of what has neither defeasible rules nor premises that count."""


class Ordering(Protocol):
    """How strengths come about, and which is weaker.

    The strength of an argument has to follow from those of its immediate sub-arguments and its last rule.
    """

    def of_premise(self, weight: float) -> Strength:
        """Return the strength of an ordinary premise or assumption."""

    def of_both(self, first: Strength, second: Strength) -> Strength:
        """Return the strength of two arguments together; commutative, associative and idempotent."""

    def after(self, before: Strength, weight: float) -> Strength:
        """Return the strength of an argument that ends in a defeasible rule."""

    def is_weaker(self, first: Strength, second: Strength) -> bool:
        """Return whether the first is strictly weaker."""

    is_forgetful: bool
    """Whether after a defeasible rule nothing counts that stands before it."""


def ordering_named(name: str | None, lifting: str = "elitist") -> Ordering:
    """Return an ordering.

    In a total order by numbers, a set is weaker by the elitist comparison if its minimum is less, and by the democratic
    one if its maximum is less. A set that is empty is weaker than none, and any other one is weaker than it.

    Args:
        name: ``last-link`` or ``weakest-link``; None if no argument is weaker than another.
        lifting: ``elitist`` or ``democratic``.

    Raises:
        UnknownNameError: If there is no such ordering or comparison of sets.

    Example:
        >>> last_link = ordering_named("last-link")
        >>> after = last_link.after(last_link.of_premise(0.9), 0.3)
        >>> after, last_link.is_weaker(after, last_link.of_premise(0.1))
        ((0.3, None), True)
    """
    if not isinstance(lifting, str) or lifting not in LIFTINGS:
        hint = nearest_or_all(lifting, list(LIFTINGS))
        raise UnknownNameError(f"There is no comparison of sets called {lifting!r}.{hint}")
    if name is None:
        return _None()
    if not isinstance(name, str) or name not in ORDERINGS:
        hint = nearest_or_all(name, list(ORDERINGS))
        raise UnknownNameError(f"There is no ordering of arguments called {name!r}.{hint}")
    union = min if lifting == "elitist" else max
    return _LastLink(union) if name == "last-link" else _WeakestLink(union)


class _None:
    is_forgetful = True

    def of_premise(self, weight: float) -> Strength:  # noqa: ARG002
        return NOTHING

    def of_both(self, first: Strength, second: Strength) -> Strength:  # noqa: ARG002
        return NOTHING

    def after(self, before: Strength, weight: float) -> Strength:  # noqa: ARG002
        return NOTHING

    def is_weaker(self, first: Strength, second: Strength) -> bool:  # noqa: ARG002
        return False


class _ByWeights:
    def __init__(self, union: Callable[[float, float], float]) -> None:
        self._union = union

    def of_premise(self, weight: float) -> Strength:
        return None, weight

    def _joined(self, first: Weight, second: Weight) -> Weight:
        if first is None or second is None:
            return second if first is None else first
        return self._union(first, second)


class _LastLink(_ByWeights):
    """Premises count only while there is no defeasible rule, so that they are forgotten after one."""

    is_forgetful = True

    def of_both(self, first: Strength, second: Strength) -> Strength:
        rules = self._joined(first[0], second[0])
        return (None, self._joined(first[1], second[1])) if rules is None else (rules, None)

    def after(self, before: Strength, weight: float) -> Strength:  # noqa: ARG002
        return weight, None

    def is_weaker(self, first: Strength, second: Strength) -> bool:
        if first[0] is None and second[0] is None:
            return _is_less(first[1], second[1])
        return _is_less(first[0], second[0])


class _WeakestLink(_ByWeights):
    is_forgetful = False

    def of_both(self, first: Strength, second: Strength) -> Strength:
        return self._joined(first[0], second[0]), self._joined(first[1], second[1])

    def after(self, before: Strength, weight: float) -> Strength:
        return self._joined(before[0], weight), before[1]

    def is_weaker(self, first: Strength, second: Strength) -> bool:
        if first[0] is None and second[0] is None:  # both strict
            return _is_less(first[1], second[1])
        if first[1] is None and second[1] is None:  # both firm
            return _is_less(first[0], second[0])
        return _is_less(first[0], second[0]) and _is_less(first[1], second[1])


def _is_less(first: Weight, second: Weight) -> bool:
    return first is not None and (second is None or first < second)
