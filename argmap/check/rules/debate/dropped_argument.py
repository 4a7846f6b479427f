"""DIA102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import dropped
from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA102", Severity.INFO, profiles=("debate", "strict"))
def dropped_argument(subject: Subject) -> Iterator[Found]:
    """The other side had a speech to answer an argument, and never answered it.

    ## What it does

    Looks at claims and arguments with `speech` in their data that speak for a thesis or against the other side;
    reasons for these are part of them. If another side has a speech afterwards in which it is to answer, and nothing
    that is not of the same side ever speaks against the point, its premises or what it draws on the way, it was
    dropped. The first speech of a side need not answer yet; in the front matter, `answers: true` or `answers: false`
    says otherwise of a speech. What is marked `status: conceded` was not dropped but granted. What a side says against
    itself, in a speech of the other side, too late or too early is left to `own-goal`, `wrong-speaker`,
    `new-in-last-speech` and `early-answer`.

    ## Why it matters

    Judges who keep a flow, a sheet with a column for each speech, take an argument that was dropped as granted. If it
    is yours, say so in your next speech; if it is theirs, answer it while you can.

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
      + <Attention>: A phone draws the eye.  {speech: Ada 1, side: ban}
      + <Quarrels>: Phones lead to quarrels.  {speech: Ada 1, side: ban} // finding: DIA102
      - <A tool>: A phone looks words up.  {speech: Ben 1, side: allow} // finding: DIA102

    <Attention>
      - <Off>: A phone that is off draws no eye.  {speech: Dia 2, side: allow}
    ```

    ## Accepted

    What was said in the last speech of the other side cannot be answered any more.

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
      + <Quarrels>: Phones lead to quarrels.  {speech: Ada 1, side: ban, status: conceded}

    <Attention>
      - <Off>: A phone that is off draws no eye.  {speech: Dia 2, side: allow}
    ```

    Nobody has to answer what a side says against itself.

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
        - <Off>: A phone that is off draws no eye.  {speech: Cem 2, side: ban}
        - <Books>: A book draws the eye as well.  {speech: Dia 2, side: allow}
    ```

    A map without speeches has nothing to drop.

    ```argdown
    [Ban]: Phones should be banned in class.
      + <Attention>: A phone draws the eye.
    ```

    ## References

    - The rule "silence is consent" of flowing in policy and Lincoln-Douglas debate.
    """
    speeches = subject.shared(Speeches)
    for name, due in subject.shared(dropped).items():
        point = subject.map[name]
        yield Found(
            point,
            f'{subject.name(point)} from "{speeches.of(point)[0].id}" was never answered, though "{due.id}" could have '
            "done it. Answer it, or mark it {status: conceded}.",
        )
