"""STR106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.shape import components
from argmap.check.graph.unsaid import unsaid
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR106")
def islands(subject: Subject) -> Iterator[Found]:
    """The map falls into parts that nothing connects.

    ## What it does

    Looks for groups of related claims and arguments from which no relation leads to the rest. A part that holds a
    thesis named in the front matter is wanted; without one, the largest part is. Single claims are left to
    `isolated-claim`, and a part that is cut off by a misspelt title to `undefined-claim` and `empty-reason`.

    ## Why it matters

    In one debate everything bears on the question in the end. A part of its own is a second debate, or the link to the
    first is in the author's head and not yet on the map.

    ## Flagged

    ```argdown
    [Pool]: The town should build a pool.
      + [Swim]: Many children cannot swim.
      - [Cost]: A pool costs a lot.

    [Traffic]: The station road is too busy.  // finding: STR106
      + [Cars]: A thousand cars pass an hour.
    ```

    ## Accepted

    ```argdown
    [Pool]: The town should build a pool.
      + [Swim]: Many children cannot swim.
      - [Traffic]: The station road is too busy.
        + [Cars]: A thousand cars pass an hour.
    ```

    ```argdown
    [Pool]: The town should build a pool.
      + [Swim]: Many children cannot swim.

    [Cost]: A pool costs a lot.
      -> [Pol]
    ```

    ```argdown
    ===
    thesis: [Pool, Library]
    ===

    [Pool]: The town should build a pool.
      + [Swim]: Many children cannot swim.

    [Library]: The town should build a library.
      + [Read]: Many children cannot read well.
    ```

    A slip of the pen in a title is told as such (STR206):

    ```argdown
    [Pool]: The town should build a pool.
      + [Swimming]: Many children cannot swim.
      - [Cost]: A pool costs a lot.

    [Lessons]: The schools teach all children to swim.
      -> [Swiming]
    ```
    """
    parts = [part for part in subject.shared(components).parts if len(part) > 1]
    if len(parts) < 2:
        return
    named = {thesis.id for thesis in subject.theses} if subject.data.get("thesis") else set()
    wanted = [part for part in parts if any(record.id in named for record in part)] or [max(parts, key=len)]
    main = subject.name(wanted[0][0])
    kept = {part[0].id for part in wanted}
    misspelt = subject.shared(unsaid).misspelt
    for part in parts:
        if part[0].id not in kept and not any(record.id in misspelt for record in part):
            place = subject.places.of(wanted[0][0])
            yield Found(
                part[0],
                f"Nothing connects {subject.name(part[0])}, and {len(part) - 1:,} more, to the part of the map with "
                f"{main}. Add the relation between the two, or make it a map of its own.",
                None,
                () if place is None else ((place, "the part that is taken for the debate"),),
            )
