"""STR108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_DEEDS = {
    "support": "supports",
    "attack": "attacks",
    "undercut": "undercuts",
    "contrary": "is contrary to",
    "contradictory": "contradicts",
    "entails": "entails",
}


@rule("STR108", Severity.ERROR)
def self_relation(subject: Subject) -> Iterator[Found]:
    """A claim or argument supports or attacks itself.

    ## What it does

    Looks for relations that lead from a claim or argument to the same one.

    ## Why it matters

    Nothing is a reason for or against itself. Nearly always a title was copied and not changed.

    ## Flagged

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Uniforms]  // finding: STR108
      + [Equality]: Uniforms hide who has money.
    ```

    ## Accepted

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.
    ```

    ## How it is fixed

    The relation is removed.
    """
    for relation in subject.map.relations:
        if relation.source == relation.target:
            record = subject.map[relation.source]
            yield Found(
                relation,
                f"{subject.name(record)} {_DEEDS[relation.kind]} itself. Remove the relation, or name another claim.",
                fix=subject.removing(relation),
            )
