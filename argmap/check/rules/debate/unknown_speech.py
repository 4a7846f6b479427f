"""DIA208."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches
from argmap.diagnostics import Severity
from argmap.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_HINTS = 20
"""For how many findings the nearest speech is looked up."""


@rule("DIA208", Severity.ERROR)
def unknown_speech(subject: Subject) -> Iterator[Found]:
    """A claim or argument names a speech that the front matter does not list.

    ## What it does

    Where the front matter lists the `speeches`, compares the names of speeches in inline data with the list.

    ## Why it matters

    What was said in an unknown speech is left out wherever the order of speeches counts. Mostly it is a slip of the
    pen.

    ## Flagged

    ```argdown
    ===
    speeches: [Ada 1, Ben 1]
    ===

    [Ban]: Phones should be banned in class.
      - <A tool>: A phone looks words up.  {speech: Ben 11} // finding: DIA208
    ```

    ## Accepted

    ```argdown
    ===
    speeches: [Ada 1, Ben 1]
    ===

    [Ban]: Phones should be banned in class.
      - <A tool>: A phone looks words up.  {speech: Ben 1}
    ```

    Without a list, the names that are used make one.

    ```argdown
    [Ban]: Phones should be banned in class.
      - <A tool>: A phone looks words up.  {speech: Ben 11}
    ```
    """
    speeches = subject.shared(Speeches)
    if not speeches.is_declared:
        return
    known = [speech.id for speech in speeches.all]
    for count, (record, name) in enumerate(speeches.unknown):
        yield Found(
            record,
            f'{subject.name(record)} names the speech "{name}", which the front matter does not list under speeches.'
            + ((nearest(name, known) if count < _HINTS else "") or " Add it there."),
            subject.places.of_data(record, "speech", name),
        )
