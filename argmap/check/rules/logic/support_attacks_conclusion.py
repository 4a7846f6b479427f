"""LOG202."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.conflicts import is_indirect
from argmap.check.graph.ways_of_reasons import turned_round
from argmap.check.rule import Found, rule
from argmap.model.records import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG202")
def support_attacks_conclusion(subject: Subject) -> Iterator[Found]:
    """A reason for a claim speaks against the same claim.

    ## What it does

    Follows support from every claim that attacks or excludes another, over premises, arguments and support relations.
    If that leads to the very claim that is attacked, the map uses one claim on both sides. An argument that names an
    indirect proof (`Reductio ad absurdum`) as its inference is left alone.

    ## Why it matters

    A reason that speaks against its own conclusion pulls the line of argument apart: whoever accepts the reason has to
    give up what it was meant to show. Often a sentence was used in two meanings, or the attack was meant for another
    claim nearby.

    ## Flagged

    ```argdown
    [Later start]: School should start at nine.
      - [Bus times]  // finding: LOG202

    <Sleep>

    (1) [Bus times]: The buses come at a quarter to eight.
    (2) [Rest]: Pupils who need not catch the first bus sleep longer.
    -- Cause to effect --
    (3) [Later start]
    ```

    ## Accepted

    ```argdown
    [Later start]: School should start at nine.
      - [Bus times]: The buses come at a quarter to eight.

    <Sleep>

    (1) [Long nights]: Pupils who get up later sleep longer.
    (2) [Sleep counts]: Pupils should sleep longer.
    -- Practical reasoning --
    (3) [Later start]
    ```

    ```argdown
    <There is a largest number>

    (1) [Largest]: There is a largest number.
    (2) [One more]: Adding one to a number makes a larger number.
    -- Reductio ad absurdum --
    (3) [No largest]: There is no largest number.
      >< [Largest]
    ```
    """
    index, m = subject.index, subject.map
    edges = index.edges
    told: set[frozenset[int]] = set()
    for relation, way in subject.shared(turned_round):
        ends = frozenset((way[0], way[-1]))
        # One step is a plain support (STR110) or entailment (LOG203), unless a premise attacks its own argument.
        if ends in told or (len(way) == 2 and way[-1] not in edges["premise"].targets(way[0])):
            continue
        records = [m[index.ids[each]] for each in way]
        if any(isinstance(each, Argument) and is_indirect(each, subject) for each in records):
            continue
        told.add(ends)
        deed = "attacks" if relation.kind is RelationKind.ATTACK else "excludes"
        by = " and then ".join(subject.name(each) for each in records[1:-1][:5])
        how = f", by way of {by}," if by else ""
        if len(way) == 2:
            words = f"{subject.name(records[0])} is a premise of {subject.name(records[-1])} and attacks it"
        else:
            words = f"{subject.name(records[0])} supports {subject.name(records[-1])}{how} and {deed} it"
        span = subject.places.of(records[1]) if len(way) > 2 else None
        yield Found(
            relation,
            f"{words}. Decide on which side it stands, or split it into two claims.",
            related=() if span is None else ((span, "here the support begins"),),
        )
