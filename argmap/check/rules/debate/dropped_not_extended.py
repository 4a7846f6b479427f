"""DIA103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import dropped
from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches, extensions
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA103", Severity.INFO, profiles=("debate", "strict"))
def dropped_not_extended(subject: Subject) -> Iterator[Found]:
    """The other side dropped an argument, and its own side never came back to it.

    ## What it does

    Looks for arguments that were dropped (see `dropped-argument`) although their own side has a speech after the one
    in which they should have been answered, and does not take them up again there. A side takes an argument up again
    by naming it once more with the later speech in its data, or by something new that supports it.

    ## Why it matters

    An argument that nobody answered is the best that a side has. It counts only if someone says so: name it again,
    say that it stands, and say what follows.

    ## Flagged

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow}
    ===

    [Allow]: Phones should be allowed in class.
      + <Dictionary>: A phone looks words up.  {speech: Ben 1, side: allow} // finding: DIA103
      - <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban}
    ```

    ## Accepted

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow}
    ===

    [Allow]: Phones should be allowed in class.
      + <Dictionary>: A phone looks words up.  {speech: Ben 1, side: allow}
      - <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban}

    <Dictionary>  {speech: Dia 2}
      + Twenty pupils used it for that yesterday.
    ```

    ## References

    - The term "extend" in the vocabulary of Lincoln-Douglas and policy debate.
    """
    speeches = subject.shared(Speeches)
    last = {speech.side: speech for speech in speeches.all}
    for name, due in subject.shared(dropped).items():
        point, side = subject.map[name], speeches.side_of(name)
        if side not in last or last[side].place < due.place:
            continue
        if next(extensions(speeches, subject.map, point), None) is None:
            yield Found(
                point,
                f'The side {side} never came back to {subject.name(point)}, which "{due.id}" left unanswered. '
                "Take it up again, and say that it stands.",
            )
