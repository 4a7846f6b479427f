"""CLS201."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """The task."""

    share: Annotated[float, Ge(0), Le(1)] = 0


@rule("CLS201", Severity.INFO, options=Options, profiles=("classroom",))
def missing_counterargument(subject: Subject, options: Options) -> Iterator[Found]:
    """A reason for the thesis has no counterargument, though the task asks for one.

    ## What it does

    Looks at the reasons directly below the thesis: the claims and arguments that support it. Each is to be attacked or
    undercut, itself or in a premise. Nothing is found until the teacher sets the task in the options.

    ## Why it matters

    A reason that nobody has tried to shake is not yet a strong one. Think of the best thing that could be said against
    it; if you can answer that, the reason has grown.

    ## Flagged

    ```argdown
    ===
    title: Should we bring our own cups?
    check: {rules: {missing-counterargument: {share: 1}}}
    ===

    [Cups]: We should bring our own cups.
      + [Waste]: There is less waste.  // finding: CLS201
      + [Cost]: Paper cups cost money.
        - [Little]: They cost two cents.
    ```

    ## Accepted

    ```argdown
    ===
    title: Should we bring our own cups?
    check: {rules: {missing-counterargument: {share: 0.5}}}
    ===

    [Cups]: We should bring our own cups.
      + [Waste]: There is less waste.
      + [Cost]: Paper cups cost money.
        - [Little]: They cost two cents.
    ```

    ## Options

    - `share`: which share of the reasons is to have a counterargument, from 0 to 1 (default 0).
    """
    if not options.share:
        return
    theses = {thesis.id for thesis in subject.theses}
    attacked = {relation.target for relation in subject.map.relations if relation.kind in ("attack", "undercut")}
    reasons = {
        relation.source: None
        for relation in subject.map.relations
        if relation.kind in ("support", "entails") and relation.target in theses
    }
    arguments = {argument.id: argument for argument in subject.map.arguments}
    reasons.update({name: None for name, argument in arguments.items() if argument.conclusion in theses})
    unopposed = [
        name
        for name in reasons
        if name not in attacked and (name not in arguments or attacked.isdisjoint(arguments[name].premises))
    ]
    if len(reasons) - len(unopposed) >= options.share * len(reasons):
        return
    for name in unopposed:
        record = subject.map[name]
        yield Found(
            record, f"Nothing is said against {subject.name(record)}. Write the best counterargument you can think of."
        )
