"""What the formulas of an argument say of it: valid, invalid, premises inconsistent, premises idle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.check.formulas.countermodel import in_words
from argmap.check.formulas.mapped import formulas_of
from argmap.check.formulas.theory import Budget, Theory
from argmap.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.formulas.formula import Formula
    from argmap.model import ArgumentMap
    from argmap.model.records import Argument


MOST_PARTS = 300
"""How many formulas an argument may have to be judged."""


class Verdict(StrEnum):
    """What became of an argument when its formulas were looked at."""

    VALID = "valid"
    """If its premises are true, so is its conclusion."""
    INVALID = "invalid"
    """Its premises can be true and a conclusion false."""
    INCONSISTENT = "inconsistent"
    """Its premises cannot all be true, so that everything follows from them."""
    UNFORMALISED = "unformalised"
    """Not all of it has formulas, and what has does not decide."""
    UNKNOWN = "unknown"
    """It could not be found out; `Validity.reason` says why."""


@dataclass(frozen=True, slots=True)
class Validity:
    """What the formulas of an argument say of it.

    Attributes:
        verdict: Whether it is valid.
        step: For an invalid argument, which of its steps (from 0) does not follow; else None.
        countermodel: For an invalid argument, a way for things to be with true premises and a false conclusion, in
            words that go between `with` and a comma; None where none was found that is small enough to show.
        inconsistent: For inconsistent premises, the ids of claims that clash; without any of them the others do not.
        idle: For a valid argument, the ids of premises without which the main conclusion follows all the same.
        missing: The ids of premises and conclusions that have no formula, or none that can be read.
        reason: For ``unknown``, why, as the end of a sentence that begins with `because`.
    """

    verdict: Verdict
    step: int | None = None
    countermodel: str | None = None
    inconsistent: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""


def validity(m: ArgumentMap, argument: str | Argument) -> Validity:
    """Return what the formulas of an argument's premises and conclusions say of it.

    A step may use all premises above it, and the conclusions on the way that have formulas.

    Args:
        m: The map.
        argument: An argument or its id.

    Raises:
        UnknownNameError: If there is no such record in the map.
        ModelError: If a claim is given.

    Complexity:
        At worst exponential in the number of different sentences (SAT is NP-complete), with a limit on the effort;
        arguments as people write them take well under a millisecond for each premise.

    Example:
        >>> import argmap
        >>> m = argmap.parse('''
        ... <Wet street>
        ...
        ... (1) If it rains, the street is wet. {formula: "rain -> wet"}
        ... (2) The street is wet. {formula: "wet"}
        ... ----
        ... (3) It rains. {formula: "rain"}
        ... ''').map
        >>> found = validity(m, "Wet street")
        >>> found.verdict.value, found.countermodel
        ('invalid', 'rain false and wet true')
        >>> _ = m.replace("C2", data={"formula": "rain and windy"})
        >>> found = validity(m, "Wet street")
        >>> found.verdict.value, found.idle
        ('valid', ('C1',))
    """
    from argmap.model.records import Argument

    record = m[argument] if isinstance(argument, str) else argument
    if not isinstance(record, Argument):
        raise ModelError(f"{record.id!r} is a claim, and only arguments are valid or invalid. Name an argument.")
    names = dict.fromkeys(name for step in record.steps for name in (*step.premises, step.conclusion))
    return judged(record, formulas_of([m[name] for name in names]).formulas, Budget())


def judged(argument: Argument, formulas: Mapping[str, Formula], budget: Budget) -> Validity:
    """Return what formulas say of an argument.

    Args:
        argument: The argument.
        formulas: The formulas of claims by their ids.
        budget: How much work may be done; it is used up.
    """
    parts = dict.fromkeys(name for step in argument.steps for name in (*step.premises, step.conclusion))
    missing = tuple(name for name in parts if name not in formulas)
    names = [name for name in parts if name in formulas]
    premises = list(dict.fromkeys(name for name in argument.premises if name in formulas))
    if not names or not argument.steps:
        return Validity(Verdict.UNFORMALISED, missing=missing)
    if len(names) > MOST_PARTS:
        return Validity(Verdict.UNKNOWN, missing=missing, reason=f"it has more than {MOST_PARTS} formulas")
    place = {name: at for at, name in enumerate(names)}
    theory = Theory([formulas[name] for name in names], budget)
    together = theory.ask([(place[name], True) for name in premises], model=False)
    if together.can is False:
        return Validity(Verdict.INCONSISTENT, inconsistent=_clash(theory, premises, place), missing=missing)
    reason = together.why
    above: dict[str, None] = {}
    for number, step in enumerate(argument.steps):
        above.update(dict.fromkeys(step.premises))
        if step.conclusion in place and all(name in place for name in above):
            counter = theory.ask([*((place[name], True) for name in above), (place[step.conclusion], False)])
            if counter.can:
                words = None if counter.model is None else in_words(counter.model)
                return Validity(Verdict.INVALID, step=number, countermodel=words, missing=missing)
            reason = reason or counter.why
        if step.conclusion in place:
            above[step.conclusion] = None
    main = argument.steps[-1].conclusion
    if main not in place:
        return Validity(Verdict.UNFORMALISED, missing=missing)
    whole = [*((place[name], True) for name in premises), (place[main], False)]
    counter = theory.ask(whole, model=False)
    if counter.can:  # only what has no formula could bridge the gap
        return Validity(Verdict.UNFORMALISED, missing=missing)
    if reason or counter.can is None:
        return Validity(Verdict.UNKNOWN, missing=missing, reason=reason or counter.why)
    return Validity(Verdict.VALID, idle=_idle(theory, whole, premises), missing=missing)


def _clash(theory: Theory, premises: list[str], place: Mapping[str, int]) -> tuple[str, ...]:
    """Return premises that cannot all be true, though all but any one can; the first ones of the argument.

    Each is left out in turn, from the last, for good if the others clash all the same (deletion, Chinneck 1991).
    """
    kept = list(premises)
    for name in reversed(premises):
        rest = [each for each in kept if each != name]
        if theory.ask([(place[each], True) for each in rest], model=False).can is False:
            kept = rest
    return tuple(kept)


def _idle(theory: Theory, whole: list[tuple[int, bool]], premises: list[str]) -> tuple[str, ...]:
    return tuple(
        name
        for at, name in enumerate(premises)
        if theory.ask([each for number, each in enumerate(whole) if number != at], model=False).can is False
    )
