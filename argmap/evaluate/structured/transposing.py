"""Closing strict rules under transposition."""

from __future__ import annotations

from argmap.evaluate.structured.theory import Rule, Theory


def transposed(theory: Theory) -> Theory:
    """Return a theory whose strict rules are closed under transposition, if it asks for that; else itself.

    For a strict rule, what denies its conclusion speaks, together with all premises but one, for what denies that
    premise. A premise of a strict rule that nothing contradicts gets a contradictory of its own, so that there is
    something to conclude. What is contrary to a conclusion both ways, without contradicting it, is something to go on
    from but nothing to conclude: both may be false.

    Complexity:
        One rule for each strict rule, each of its premises, each proposition that denies its conclusion and each that
        contradicts the premise: linear in rules times premises where each proposition has one contradictory.

    Example:
        >>> married = Rule(["bachelor"], "unmarried", is_strict=True)
        >>> theory = Theory(rules=[married], contradictories=[("unmarried", "married")])
        >>> [str(rule) for rule in transposed(theory).rules]
        ['bachelor -> unmarried', 'married -> ¬bachelor']
    """
    strict = list(dict.fromkeys((rule.premises, rule.conclusion) for rule in theory.rules if rule.is_strict))
    if not theory.transpose or not strict:
        return theory
    denials: dict[str, dict[str, None]] = {}  # of each proposition, what contradicts it
    for first, second in theory.contradictories:
        denials.setdefault(first, {})[second] = None
        denials.setdefault(second, {})[first] = None
    taken = set(theory.propositions) | {rule.name for rule in theory.rules}
    fresh: list[tuple[str, str]] = []
    for premises, _ in strict:
        for premise in premises:
            if premise not in denials:
                name = f"¬{premise}"
                while name in taken:
                    name = f"¬{name}"
                taken.add(name)
                fresh.append((premise, name))
                denials[premise] = {name: None}
                denials[name] = {premise: None}
    against = {name: dict(found) for name, found in denials.items()}
    pairs = set(theory.contraries)
    for first, second in theory.contraries:
        if (second, first) in pairs:
            against.setdefault(second, {})[first] = None
    known = set(strict)
    new: list[Rule] = []
    for premises, conclusion in strict:
        for place, premise in enumerate(premises):
            for denial in against.get(conclusion, ()):
                others = (*premises[:place], denial, *premises[place + 1 :])
                for end in denials[premise]:
                    if (others, end) not in known:
                        known.add((others, end))
                        new.append(Rule(others, end, is_strict=True))
    return Theory(
        theory.axioms,
        theory.premises,
        theory.assumptions,
        (*theory.rules, *new),
        theory.contraries,
        (*theory.contradictories, *fresh),
        transpose=False,
        notes=theory.notes,
    )
