"""DIA104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches

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
    speeches = subject.shared(Speeches)
    closed = [speech for speech in speeches.all if not speech.may_introduce]
    if not closed:
        return
    theses = {thesis.id for thesis in subject.theses}
    for speech in closed:
        old = _resting_on_earlier(subject, speech.place, theses)
        for point in speeches.points:
            if speeches.of(point)[0] is speech and point.id not in old:
                yield Found(
                    point,
                    f'{subject.name(point)} is new in "{speech.id}", which may bring no new arguments. '
                    "Say it in an earlier speech, or show what earlier point it answers or supports.",
                )


def _resting_on_earlier(subject: Subject, place: int, theses: set[str]) -> set[str]:
    """Return the ids of all that bears on something said before a speech; what bears on a thesis only does not."""
    speeches = subject.shared(Speeches)
    seen = set()
    for record in subject.map:
        speech = speeches.first(record.id)
        if speech is not None and speech.place < place and record.id not in theses:
            seen.add(record.id)
    index = subject.index
    waiting = [index.position[name] for name in seen]
    drawn = index.edges["intermediate"]
    while waiting:
        position = waiting.pop()
        behind = [other for row in index.edges.values() for other in row.sources(position)]
        for other in (*behind, *drawn.targets(position)):
            name = index.ids[other]
            if name not in seen and name not in theses:
                seen.add(name)
                waiting.append(other)
    return seen
