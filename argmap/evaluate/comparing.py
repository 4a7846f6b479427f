"""The verdicts of several semantics side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.cells import cells
from argmap.evaluate.evaluating import evaluate
from argmap.evaluate.judgement import SIGNS
from argmap.evaluate.verdicts import Verdicts
from argmap.model.status import Status

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

TAUGHT = ("grounded", "ideal", "eager", "preferred", "semi-stable", "stable", "cf2")
"""The semantics that are compared where none is named: from the most careful to the boldest."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdicts of several semantics on one map.

    Attributes:
        verdicts: The verdicts by the name of the semantics.
    """

    verdicts: Mapping[str, Verdicts]

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """For each claim and argument its id, then its sign (``✓ ✗ ?``) by each semantics.

        What a semantics leaves undecided although one of its extensions holds it has the sign ``(✓)``.
        """
        every = list(self.verdicts.values())
        names = list(every[0]) if every else []
        return tuple((name, *(_sign(each, name) for each in every)) for name in names)

    @property
    def disputed(self) -> tuple[str, ...]:
        """The ids on which the semantics differ."""
        return tuple(row[0] for row in self.rows if len(set(row[1:])) > 1)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"comparison": [verdicts.to_data() for verdicts in self.verdicts.values()]}

    def __str__(self) -> str:
        head = ("", *self.verdicts)
        widths = [max(map(cells, column)) for column in zip(head, *self.rows, strict=True)]
        lines = (
            "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in (head, *self.rows)
        )
        return "\n".join(lines)


def compare(m: ArgumentMap, semantics: Iterable[str] = TAUGHT, **options: Any) -> Comparison:
    r"""Return the verdicts of several semantics on a map, side by side: for teaching what they differ in.

    Args:
        m: The map.
        semantics: The names of the semantics.
        **options: As for `evaluate`.

    Raises:
        UnknownNameError: If there is no such semantics, or no such reading of support.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[A]: One.\n  >< [B]: Two.\n\n[C]: Three.\n  - [A]\n  - [B]\n").map
        >>> print(compare(m, ["grounded", "preferred"]))
           grounded  preferred
        A  ?         (✓)
        B  ?         (✓)
        C  ?         ✗
    """
    found = (evaluate(m, name, **options) for name in semantics)
    return Comparison({verdicts.semantics: verdicts for verdicts in found})


def _sign(verdicts: Verdicts, name: str) -> str:
    status = verdicts[name]
    return f"({SIGNS[Status.ACCEPTED]})" if status == "undecided" and name in verdicts.possible else SIGNS[status]
