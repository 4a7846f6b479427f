"""The inferences of a map, one by one: which claims lead to which, whether they are spelt out or sketched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.graph.uses import given_uses, is_line
from argmap.model.records import Argument, Claim, RelationKind, Step
from argmap.schemes import known as known_scheme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.schemes import Scheme


@dataclass(frozen=True, slots=True)
class Inference:
    """One way from claims to a claim.

    Attributes:
        argument: The argument it belongs to.
        premises: What it starts from, each once: the lines above it back to the last conclusion and that conclusion
            too, or those that ``uses`` on the inference line names by number.
        conclusion: What it ends with.
        step: The step of a reconstructed argument; None for a sketch.
        is_last: Whether it draws the main conclusion.
    """

    argument: Argument
    premises: tuple[Claim, ...]
    conclusion: Claim
    step: Step | None
    is_last: bool

    @property
    def is_worded(self) -> bool:
        """Whether all its claims have a text."""
        return bool(self.premises and self.conclusion.text and all(claim.text for claim in self.premises))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The premises, then the conclusion."""
        return (*self.premises, self.conclusion)


def inferences(subject: Subject) -> tuple[Inference, ...]:
    """Return the inferences of a map: each step of an argument, and each sketch that claims support.

    A sketch that supports several claims makes one inference for each. One that attacks makes none: its conclusion is
    not said. To be called as ``subject.shared(inferences)``. Linear.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.ArgumentMap()
        >>> _ = m.support(["It rains", "Rain wets streets"], m.claim("The street is wet"))
        >>> [[claim.id for claim in each.claims] for each in inferences(Subject(m))]
        [['C2', 'C3', 'C1']]
    """
    m = subject.map
    given: dict[str, list[str]] = {}
    drawn: dict[str, list[str]] = {}
    claims = {claim.id: claim for claim in m.claims}
    for relation in m.relations:
        if relation.kind is RelationKind.SUPPORT:
            if relation.source in claims:
                given.setdefault(relation.target, []).append(relation.source)
            elif relation.target in claims:
                drawn.setdefault(relation.source, []).append(relation.target)
    found = []
    for argument in m.arguments:
        lines: list[str] = []
        last: list[str] = []  # the conclusion of the step before
        for number, step in enumerate(argument.steps, 1):
            lines += step.premises
            names = _used(step, argument, lines, subject) or [*last, *step.premises]
            is_last = number == len(argument.steps)
            found.append(Inference(argument, _claims(names, claims), claims[step.conclusion], step, is_last))
            lines.append(step.conclusion)
            last = [step.conclusion]
        if not argument.steps and argument.id in given:
            premises = _claims(given[argument.id], claims)
            found += [
                Inference(argument, premises, claims[target], None, True)
                for target in dict.fromkeys(drawn.get(argument.id, ()))
            ]
    return tuple(found)


def reasons(subject: Subject) -> frozenset[str]:
    """Return the ids of all that is used as a reason: what speaks for or against something, and premises.

    To be called as ``subject.shared(reasons)``. Linear.
    """
    m = subject.map
    found = {relation.source for relation in m.relations if not relation.kind.is_symmetric}
    for argument in m.arguments:
        found.update(argument.premises)
        if argument.steps:
            found.add(argument.id)
    return frozenset(found)


def schemes_in_use(subject: Subject) -> Mapping[str, Scheme]:
    """Return the scheme of each argument that names one argmap knows, by the id of the argument.

    That is its ``scheme``; where it has none, the first scheme that its last inference line names.

    To be called as ``subject.shared(schemes_in_use)``. Linear.
    """
    found = {}
    for argument in subject.map.arguments:
        name = argument.scheme
        for each in (name,) if name is not None else argument.steps[-1].rules if argument.steps else ():
            scheme = known_scheme(each)
            if scheme is not None:
                found[argument.id] = scheme
                break
    return found


def place_of_step(inference: Inference, subject: Subject) -> Span | None:
    """Return where an inference draws its conclusion: the inference line, else the place of the argument."""
    if inference.step is not None and inference.step.span is not None and subject.source is not None:
        return inference.step.span
    return subject.places.of(inference.argument)


def place_in(inference: Inference, claim: Claim, subject: Subject) -> Span | None:
    """Return where a claim of an inference stands: in its argument, if that is spelt out; else its own place."""
    if inference.step is not None:
        return subject.places.in_argument(inference.argument, claim.id)
    return subject.places.of(claim)


def _used(step: Step, argument: Argument, above: list[str], subject: Subject) -> list[str]:
    """Return the claims that a step says it uses, by the numbers of their lines; none where it says nothing."""
    given = given_uses(step, argument, subject)
    return [above[number - 1] for number in given if is_line(number, len(above))] if isinstance(given, list) else []


def _claims(names: Iterable[str], claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    return tuple(claims[name] for name in dict.fromkeys(names))
