"""What an evaluation says of every claim and argument of a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.evaluate.judgement import Measure, Statuses
from argmap.model.status import Status

OF_LABEL = {"in": Status.ACCEPTED, "out": Status.REJECTED, "undecided": Status.UNDECIDED}
"""The status for each label."""


@dataclass(frozen=True, slots=True, repr=False)
class Verdicts(Statuses):
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
        audience: Who judged: the name of an audience, or a ranking of values; empty for nobody in particular.

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
    audience: str = field(default="", compare=False)

    @property
    def measure(self) -> Measure:
        """By what they were found."""
        return Measure("semantics", self.semantics, self.support, self.audience)

    def _found(self) -> Mapping[str, Status]:
        return self.statuses

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

    def __repr__(self) -> str:
        return f"<Verdicts ({self.semantics}): {self._counts()}>"
