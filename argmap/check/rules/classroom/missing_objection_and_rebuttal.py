"""CLS102."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """The task."""

    objections: Annotated[int, Ge(0)] = 0
    rebuttals: Annotated[int, Ge(0)] = 0


@rule("CLS102", Severity.INFO, options=Options, profiles=("classroom",))
def missing_objection_and_rebuttal(subject: Subject, options: Options) -> Iterator[Found]:
    """The map has fewer objections, or answers to objections, than the task asks for.

    ## What it does

    Counts the claims and arguments that attack or undercut something (objections), and among them those that attack or
    undercut an objection or one of its premises (rebuttals). Nothing is found until the teacher sets the task in the
    options.

    ## Why it matters

    An essay that only gives reasons for its thesis convinces those who believe it already. The others wait for their
    objection. Whoever states it fairly and answers it shows that the thesis can bear it.

    ## Flagged

    ```argdown
    ===
    title: Should homework be marked?  # finding: CLS102
    check: {rules: {missing-objection-and-rebuttal: {objections: 1, rebuttals: 1}}}
    ===

    [Mark]: Homework should be marked.
      + [Care]: Marked homework is done with care.
      - [Help]: Some pupils have help at home.
    ```

    ## Accepted

    ```argdown
    ===
    title: Should homework be marked?
    check: {rules: {missing-objection-and-rebuttal: {objections: 1, rebuttals: 1}}}
    ===

    [Mark]: Homework should be marked.
      + [Care]: Marked homework is done with care.
      - [Help]: Some pupils have help at home.
        - [Club]: The homework club helps everybody.
    ```

    ## Options

    - `objections`: how many objections the map is to have (default 0).
    - `rebuttals`: how many of them are to answer an objection (default 0).
    """
    if not (options.objections or options.rebuttals):
        return
    attacks = [relation for relation in subject.map.relations if relation.kind in ("attack", "undercut")]
    objections = {relation.source for relation in attacks}
    parts = objections.union(*(a.premises for a in subject.map.arguments if a.id in objections))
    rebuttals = {relation.source for relation in attacks if relation.target in parts}
    counts = [
        (len(objections), options.objections, "objections"),
        (len(rebuttals), options.rebuttals, "answers to objections"),
    ]
    left = ", ".join(f"{count:,} of {wanted:,} {what}" for count, wanted, what in counts if count < wanted)
    if left:
        yield Found(None, f"This map has {left}. Ask what somebody who disagrees would say, and answer it.")
