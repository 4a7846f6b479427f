"""DIA106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches, extensions, supporters
from argmap.check.words.words import overlap
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.speeches import Speech
    from argmap.check.subject import Node, Subject


@rule("DIA106", Severity.INFO, profiles=("debate", "strict"))
def bare_extension(subject: Subject) -> Iterator[Found]:
    """A side comes back to an argument and only repeats it.

    ## What it does

    Looks at arguments that their side takes up again in a later speech: by naming them again there, or by something
    that supports them in nearly the same words. If that brings no reason, neither in that speech nor in the words, it
    is bare.

    ## Why it matters

    To say a thing twice makes it no stronger. When you come back to a point, say why it is still true after what the
    other side said, and what follows from it.

    ## Flagged

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow}
    ===

    [Ban]: Phones should be banned in class.
      + <Attention>: A phone on the desk draws the eye.  {speech: Ada 1, side: ban}

    <Attention>  {speech: Cem 2} // finding: DIA106
    ```

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow}
    ===

    [Ban]: Phones should be banned in class.
      + <Attention>: A phone on the desk draws the eye.  {speech: Ada 1, side: ban}
          + On the desk, a phone draws the eye.  {speech: Cem 2, side: ban} // finding: DIA106
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

    [Ban]: Phones should be banned in class.
      + <Attention>: A phone on the desk draws the eye.  {speech: Ada 1, side: ban}

    <Attention>  {speech: Cem 2}
      + In our class fourteen of twenty looked at theirs.  {speech: Cem 2, side: ban}
    ```

    ## References

    - The word "extension" in the vocabulary of policy and Lincoln-Douglas debate: claim, warrant and impact are said
      again.
    """
    speeches = subject.shared(Speeches)
    for point in speeches.points:
        came_back = list(extensions(speeches, subject.map, point))
        if not came_back:
            continue
        reasons = {speeches.first(other.id) for other in supporters(subject.map, point)}
        for speech, other in came_back:
            if other.id != point.id:
                said, again = subject.words(point).stems, subject.words(other).stems
                if not said or overlap(said, again) < 0.9 or next(supporters(subject.map, other), None) is not None:
                    continue
                span = None
            elif speech in reasons or _is_worded(point, speech):
                continue
            else:
                named = [
                    each.span for each in point.occurrences if str(each.data.get("speech", "")).strip() == speech.id
                ]
                span = named[-1] if named else None
            yield Found(
                other,
                f'"{speech.id}" repeats {subject.name(point)} and gives no reason. '
                "Add why it still holds, and what follows from it.",
                span,
            )


def _is_worded(point: Node, speech: Speech) -> bool:
    """Whether a speech puts a point into words again."""
    return any(
        not each.is_reference and str(each.data.get("speech", "")).strip() == speech.id for each in point.occurrences
    )
