"""What a judgement finds for each claim and argument of a map, as a mapping by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from argmap.errors import UnknownNameError, nearest
from argmap.model.status import Status

Value = TypeVar("Value")

SIGNS = {Status.ACCEPTED: "✓", Status.REJECTED: "✗", Status.UNDECIDED: "?"}
"""A sign for each status, for text."""


@dataclass(frozen=True, slots=True)
class Measure:
    """By what a judgement was found, for whoever shows it without the call that made it.

    Attributes:
        sort: ``semantics`` or ``standard`` (of proof) for whether things stand, ``gradual`` for how strong they are.
        name: The full name of it.
        support: How support relations were read; empty where that is no question.
        audience: Who judged: the name of an audience, or a ranking of values; empty for nobody in particular.
    """

    sort: str
    name: str
    support: str = ""
    audience: str = ""


class Judgement(Mapping[str, Value], Generic[Value]):
    """What is found for each claim and argument, by its id, in the order of the map; a base class.

    A name that is not there raises `UnknownNameError`, with the nearest one.
    """

    __slots__ = ()

    @property
    def measure(self) -> Measure | None:
        """By what it was found; None where that cannot be said in a few words."""
        return None

    def _found(self) -> Mapping[str, Value]:
        raise NotImplementedError

    def __getitem__(self, name: str) -> Value:
        try:
            return self._found()[name]
        except (KeyError, TypeError):
            hint = nearest(str(name), list(self._found()))
            raise UnknownNameError(f"There is no claim or argument {name!r} in the map.{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._found())

    def __len__(self) -> int:
        return len(self._found())


class Statuses(Judgement[Status]):
    """Whether each claim and argument stands; a base class."""

    __slots__ = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """The ids of what stands."""
        return self._those(Status.ACCEPTED)

    @property
    def rejected(self) -> tuple[str, ...]:
        """The ids of what falls."""
        return self._those(Status.REJECTED)

    @property
    def undecided(self) -> tuple[str, ...]:
        """The ids of what does neither."""
        return self._those(Status.UNDECIDED)

    def _those(self, status: Status) -> tuple[str, ...]:
        return tuple(name for name, found in self.items() if found is status)

    def _counts(self) -> str:
        return ", ".join(f"{len(self._those(status))} {status}" for status in Status)

    def __str__(self) -> str:
        return "\n".join(f"{SIGNS[status]} {name}" for name, status in self.items())
