"""How strong claims and arguments of a map are, as numbers from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.cells import visible
from argmap.evaluate.judgement import Judgement, Measure
from argmap.evaluate.strength.weights import Weights

if TYPE_CHECKING:
    from argmap.evaluate.gradual import Semantics
    from argmap.evaluate.gradual.solving import Method
    from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True, repr=False)
class Strengths(Judgement[float]):
    """How strong each claim and argument of a map is, from 0 to 1, by its id, in the order of the map.

    Attributes:
        by_id: The strength of each.
        weights: Its weight: how strong it was before anything acted on it.
        semantics: The full name of the semantics.
        iterations: How often what goes in circles was gone over; 1 if nothing does.
        is_converged: Whether the strengths are those that the semantics asks for.
        residual: By how much a strength differs at most from what the semantics makes of the others.
        method: How they were found: ``"one pass"``, ``"discrete"``, ``"damped"`` or ``"continuous"``.
        notes: What a reader of the map may not expect, in sentences.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate works", title="Gate")
        >>> leak = m.claim("It leaks", title="Leak")
        >>> close = m.claim("Close it", title="Close")
        >>> safety = m.support([gate, "Safety is needed"], close, title="Safety")
        >>> _ = m.relate(leak, "attack", gate)
        >>> print(m.strengths("df-quad"))
        strength  weight
           0.250   0.500  Gate
           0.500   0.500  Leak
           0.625   0.500  Close
           0.500   0.500  C1
           0.250   1.000  Safety
    """

    by_id: Mapping[str, float]
    weights: Mapping[str, float] = field(default_factory=dict)
    semantics: str = "quadratic energy"
    iterations: int = 1
    is_converged: bool = True
    residual: float = 0.0
    method: str = "one pass"
    notes: tuple[str, ...] = ()

    @property
    def measure(self) -> Measure:
        """By what they were found."""
        return Measure("gradual", self.semantics)

    def _found(self) -> Mapping[str, float]:
        return self.by_id

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "semantics": self.semantics,
            "method": self.method,
            "iterations": self.iterations,
            "is_converged": self.is_converged,
            "residual": self.residual,
            "strengths": dict(self.by_id),
            "weights": dict(self.weights),
            "notes": list(self.notes),
        }

    def __str__(self) -> str:
        lines = ["strength  weight"]
        for name, strength in self.by_id.items():
            weight = f"{self.weights[name]:.3f}" if name in self.weights else ""
            lines.append(f"{strength:>8.3f}  {weight:>6}  {visible(name)}")
        return "\n".join(lines)

    def __repr__(self) -> str:
        count = "1 claim or argument" if len(self) == 1 else f"{len(self):,} claims and arguments"
        return f"<Strengths ({self.semantics}): {count}{'' if self.is_converged else ', not converged'}>"


def strengths(
    m: ArgumentMap,
    semantics: str | Semantics = "quadratic-energy",
    *,
    weights: str | Mapping[str, float] = "uniform",
    method: Method = "auto",
    tolerance: float = 1e-9,
    max_steps: int = 1000,
    damping: float = 0.0,
) -> Strengths:
    """Return how strong each claim and argument of a map is.

    `MapGraph` says what attacks, supports and needs what; `argmap.evaluate.gradual` how strengths are computed.

    Args:
        m: The map.
        semantics: A gradual semantics: ``quadratic-energy``, ``df-quad``, ``euler``, ``h-categoriser``, ``max-based``,
            ``card-based``, ``counting`` or ``social``.
        weights: Where the strengths to begin with come from: ``"uniform"``, ``"declared"``, ``"votes"``, ``"sources"``,
            or numbers from 0 to 1 by id. What cannot be used is noted.
        method: ``"auto"``, ``"discrete"`` or ``"continuous"``.
        tolerance: The greatest residual that counts as converged.
        max_steps: The most steps for what goes in circles.
        damping: The share of the old strength that a step keeps to begin with.

    Raises:
        UnknownNameError: If there is no such semantics or kind of weights.
        ModelError: If the method is none, or a number is out of its range.

    Complexity:
        Linear in the map, after a sort of its relations, where nothing goes in circles; where something does, linear
        for each step.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate works", title="Gate", data={"weight": 0.8})
        >>> _ = m.relate(m.claim("It leaks"), "attack", gate)
        >>> strengths(m, "df-quad", weights="declared")["Gate"]
        0.4
    """
    from argmap.evaluate.gradual import named
    from argmap.evaluate.gradual import strengths as solve
    from argmap.evaluate.strength.bipolar import MapGraph

    chosen = named(semantics)
    initial = Weights(m, weights)
    made = MapGraph(m, initial)
    solved = solve(made.graph, chosen, method=method, tolerance=tolerance, max_steps=max_steps, damping=damping)
    count = len(made.ids)
    return Strengths(
        dict(zip(made.ids, solved.values.tolist(), strict=False)),
        dict(zip(made.ids, made.graph.weights[:count].tolist(), strict=True)),
        chosen.title,
        solved.iterations,
        solved.is_converged,
        solved.residual,
        solved.method,
        (*initial.notes, *solved.notes),
    )
