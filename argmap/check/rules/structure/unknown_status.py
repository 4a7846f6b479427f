"""STR209."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.slips import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_STATUSES = Names(["conceded", "disputed", "accepted", "rejected", "undecided", "open", "withdrawn"])


@rule("STR209")
def unknown_status(subject: Subject) -> Iterator[Found]:
    """The status of a claim is spelt nearly like one that is known.

    ## What it does

    Looks at the data `status` for words that are a slip away from `conceded`, `disputed`, `accepted`, `rejected`,
    `undecided`, `open` or `withdrawn`. Other words of your own are accepted.

    ## Why it matters

    A claim that the other side grants is marked `conceded`, so that nobody attacks it any longer. Spelt wrong, the
    mark does nothing, and the map shows a quarrel where there is none.

    ## Flagged

    ```argdown
    [Curfew]: The youth club should close at nine.
      - [Bus]: The last bus leaves at ten.
        {status: conceeded}  // finding: STR209
    ```

    ## Accepted

    ```argdown
    [Curfew]: The youth club should close at nine.
      - [Bus]: The last bus leaves at ten.
        {status: conceded}
      + [Sleep]: Members have school in the morning.
        {status: to be checked}
    ```
    """
    for record in subject.map:
        if record.data:
            given = record.data.get("status")
            if isinstance(given, str):
                right = _STATUSES.meant(given)
                if right is not None:
                    yield Found(
                        record,
                        f"The status {given!r} of {subject.name(record)} is not known. Write {right!r} if that is "
                        "meant.",
                        subject.places.of_data(record, "status", given),
                    )
