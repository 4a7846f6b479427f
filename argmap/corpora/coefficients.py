"""How well annotators agree, in one number: kappa, alpha, F1; where a number has no meaning, a sentence says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable

    Labels = tuple[Hashable | None, ...]
    Units = Mapping[Labels, int] | Iterable[Labels]


@dataclass(frozen=True, slots=True)
class Score:
    """A number, or why there is none.

    Attributes:
        value: The number; None where it is not defined.
        reason: Why it is not defined: a sentence; else empty.

    Example:
        >>> print(Score(0.5), Score(reason="Nobody labelled anything."))
        0.500 Nobody labelled anything.
    """

    value: float | None = None
    reason: str = ""

    def __str__(self) -> str:
        return self.reason if self.value is None else f"{self.value:.3f}"

    def to_data(self) -> dict[str, Any]:
        """Return it for programs."""
        return {"value": self.value, "reason": self.reason or None}


def cohen_kappa(units: Units) -> Score:
    """Return Cohen's kappa: how far two annotators agree beyond what chance does, given how often each uses a label.

    1 is full agreement, 0 what chance alone brings, less than 0 less than that. Of Cohen ("A coefficient of agreement
    for nominal scales", Educational and Psychological Measurement 20, 1960).

    Args:
        units: For each thing that was labelled, the labels of the two, None where one gave none (then the thing does
            not count). Or a mapping from such pairs to how often they occur.

    Complexity:
        Linear in the different pairs.

    Example:
        >>> print(cohen_kappa({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}))
        0.400
    """
    total = same = 0
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, other), number in _counted(units).items():
        if one is None or other is None:
            continue
        total += number
        same += number if one == other else 0
        first[one] += number
        second[other] += number
    by_chance = sum(number * second[label] for label, number in first.items())
    if not total:
        return Score(reason="There is nothing that both labelled.")
    if by_chance == total * total:
        return Score(reason="Both use one and the same label throughout, so that chance alone would agree as well.")
    return Score(float(Fraction(same * total - by_chance, total * total - by_chance)))


def krippendorff_alpha(units: Units) -> Score:
    """Return Krippendorff's alpha for nominal labels: agreement of any number of annotators, some labels missing.

    1 is full agreement, 0 what chance alone brings. Of Krippendorff ("Computing Krippendorff's alpha-reliability",
    University of Pennsylvania, 2011): the disagreement within things against that among all labels that were given to
    things with at least two.

    Args:
        units: For each thing that was labelled, the labels of all annotators, None where one gave none. Or a mapping
            from such tuples to how often they occur.

    Complexity:
        Linear in the labels of the different tuples.

    Example:
        >>> print(krippendorff_alpha([("a", "a", None), ("b", "b", "b"), ("a", "b", "b"), ("c", None, None)]))
        0.533
    """
    used: Counter[Hashable] = Counter()
    observed = Fraction()
    for labels, number in _counted(units).items():
        given = Counter(label for label in labels if label is not None)
        size = given.total()
        if size < 2:  # nobody to disagree with
            continue
        for label, times in given.items():
            used[label] += times * number
        observed += Fraction(number * (size * size - sum(times * times for times in given.values())), size - 1)
    total = used.total()
    if not total:
        return Score(reason="There is nothing that two annotators labelled.")
    expected = total * total - sum(number * number for number in used.values())
    if not expected:
        return Score(reason="One and the same label is used throughout, so that chance alone would agree as well.")
    return Score(float(1 - (total - 1) * observed / expected))


def f1(ours: Collection[Hashable], theirs: Collection[Hashable]) -> Score:
    """Return the F1 of two sets: the harmonic mean of precision and recall, the same whichever is taken for right.

    Example:
        >>> print(f1({1, 2, 3}, {2, 3, 4}))
        0.667
    """
    return f1_of_sizes(len(set(ours) & set(theirs)), len(set(ours)), len(set(theirs)))


def f1_of_sizes(both: int, ours: int, theirs: int) -> Score:
    """Return the F1 of two sets, given the size of what they share, and their own.

    Example:
        >>> f1_of_sizes(2, 3, 3) == f1({1, 2, 3}, {2, 3, 4})
        True
    """
    if not ours + theirs:
        return Score(reason="There are no relations.")
    return Score(2 * both / (ours + theirs))


def mean(scores: Iterable[Score]) -> Score:
    """Return the mean of those scores that are defined; where none is, the reason of the first.

    Example:
        >>> print(mean([Score(0.5), Score(1.0), Score(reason="There are no relations.")]))
        0.750
    """
    every = list(scores)
    values = [each.value for each in every if each.value is not None]
    if values:
        return Score(sum(values) / len(values))
    return every[0] if every else Score(reason="There are no two annotators to compare.")


def _counted(units: Units) -> Mapping[Labels, int]:
    return units if isinstance(units, Mapping) else Counter(units)
