"""CLS112."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as long."""

    longest: Annotated[int, Ge(1)] = 60


@rule("CLS112", Severity.INFO, options=Options, profiles=("classroom",))
def missing_label(subject: Subject, options: Options) -> Iterator[Found]:
    """A long claim or gist in a relation has no title.

    ## What it does

    Looks for claims and arguments that support or attack something, or are supported or attacked, have no title, and
    are long.

    ## Why it matters

    In a lesson people must be able to call a claim by its name: "look at Noise" and not "the third box on the left". A
    good title of one or two words also shows whether the author knows what the claim is about.

    ## Flagged

    ```argdown
    [Park]: The town should make a park of the car park.
      - People who come by car from the villages around would have to leave it far away.  // finding: CLS112
    ```

    ## Accepted

    ```argdown
    [Park]: The town should make a park of the car park.
      - [Villages]: People who come by car from the villages around would have to leave it far away.
      - There is a park.
    ```

    ## Options

    - `longest`: how many letters a claim without a title may have (default 60).
    """
    ends = {end for relation in subject.map.relations for end in (relation.source, relation.target)}
    for record in subject.map:
        if record.title is None and len(record.text) > options.longest and record.id in ends:
            what = "[Title]:" if isinstance(record, Claim) else "<Title>:"
            yield Found(record, f"{subject.name(record)} has no title. Write {what} before it, in a word or two.")
