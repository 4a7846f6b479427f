"""DIA104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import new_points
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA104")
def new_in_last_speech(subject: Subject) -> Iterator[Found]:
    """A new argument comes in a speech that may not bring one.

    ## What it does

    Looks at the speeches that the front matter lists with `new: false`. What is first said there must bear on
    something that was said in an earlier speech: answer it, or support it. The thesis alone is not enough.

    ## Why it matters

    The other side could not answer any more, so most formats of debate forbid it, and judges do not count it. Bring
    the argument earlier, or show to what earlier point it belongs.

    ## Flagged

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow, new: false}
    ===

    [Allow]: Phones should be allowed in class.
      - <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban}
      + <Emergency>: Parents can call in an emergency.  {speech: Dia 2, side: allow} // finding: DIA104
    ```

    ## Accepted

    ```argdown
    ===
    speeches:
      - {id: Ada 1, side: ban}
      - {id: Ben 1, side: allow}
      - {id: Cem 2, side: ban}
      - {id: Dia 2, side: allow, new: false}
    ===

    [Allow]: Phones should be allowed in class.
      - <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban}

    <Attention>
      - <Off>: A phone that is off draws no eye.  {speech: Dia 2, side: allow}
          + Ours are off, and nobody looks.  {speech: Dia 2, side: allow}
    ```

    ## References

    - The final focus in public forum debate, the rebuttals in policy and Lincoln-Douglas debate, and the reply
      speeches at the World Schools Debating Championships may bring no new arguments.
    """
    for point, speech in subject.shared(new_points):
        yield Found(
            point,
            f'{subject.name(point)} is new in "{speech.id}", which may bring no new arguments. '
            "Say it in an earlier speech, or show what earlier point it answers or supports.",
        )
