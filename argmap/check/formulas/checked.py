"""The formulas of a map that is checked, read and judged once for all rules."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.check.formulas.mapped import KEY, formulas_of
from argmap.check.formulas.theory import Budget, Theory
from argmap.check.formulas.validity import judged
from argmap.diagnostics import Span
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.check.formulas.formula import Formula
    from argmap.check.formulas.validity import Validity
    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim

_HEAD = re.compile(r"[^\s(]+")


class CheckedFormulas:
    """The formulas of a map.

    Attributes:
        formulas: Formulas by the ids of their claims.
        unreadable: What cannot be read.
        symbols: The names that the formulas use, each with the id of the claim that uses it first.
    """

    def __init__(self, subject: Subject) -> None:
        self._map = subject.map
        self._budget = Budget()
        self.formulas, self.unreadable, self.symbols = formulas_of(subject.map.claims)

    @cached_property
    def judged(self) -> tuple[tuple[Argument, Validity], ...]:
        """The arguments in which a claim has a formula, and what the formulas say of each."""
        if not self.formulas:
            return ()
        return tuple(
            (argument, judged(argument, self.formulas, self._budget))
            for argument in self._map.arguments
            if any(name in self.formulas for step in argument.steps for name in (*step.premises, step.conclusion))
        )

    def can(self, *wanted: tuple[Formula, bool]) -> bool | None:
        """Return whether formulas can be true (or false) together; None if that cannot be found out."""
        theory = Theory([formula for formula, _ in wanted], self._budget)
        return theory.ask([(at, is_true) for at, (_, is_true) in enumerate(wanted)], model=False).can


def checked_formulas(subject: Subject) -> CheckedFormulas:
    """Return the formulas of a map; for `Subject.shared`."""
    return CheckedFormulas(subject)


def declared_symbols(subject: Subject) -> dict[str, str]:
    """Return the names under ``symbols`` in the front matter, each with how it is written; for `Subject.shared`.

    ``cold(x)`` declares ``cold``.
    """
    given = subject.data.get("symbols")
    keys = [key for key in given if isinstance(key, str)] if isinstance(given, dict | list) else []
    found: dict[str, str] = {}
    for key in keys:
        head = _HEAD.match(key)
        if head is not None:
            found.setdefault(head[0], key)
    return found


def place_of_formula(subject: Subject, claim: Claim, start: int = 0, end: int | None = None) -> Span | None:
    """Return where the formula of a claim stands, or a part of it; where it cannot be found, the place of its key.

    Args:
        subject: What is checked.
        claim: The claim.
        start: Where the part begins in the formula.
        end: Where it ends (exclusive); by default the end of the formula.
    """
    value = claim.data.get(KEY)
    span = subject.places.of_data(claim, KEY, value if isinstance(value, str) else None)
    if span is None or subject.source is None or not isinstance(value, str):
        return span
    if subject.source.text[span.start : span.end] != value:
        return span
    return Span(span.start + start, span.start + (len(value) if end is None else end))


def names_of(subject: Subject, ids: Sequence[str]) -> str:
    """Return how to call some claims, joined: the first few of them."""
    names = [subject.name(subject.map[each]) for each in ids]
    if len(names) > 6:
        names = [*names[:5], f"{len(names) - 5} more"]
    return joined(names)
