"""Which claim of an argument plays which premise of its scheme: decided in the data, or proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argmap.check.data_values import entries
from argmap.check.graph.inferences import inferences
from argmap.errors import ModelError, UnknownNameError, nearest_or_all
from argmap.schemes import known, premise_hints

if TYPE_CHECKING:
    from argmap.check.subject import Subject
    from argmap.model.records import Claim
    from argmap.schemes import Scheme


class How(StrEnum):
    """How it is known which premise of a scheme a claim plays."""

    DECIDED = "decided"
    """Somebody wrote it down, under ``roles`` in the data of the argument."""
    LIKENESS = "likeness"
    """The words of the claim hint at it."""
    ORDER = "order"
    """The claim and the premise are the next that are left."""
    MISSING = "missing"
    """Nothing plays it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A premise of a scheme, and what plays it in an argument.

    Attributes:
        number: Its number in the scheme, from 1.
        premise: The premise as the scheme has it.
        claims: The ids of the claims that play it.
        unsaid: The sentences under ``implicit`` in the data of the argument that play it: premises left out on purpose.
        how: How that is known.
    """

    number: int
    premise: str
    claims: tuple[str, ...]
    unsaid: tuple[str, ...]
    how: How

    @property
    def is_missing(self) -> bool:
        """Whether nothing plays it."""
        return self.how is How.MISSING


def candidates(subject: Subject, argument: str, scheme: Scheme) -> tuple[Claim, ...]:
    """Return the claims that may play a premise: those of the step that names the scheme, else all of the argument."""
    m = subject.map
    for each in subject.shared(inferences) if m[argument].steps else ():  # type: ignore[union-attr]  # as above
        if each.argument.id == argument and each.step is not None:
            names = (known(rule) for rule in each.step.rules)
            if any(name is not None and name.id == scheme.id for name in names):
                return each.premises
    return m.premises(argument)


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in (claim.title, claim.text, claim.id) if name and name.split())


def _labels(premises: tuple[Claim, ...]) -> dict[str, str]:
    """Return how each premise is written down, by its id: by title or text, as ids change; by id if that is shared."""
    times = Counter(name for claim in premises for name in set(_names(claim)))
    return {claim.id: next((name for name in _names(claim) if times[name] == 1), claim.id) for claim in premises}


def checked(
    roles: Mapping[str | Claim, int], premises: tuple[Claim, ...], argument: str, scheme: Scheme
) -> dict[str, int]:
    """Return roles as they are written into data."""
    labels = _labels(premises)
    # An id is never hidden by the label of another claim.
    names = {label: name for name, label in labels.items()} | {name: name for name in labels}
    found = {}
    for given, number in roles.items():
        name = given if isinstance(given, str) else given.id
        if name not in names:
            hint = nearest_or_all(name, list(names)) if names else " It has none."
            raise UnknownNameError(f"{name!r} is no premise of the argument {argument!r}.{hint}")
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(scheme.premises):
            listed = " ".join(f"{place}: {each}" for place, each in enumerate(scheme.premises, 1))
            raise ModelError(f"{scheme.name} has no premise {number!r}. It has these: {listed}")
        found[labels[names[name]]] = number
    return found


def _decided(data: Mapping[str, Any], premises: tuple[Claim, ...], scheme: Scheme) -> dict[str, int]:
    """Return the roles that the data of an argument decide; what fits nothing decides nothing."""
    given = data.get("roles")
    if not isinstance(given, Mapping):
        return {}
    names: dict[str, str] = {label: name for name, label in _labels(premises).items()}
    for claim in premises:
        for name in _names(claim):
            names.setdefault(name, claim.id)
    found: dict[str, int] = {}
    for name, number in given.items():
        claim_id = names.get(" ".join(str(name).split()))
        if claim_id is not None and type(number) is int and 1 <= number <= len(scheme.premises):
            found[claim_id] = number
    return {claim.id: found[claim.id] for claim in premises if claim.id in found}


def filled(subject: Subject, argument: str, scheme: Scheme, code: str) -> tuple[tuple[Slot, ...], tuple[str, ...]]:
    """Return the premises of a scheme with what plays each in an argument, and the claims that play none.

    Args:
        subject: The map.
        argument: The id of the argument.
        scheme: Its scheme.
        code: The code of the language of the argument, for words that hint at premises.
    """
    m = subject.map
    premises = candidates(subject, argument, scheme)
    decided = _decided(m[argument].data, premises, scheme)
    left = {claim.id: claim.text for claim in premises if claim.id not in decided}
    # What is left out on purpose is numbered, as no claim has such an id.
    unsaid: dict[str, str] = {f"\n{place}": each for place, each in enumerate(_unsaid(subject, argument))}
    taken = set(decided.values())
    free = [number for number in range(1, len(scheme.premises) + 1) if number not in taken]
    by_words = _by_words(scheme, {**left, **unsaid}, free, code)
    rest = [name for name in (*left, *unsaid) if name not in by_words]
    by_order = dict(zip(rest, (number for number in free if number not in by_words.values()), strict=False))
    slots = []
    for number, premise in enumerate(scheme.premises, 1):
        how, names = How.MISSING, list[str]()
        for way, roles in ((How.ORDER, by_order), (How.LIKENESS, by_words), (How.DECIDED, decided)):
            some = [name for name, role in roles.items() if role == number]
            how, names = (way, some) if some else (how, names)
        claims = tuple(name for name in names if name not in unsaid)
        slots.append(Slot(number, premise, claims, tuple(unsaid[name] for name in names if name in unsaid), how))
    placed = {**decided, **by_words, **by_order}
    return tuple(slots), tuple(claim.id for claim in premises if claim.id not in placed)


def _by_words(scheme: Scheme, texts: Mapping[str, str], free: list[int], code: str) -> dict[str, int]:
    """Return which sentence plays which premise, the strongest hints first, each once."""
    hints = sorted(
        (-weight, place, number, name)
        for place, (name, text) in enumerate(texts.items())
        for number, weight in premise_hints(scheme, text, code).items()
        if number in free
    )
    found: dict[str, int] = {}
    for _, _, number, name in hints:
        if name not in found and number not in found.values():
            found[name] = number
    return found


def _unsaid(subject: Subject, argument: str) -> list[str]:
    record = subject.map[argument]
    steps = getattr(record, "steps", ())
    return [each for data in (record.data, *(step.data for step in steps)) for each in entries(data.get("implicit"))]
