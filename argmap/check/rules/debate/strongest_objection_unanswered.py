"""DIA203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import number
from argmap.check.graph.dialectic import against, is_settled, standing, unanswered
from argmap.check.rule import Found, Needs, rule
from argmap.check.speeches import speaks_against, supporters, with_premises
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject


@rule("DIA203", Severity.WARNING, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def strongest_objection_unanswered(subject: Subject) -> Iterator[Found]:
    """The strongest objection to a thesis has no answer, while weaker ones have.

    ## What it does

    Compares the objections to a thesis, to the reasons for it and to their premises. If all have a `weight`, the
    heaviest is the strongest; else the one with the most supports that stand, if it has two or more. Where two are
    equally strong, or where no objection is answered, nothing is found.

    ## Why it matters

    Nobody is convinced by answers to the weak objections while the strong one is passed over. A good speaker states
    the best objection first, in its best form, and answers that.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.  // finding: DIA203
          + <Bus>: The next bus comes an hour later.
          + <Club>: The sports club starts at four.
      - <Boredom>: Pupils get bored.
          - <Games>: The school has games to lend.
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.
          + <Bus>: The next bus comes an hour later.
          - <Shorter lesson>: The last lesson gets shorter.
      - <Boredom>: Pupils get bored.
    ```
    """
    waiting, table = subject.shared(unanswered), subject.shared(against)
    for thesis in subject.theses:
        near = {thesis.id: None}
        for reason in subject.map.supports_of(thesis):
            near.update(dict.fromkeys(with_premises(subject.map, reason)))
        objections = {
            source: subject.map[source]
            for name in near
            for source, relation in table.get(name, ())
            if speaks_against(relation.kind) and source not in near and not is_settled(subject.map[source])
        }
        if len(objections) < 2 or all(name in waiting for name in objections):
            continue
        weights = [number(record.data.get("weight")) for record in objections.values()]
        given = [each for each in weights if each is not None]
        if len(given) == len(weights):
            strengths = given
        else:
            strengths = [_supports(subject, record) for record in objections.values()]
        most = max(strengths)
        strongest = list(objections.values())[strengths.index(most)]
        if most > 0 and strengths.count(most) == 1 and strongest.id in waiting:
            yield Found(
                strongest,
                f"{subject.name(strongest)} is the strongest objection on the way to {subject.name(thesis)}, and "
                "it has no answer, though weaker ones have. Answer this one first.",
            )


def _supports(subject: Subject, record: Node) -> float:
    """Return how many supports of an objection stand; nothing for a single one."""
    count = len(standing(subject, list({other.id for other in supporters(subject.map, record)})))
    return float(count if count > 1 else 0)
