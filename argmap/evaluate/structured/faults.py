"""What keeps a theory from being well defined: from what one then may accept inconsistent things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.structured.transposing import transposed

if TYPE_CHECKING:
    from argmap.evaluate.structured.theory import Theory

_MOST = 5


def faults(theory: Theory) -> list[str]:
    """Return what of a theory goes against the conditions of the rationality postulates, in sentences.

    In a theory without faults whose strict rules are closed under transposition, each complete extension is consistent,
    together with all that strictly follows from it (Modgil and Prakken 2013; the postulates are those of Caminada and
    Amgoud, "On the evaluation of argumentation formalisms", Artificial Intelligence 171, 2007).

    Complexity:
        Linear in the theory, closed under transposition.

    Example:
        >>> from argmap.evaluate.structured import Theory
        >>> faults(Theory(axioms=["a", "b"], contradictories=[("a", "b")]))
        ["The axioms contradict each other: 'a' and 'b' follow from them. Both are accepted."]
    """
    closed = transposed(theory)
    clashes = _clashes(closed)
    own = set(theory.propositions)  # rather than what transposition has brought in
    found = [
        f"The axioms contradict each other: {first!r} and {second!r} follow from them. Both are accepted."
        for first, second in [pair for pair in clashes if own.issuperset(pair)] or clashes
    ]
    firm = {*theory.axioms, *(rule.conclusion for rule in theory.rules if rule.is_strict)}
    mutual = set(theory.contraries) | set(theory.contradictories)
    for first, second in theory.contraries:
        if second in firm and (second, first) not in mutual:
            why = "is an axiom" if second in theory.axioms else "follows from a strict rule"
            found.append(
                f"{first!r} speaks one way against {second!r}, which {why} and cannot be attacked there. "
                "Say that they contradict each other, so that it works the other way round too."
            )
    more = len(found) - _MOST
    return found if more <= 1 else [*found[:_MOST], f"{more:,} more pairs are at fault in these ways."]


def _clashes(theory: Theory) -> list[tuple[str, str]]:
    """Return the propositions that deny each other and follow strictly from axioms, in pairs."""
    follows = _closure(theory)
    pairs = (*theory.contradictories, *theory.contraries)
    found = {frozenset(pair): pair for pair in reversed(pairs) if follows.issuperset(pair)}
    return list(found.values())[::-1]


def _closure(theory: Theory) -> set[str]:
    """Return what follows from the axioms by strict rules. Linear."""
    waits: list[int] = []
    users: dict[str, list[int]] = {}
    rules = [rule for rule in theory.rules if rule.is_strict]
    for place, rule in enumerate(rules):
        premises = dict.fromkeys(rule.premises)
        waits.append(len(premises))
        for premise in premises:
            users.setdefault(premise, []).append(place)
    found = set(theory.axioms)
    ready = [*theory.axioms]
    for rule, count in zip(rules, waits, strict=True):
        if not count and rule.conclusion not in found:
            found.add(rule.conclusion)
            ready.append(rule.conclusion)
    while ready:
        for place in users.get(ready.pop(), ()):
            waits[place] -= 1
            conclusion = rules[place].conclusion
            if not waits[place] and conclusion not in found:
                found.add(conclusion)
                ready.append(conclusion)
    return found
