"""DIA202."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA202", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def rejected_but_in(subject: Subject) -> Iterator[Found]:
    """A claim is marked as rejected, but nothing in the map defeats it.

    ## What it does

    Looks for claims and arguments with `status: rejected` that stand in the grounded reading: whatever attacks them is
    defeated itself.

    ## Why it matters

    A claim is not refuted by being crossed out. Write down why it was rejected, so that others can check it.

    ## Flagged

    ```argdown
    [Pool]: The town should build a pool.
      + <Visitors>: A pool brings visitors from other towns.  {status: rejected} // finding: DIA202
    ```

    ## Accepted

    ```argdown
    [Pool]: The town should build a pool.
      + <Visitors>: A pool brings visitors from other towns.  {status: rejected}
          - <Own pools>: The other towns have pools of their own.
    ```
    """
    for record in subject.map:
        if word(record, "status") == "rejected" and subject.labelling.get(record.id) == "in":
            yield Found(
                record,
                f"{subject.name(record)} is marked as rejected, but nothing that stands speaks against it. "
                "Write down what speaks against it, or remove the mark.",
                subject.places.of_data(record, "status", "rejected"),
            )
