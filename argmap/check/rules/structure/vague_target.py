"""STR113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.grounding import grounding, is_spelt_out
from argmap.check.graph.uses import lines_of
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR113", Severity.INFO)
def vague_target(subject: Subject) -> Iterator[Found]:
    """An objection aims at an argument with several premises and does not say at which.

    ## What it does

    Looks for attacks on arguments with two premises or more that attack none of these, and are no undercut. Attacks by
    arguments that are spelt out themselves are left to `ungrounded-relation`.

    ## Why it matters

    An argument can fail in different places: one premise is false, or the step does not follow. Whoever answers
    an objection has to know which. To aim it makes a better objection, too, because it shows what the other side may
    keep.

    ## Flagged

    ```argdown
    <Robots>: Robots should clean the school.

    (1) [Cheap]: Robots clean for less money.
    (2) [Save]: The school should save money.
    ----
    (3) [Use robots]: Robots should clean the school.

    <Jobs>: Cleaners need their jobs.
      -> <Robots>  // finding: STR113
    ```

    ## Accepted

    ```argdown
    <Robots>: Robots should clean the school.

    (1) [Cheap]: Robots clean for less money.
    (2) [Save]: The school should save money.
    ----
    (3) [Use robots]: Robots should clean the school.

    <Repairs>: Repairs eat up what robots save.
      -> [Cheap]

    <Jobs>: Cleaners need their jobs more than the school needs money.
      _> <Robots>
    ```
    """
    arguments = {argument.id: argument for argument in subject.map.arguments if len(set(argument.premises)) > 1}
    inferred = {argument.conclusion for argument in subject.map.arguments if argument.steps}
    for relation in subject.map.relations:
        target = arguments.get(relation.target)
        if relation.kind is not RelationKind.ATTACK or target is None or relation.source in inferred:
            continue
        source = subject.map[relation.source]
        if is_spelt_out(source) or subject.shared(grounding).bears_on(source.id, lines_of(target), against=True):
            continue
        assert isinstance(target, Argument)
        count = len(set(target.premises))
        yield Found(
            relation,
            f"{subject.name(source)} attacks {subject.name(target)}, which has {count:,} premises. Aim it at the "
            "premise that it denies, or make it an undercut if it doubts the step.",
        )
