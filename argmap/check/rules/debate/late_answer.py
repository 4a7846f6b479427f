"""DIA105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import is_settled, replies
from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA105", Severity.INFO, profiles=("debate", "strict"))
def late_answer(subject: Subject) -> Iterator[Found]:
    """The first answer to an argument comes later than it should.

    ## What it does

    Looks for arguments with `speech` in their data that the other side answers, but not in its first speech after
    them in which it is to answer. The first speech of a side need not answer yet; `answers: true` in the front matter
    says otherwise.

    ## Why it matters

    An answer that comes late leaves the other side less time to reply, so judges give it less weight, or none. Plan
    your time so that each argument is met in the next speech, if only with one sentence.

    ## Flagged

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow, answers: true}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow}
    ===

    [Ban]: Phones should be banned in class.
      + <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban} // finding: DIA105

    <Attention>
      - <Off>: A phone that is off draws no eye.  {speech: Dia 2, side: allow}
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
      + <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban}

    <Attention>
      - <Off>: A phone that is off draws no eye.  {speech: Dia 2, side: allow}
    ```

    ## References

    - Flowing in policy and Lincoln-Douglas debate: an argument is to be met in the next speech.
    """
    speeches = subject.shared(Speeches)
    for point in speeches.points:
        speech = speeches.of(point)[0]
        side = speeches.side_of(point.id)
        due = speeches.next_against(speech, side) if side is not None else None
        if due is None or is_settled(point):
            continue
        answers = [source for source, _ in replies(subject, point) if speeches.side_of(source) != side]
        times = [speeches.first(source) for source in answers]
        said = [each for each in times if each is not None]
        # An answer without a speech may have come in time.
        if not said or len(said) < len(times):
            continue
        first = min(said, key=lambda each: each.place)
        if first.place > due.place:
            answer = subject.map[answers[times.index(first)]]
            yield Found(
                point,
                f'{subject.name(point)} was answered only in "{first.id}", by {subject.name(answer)}; '
                f'"{due.id}" could have done it. Move the answer, if it was given before.',
            )
