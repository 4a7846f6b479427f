"""DIA201."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import thesis_line, unanswered_outside
from argmap.check.rule import Found, rule
from argmap.check.speeches import speaks_against
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA201", Severity.INFO, profiles=("debate",))
def unanswered_objection(subject: Subject) -> Iterator[Found]:
    """Nothing answers an objection that does not touch a thesis directly.

    ## What it does

    Looks for attacks and undercuts that nothing answers and that aim at something off the line of every thesis:
    mostly answers to objections. `unanswered-attack` looks at the others.

    What was said in a speech is left to `dropped-argument`, which knows who could have answered.

    ## Why it matters

    Every debate ends somewhere, and its last answers stay without an answer. This list shows where it ends, so that
    you can see whether one side always has the last word, and where it would be worth going on.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.
          - <Ten minutes>: Ten minutes later is hardly later.  // finding: DIA201
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.
          - <Ten minutes>: Ten minutes later is hardly later.
            {status: conceded}
    ```
    """
    line, waiting = subject.shared(thesis_line), subject.shared(unanswered_outside)
    targets: dict[str, list[str]] = {}
    for relation in subject.map.relations:
        if speaks_against(relation.kind) and relation.source in waiting:
            targets.setdefault(relation.source, []).append(relation.target)
    for key, aims in targets.items():
        if line.isdisjoint(aims):
            source, target = subject.map[key], subject.map[aims[0]]
            yield Found(
                source,
                f"{subject.name(source)} speaks against {subject.name(target)}, and nothing answers it. "
                "Go on from here if it matters.",
            )
