"""How an argument fills in its scheme: which claim plays which premise, what is missing, what is to be asked.

Who decides this writes it into the inline data of the argument: ``roles`` names, for each claim, by its title or else
its text, the premise of the scheme that it plays, counted from 1:

    <Dentist>: Our dentist says so.
      {scheme: expert_opinion, roles: {Is a dentist: 1, Says so: 3}}

Where nobody has decided, a proposal is made from the words of the claims, and from their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.check.graph.inferences import schemes_in_use
from argmap.check.open_questions import OpenQuestions, called_in, open_questions
from argmap.check.roles import How, Slot, candidates, checked, filled
from argmap.check.subject import Subject
from argmap.errors import ModelError
from argmap.language import Words
from argmap.schemes import Scheme, said, scheme_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgumentMap
    from argmap.model.records import Argument, Claim


@dataclass(frozen=True, slots=True, repr=False)
class Binding:
    """An argument and its scheme. Printed, it is a form that is filled in as far as the argument goes.

    Attributes:
        argument: The id of the argument.
        scheme: The scheme, in the language of the form.
        slots: Its premises, and what plays each.
        unused: The ids of premises of the argument that play none of the scheme.
        questions: All critical questions, and how each stands.
        lines: The form: each sentence with its depth, from 0.
    """

    argument: str
    scheme: Scheme
    slots: tuple[Slot, ...]
    unused: tuple[str, ...]
    questions: OpenQuestions
    lines: tuple[tuple[int, str], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The premises of the scheme that nothing plays."""
        return tuple(slot.premise for slot in self.slots if slot.is_missing)

    @property
    def is_complete(self) -> bool:
        """Whether every premise of the scheme is played."""
        return not self.missing

    @property
    def roles(self) -> dict[str, int]:
        """Which premise each claim plays, by the id of the claim; can be given to `bind` to decide it."""
        return {claim: slot.number for slot in self.slots for claim in slot.claims}

    def to_data(self) -> dict[str, Any]:
        """Return it as plain values, for JSON."""
        return {
            "argument": self.argument,
            "scheme": self.scheme.id,
            "premises": [
                {
                    "number": slot.number,
                    "premise": slot.premise,
                    "claims": list(slot.claims),
                    "unsaid": list(slot.unsaid),
                    "how": str(slot.how),
                }
                for slot in self.slots
            ],
            "unused": list(self.unused),
            "questions": self.questions.to_data(),
        }

    def __str__(self) -> str:
        return "\n".join("  " * depth + sentence for depth, sentence in self.lines)

    def __repr__(self) -> str:
        played = len(self.slots) - len(self.missing)
        return f"<Binding of {self.argument!r} to {self.scheme.id}: {played} of {len(self.slots)} premises>"


def bind(
    m: ArgumentMap,
    argument: str | Argument,
    scheme: str | Scheme,
    roles: Mapping[str | Claim, int] | None = None,
) -> Binding:
    """Say which scheme an argument follows, and which of its claims plays which premise; write both into its data.

    Args:
        m: The map; it is changed.
        argument: The argument, or its id.
        scheme: The scheme, or one of its names.
        roles: For claims among the premises of the argument, or their ids, the number of the premise of the scheme,
            from 1. None leaves roles as they are, and takes them out if the argument had another scheme before; an
            empty mapping takes them out.

    Returns:
        The binding as it is now.

    Raises:
        UnknownNameError: If there is no such argument or scheme, or a claim is none of its premises.
        ModelError: If a claim is named as the argument, or a number is none of a premise of the scheme.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> says = m.claim("Dr Meyer says that fluoride protects teeth", title="Says so")
        >>> _ = m.support(says, m.claim("Fluoride protects teeth"), title="Dentist")
        >>> bound = bind(m, "Dentist", "expert opinion", {"Says so": 3})
        >>> bound.missing
        ('E is an expert in the field F.', 'The claim A belongs to the field F.')
        >>> dict(m["Dentist"].data)
        {'scheme': 'expert_opinion', 'roles': {'Says so': 3}}
    """
    chosen = scheme_named(scheme) if isinstance(scheme, str) else scheme
    m.premises(argument)  # it says so where there is no such argument
    record = m[argument]
    subject = Subject(m)
    before = subject.shared(schemes_in_use).get(record.id)
    data = dict(record.data)
    data["scheme"] = chosen.id
    if roles is not None:
        data["roles"] = checked(roles, candidates(subject, record.id, chosen), record.id, chosen)
    if not data.get("roles") or (roles is None and (before is None or before.id != chosen.id)):
        data.pop("roles", None)
    m.replace(record, data=data)
    return binding(m, record.id)


def binding(m: ArgumentMap, argument: str | Argument, *, language: str | None = None) -> Binding:
    """Return how an argument fills in its scheme.

    What is not decided is proposed: first by words of the claims that hint at a premise of the scheme, then by order.
    Linear in the size of the map.

    Args:
        m: The map.
        argument: The argument, or its id.
        language: The code of the language to say it in; by default that of the map, else English.

    Raises:
        UnknownNameError: If there is no such argument, or argmap does not know its scheme.
        ModelError: If a claim is named, or the argument names no scheme.

    Example:
        >>> import argmap
        >>> m = argmap.datasets.load("phones_in_class")
        >>> print(binding(m, "Attention"))
        “Attention” follows the scheme Negative consequences.
          1. If A is done, B will plausibly follow.
            “Phones distract” (proposed)
          2. B is bad.
            “Protect attention” (proposed)
          Every premise of the scheme is there.
    """
    m.premises(argument)  # it says so where there is no such argument
    record = m[argument]
    subject = Subject(m)
    found = subject.shared(schemes_in_use).get(record.id)
    if found is None:
        name = record.scheme  # type: ignore[union-attr]  # it is an argument
        if name is not None:
            scheme_named(name)
        raise ModelError(
            f"The argument {record.id!r} names no scheme. Say which it follows, as in "
            f"m.bind({record.id!r}, 'expert opinion'), or with `scheme: expert_opinion` in its data."
        )
    words = Words.of(language or m.language)
    scheme = said(found, words.code)
    slots, unused = filled(subject, record.id, scheme, m.language)
    questions = open_questions(m, record.id, only_open=False, language=words.code)
    return Binding(record.id, scheme, slots, unused, questions, _lines(m, record.id, scheme, slots, unused, words))


def _lines(
    m: ArgumentMap, argument: str, scheme: Scheme, slots: tuple[Slot, ...], unused: tuple[str, ...], words: Words
) -> tuple[tuple[int, str], ...]:
    say = words.say
    lines = [(0, say("schemes.follows", argument=called_in(words, m[argument]), scheme=scheme.name))]
    for slot in slots:
        lines.append((1, f"{slot.number}. {slot.premise}"))
        note = "" if slot.how is How.DECIDED else f" ({say('schemes.proposed')})"
        lines += [(2, called_in(words, m[name]) + note) for name in slot.claims]
        lines += [(2, say("schemes.unsaid", text=each) + note) for each in slot.unsaid]
        if slot.is_missing:
            lines.append((2, say("schemes.missing")))
    lines += [(1, say("schemes.left", text=called_in(words, m[name]))) for name in unused]
    count = sum(slot.is_missing for slot in slots)
    lines.append((1, say("schemes.lacking", n=count) if count else say("schemes.whole")))
    return tuple(lines)
