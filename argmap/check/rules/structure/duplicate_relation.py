"""STR109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.written import lines
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR109")
def duplicate_relation(subject: Subject) -> Iterator[Found]:
    """A relation is written twice below the same line.

    ## What it does

    Looks for two lines below one element that relate the same two claims or arguments in the same way. A relation
    that is written from both of its ends, or again in an overview elsewhere, is accepted: that is how long debates
    are kept readable.

    ## Why it matters

    A reason counts once, however often it is said. A line that stands twice was mostly meant to name another claim,
    so a reason is missing from the map.

    ## Flagged

    ```argdown
    [Cycle lane]: Main Street needs a cycle lane.
      + [Safe]: A lane of their own keeps cyclists safe.
      - [Parking]: The lane takes parking away.
      + [Safe]  // finding: STR109
    ```

    ## Accepted

    ```argdown
    [Cycle lane]: Main Street needs a cycle lane.
      + [Safe]: A lane of their own keeps cyclists safe.

    [Safe]
      +> [Cycle lane]
      + [Crashes]: Most crashes happen where lanes end.
    ```

    ## How it is fixed

    The second line is removed, if nothing hangs on it.
    """
    for relation in subject.map.relations:
        if len(relation.spans) < 2:
            continue
        seen: dict[tuple[int, str], int] = {}
        known = subject.shared(lines)
        for which, span in enumerate(relation.spans):
            line = known.get(span.start)
            if line is None:
                continue
            first = seen.setdefault((line.parent_start, line.child), which)
            if first != which:
                above, below = subject.map[line.parent], subject.map[line.child]
                yield Found(
                    relation,
                    f"{subject.name(below)} stands twice below {subject.name(above)} with the same relation. Remove "
                    "one, or name the claim that is meant.",
                    span,
                    ((relation.spans[first], "the first time"),),
                    subject.removing(relation, which),
                )
