"""Which strengths the arguments for a proposition can have, before anything attacks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.components import strong_components
from argmap.errors import ArgmapError
from argmap.evaluate.structured.strengths import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.evaluate.structured.strengths import Ordering, Strength
    from argmap.evaluate.structured.theory import Rule, Theory

MOST_PLACES = 1_000_000
"""How many more pairs of a proposition or rule and a strength a theory may come to than it would without weights."""

Strengths = dict["Strength", None]  # a set that keeps its order


class Reach:
    """The strengths that arguments can have, by what they conclude and by their last rule.

    Attributes:
        of: For each proposition that has an argument, the strengths of its arguments.
        of_rule: For the place of each rule in the theory, the strengths of the arguments that end in it.

    Complexity:
        Linear in rules and premises times the square of the number of strengths that a proposition has.
    """

    def __init__(self, theory: Theory, ordering: Ordering) -> None:
        self._rules, self._ordering = theory.rules, ordering
        self._count = 0
        self.of: dict[str, Strengths] = {}
        self.of_rule: list[Strengths] = [{} for _ in theory.rules]
        for name in theory.axioms:
            self.of[name] = {NOTHING: None}
        for weights in (theory.premises, theory.assumptions):
            for name, weight in weights.items():
                self.of[name] = {ordering.of_premise(weight): None}
        concluded_by: dict[str, list[int]] = {}
        for place, rule in enumerate(theory.rules):
            concluded_by.setdefault(rule.conclusion, []).append(place)
        for component in _in_order(theory.rules):
            self._settle([place for name in component for place in concluded_by.get(name, ())])

    def _settle(self, places: list[int]) -> None:
        """Apply rules that may feed each other until nothing is new."""
        if all(self._rules[place].conclusion not in self._rules[place].premises for place in places) and (
            len({self._rules[place].conclusion for place in places}) <= 1
        ):
            for place in places:
                self._apply(place)
            return
        users: dict[str, list[int]] = {}
        for place in places:
            for premise in dict.fromkeys(self._rules[place].premises):
                users.setdefault(premise, []).append(place)
        open_ = dict.fromkeys(places)
        while open_:
            place = next(iter(open_))
            del open_[place]
            if self._apply(place):
                open_.update(dict.fromkeys(users.get(self._rules[place].conclusion, ())))

    def _apply(self, place: int) -> bool:
        """Apply a rule; return whether its conclusion has got new strengths."""
        rule = self._rules[place]
        found = self.of_rule[place] = dict.fromkeys(self._strengths(rule))
        known = self.of.setdefault(rule.conclusion, {}) if found else {}
        before = len(known)
        known.update(found)
        self._count += len(known) - max(before, 1)
        refuse_if_many(self._count)
        return len(known) > before

    def _strengths(self, rule: Rule) -> Iterable[Strength]:
        ordering = self._ordering
        if not all(premise in self.of for premise in rule.premises):
            return []
        if not rule.is_strict and ordering.is_forgetful:
            return [ordering.after(NOTHING, rule.weight)]
        before: Strengths = {NOTHING: None}
        for premise in dict.fromkeys(rule.premises):
            before = dict.fromkeys(ordering.of_both(one, other) for one in before for other in self.of[premise])
        return before if rule.is_strict else [ordering.after(each, rule.weight) for each in before]


def refuse_if_many(count: int) -> None:
    """Raise an error if a theory comes to too many places."""
    if count > MOST_PLACES:
        raise ArgmapError(
            f"The arguments of the theory have too many different strengths: for its propositions and rules, more than "
            f"{MOST_PLACES:,} in all. Round the weights, so that fewer of them differ."
        )


def _in_order(rules: Sequence[Rule]) -> Iterable[list[str]]:
    """Yield the conclusions, those that feed each other together, and what feeds others before these."""
    place: Mapping[str, int] = {name: each for each, name in enumerate(dict.fromkeys(r.conclusion for r in rules))}
    names = list(place)
    behind: list[list[int]] = [[] for _ in names]
    for rule in rules:
        behind[place[rule.conclusion]].extend(place[premise] for premise in rule.premises if premise in place)
    for component in strong_components(behind):
        yield [names[each] for each in component]
