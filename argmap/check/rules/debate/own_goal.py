"""DIA112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.dialectic import is_settled
from argmap.check.rule import Found, rule
from argmap.check.speeches import speaks_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA112")
def own_goal(subject: Subject) -> Iterator[Found]:
    """A side speaks against its own claim.

    ## What it does

    Looks for attacks and undercuts between claims and arguments that bear the same `side`. What is marked
    `status: conceded` or `withdrawn` may be attacked.

    ## Why it matters

    Whoever argues on one side for two things that fight each other hands the other side its best reply. Perhaps the
    side was written wrongly; perhaps the team must decide for one of the two.

    ## Flagged

    ```argdown
    [Later]: School should start at nine.  {side: later}
      + <Sleep>: Pupils sleep too little.  {side: later}
          - <Late nights>: Pupils who get up later go to bed later.  {side: later} // finding: DIA112
    ```

    ## Accepted

    ```argdown
    [Later]: School should start at nine.  {side: later}
      + <Sleep>: Pupils sleep too little.  {side: later}
          - <Late nights>: Pupils who get up later go to bed later.  {side: early}
    ```

    A side may correct itself.

    ```argdown
    [Later]: School should start at nine.  {side: later}
      + <Accidents>: Tired pupils have accidents on the way.  {side: later, status: withdrawn}
          - <No case>: Nobody knows of a single accident.  {side: later}
    ```
    """
    for relation in subject.map.relations:
        if not speaks_against(relation.kind) or relation.source == relation.target:
            continue
        source, target = subject.map[relation.source], subject.map[relation.target]
        if source.side is None or source.side != target.side or is_settled(source) or is_settled(target):
            continue
        yield Found(
            source,
            f"{subject.name(source)} speaks against {subject.name(target)}, and both are of the side {source.side}. "
            "Give one of them to the other side, or withdraw it.",
            subject.places.of(relation),
            tuple((span, "what it speaks against") for span in [subject.places.of(target)] if span),
        )
