"""DIA209."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA209", Severity.INFO, profiles=("debate", "strict"))
def early_answer(subject: Subject) -> Iterator[Found]:
    """Something is answered before it was said.

    ## What it does

    Compares the speeches of an objection and of what it speaks against. Where the objection comes in an earlier
    speech, either the order of speeches or one of the names is wrong, or the speaker forestalled the point.

    ## Why it matters

    To forestall a point can be wise, if the other side is sure to make it. But a speaker who answers what nobody said
    gives the other side an argument. In minutes it is mostly a slip.

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
      + <Attention>: A phone draws the eye.  {speech: Cem 2, side: ban}
          - <Off>: A phone that is off draws no eye.  {speech: Ben 1, side: allow} // finding: DIA209
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
          - <Off>: A phone that is off draws no eye.  {speech: Ben 1, side: allow}
    ```
    """
    speeches = subject.shared(Speeches)
    if not speeches.all:
        return
    for relation in subject.map.relations:
        if relation.kind.is_negative and not relation.kind.is_symmetric:
            answer, point = speeches.first(relation.source), speeches.first(relation.target)
            if answer is not None and point is not None and answer.place < point.place:
                source, target = subject.map[relation.source], subject.map[relation.target]
                yield Found(
                    source,
                    f'{subject.name(source)} from "{answer.id}" answers {subject.name(target)}, which was said only in '
                    f'"{point.id}". Check the two speeches.',
                    subject.places.of(relation),
                )
