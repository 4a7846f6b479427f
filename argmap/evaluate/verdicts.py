"""What an evaluation says of every claim and argument of a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.errors import UnknownNameError, nearest
from argmap.model.status import Status

SIGNS = {Status.ACCEPTED: "✓", Status.REJECTED: "✗", Status.UNDECIDED: "?"}
"""A sign for each status, for text."""
OF_LABEL = {"in": Status.ACCEPTED, "out": Status.REJECTED, "undecided": Status.UNDECIDED}
"""The status for each label."""


@dataclass(frozen=True, slots=True, repr=False)
class Verdicts(Mapping[str, Status]):
    """Whether each claim and argument of a map stands, by its id, in the order of the map.

    *Accepted* is what every extension of the semantics holds (sceptical acceptance), *rejected* is what every one of
    them attacks, and *undecided* is the rest; the grounded, ideal and eager semantics have one extension only.

    Attributes:
        statuses: The status of each claim and argument.
        semantics: The full name of the semantics.
        support: How support relations were read.
        possible: What at least one extension holds (credulous acceptance); at least what is accepted, where there is an
            extension at all.
        is_complete: Whether everything was found out; a time limit leaves the rest undecided.
        notes: What a reader of the map may not expect, in sentences.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> futile = m.rebut("Bad actors find a way", m.claim("A gate works", title="Gate"), title="Futile")
        >>> verdicts = m.evaluate()
        >>> print(verdicts)
        ✗ Gate
        ✓ C1
        ✓ Futile
        >>> verdicts["Gate"], verdicts.rejected
        (<Status.REJECTED: 'rejected'>, ('Gate',))
    """

    statuses: Mapping[str, Status]
    semantics: str = "grounded"
    support: str = "necessary"
    possible: frozenset[str] = frozenset()
    is_complete: bool = True
    notes: tuple[str, ...] = field(default=())

    def __getitem__(self, name: str) -> Status:
        try:
            return self.statuses[name]
        except (KeyError, TypeError):
            hint = nearest(str(name), list(self.statuses))
            raise UnknownNameError(f"There is no claim or argument {name!r} in the map.{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.statuses)

    def __len__(self) -> int:
        return len(self.statuses)

    def _those(self, status: Status) -> tuple[str, ...]:
        return tuple(name for name, found in self.statuses.items() if found is status)

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

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, as `argmap evaluate --json` prints it."""
        return {
            "semantics": self.semantics,
            "support": self.support,
            "is_complete": self.is_complete,
            "statuses": {name: str(status) for name, status in self.statuses.items()},
            "possible": [name for name in self.statuses if name in self.possible],
            "notes": list(self.notes),
        }

    def __str__(self) -> str:
        return "\n".join(f"{SIGNS[status]} {name}" for name, status in self.statuses.items())

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self._those(status))} {status}" for status in Status)
        return f"<Verdicts ({self.semantics}): {counts}>"
