"""STR111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Severity, Span
from argmap.model.records import Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Relation

_ATTACKS = {"_": "-", "<_": "<-", "_>": "->"}


@rule("STR111", Severity.ERROR)
def undercut_not_on_link(subject: Subject) -> Iterator[Found]:
    """An undercut points at a claim, not at an inference.

    ## What it does

    Looks for undercuts whose target is a claim.

    ## Why it matters

    An undercut says: even if your reason is true, it does not show what you say it shows. It attacks the step from the
    reason to the conclusion, and so it can only aim at an argument. A claim has no such step; if you doubt the
    claim itself, attack it.

    ## Flagged

    ```argdown
    [Ban plastic bags]: The shop should ban plastic bags.
      _ <Paper is worse>: Paper bags take more energy to make.  // finding: STR111
    ```

    ## Accepted

    ```argdown
    [Ban plastic bags]: The shop should ban plastic bags.
      + <Sea>: Plastic bags end up in the sea.
        _ <Bins>: The bags of this town are burnt.
      - <Paper is worse>: Paper bags take more energy to make.
    ```

    ## How it is fixed

    The undercut becomes an attack. Choose another argument as its target instead if the step is what you doubt.
    """
    m = subject.map
    hints: dict[str, str] = {}
    for relation in m.relations:
        if relation.kind is not RelationKind.UNDERCUT:
            continue
        target = m[relation.target]
        if isinstance(target, Claim):
            if target.id not in hints:
                reasons = [*m.arguments_for(target)[:1], *m.supports_of(target)[:1]]
                hints[target.id] = f" such as {subject.name(reasons[0])}" if reasons else ""
            hint = hints[target.id]
            yield Found(
                relation,
                f"An undercut aims at the step of an argument, but {subject.name(target)} is a claim. Aim it at an "
                f"argument{hint}, or make it an attack.",
                fix=_as_attack(subject, relation),
            )


def _as_attack(subject: Subject, relation: Relation) -> Fix | None:
    """Return the fix that writes the sign of an attack wherever the relation is written."""
    if subject.source is None:
        return None
    edits = []
    for span in relation.spans:
        before = subject.source.text[subject.places.line_of(span).start : span.start]
        sign = before.strip()
        if sign not in _ATTACKS:
            return None
        start = span.start - len(before) + before.index(sign)
        edits.append(Edit(Span(start, start + len(sign)), _ATTACKS[sign]))
    return Fix("Make it an attack", tuple(edits)) if edits else None
