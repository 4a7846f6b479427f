"""DIA112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.dialectic import is_settled
from argmap.check.rule import Found, rule
from argmap.check.speeches import speaks_against
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA112")
def own_goal(subject: Subject) -> Iterator[Found]:
    """A side speaks against its own claim.

    ## What it does

    Looks for attacks and undercuts between claims and arguments that bear the same `side`. What is marked
    `status: conceded` or `withdrawn` may be attacked. What both supports and attacks the same is the matter of
    `both-supports-and-attacks`.

    ## Why it matters

    Whoever argues on one side for two things that fight each other hands the other side its best reply. Perhaps the
    side was written wrongly; perhaps the team must decide for one of the two.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.  {side: ban}
      + <Attention>: A phone draws the eye.  {side: ban}
          - <Used to it>: Pupils are so used to phones that they do not look.  {side: ban} // finding: DIA112
    ```

    ## Accepted

    ```argdown
    ===
    check: {ignore: [both-supports-and-attacks]}
    ===

    [Ban]: Phones should be banned in class.  {side: ban}
      + <Attention>: A phone draws the eye.  {side: ban}
      - <Attention>
    ```

    ```argdown
    [Ban]: Phones should be banned in class.  {side: ban}
      + <Attention>: A phone draws the eye.  {side: ban}
          - <Used to it>: Pupils are so used to phones that they do not look.  {side: allow}
    ```

    A side may correct itself.

    ```argdown
    [Ban]: Phones should be banned in class.  {side: ban}
      + <Quarrels>: Phones lead to quarrels.  {side: ban, status: withdrawn}
          - <No case>: Nobody knows of a single quarrel.  {side: ban}
    ```
    """
    pairs = {(each.source, each.target) for each in subject.map.relations if each.kind is RelationKind.SUPPORT}
    for relation in subject.map.relations:
        if not speaks_against(relation.kind) or relation.source == relation.target:
            continue
        if (relation.source, relation.target) in pairs:
            continue  # see both-supports-and-attacks
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
