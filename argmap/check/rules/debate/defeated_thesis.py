"""DIA205."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.graph.dialectic import against, is_settled, standing, why_out
from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA205", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def defeated_thesis(subject: Subject) -> Iterator[Found]:
    """Something that stands speaks against a thesis.

    ## What it does

    Looks for theses that something attacks or contradicts which stands in the grounded reading. A thesis whose
    reasons fall is left to `thesis-unsupported`, and one marked `status: rejected` or `conceded` is left alone.

    ## Why it matters

    A reader takes the thesis for what the map defends. Where the map itself refutes it, either one side has not yet
    answered, or the thesis is wrong, and then the map should say so.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.  // finding: DIA205
      + <Rest>: Pupils who rest learn better.
      - <Later home>: Pupils get home later.
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.
      + <Rest>: Pupils who rest learn better.
      - <Later home>: Pupils get home later.
          - <Shorter lesson>: The last lesson gets shorter.
    ```
    """
    for thesis in subject.theses:
        attackers = [source for source, _ in subject.shared(against).get(thesis.id, ())]
        # A thesis that is accepted all the same is told by DIA108.
        if is_settled(thesis) or word(thesis, "status") in ("accepted", "rejected") or not standing(subject, attackers):
            continue
        yield Found(
            thesis,
            f"The thesis {subject.name(thesis)} {why_out(subject, thesis)}. "
            "Answer that, or mark the thesis {status: rejected}.",
        )
