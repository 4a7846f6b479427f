"""Whether formulas can be true together, and how.

Formulas with no quantifier and no equality are decided by the SAT solver of `python-sat`. For others it looks for a
world of one, two or three things in which they are true; where there is none, Z3 is asked, if it is installed. Effort
is limited by counting what the solvers do, not by time, so that the same map gets the same answer on every computer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.check.formulas.encoding import Encoding, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.check.formulas.encoding import Key
    from argmap.check.formulas.formula import Formula

LARGEST_WORLD = 3
"""How many things the largest world has that is looked through for a countermodel."""

Wanted = tuple[int, bool]
"""The place of a formula, and whether it is to be true or false."""


@dataclass(slots=True)
class Budget:
    """How much work may still be done; shared by all questions on one map.

    Attributes:
        conflicts: Of the SAT solver: how often it may run into a dead end.
        steps: Of Z3, as it counts them itself.
    """

    conflicts: int = 100_000
    steps: int = 3_000_000


class Model(NamedTuple):
    """A way for things to be.

    Attributes:
        size: How many things there are; 0 where formulas do not speak of all or some things.
        sentences: Which sentences are true; only those that matter where `size` is 0.
        things: For each constant, and each function with its arguments, the thing it stands for, from 0.
    """

    size: int
    sentences: dict[Key, bool]
    things: dict[Key, int]


class Answer(NamedTuple):
    """Whether formulas can be true together.

    Attributes:
        can: True or False; None where it could not be found out.
        model: A way in which they are, where one was found.
        why: Where `can` is None, the reason, as the end of a sentence that begins with `because`.
    """

    can: bool | None
    model: Model | None = None
    why: str = ""


class Theory:
    """Some formulas, and questions about which of them can be true and which false together.

    Example:
        >>> from argmap.check.formulas import read_formula
        >>> theory = Theory([read_formula("rain -> wet"), read_formula("wet"), read_formula("rain")])
        >>> theory.ask([(0, True), (1, True), (2, False)]).model.sentences
        {('rain', ()): False, ('wet', ()): True}
        >>> theory.ask([(0, True), (1, False), (2, True)]).can
        False
    """

    def __init__(self, formulas: Sequence[Formula], budget: Budget | None = None) -> None:
        self.formulas = tuple(formulas)
        self.budget = budget or Budget()
        self.is_propositional = all(formula.is_propositional for formula in formulas)
        self._worlds: dict[int, _World | None] = {}
        self._prover: Any = None

    def ask(self, wanted: Sequence[Wanted], *, model: bool = True) -> Answer:
        """Return whether these formulas can be true (or false) together.

        Args:
            wanted: Places of formulas, and what they are to be.
            model: Whether to say how; it is always the same one, with as many sentences false as can be, in order.
        """
        if self.is_propositional:
            return self._in_world(0, wanted, model=model)
        for size in range(1, LARGEST_WORLD + 1):
            answer = self._in_world(size, wanted, model=model)
            if answer.can:
                return answer
            if answer.can is None:
                break
        return self._proved(wanted)

    def _in_world(self, size: int, wanted: Sequence[Wanted], *, model: bool) -> Answer:
        if size not in self._worlds:
            try:
                self._worlds[size] = _World(self.formulas, size, self.budget)
            except TooLargeError:
                self._worlds[size] = None
        world = self._worlds[size]
        if world is None:
            return Answer(None, why="the formulas are too large together")
        literals = world.literals(wanted)
        can = world.solve(literals)
        if can is None:
            return Answer(None, why="it would take too long")
        return Answer(can, world.model(literals) if can and model else None)

    def _proved(self, wanted: Sequence[Wanted]) -> Answer:
        from argmap.check.formulas import first_order

        if not first_order.is_there():
            return Answer(
                None, why="proofs about all or some things need Z3: install it with `pip install 'argmap[logic]'`"
            )
        if self._prover is None:
            self._prover = first_order.Prover(self.formulas)
        can = self._prover.can(wanted, self.budget)
        return Answer(can, why="" if can is not None else "Z3 finds no answer in the time it has")


class _World:
    """Formulas for a world of some size, in a SAT solver."""

    def __init__(self, formulas: Sequence[Formula], size: int, budget: Budget) -> None:
        from pysat.solvers import Minisat22

        self.encoding = Encoding(size)
        self.of = [self.encoding.literal(formula) for formula in formulas]
        self.budget = budget
        self.solver = Minisat22(bootstrap_with=self.encoding.clauses)
        self.sent = len(self.encoding.clauses)

    def literals(self, wanted: Sequence[Wanted]) -> list[int]:
        return [self.of[place] if is_true else -self.of[place] for place, is_true in wanted]

    def solve(self, literals: Sequence[int]) -> bool | None:
        if self.budget.conflicts <= 0:
            return None
        before = self.solver.accum_stats()["conflicts"]
        self.solver.conf_budget(self.budget.conflicts)
        can: bool | None = self.solver.solve_limited(assumptions=list(literals))
        self.budget.conflicts -= self.solver.accum_stats()["conflicts"] - before
        return can

    def model(self, literals: list[int]) -> Model | None:
        """Return the first model there is, after a call of `solve` that found one; None if it takes too long."""
        encoding = self.encoding
        # Names stand for the first thing they can, sentences are false if they can be.
        order = [literal for key in encoding.things for literal in encoding.things[key]]
        order += [-literal for literal in encoding.sentences.values()]
        true = set(self.solver.get_model())
        fixed: list[int] = []
        for literal in order:
            if literal not in true:
                can = self.solve([*literals, *fixed, literal])
                if can is None:
                    return None
                if can:
                    true = set(self.solver.get_model())
                else:
                    literal = -literal
            fixed.append(literal)
        if not encoding.size:
            fixed = self._enough(literals, fixed)
        chosen = set(fixed)
        return Model(
            encoding.size,
            {key: one in chosen for key, one in encoding.sentences.items() if one in chosen or -one in chosen},
            {
                key: next((thing for thing, one in enumerate(ones) if one in chosen), 0)
                for key, ones in encoding.things.items()
            },
        )

    def _enough(self, literals: list[int], fixed: list[int]) -> list[int]:
        """Return those of the literals that are needed to make the formulas true, whatever else is the case."""
        fails = -self.encoding.all_of(literals)
        self.solver.append_formula(self.encoding.clauses[self.sent :])
        self.sent = len(self.encoding.clauses)
        kept = list(fixed)
        for literal in fixed:
            rest = [each for each in kept if each != literal]
            if self.solve([*rest, fails]) is False:
                kept = rest
        return kept
