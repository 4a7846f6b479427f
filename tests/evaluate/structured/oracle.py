"""ASPIC+ from its definitions: all arguments of a small theory, their defeats, their extensions.

Modgil and Prakken 2013. Arguments are built one by one, as trees. Of trees that differ in nothing that a definition
speaks of (conclusion, last rule, sets of rules and premises, and these for all sub-arguments) one is kept, so that there
are finitely many even where rules go round in circles.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

from argmap.evaluate.structured import Rule, Theory


class TooManyError(Exception):
    """There are more arguments than can be gone over."""


@dataclass(frozen=True)
class Shape:
    """What the definitions need of an argument: of the whole one, or of a sub-argument that may be attacked."""

    conclusion: str
    top: Rule | None  # None for a premise
    premises: frozenset[str]  # ordinary ones and assumptions
    rules: frozenset[Rule]  # defeasible ones
    last: frozenset[Rule]


@dataclass(frozen=True)
class Tree:
    shape: Shape
    subs: frozenset[Shape]


def arguments(theory: Theory, most: int) -> list[Tree]:
    none: frozenset[Any] = frozenset()
    found: dict[Tree, None] = {}
    for name in theory.axioms:
        shape = Shape(name, None, none, none, none)
        found[Tree(shape, frozenset([shape]))] = None
    for name in (*theory.premises, *theory.assumptions):
        shape = Shape(name, None, frozenset([name]), none, none)
        found[Tree(shape, frozenset([shape]))] = None
    while True:
        before = len(found)
        for rule in theory.rules:
            some = [[tree for tree in found if tree.shape.conclusion == each] for each in rule.premises]
            for chosen in product(*some):
                shapes = [tree.shape for tree in chosen]
                rules = none.union(*(each.rules for each in shapes))
                last = none.union(*(each.last for each in shapes))
                if not rule.is_strict:
                    rules, last = rules | {rule}, frozenset([rule])
                shape = Shape(rule.conclusion, rule, none.union(*(each.premises for each in shapes)), rules, last)
                found[Tree(shape, frozenset([shape]).union(*(tree.subs for tree in chosen)))] = None
                if len(found) > most:
                    raise TooManyError
        if len(found) == before:
            return list(found)


class Semantics:
    """The arguments of a theory, which of them defeat which, and what follows."""

    def __init__(self, theory: Theory, ordering: str | None, lifting: str, most: int = 60) -> None:
        self.theory, self.ordering, self.lifting = theory, ordering, lifting
        self.bar = {
            *theory.contraries,
            *theory.contradictories,
            *((second, first) for first, second in theory.contradictories),
        }  # (a, b): a is in the contraries of b
        self.trees = arguments(theory, most)
        self.defeats = {
            (i, j) for i, a in enumerate(self.trees) for j, b in enumerate(self.trees) if self.defeat(a.shape, b)
        }
        count = len(self.trees)
        self.attackers = [{i for i in range(count) if (i, j) in self.defeats} for j in range(count)]

    def defeat(self, a: Shape, whole: Tree) -> bool:
        return any(self.defeat_on(a, b) for b in whole.subs)

    def defeat_on(self, a: Shape, b: Shape) -> bool:
        if b.top is not None and b.top.is_strict:
            return False
        if b.top is not None and b.top.name and (a.conclusion, b.top.name) in self.bar:
            return True  # undercut
        if b.top is None and b.conclusion in self.theory.axioms:
            return False
        if (a.conclusion, b.conclusion) not in self.bar:
            return False
        is_contrary = (b.conclusion, a.conclusion) not in self.bar
        is_assumed = b.top is None and b.conclusion in self.theory.assumptions
        return is_contrary or is_assumed or not self.weaker(a, b)

    def weaker(self, b: Shape, a: Shape) -> bool:
        if self.ordering == "last-link":
            if self.rules_weaker(b.last, a.last):
                return True
            return not a.last and not b.last and self.premises_weaker(b.premises, a.premises)
        if self.ordering == "weakest-link":
            if not a.rules and not b.rules:
                return self.premises_weaker(b.premises, a.premises)
            if not a.premises and not b.premises:
                return self.rules_weaker(b.rules, a.rules)
            return self.premises_weaker(b.premises, a.premises) and self.rules_weaker(b.rules, a.rules)
        return False

    def rules_weaker(self, some: frozenset[Rule], others: frozenset[Rule]) -> bool:
        return self.set_weaker([rule.weight for rule in some], [rule.weight for rule in others])

    def premises_weaker(self, some: frozenset[str], others: frozenset[str]) -> bool:
        weights = {**self.theory.premises, **self.theory.assumptions}
        return self.set_weaker([weights[each] for each in some], [weights[each] for each in others])

    def set_weaker(self, some: list[float], others: list[float]) -> bool:
        if not some:
            return False
        if not others:
            return True
        if self.lifting == "elitist":
            return any(all(x < y for y in others) for x in some)
        return all(any(x < y for y in others) for x in some)

    def least(self) -> set[int]:
        """The grounded extension: the least fixed point of what a set defends."""
        found: set[int] = set()
        while True:
            more = self.defended(found)
            if more == found:
                return found
            found = more

    def defended(self, some: set[int]) -> set[int]:
        beaten = {j for i, j in self.defeats if i in some}
        return {i for i, attackers in enumerate(self.attackers) if attackers <= beaten}

    def complete(self, most: int = 14) -> list[set[int]]:
        """All complete extensions: conflict-free sets that hold what they defend, and nothing else."""
        base = self.least()
        beaten = {j for i, j in self.defeats if i in base}
        rest = [i for i in range(len(self.trees)) if i not in base and i not in beaten]
        if len(rest) > most:
            raise TooManyError
        found: list[set[int]] = []
        stack: list[tuple[int, set[int]]] = [(0, base)]
        while stack:
            place, some = stack.pop()
            if place == len(rest):
                if self.defended(some) == some:
                    found.append(some)
                continue
            stack.append((place + 1, some))
            more = some | {rest[place]}
            if not any((i, j) in self.defeats for i in more for j in more):
                stack.append((place + 1, more))
        return found

    def extensions(self, semantics: str) -> list[set[int]]:
        if semantics == "grounded":
            return [self.least()]
        complete = self.complete()
        if semantics == "complete":
            return complete
        if semantics == "preferred":
            return [some for some in complete if not any(some < other for other in complete)]
        return [
            some for some in complete if some | {j for i, j in self.defeats if i in some} == set(range(len(self.trees)))
        ]

    def labels(self, extension: set[int]) -> dict[str, str]:
        """The best label of an argument, for each proposition and for each rule name that is no proposition."""
        beaten = {j for i, j in self.defeats if i in extension}
        of = ["in" if i in extension else "out" if i in beaten else "undecided" for i in range(len(self.trees))]
        propositions = self.theory.propositions
        names = [rule.name for rule in self.theory.rules if rule.name and rule.name not in propositions]
        found = dict.fromkeys((*propositions, *names), "out")
        for tree, label in zip(self.trees, of, strict=True):
            for name in (tree.shape.conclusion, tree.shape.top.name if tree.shape.top else ""):
                if name in found and ("out", "undecided", "in").index(label) > ("out", "undecided", "in").index(
                    found[name]
                ):
                    found[name] = label
        return found
