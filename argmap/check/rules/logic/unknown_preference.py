"""LOG208."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.preferences import KEY, stated
from argmap.check.rule import Found, rule
from argmap.errors import nearest
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_HINTS = 20
"""For how many names the nearest one is looked for; that takes time."""


@rule("LOG208")
def unknown_preference(subject: Subject) -> Iterator[Found]:
    """A preference names a claim or argument that is not in the map.

    ## What it does

    Looks up the names under `preferred-to` in inline data and under `preferences` in the front matter.

    ## Why it matters

    A preference decides which of two opposed reasons wins. One whose name is mistyped decides nothing, and nobody sees
    it: the map looks as if the two had been weighed.

    ## Flagged

    ```argdown
    <Cheap>: Buses cost less.
      {preferred-to: Quite}  // finding: LOG208

    <Quiet>: Trams are quieter.
    ```

    ## Accepted

    ```argdown
    <Cheap>: Buses cost less.
      {preferred-to: Quiet}

    <Quiet>: Trams are quieter.
    ```
    """
    told: set[tuple[str, str | None]] = set()
    pairs = stated(subject)
    known = [record.id for record in subject.map] if pairs else []
    for pair in pairs:
        for name, holder in pair:
            key = name, None if holder is None else holder.id
            if key in told or subject.map.get(name) is not None:
                continue
            told.add(key)
            others = known if holder is None else [each for each in known if each != holder.id]
            hint = nearest(name, others) if len(told) <= _HINTS else ""
            words = shorten(name, 60)
            where = "in the front matter" if holder is None else f"of {subject.name(holder)}"
            yield Found(
                holder,
                f'A preference {where} names "{words}", which is not in the map.'
                f"{hint or ' Write the title of one that is.'}",
                subject.places.of_data(holder, "preferences" if holder is None else KEY, name),
            )
