"""DIA112."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import is_settled
from argmap.check.graph.ways_of_reasons import turned_round
from argmap.check.rule import Found, rule
from argmap.check.speeches import speaks_against
from argmap.model.records import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Relation

_MOST = 10
"""How many conflicts a finding shows."""


@rule("DIA112")
def own_goal(subject: Subject) -> Iterator[Found]:
    """A side speaks against its own claim, or for one of the other side.

    ## What it does

    Looks for attacks and undercuts between claims and arguments that bear the same `side` and, in a map with two
    sides, for supports from one to the other. What is marked `status: conceded` or `withdrawn` does not count. What
    speaks against something that it is also a reason for is left to `both-supports-and-attacks` and
    `support-attacks-conclusion`. Where a record attacks or is attacked by its own side more than once, that is one
    finding: probably its side is wrong.

    ## Why it matters

    Whoever argues on one side for two things that fight each other hands the other side its best reply. Perhaps the
    side was written wrongly; perhaps the team must decide for one of the two.

    ## Flagged

    ```argdown
    [Later]: School should start at nine.  {side: later}
      + <Sleep>: Pupils sleep too little.  {side: later}
          - <Late nights>: Pupils who get up later go to bed later.  {side: later} // finding: DIA112
    ```

    Here only one side is wrong:

    ```argdown
    [Ban]: Phones should be banned in class.  {side: ban}
      - <A tool>: A phone looks words up.  {side: ban} // finding: DIA112
          - <Books>: So do books.  {side: ban}
    ```

    A support from the other side:

    ```argdown
    [Later]: School should start at nine.  {side: later}
      + <Sleep>: Pupils sleep too little.  {side: later}
      + <Buses>: The first bus comes at half past seven.  {side: early} // finding: DIA112
      - <Clubs>: Clubs end after dark.  {side: early}
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

    What is for and against one thing is told as such (STR110, LOG202).

    ```argdown
    [Ban]: Phones should be banned in class.  {side: ban}

    <Breaks>: Phones spoil the breaks.  {side: ban}

    (1) [Alone]: With a phone, pupils spend the break alone.  {side: ban}
      -> [Ban]
    (2) [Together]: Pupils should spend the break together.  {side: ban}
    ----
    (3) [Ban]
    ```
    """
    relations = list(_own_goals(subject))
    times = Counter(end for relation in relations for end in (relation.source, relation.target))
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        often = times[relation.target] > times[relation.source]
        found.setdefault(relation.target if often else relation.source, []).append(relation)
    for name, conflicts in found.items():
        record = subject.map[name]
        first = conflicts[0]
        target = subject.map[first.target]
        if len(conflicts) == 1:
            yield Found(
                subject.map[first.source],
                f"{subject.name(subject.map[first.source])} speaks against {subject.name(target)}, and both are of the "
                f'side "{record.side}". '
                "Give one of them to the other side, or withdraw it.",
                subject.places.of(first),
                tuple((span, "what it speaks against") for span in [subject.places.of(target)] if span),
            )
        else:
            yield Found(
                record,
                f'{subject.name(record)} is in {len(conflicts):,} conflicts with its own side "{record.side}". Correct '
                "its side, or withdraw it.",
                subject.places.of_data(record, "side"),
                tuple((span, "a conflict") for each in conflicts[:_MOST] if (span := subject.places.of(each))),
            )
    if len(subject.map.sides) == 2:
        for relation in subject.map.relations:
            if relation.source not in found and _helps_the_others(relation, subject):
                source, other = subject.map[relation.source], subject.map[relation.target]
                yield Found(
                    source,
                    f"{subject.name(source)} is of the side {source.side} and supports {subject.name(other)}, which is "
                    f"of the side {other.side}. Correct one of the sides, or mark the support {{status: conceded}}.",
                    subject.places.of(relation),
                    tuple((span, "what it supports") for span in [subject.places.of(other)] if span),
                )


def _helps_the_others(relation: Relation, subject: Subject) -> bool:
    """Whether a relation is a support of what the other side says."""
    if relation.kind is not RelationKind.SUPPORT:
        return False
    source, target = subject.map[relation.source], subject.map[relation.target]
    is_across = source.side is not None and target.side is not None and source.side != target.side
    return is_across and not (is_settled(source) or is_settled(target))


def _own_goals(subject: Subject) -> Iterator[Relation]:
    turned = {id(relation) for relation, _ in subject.shared(turned_round)}
    for relation in subject.map.relations:
        if not speaks_against(relation.kind) or relation.source == relation.target or id(relation) in turned:
            continue
        source, target = subject.map[relation.source], subject.map[relation.target]
        if source.side is not None and source.side == target.side and not (is_settled(source) or is_settled(target)):
            yield relation
