"""`Theory`: what is put forward, and by which rules one goes on from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite

from argmap.errors import ModelError
from argmap.wording import counted


@dataclass(frozen=True, slots=True, init=False)
class Rule:
    """A rule: who accepts the premises may conclude, or if it is strict, has to.

    Attributes:
        premises: Propositions, all of them needed; there may be none.
        conclusion: A proposition.
        name: What the rule is called; what is contrary to the name of a defeasible rule undercuts it. Empty for a rule
            that nothing undercuts.
        is_strict: Whether there are no exceptions.
        weight: How strong a defeasible rule is, against others. Only the order of weights counts.

    Example:
        >>> print(Rule(["bird"], "flies", "r1"))
        r1: bird => flies
        >>> print(Rule(["penguin"], "bird", is_strict=True))
        penguin -> bird
    """

    premises: tuple[str, ...]
    conclusion: str
    name: str = ""
    is_strict: bool = False
    weight: float = 1.0

    def __init__(
        self, premises: Iterable[str], conclusion: str, name: str = "", *, is_strict: bool = False, weight: float = 1.0
    ) -> None:
        if isinstance(premises, str):
            raise ModelError(f"The premises of a rule are a list: write [{premises!r}] for one.")
        _set(self, premises=tuple(premises), conclusion=conclusion, name=name, is_strict=is_strict, weight=weight)
        _check_weight(weight, f"rule {name or str(self)!r}")

    def __str__(self) -> str:
        arrow = "->" if self.is_strict else "=>"
        start = f"{self.name}: " if self.name else ""
        return f"{start}{', '.join(self.premises)} {arrow} {self.conclusion}".strip()


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Theory:
    """An argumentation theory: a knowledge base, rules, and what speaks against what.

    These are the theories of ASPIC+ (Modgil and Prakken, "A general account of argumentation with preferences",
    Artificial Intelligence 195, 2013; assumptions as in Prakken, "An abstract framework for argumentation with
    structured arguments", Argument and Computation 1, 2010). Propositions are strings, and nothing is read into them:
    which are contrary to which has to be said. Priorities are numbers, so that any two premises, and any two rules,
    can be compared.

    Args:
        axioms: Premises that nothing attacks.
        premises: Ordinary premises, with their weights; a plain list gives each the weight 1.
        assumptions: Premises that fall to any attack, with their weights.
        rules: Strict and defeasible rules.
        contraries: Pairs of which the first speaks against the second. The second is a proposition or the name of a
            defeasible rule. Unless the pair stands there the other way round as well, such an attack always succeeds.
        contradictories: Pairs of which each denies the other. Of two arguments for them, the weaker one does not defeat
            the stronger one.
        transpose: Whether the strict rules are closed under transposition: with ``a, b -> c`` and the contradictories
            -a, -b and -c, also ``a, -c -> -b`` and ``b, -c -> -a``. Without it, what is accepted may be inconsistent.
        notes: What a reader may not expect, in sentences.

    Raises:
        ModelError: If a premise is of two kinds, two rules have the same name, or a weight is no finite number.

    Example:
        >>> theory = Theory(
        ...     axioms=["penguin"],
        ...     rules=[
        ...         Rule(["penguin"], "bird", is_strict=True),
        ...         Rule(["bird"], "flies", "r1", weight=1),
        ...         Rule(["penguin"], "stays down", "r2", weight=2),
        ...     ],
        ...     contradictories=[("flies", "stays down")],
        ... )
        >>> theory
        <Theory: 1 premise, 3 rules>
        >>> theory.propositions
        ('penguin', 'bird', 'flies', 'stays down')
    """

    axioms: tuple[str, ...]
    premises: Mapping[str, float] = field(hash=False)
    assumptions: Mapping[str, float] = field(hash=False)
    rules: tuple[Rule, ...]
    contraries: tuple[tuple[str, str], ...]
    contradictories: tuple[tuple[str, str], ...]
    transpose: bool
    notes: tuple[str, ...] = field(compare=False)

    def __init__(
        self,
        axioms: Iterable[str] = (),
        premises: Mapping[str, float] | Iterable[str] = (),
        assumptions: Mapping[str, float] | Iterable[str] = (),
        rules: Iterable[Rule] = (),
        contraries: Iterable[tuple[str, str]] = (),
        contradictories: Iterable[tuple[str, str]] = (),
        *,
        transpose: bool = True,
        notes: Iterable[str] = (),
    ) -> None:
        _set(
            self,
            axioms=tuple(dict.fromkeys(axioms)),
            premises=_weighted(premises),
            assumptions=_weighted(assumptions),
            rules=tuple(rules),
            contraries=tuple(dict.fromkeys((first, second) for first, second in contraries)),
            contradictories=tuple(dict.fromkeys((first, second) for first, second in contradictories)),
            transpose=transpose,
            notes=tuple(notes),
        )
        self._check()

    def _check(self) -> None:
        kinds: dict[str, str] = {}
        some = (("axiom", self.axioms), ("ordinary premise", self.premises), ("assumption", self.assumptions))
        for kind, names in some:
            for name in names:
                if name in kinds:
                    raise ModelError(f"{name!r} is an {kinds[name]} and an {kind}. Give it as one of them only.")
                kinds[name] = kind
        for weights in (self.premises, self.assumptions):
            for name, weight in weights.items():
                _check_weight(weight, f"premise {name!r}")
        seen: set[str] = set()
        for rule in self.rules:
            if rule.name and rule.name in seen:
                raise ModelError(f"Two rules are called {rule.name!r}. Give each rule a name of its own.")
            seen.add(rule.name)

    @property
    def propositions(self) -> tuple[str, ...]:
        """The propositions: premises first, then those of rules, then what only speaks against something."""
        rule_names = {rule.name for rule in self.rules if rule.name}
        found = dict.fromkeys((*self.axioms, *self.premises, *self.assumptions))
        for rule in self.rules:
            found.update(dict.fromkeys((*rule.premises, rule.conclusion)))
        for pair in (*self.contraries, *self.contradictories):
            found.update(dict.fromkeys(each for each in pair if each not in rule_names))
        return tuple(found)

    def __repr__(self) -> str:
        count = len(self.axioms) + len(self.premises) + len(self.assumptions)
        return f"<Theory: {counted(count, 'premise')}, {counted(len(self.rules), 'rule')}>"


def _set(record: object, **values: object) -> None:
    for name, value in values.items():
        object.__setattr__(record, name, value)


def _weighted(given: Mapping[str, float] | Iterable[str]) -> dict[str, float]:
    return dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, 1.0)


def _check_weight(weight: object, owner: str) -> None:
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not isfinite(weight):
        raise ModelError(f"The weight of the {owner} is {weight!r}. Give a finite number.")
