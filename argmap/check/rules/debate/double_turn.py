"""DIA117."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import Speeches, role
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA117")
def double_turn(subject: Subject) -> Iterator[Found]:
    """One side turns both the link and the impact of the same argument.

    ## What it does

    Looks for replies with `role: link turn` and `role: impact turn` of one side, or in one speech, that speak against
    the same argument, or against claims in it.

    ## Why it matters

    A link turn says: the effect will not come, on the contrary, we prevent it. An impact turn says: the effect is
    good. Together they say that we prevent something good, and so they argue for the other side. Keep one of the two.

    ## Flagged

    ```argdown
    [Ban]: Phones should be banned in class.
      + <Quiet>: Without phones the breaks are quiet.  {side: ban}
          - <More noise>: Without phones pupils shout more.  {side: allow, role: link turn}
          - <Noise is good>: Noise shows that pupils play.  {side: allow, role: impact turn} // finding: DIA117
    ```

    ## Accepted

    ```argdown
    [Ban]: Phones should be banned in class.
      + <Quiet>: Without phones the breaks are quiet.  {side: ban}
          - <More noise>: Without phones pupils shout more.  {side: allow, role: link turn}
      + <Talk>: Without phones pupils talk to each other.  {side: ban}
          - <Quarrels>: Talk leads to quarrels.  {side: allow, role: impact turn}
    ```

    ## References

    - The term "double turn" in the vocabulary of policy debate.
    """
    turns = {record.id: role(record) for record in subject.map if role(record) in ("link-turn", "impact-turn")}
    if not turns:
        return
    speeches = subject.shared(Speeches)
    found: dict[tuple[str, str], dict[str, str]] = {}
    doubled = []
    for relation in subject.map.relations:
        source = relation.source
        if source not in turns or not relation.kind.is_negative:
            continue
        speech = speeches.first(source)
        side = speeches.side_of(source) or (speech.id if speech else "")
        target = subject.map[relation.target]
        whole = [target.id] if isinstance(target, Argument) else []
        if not whole:
            users = (user for user in subject.map.neighbours(target) if isinstance(user, Argument))
            whole = [target.id, *(user.id for user in users if target.id in (*user.premises, user.conclusion))]
        for each in whole:
            sorts = found.setdefault((side, each), {})
            sorts.setdefault(turns[source], source)
            if len(sorts) == 2 and source in sorts.values():
                doubled.append((source, next(other for other in sorts.values() if other != source), each))
    told = set()
    for source, other, each in doubled:
        if source not in told:
            told.add(source)
            record, aim = subject.map[source], subject.map[each]
            yield Found(
                record,
                f"{subject.name(subject.map[other])} and {subject.name(record)} turn both the link and the impact of "
                f"{subject.name(aim)}, and so argue for it. Keep one of the two.",
            )
