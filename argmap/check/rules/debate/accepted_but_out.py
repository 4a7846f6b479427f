"""DIA108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.graph.dialectic import why_out
from argmap.check.rule import Found, Needs, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA108", needs=Needs.EVALUATION)
def accepted_but_out(subject: Subject) -> Iterator[Found]:
    """A claim is marked as accepted, but what the map says defeats it.

    ## What it does

    Looks for claims and arguments with `status: accepted` that fall in the grounded reading: something that stands
    attacks them, or all arguments for them fall.

    ## Why it matters

    The mark says one thing and the map another. Either the objection has an answer that is not yet in the map, or the
    mark was set too early.

    ## Flagged

    ```argdown
    [Zoo]: The town should close the zoo.  {status: accepted} // finding: DIA108
      - <Rare>: Some rare animals live only in zoos.
    ```

    ## Accepted

    ```argdown
    [Zoo]: The town should close the zoo.  {status: accepted}
      - <Rare>: Some rare animals live only in zoos.
          - <Reserves>: Reserves keep rare animals alive.
    ```

    ## References

    - P. M. Dung, On the acceptability of arguments, Artificial Intelligence 77, 1995.
    """
    for record in subject.map:
        if word(record, "status") == "accepted" and subject.labelling.get(record.id) == "out":
            yield Found(
                record,
                f"{subject.name(record)} is marked as accepted, but it {why_out(subject, record)}. "
                "Answer that, or remove the mark.",
                subject.places.of_data(record, "status", "accepted"),
            )
