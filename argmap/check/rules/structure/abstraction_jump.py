"""STR118."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.single_reasons import single_reasons
from argmap.check.rule import Found, rule
from argmap.check.words.words import overlap
from argmap.diagnostics import Severity
from argmap.model.records import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_MORE = 0.3
_MOST = 12
"""How many claims that one claim supports are looked at as steps further up."""


@rule("STR118", Severity.INFO, profiles=("analysis",))
def abstraction_jump(subject: Subject) -> Iterator[Found]:
    """A reason seems to bear on the claim two levels up, not on the one above it.

    ## What it does

    Compares the words of a reason with those of the claim it supports, and with those of what that claim supports in
    turn. It asks where the second pair shares far more words (by 0.3 or more of all their words).

    ## Why it matters

    On a map, every reason should answer "why?" for the line right above it. If it answers for a line further up, it has
    slipped down a level, or a step between is missing. This rule looks at words only, so its question is often answered
    with no.

    ## Flagged

    ```argdown
    [Zoo]: The town should close the zoo.
      + [Space]: Large animals need space.
        + [Closing helps]: To close the zoo gives the town money.  // finding: STR118
    ```

    ## Accepted

    ```argdown
    [Zoo]: The town should close the zoo.
      + [Space]: Large animals need space.
        + [Walk]: Large animals walk many miles a day.
    ```
    """
    if subject.language is None:
        return
    above: dict[str, list[str]] = {}
    reasons = subject.shared(single_reasons)
    for name, sources in reasons.items():
        for source in sources:
            above.setdefault(source, []).append(name)
    for parent, children in reasons.items():
        grandparents = above.get(parent)
        if not grandparents:
            continue
        stems = subject.words(subject.map[parent]).stems
        if not stems:
            continue
        further = [(each, subject.words(subject.map[each]).stems) for each in grandparents[:_MOST]]
        for child, why in children.items():
            own = subject.words(subject.map[child]).stems
            near = overlap(own, stems)
            for name, others in further:
                if name in (child, parent) or name in above[child] or overlap(own, others) <= near + _MORE:
                    continue
                yield Found(
                    why if isinstance(why, Relation) else subject.map[child],
                    f"Does {subject.name(subject.map[child])} bear on {subject.name(subject.map[name])} rather than "
                    f"on {subject.name(subject.map[parent])}? Move it up, or add the step that is missing.",
                )
                break
