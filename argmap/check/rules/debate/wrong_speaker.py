"""DIA116."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA116", Severity.ERROR)
def wrong_speaker(subject: Subject) -> Iterator[Found]:
    """Something of one side is entered in a speech of the other.

    ## What it does

    Compares the `side` of claims and arguments with that of the speech in which they are first said. The side of a
    speech is the one that the front matter gives to it under `speeches`, or to its speaker under `participants`; a
    speech "Ada 1" is one of Ada. A claim of the other side that is named again in a speech was only spoken about
    there.

    ## Why it matters

    Whoever reads the map takes the argument for one of the wrong team, and every check on answers goes by the sides.
    The slip is easily made when the minutes are taken in a hurry.

    ## Flagged

    ```argdown
    ===
    participants:
      ada: {name: Ada, side: ban}
      ben: {name: Ben, side: allow}
    ===

    [Ban]: Phones should be banned in class.
      - <A tool>: A phone looks words up.  {side: allow, speech: Ada 1} // finding: DIA116
    ```

    ## Accepted

    ```argdown
    ===
    participants:
      ada: {name: Ada, side: ban}
      ben: {name: Ben, side: allow}
    ===

    [Ban]: Phones should be banned in class.
      - <A tool>: A phone looks words up.  {side: allow, speech: Ben 1}

    <A tool>  {speech: Ada 2}
      - <Books>: The room has dictionaries.  {side: ban, speech: Ada 2}
    ```
    """
    speeches = subject.shared(Speeches)
    if not speeches.all:
        return
    for record in subject.map:
        said = speeches.of(record)
        if not said or record.side is None:
            continue
        speech = said[0]
        if speech.is_side_given and speech.side != record.side:
            yield Found(
                record,
                f'{subject.name(record)} is of the side {record.side}, but "{speech.id}" is a speech of {speech.side}. '
                "Correct the side or the speech.",
                subject.places.of_data(record, "speech", speech.id),
            )
