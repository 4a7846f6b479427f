"""STR210."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.slips import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject


@rule("STR210")
def unknown_speaker(subject: Subject) -> Iterator[Found]:
    """A speech names a speaker whose name is nearly that of a participant.

    ## What it does

    Where the front matter lists `participants`, it looks at the data `speech`, which names a speech by its speaker
    and a number. It finds names that are a slip away from that of a participant. Each is found once. Other names of
    speeches, such as "Opening", are accepted, and a map that lists its `speeches` is left alone.

    ## Why it matters

    Who said what, and when, decides which answers came too late or never. A name that is spelt wrong makes up another
    speaker, and the points of this speech are missing from the count of the right one.

    ## Flagged

    ```argdown
    ===
    participants: {emil: Emil, nora: Nora}
    ===

    [Quiet carriage]: Trains need a quiet carriage.
      {speech: Emil 1}
      - [Full]: The trains are full as it is.
        {speech: Nroa 1}  // finding: STR210
    ```

    ## Accepted

    ```argdown
    ===
    participants: {emil: Emil, nora: Nora}
    ===

    [Quiet carriage]: Trains need a quiet carriage.
      {speech: Emil 1}
      - [Full]: The trains are full as it is.
        {speech: nora 1}
      + [Work]: Many people work on trains.
        {speech: Opening}
    ```
    """
    people = subject.map.participants
    if not people or subject.data.get("speeches"):
        return
    known = Names(name for each in people for name in (each.name, each.id) if name)
    names = {name.casefold() for name in known.names}
    unknown: dict[str, list[Node]] = {}
    for record in subject.map:
        given = record.data.get("speech") if record.data else None
        for each in given if isinstance(given, list) else [given]:
            if isinstance(each, str) and (name := each.rstrip("0123456789 .-")).casefold() not in names:
                unknown.setdefault(name, []).append(record)
    for name, records in unknown.items():
        right = known.meant(name)
        if right is not None:
            others = f" and {len(records) - 1:,} more" if len(records) > 1 else ""
            yield Found(
                records[0],
                f"{subject.name(records[0])}{others} names the speaker {name[:60]!r}, who is no participant. Write "
                f"{right!r} if that is meant.",
                subject.places.of_data(records[0], "speech", name),
            )
