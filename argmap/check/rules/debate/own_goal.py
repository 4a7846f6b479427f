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
    """A side speaks against its own claim, or for one of the other side.

    ## What it does

    Looks for attacks and undercuts between claims and arguments that bear the same `side` and, in a map with two
    sides, for supports from one to the other. What is marked `status: conceded` or `withdrawn` does not count. What
    both supports and attacks the same is the matter of `both-supports-and-attacks`.

    ## Why it matters

    Whoever argues on one side for two things that fight each other hands the other side its best reply. Perhaps the
    side was written wrongly; perhaps the team must decide for one of the two.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.  {side: ban}
      + <Attention>: A phone draws the eye.  {side: ban}
          - <Used to it>: Pupils are so used to phones that they do not look.  {side: ban} // finding: DIA112
      + <A tool>: A phone looks words up.  {side: allow} // finding: DIA112
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
    is_two_sided = len(subject.map.sides) == 2
    for relation in subject.map.relations:
        is_against = speaks_against(relation.kind)
        if not is_against and not (is_two_sided and relation.kind is RelationKind.SUPPORT):
            continue
        source, target = subject.map[relation.source], subject.map[relation.target]
        if source.side is None or target.side is None or is_against is not (source.side == target.side):
            continue
        if relation.source == relation.target or is_settled(source) or is_settled(target):
            continue
        if is_against and (relation.source, relation.target) in pairs:
            continue  # see both-supports-and-attacks
        if is_against:
            told = (
                f"{subject.name(source)} speaks against {subject.name(target)}, and both are of the side "
                f"{source.side}. Give one of them to the other side, or withdraw it."
            )
        else:
            told = (
                f"{subject.name(source)} is of the side {source.side} and supports {subject.name(target)}, which is "
                f"of the side {target.side}. Correct one of the sides, or mark the support {{status: conceded}}."
            )
        where = [subject.places.of(target)]
        role = "what it speaks against" if is_against else "what it supports"
        yield Found(source, told, subject.places.of(relation), tuple((span, role) for span in where if span))
