"""Verdicts by the structured reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.evaluate.evaluating import verdicts_of
from argmap.evaluate.structured.encoding import encode
from argmap.evaluate.structured.faults import faults
from argmap.evaluate.structured.reading import read_map
from argmap.evaluate.structured.strengths import ordering_named
from argmap.evaluate.structured.theory import Theory
from argmap.memory import collection_paused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.evaluate.verdicts import Verdicts
    from argmap.model import ArgumentMap

_EXACT = ("grounded", "complete", "preferred", "stable", "ideal")
"""The semantics for which the network gives what the arguments would."""


def evaluate(
    of: Theory | ArgumentMap,
    semantics: str = "grounded",
    *,
    ordering: str | None = None,
    lifting: str = "elitist",
    weights: str | Mapping[str, float] = "declared",
    time_limit: float | None = None,
) -> Verdicts:
    """Return which propositions and rules of a theory stand, or which claims and arguments of a map.

    These are the arguments and defeats of ASPIC+ (Modgil and Prakken, Artificial Intelligence 195, 2013), with
    restricted rebut: an argument is attacked on its ordinary premises and assumptions, on the conclusions of its
    defeasible rules, and on these rules themselves.

    A proposition is accepted if every extension of the semantics holds an argument for it, be it another one in each;
    it is rejected if every extension attacks all of them, or there is none; else it is undecided. A rule stands if an
    argument does that ends in it, and an argument of a map if all its steps do.

    Args:
        of: A theory, or a map; `theory_of` says how a map is read.
        semantics: A semantics of abstract argumentation: ``grounded``, ``complete``, ``preferred``, ``stable``
            or ``ideal``.
        ordering: How arguments are compared where one attacks the other: ``last-link`` or ``weakest-link``; by default,
            none is weaker than another.
        lifting: How sets of weights are compared: ``elitist`` (by the least) or ``democratic`` (by the greatest).
        weights: For a map, where weights come from; see `theory_of`. For a theory, they stand in it.
        time_limit: Seconds after which what is not known yet is left undecided; none by default. The grounded semantics
            needs none.

    Raises:
        UnknownNameError: If there is no such semantics, ordering, lifting or kind of weights.
        ArgmapError: If it is another semantics, if there are too many different strengths of arguments, or if
            propositions support each other in a very large circle that the grounded semantics leaves undecided.

    Complexity:
        That of `encode`; it is linear where weights do not count. On the network that comes of it, the grounded
        semantics is linear; the others ask a SAT solver. The arguments of a theory may be exponentially many; they are
        never written down.

    Example:
        >>> from argmap.evaluate.structured import Rule, Theory, evaluate
        >>> theory = Theory(
        ...     axioms=["snores", "professor"],
        ...     rules=[
        ...         Rule(["snores"], "misbehaves", "r1", weight=1),
        ...         Rule(["misbehaves"], "may be removed", "r2", weight=3),
        ...         Rule(["professor"], "may not be removed", "r3", weight=2),
        ...     ],
        ...     contradictories=[("may be removed", "may not be removed")],
        ... )
        >>> evaluate(theory, ordering="last-link")["may be removed"]
        <Status.ACCEPTED: 'accepted'>
        >>> evaluate(theory, ordering="weakest-link")["may be removed"]
        <Status.REJECTED: 'rejected'>
    """
    order = ordering_named(ordering, lifting)
    _refuse_what_is_not_exact(semantics)
    with collection_paused():
        if isinstance(of, Theory):
            theory, wholes = of, {}
        else:
            reading = read_map(of, "uniform" if ordering is None else weights)
            theory = reading.theory
            wholes = {name: steps for name, steps in reading.steps.items() if len(steps) > 1}
        network = encode(theory, order, wholes)
    network.notes += [*theory.notes, *faults(theory)]
    found = verdicts_of(network, semantics, "structured", time_limit)
    if isinstance(of, Theory):
        return found
    statuses = {name: found.statuses[name] for name in of.index().ids}
    return replace(found, statuses=statuses, possible=found.possible & statuses.keys())


def _refuse_what_is_not_exact(semantics: str) -> None:
    if semantics == "grounded":
        return  # and nothing else to import
    from argmap.evaluate.dung.semantics import semantics_named

    name = semantics_named(semantics).name
    if name not in _EXACT:
        raise ArgmapError(
            f"The {name} semantics depends on single arguments, and the structured reading does not write them down. "
            f"Use one of: {', '.join(_EXACT)}."
        )
