"""How much each claim and argument of a map has to do with the strength of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from argmap.cells import visible
from argmap.errors import UnknownNameError, nearest, nearest_or_all
from argmap.evaluate.strength.weights import Weights

if TYPE_CHECKING:
    from argmap.evaluate.gradual import Qbaf, Semantics
    from argmap.evaluate.gradual.rows import Positions
    from argmap.evaluate.strength.bipolar import MapGraph
    from argmap.model import Argument, ArgumentMap, Claim

By = Literal["removal", "gradient"]
WAYS: dict[str, str] = {
    "removal": "By how much the strength changes when it is withdrawn: when its strength is 0.",
    "gradient": "How fast the strength changes with its weight.",
}
"""What influence can be measured by, each with what it says."""
_NOTHING = 1e-12
"""Less than this is a rounding error; across circles, ten times the tolerance is."""


@dataclass(frozen=True, slots=True, repr=False)
class Influence(Mapping[str, float]):
    """How much each other claim and argument has to do with the strength of a thesis, the greatest influence first.

    Attributes:
        by_id: The influence of each: positive if the thesis would be (by removal) or is (by gradient) stronger.
        thesis: The id of the thesis.
        strength: Its strength.
        by: ``"removal"`` or ``"gradient"``.
        semantics: The full name of the semantics.
        notes: What a reader may not expect, in sentences.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate works", title="Gate")
        >>> _ = m.relate(m.claim("It leaks", title="Leak"), "attack", gate)
        >>> found = m.influence(gate, "df-quad", by="gradient")
        >>> found["Leak"], found.most
        (-0.5, ('Leak',))
        >>> print(found)
        A little more weight of 'Leak' takes from 'Gate', at a rate of 0.500.
    """

    by_id: Mapping[str, float]
    thesis: str
    strength: float
    by: str = "removal"
    semantics: str = "quadratic energy"
    notes: tuple[str, ...] = field(default=())

    def __getitem__(self, name: str) -> float:
        try:
            return self.by_id[name]
        except (KeyError, TypeError):
            hint = nearest(str(name), list(self.by_id))
            raise UnknownNameError(f"There is no other claim or argument {name!r} in the map.{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    @property
    def most(self) -> tuple[str, ...]:
        """The ids of what has any influence, the greatest first."""
        return tuple(name for name, change in self.by_id.items() if change)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "thesis": self.thesis,
            "strength": self.strength,
            "by": self.by,
            "semantics": self.semantics,
            "influence": dict(self.by_id),
            "notes": list(self.notes),
        }

    def __str__(self) -> str:
        said = [self._sentence(name) for name in self.most]
        idle = len(self) - len(said)
        if not said:
            said.append(f"Nothing has any influence on {_quoted(self.thesis)}.")
        elif idle:
            said.append(f"{idle:,} {'other changes' if idle == 1 else 'others change'} nothing.")
        return "\n".join(said)

    def _sentence(self, name: str) -> str:
        change = self.by_id[name]
        other, thesis = _quoted(name), _quoted(self.thesis)
        if self.by == "gradient":
            return (
                f"A little more weight of {other} {'adds to' if change > 0 else 'takes from'} {thesis}, "
                f"at a rate of {abs(change):.3f}."
            )
        return (
            f"Without {other}, {thesis} would {'rise' if change > 0 else 'fall'} by {abs(change):.3f}, "
            f"from {self.strength:.3f} to {self.strength + change:.3f}."
        )

    def __repr__(self) -> str:
        return f"<Influence on {self.thesis!r} by {self.by}: {len(self.most):,} of {len(self):,} have any>"


def _quoted(name: str) -> str:
    return f"'{visible(name)}'"


def influence(
    m: ArgumentMap,
    thesis: str | Claim | Argument,
    semantics: str | Semantics = "quadratic-energy",
    *,
    by: By = "removal",
    weights: str | Mapping[str, float] = "uniform",
    tolerance: float = 1e-9,
    max_steps: int = 1000,
) -> Influence:
    """Return how much each other claim and argument of a map has to do with the strength of a thesis.

    *By removal*, it is the change of the thesis when something is withdrawn: its strength is 0 and that of all else is
    worked out anew. This is as if it were not in the map, but that an argument falls with its premise, and that the
    counting semantics measures by the same number as before. *By gradient*, it is the derivative of the strength of the
    thesis by the weight of each, which for an argument is that of all its steps together; at a tie, such as two
    premises that are equally weak, it is shared.

    Kampik, Potyka, Yin, Čyras and Toni, "Contribution functions for quantitative bipolar argumentation graphs: a
    principle-based analysis", International Journal of Approximate Reasoning 173, 2024.

    Args:
        m: The map.
        thesis: The claim or argument in question.
        semantics: A gradual semantics.
        by: ``"removal"`` or ``"gradient"``.
        weights: As for `argmap.evaluate.strength.strengths.strengths`.
        tolerance: The greatest residual that counts as converged.
        max_steps: The most steps for what goes in circles.

    Raises:
        UnknownNameError: If the thesis is not in the map, or there is no such semantics, way or kind of weights.
        ModelError: If a number is out of its range.

    Complexity:
        By gradient linear in what acts on the thesis, where nothing goes in circles. By removal quadratic: it is all
        worked out once for each of it, many at a time. Measured on 3,000 claims: 0.4 s without circles, 10 s with one
        that goes through most of them.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate works", title="Gate")
        >>> _ = m.relate(m.claim("It leaks", title="Leak"), "attack", gate)
        >>> influence(m, "Gate", "df-quad")["Leak"]
        0.25
    """
    import numpy as np

    from argmap.evaluate.gradual import named, strengths
    from argmap.evaluate.gradual.sensitivity import sensitivities
    from argmap.evaluate.gradual.withdrawal import strengths_without
    from argmap.evaluate.strength.bipolar import MapGraph

    if not isinstance(by, str) or by not in WAYS:
        hint = nearest_or_all(by, list(WAYS))
        raise UnknownNameError(f"Influence cannot be measured by {by!r}.{hint}")
    record = m.get(thesis)
    name = m[thesis].id if record is None else record.id
    chosen = named(semantics)
    initial = Weights(m, weights)
    made = MapGraph(m, initial)
    scale = chosen.scale(made.graph)
    position = made.ids.index(name)
    cone = _cone(made.graph, position)
    graph = made.graph.renumbered(cone)
    here = int(np.flatnonzero(cone == position)[0])
    solved = strengths(graph, chosen, tolerance=tolerance, max_steps=max_steps, scale=scale)
    notes = [*initial.notes, *solved.notes]
    graph = graph if chosen.counts_supports else graph.without_supports()
    owner = _owners(made, cone)
    changes = np.zeros(len(made.ids))
    if by == "gradient":
        found, is_found = sensitivities(
            graph, chosen, solved.values, here, scale=scale, tolerance=tolerance, max_steps=max_steps
        )
        np.add.at(changes, owner, found)
        if not is_found:
            notes.append("Derivatives across circles were not found. Take by='removal'.")
    else:
        others = np.unique(owner[owner != position])
        without, is_converged = strengths_without(
            graph, chosen, here, owner, others, scale=scale, tolerance=tolerance, max_steps=max_steps
        )
        changes[others] = without - solved.values[here]
        if not is_converged:
            notes.append("Not all strengths in circles settled when something was withdrawn.")
    changes[np.abs(changes) < (_NOTHING if solved.method == "one pass" else 10 * tolerance)] = 0.0
    order = np.argsort(-np.abs(changes).round(12), kind="stable")
    return Influence(
        {made.ids[place]: float(changes[place]) for place in order.tolist() if place != position},
        name,
        float(solved.values[here]),
        by,
        chosen.title,
        tuple(notes),
    )


def _cone(graph: Qbaf, position: int) -> Positions:
    """Return the positions that act on one, directly or not, and itself; in ascending order."""
    import numpy as np

    lists = [(rows.offsets.tolist(), rows.ends.tolist()) for rows in graph.kinds]
    seen = {position}
    waiting = [position]
    while waiting:
        here = waiting.pop()
        for offsets, ends in lists:
            fresh = set(ends[offsets[here] : offsets[here + 1]]) - seen
            seen |= fresh
            waiting += fresh
    return np.array(sorted(seen), np.intp)


def _owners(made: MapGraph, cone: Positions) -> Positions:
    """Return the position of the claim or argument that each of some positions belongs to."""
    import numpy as np

    owners = np.concatenate((np.arange(len(made.ids)), np.array(made.owners, np.intp)))
    return owners[cone]
