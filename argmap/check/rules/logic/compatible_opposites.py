"""LOG206."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas
from argmap.check.graph.conflicts import opposites
from argmap.check.rule import Found, rule
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG206")
def compatible_opposites(subject: Subject) -> Iterator[Found]:
    """Two claims are declared to be opposed, and their formulas are not.

    ## What it does

    Looks at contrary and contradictory claims that both carry formulas. The formulas of contraries must not be true
    together; those of contradictories must not be false together either.

    ## Why it matters

    "Contradictory" says that one of two claims is true and the other false, whatever happens. "All swans are white" and
    "no swan is white" cannot both be true, but both are false if some swans are white: they are contraries only. To mix
    the two up is to present a choice between two extremes as if there were nothing between them.

    ## Flagged

    ```argdown
    [All]: All swans are white. {formula: "forall x: swan(x) -> white(x)"}
      >< [None]  // finding: LOG206

    [None]: No swan is white. {formula: "forall x: swan(x) -> ~white(x)"}
    ```

    ## Accepted

    ```argdown
    [All]: All swans are white. {formula: "forall x: swan(x) -> white(x)"}
      >< [Some]

    [Some]: Some swans are not white. {formula: "exists x: swan(x) & ~white(x)"}
    ```
    """
    formulas = subject.shared(checked_formulas)
    if not formulas.formulas:
        return
    for relation in opposites(subject):
        first, second = formulas.formulas.get(relation.source), formulas.formulas.get(relation.target)
        if first is None or second is None:
            continue
        names = f"{subject.name(subject.map[relation.source])} and {subject.name(subject.map[relation.target])}"
        if formulas.can((first, True), (second, True)):
            wrong = "both be true"
        elif relation.kind is RelationKind.CONTRADICTORY and formulas.can((first, False), (second, False)):
            wrong = "both be false"
        else:
            continue
        of = "contradictory" if relation.kind is RelationKind.CONTRADICTORY else "contrary"
        yield Found(
            relation,
            f"{names} are declared {of}, but by their formulas they can {wrong}. Correct a formula, or declare another "
            f"relation.",
        )
