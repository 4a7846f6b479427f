"""`Labelling`: what an extension makes of every argument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.evaluate.dung.framework import Framework

Label = Literal["in", "out", "undecided"]


class Labelling(Mapping[str, Label]):
    """What an extension makes of every argument: in, out, or undecided.

    A member is in, what a member attacks is out, and the rest is undecided (Caminada, "On the issue of reinstatement
    in argumentation", JELIA 2006).

    Attributes:
        accepted: The arguments that are in, in the order of the framework.
        rejected: Those that are out.
        undecided: The others.

    Example:
        >>> import argmap
        >>> weather = argmap.Framework(["rain", "sun", "forecast"], [("sun", "rain"), ("forecast", "sun")])
        >>> dict(weather.labelling(["forecast", "rain"]))
        {'rain': 'in', 'sun': 'out', 'forecast': 'in'}
    """

    __slots__ = ("_labels", "accepted", "rejected", "undecided")

    def __init__(self, labels: dict[str, Label]) -> None:
        self._labels = labels
        self.accepted = tuple(name for name, label in labels.items() if label == "in")
        self.rejected = tuple(name for name, label in labels.items() if label == "out")
        self.undecided = tuple(name for name, label in labels.items() if label == "undecided")

    def __getitem__(self, argument: str) -> Label:
        return self._labels[argument]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)

    def __hash__(self) -> int:
        return hash(frozenset(self._labels.items()))

    def __repr__(self) -> str:
        return f"Labelling({self._labels!r})"


def labelling(framework: Framework, extension: Iterable[str]) -> Labelling:
    """Return what a set of arguments makes of every argument."""
    accepted = {framework.position(name) for name in extension}
    labels: list[Label] = ["undecided"] * len(framework)
    for position in accepted:
        for attacked in framework.attacked_by.of(position).tolist():
            labels[attacked] = "out"
    for position in accepted:
        labels[position] = "in"
    return Labelling(dict(zip(framework.arguments, labels, strict=True)))
