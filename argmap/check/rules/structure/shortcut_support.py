"""STR117."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.single_reasons import single_reasons
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument

_MOST = 50
"""Of two claims that support more than this each, their supports are not compared."""


@rule("STR117", Severity.INFO)
def shortcut_support(subject: Subject) -> Iterator[Found]:
    """A reason supports a claim directly and once more by way of another reason.

    ## What it does

    Looks for three records of which the first supports the second, the second the third, and the first also the
    third. An argument with one premise counts as a support of its conclusion by that premise.

    ## Why it matters

    Seen on the map, the same reason seems to count twice. If it only bears on the claim by way of the other reason, the
    shortcut makes the case look stronger than it is. If it really is a reason of its own as well, nothing is wrong.

    ## Flagged

    ```argdown
    [Skate park]: The town should build a skate park.
      + [Meet]: Young people need a place to meet.
        + [Nothing open]: In the evening nothing is open.
      + [Nothing open]  // finding: STR117
    ```

    ## Accepted

    ```argdown
    [Skate park]: The town should build a skate park.
      + [Meet]: Young people need a place to meet.
        + [Nothing open]: In the evening nothing is open.
    ```

    ## How it is fixed

    The direct relation is removed. That is for you to decide: it may be a reason of its own.
    """
    supported: dict[str, dict[str, Relation | Argument]] = {}
    for target, sources in subject.shared(single_reasons).items():
        for source, why in sources.items():
            supported.setdefault(source, {})[target] = why
    for first, targets in supported.items():
        if len(targets) < 2:
            continue
        for second in targets:
            further = supported.get(second)
            if further is None or (len(targets) > _MOST and len(further) > _MOST):
                continue
            few, many = (targets, further) if len(targets) <= len(further) else (further, targets)
            for third in few:
                direct = targets.get(third)
                if third in many and isinstance(direct, Relation) and third != first:
                    names = [subject.name(subject.map[each]) for each in (first, third, second)]
                    fix = subject.removing(direct)
                    yield Found(
                        direct,
                        f"{names[0]} supports {names[1]} directly and also by way of {names[2]}, so it seems to "
                        "count twice. Remove the direct relation, unless it is a reason of its own.",
                        fix=None if fix is None else type(fix)(fix.title, fix.edits),
                    )
