"""Which lines each inference of an argument says it uses: the data `uses`, or `from`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Step

KEYS = ("uses", "from")


def lines_of(argument: Argument) -> list[str]:
    """Return the ids of the claims on the lines of an argument, in order; line 1 is at 0."""
    return [name for step in argument.steps for name in (*step.premises, step.conclusion)]


def given_uses(step: Step, argument: Argument, subject: Subject) -> Any:
    r"""Return what an inference, or the conclusion below it, says of the lines it uses; None where it says nothing.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("(1) It is wet.\n(2) It rains.\n-- Sign {uses: [1]} --\n(3) Take a coat.\n").map
        >>> given_uses(m["A1"].steps[0], m["A1"], Subject(m))
        [1]
    """
    found = _given(step.data)
    if found is None and step.span is not None and argument.span is not None:
        # Data may stand behind the conclusion instead.
        places = subject.shared(_behind_conclusions).get(step.conclusion, [])
        place = bisect_left(places, step.span.end, key=_start)
        if place < len(places) and places[place][0] < argument.span.end:
            return places[place][1]
    return found


def _behind_conclusions(subject: Subject) -> dict[str, list[tuple[int, Any]]]:
    """Return, for claims with such data, where these stand and what they say, in the order of the text."""
    return {
        claim.id: sorted(
            ((one.span.start, _given(one.data)) for one in claim.occurrences if _given(one.data) is not None),
            key=_start,
        )
        for claim in subject.map.claims
        if claim.data and not claim.data.keys().isdisjoint(KEYS)
    }


def _start(place: tuple[int, Any]) -> int:
    return place[0]


def _given(data: Mapping[str, Any]) -> Any:
    found = data.get("uses")
    # `from` may be a word of the author's own.
    return data["from"] if found is None and isinstance(data.get("from"), list) else found


def is_line(number: object, last: int) -> bool:
    """Return whether something is the number of a line, from 1 to `last`."""
    return isinstance(number, int) and not isinstance(number, bool) and 0 < number <= last
