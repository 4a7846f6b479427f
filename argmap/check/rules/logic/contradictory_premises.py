"""LOG201."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.conflicts import CANNOT_BOTH, is_indirect, opposites
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("LOG201", Severity.ERROR)
def contradictory_premises(subject: Subject) -> Iterator[Found]:
    """An argument has two premises that cannot both be true.

    ## What it does

    Looks for arguments whose premises include two claims that the map declares to be contrary or contradictory. An
    argument that names an indirect proof (`Reductio ad absurdum`) as its inference is left alone: it assumes what it
    refutes.

    ## Why it matters

    An argument gives a reason only if all its premises can be true together. Where two of them exclude each other the
    argument can never be sound, whatever the facts are. From a contradiction anything follows, so it proves nothing.

    ## Flagged

    ```argdown
    <Ban scooters>

    (1) [Fast]: Scooters on the pavement are faster than cyclists.
    (2) [Slow]: Scooters on the pavement are slower than walkers.  // finding: LOG201
      - [Fast]
      >< [Fast]
    -- Practical reasoning --
    (3) [Ban]: Scooters should not be on the pavement.
    ```

    ## Accepted

    ```argdown
    <There is a largest number>

    (1) [Largest]: There is a largest number.
    (2) [One more]: Adding one to a number makes a larger number.
    (3) [None larger]: Nothing makes a number larger than the largest one.
      >< [One more]
    -- Reductio ad absurdum --
    (4) [No largest]: There is no largest number.
      >< [Largest]
    ```
    """
    index = subject.index
    premise_in = index.edges["premise"]
    for relation in opposites(subject):
        ends = index.position[relation.source], index.position[relation.target]
        both = set(premise_in.targets(ends[0])) & set(premise_in.targets(ends[1]))
        for place in sorted(both):
            argument = subject.map[index.ids[place]]
            assert isinstance(argument, Argument)
            if is_indirect(argument, subject):
                continue
            listed = argument.premises
            names = sorted((relation.source, relation.target), key=listed.index)
            first, second = (subject.map[name] for name in names)
            span = subject.places.in_argument(argument, first.id)
            yield Found(
                argument,
                f"The premises {subject.name(first)} and {subject.name(second)} of {subject.name(argument)} "
                f"{CANNOT_BOTH[relation.kind]}, so it can never be sound. Replace one of them, or make two "
                f"arguments of it.",
                subject.places.in_argument(argument, second.id),
                related=() if span is None else ((span, "the premise that excludes it"),),
            )
