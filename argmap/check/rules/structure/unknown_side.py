"""STR208."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.check.words.slips import Names
from argmap.diagnostics import Edit
from argmap.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject

_HINTS = 20
"""For how many names the nearest side is looked up."""


@rule("STR208")
def unknown_side(subject: Subject) -> Iterator[Found]:
    """A claim or a speaker belongs to a side that the front matter does not list.

    ## What it does

    Where the front matter lists `sides`, it looks for other names in the data `side` of claims and arguments, and of
    `participants`. Each name is found once.

    ## Why it matters

    A list of sides says how many camps there are. A claim whose side is spelt differently makes up a camp of its
    own, with a colour of its own, and is missing where the camps are compared.

    ## Flagged

    ```argdown
    ===
    sides: {for: Build the hall, against: Keep the field}
    participants: {kim: {name: Kim, side: fro}}  # finding: STR208
    ===

    [Hall]: The club should build a hall.
      {side: for}
      - [Field]: Children play on the field.
        {side: agianst}  // finding: STR208
    ```

    ## Accepted

    ```argdown
    ===
    sides: {for: Build the hall, against: Keep the field}
    ===

    [Hall]: The club should build a hall.
      {side: for}
      - [Field]: Children play on the field.
        {side: against}
    ```

    Where no sides are listed, those that come up count:

    ```argdown
    [Hall]: The club should build a hall.
      {side: club}
      - [Field]: Children play on the field.
        {side: parents}
    ```

    ## How it is fixed

    A name that is nearly that of a side becomes the name of that side.
    """
    given = subject.data.get("sides")
    sides = (
        [str(each) for each in given if isinstance(each, str | int | float)] if isinstance(given, list | dict) else []
    )
    if not sides:
        return
    known = frozenset(sides)
    names = Names(sides)
    unknown: dict[str, list[Node]] = {}
    for record in subject.map:
        if record.data:
            side = record.side
            if side is not None and side not in known:
                unknown.setdefault(side, []).append(record)
    hints = _HINTS
    for side, records in unknown.items():
        hints -= 1
        others = f" and {len(records) - 1:,} more" if len(records) > 1 else ""
        yield Found(
            records[0],
            f"{subject.name(records[0])}{others} has the side {side[:60]!r}, which the front matter does not "
            f"list.{nearest(side[:60], sides) if hints >= 0 else ''} Correct it, or add it to `sides`.",
            subject.places.of_data(records[0], "side", side),
            fix=_fix(subject, side, records, names),
        )
    for person in subject.map.participants:
        value = person.data.get("side")
        if isinstance(value, str | int | float) and str(value) not in known:
            side = str(value)
            hints -= 1
            yield Found(
                None,
                f"The speaker {(person.name or person.id)[:60]} has the side {side[:60]!r}, which the front matter "
                f"does not list.{nearest(side[:60], sides) if hints >= 0 else ''} Correct it, or add it to `sides`.",
                subject.places.of_data(None, person.id, side),
            )


def _fix(subject: Subject, side: str, records: list[Node], names: Names) -> Fix | None:
    right = names.meant(side)
    if right is None or subject.source is None:
        return None
    edits: list[Edit] = []
    for record in records:
        span = subject.places.of_data(record, "side", side)
        if span is None or subject.source.text[span.start : span.end] != side:
            return None
        if not subject.places.has_once(record, side):
            return None
        edits.append(Edit(span, right))
    return Fix(f"Write {right}", tuple(edits)) if len({edit.span for edit in edits}) == len(edits) else None
