"""DIA101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import thesis_line, unanswered_outside
from argmap.check.rule import Found, rule
from argmap.check.speeches import speaks_against
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA101", Severity.WARNING, profiles=("debate", "strict"))
def unanswered_attack(subject: Subject) -> Iterator[Found]:
    """Nothing answers an objection to a thesis or to a reason for it.

    ## What it does

    Looks for attacks and undercuts on the line of a thesis: on a thesis itself, on what speaks for it, or on a
    premise of that. Such an objection is answered when something speaks against it or against a claim that it rests
    on. It also counts as dealt with when its data say `status: conceded`, `outweighed` or `withdrawn`.

    What was said in a speech is left to `dropped-argument`, which knows who could have answered.

    ## Why it matters

    Whoever listens gives the point to the last one who spoke. An objection that stays without an answer looks like
    one that has none. You need not beat it: you may also grant it, and say why your side is right all the same.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.
      + <Rest>: Pupils who rest learn better in the afternoon.
          - <Later home>: Pupils who get home later rest less.  // finding: DIA101
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.
      + <Rest>: Pupils who rest learn better in the afternoon.
          - <Later home>: Pupils who get home later rest less.
              - <Ten minutes>: Ten minutes later is hardly later.
      - <Timetable>: The timetable has to be made anew.
        {status: conceded}
    ```

    An answer to an objection needs no answer itself; what nobody answers off the line of the thesis is
    `unanswered-objection`.

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.
          - <Ten minutes>: Ten minutes later is hardly later.
    ```

    ## References

    - Rationale, a program for argument maps, asks for a rebuttal to each objection.
    - D. Walton, Fundamentals of Critical Argumentation, Cambridge University Press 2006.
    """
    line, waiting, seen = subject.shared(thesis_line), subject.shared(unanswered_outside), set()
    for relation in subject.map.relations:
        if speaks_against(relation.kind) and relation.target in line and relation.source in waiting:
            if relation.source in seen:
                continue
            seen.add(relation.source)
            source, target = subject.map[relation.source], subject.map[relation.target]
            yield Found(
                source,
                f"{subject.name(source)} speaks against {subject.name(target)}, and nothing answers it. "
                "Answer it, or mark it {status: conceded} if it is granted.",
            )
