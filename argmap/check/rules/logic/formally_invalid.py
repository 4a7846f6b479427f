"""LOG103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas, declared_symbols
from argmap.check.formulas.validity import Verdict
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG103")
def formally_invalid(subject: Subject) -> Iterator[Found]:
    """By its formulas, the premises of an argument can be true and its conclusion false.

    ## What it does

    Looks at arguments in which all premises of a step and its conclusion carry formulas, and searches for a way for
    things to be in which the premises hold and the conclusion does not: a countermodel. It shows the first one. A step
    may use all premises above it, and the conclusions drawn on the way.

    ## Why it matters

    An argument is valid if its conclusion has to be true whenever its premises are. A countermodel is the exact answer
    to "why does that not follow?": it tells a story in which everyone may grant the premises and still deny the
    conclusion. Then a premise is missing, the conclusion says too much, or a formula does not say what the
    sentence says.

    ## Flagged

    ```argdown
    <It rained>

    (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    (2) [Wet]: The street is wet. {formula: "wet"}
    -- Affirming the consequent --
    (3) [Rain]: It rained. {formula: "rain"}  // finding: LOG103
    ```

    ```argdown
    <Some cats>

    (1) [Cats]: All cats are animals. {formula: "forall x: cat(x) -> animal(x)"}
    (2) [Black]: Some animals are black. {formula: "exists x: animal(x) and black(x)"}
    ----
    (3) [Black cats]: Some cats are black. {formula: "exists x: cat(x) and black(x)"}  // finding: LOG103
    ```

    ## Accepted

    ```argdown
    <The street is wet>

    (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    (2) [Rain]: It rained. {formula: "rain"}
    -- Modus ponens --
    (3) [Wet]: The street is wet. {formula: "wet"}
    ```

    As long as a premise has no formula, nobody knows:

    ```argdown
    <It rained>

    (1) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    (2) [Only rain]: Nothing but rain makes the street wet.
    (3) [Wet]: The street is wet. {formula: "wet"}
    ----
    (4) [Rain]: It rained. {formula: "rain"}
    ```

    """
    formulas = subject.shared(checked_formulas)
    unknown = formulas.symbols.keys() - declared if (declared := subject.shared(declared_symbols)) else set()
    for argument, found in formulas.judged:
        if found.verdict is Verdict.INVALID and found.step is not None:
            step = argument.steps[found.step]
            names = [each.conclusion for each in argument.steps] + [
                name for each in argument.steps for name in each.premises
            ]
            if unknown and any(
                symbol.name in unknown
                for name in names
                if name in formulas.formulas
                for symbol in formulas.formulas[name].symbols
            ):
                continue  # see undeclared-symbol
            conclusion = subject.map[step.conclusion]
            story = found.countermodel or "more than three things in the world"
            yield Found(
                argument,
                f"By its formulas {subject.name(conclusion)} does not follow in {subject.name(argument)}: with "
                f"{story}, the premises hold and the conclusion does not. Add a premise that rules this out, or weaken "
                f"the conclusion.",
                subject.places.in_argument(argument, conclusion.id),
            )
