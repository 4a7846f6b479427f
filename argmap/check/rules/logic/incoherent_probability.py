"""LOG109."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.data_values import number
from argmap.check.rule import Found, rule
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True, slots=True)
class Options:
    """How exact probabilities are taken."""

    tolerance: Annotated[float, Ge(0), Le(1)] = 0.01


@rule("LOG109", options=Options)
def incoherent_probability(subject: Subject, options: Options) -> Iterator[Found]:
    """The probabilities of two claims do not fit what the map says of the two.

    ## What it does

    Reads `probability` in the inline data of claims. Of two contradictory claims exactly one is true, so their
    probabilities sum to 1. Of two contraries at most one is true, so they sum to 1 or less. A claim that entails
    another is at most as probable as the other.

    ## Why it matters

    Probabilities have to hang together: whoever bets by numbers that break these rules can be made to lose whatever
    happens (this is the "Dutch book"). The commonest slip is to find a detailed story more likely than one of its
    parts. Where the numbers clash, either a number is wrong, or the relation between the claims is.

    ## Flagged

    ```argdown
    [Home win]: The home team wins on Sunday.
      {probability: 0.6}
      >< [No home win]  // finding: LOG109

    [No home win]: The home team does not win on Sunday.
      {probability: 0.6}
    ```

    ```argdown
    ===
    model: {mode: strict}
    ===

    [Bank clerk]: Lina is a bank clerk.
      {probability: 0.2}
      + [Both]  // finding: LOG109

    [Both]: Lina is a bank clerk and plays chess.
      {probability: 0.5}
    ```

    ## Accepted

    ```argdown
    [Home win]: The home team wins on Sunday.
      {probability: 0.6}
      >< [No home win]

    [No home win]: The home team does not win on Sunday.
      {probability: 0.4}
    ```

    ## Options

    - `tolerance`: by how much sums may be off, for rounded numbers (default 0.01).

    ## References

    - B. de Finetti, *La prévision: ses lois logiques, ses sources subjectives* (1937)
    - A. Tversky and D. Kahneman, *Extensional versus intuitive reasoning: the conjunction fallacy* (1983)
    """
    m = subject.map
    given = {
        claim.id: value
        for claim in m.claims
        if claim.data
        and (value := number(claim.data.get("probability"))) is not None
        and 0 <= value <= 1  # others are told by LOG108
    }
    if not given:
        return
    for relation in m.relations:
        one, other = given.get(relation.source), given.get(relation.target)
        if one is None or other is None or relation.source == relation.target:
            continue
        total, slack = one + other, options.tolerance + 1e-9
        names = f"{subject.name(m[relation.source])} and {subject.name(m[relation.target])}"
        sum_of_both = f"but their probabilities {one:g} and {other:g} sum to {total:.6g}."
        if relation.kind is RelationKind.CONTRADICTORY and abs(total - 1) > slack:
            yield Found(
                relation,
                f"Exactly one of {names} is true, {sum_of_both} Change one of them so that they sum to 1.",
            )
        elif relation.kind is RelationKind.CONTRARY and total > 1 + slack:
            yield Found(
                relation,
                f"At most one of {names} is true, {sum_of_both} Change them so that they sum to 1 or less.",
            )
        elif relation.kind is RelationKind.ENTAILS and one > other + slack:
            yield Found(
                relation,
                f"{subject.name(m[relation.source])} entails {subject.name(m[relation.target])}, but is more probable "
                f"({one:g}) than it ({other:g}). Lower the one or raise the other.",
            )
