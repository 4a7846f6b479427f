"""LOG106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas
from argmap.check.graph.grounding import grounding
from argmap.check.rule import Found, rule
from argmap.model.records import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.formulas.checked import CheckedFormulas
    from argmap.check.formulas.formula import Formula
    from argmap.check.subject import Subject
    from argmap.model.records import Claim


@rule("LOG106")
def ungrounded_formal_relation(subject: Subject) -> Iterator[Found]:
    """A support or attack is not borne out by the formulas of the two.

    ## What it does

    Looks at relations between claims and arguments that carry formulas. A support is borne out if what is supported (or
    a premise of it, if it is an argument) follows from the formula of the reason; an attack, if the two cannot both be
    true. A reason that needs further premises is borne out by an argument that lists it as one. An argument speaks
    through its conclusion.

    ## Why it matters

    An arrow in a sketch says that one thing bears on another. Once both ends have formulas, they show whether it does.
    Where the arrow is right and the formulas do not show it, a premise was left unsaid: the missing link between the
    two that the other side will ask for.

    ## Flagged

    ```argdown
    [Wet]: The street is wet. {formula: "wet"}
      + [Rain]: It rained. {formula: "rain"}  // finding: LOG106
      - [Warm]: The street is warm and dry. {formula: "warm & ~wet"}
    ```

    ## Accepted

    ```argdown
    [Wet]: The street is wet. {formula: "wet"}
      + [Rain]
      - [Dry]: The street is warm and dry. {formula: "warm & ~wet"}

    <Rain wets>

    (1) [Rain]: It rained. {formula: "rain"}
    (2) [If rain, wet]: If it rained, the street is wet. {formula: "rain -> wet"}
    ----
    (3) [Wet]
    ```
    """
    formulas = subject.shared(checked_formulas)
    if not formulas.formulas:
        return
    m = subject.map
    for relation in m.relations:
        kind = relation.kind
        is_support = kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)
        if not is_support and kind is not RelationKind.ATTACK:
            continue
        if is_support and relation in subject.shared(grounding).drawn:
            continue  # see conclusion-mismatch
        source, target = m[relation.source], m[relation.target]
        reason = formulas.formulas.get(_speaker(source) or "")
        aims = list(target.premises) if isinstance(target, Argument) else [target.id]
        if reason is None or not aims or not all(name in formulas.formulas for name in aims):
            continue
        goals = [formulas.formulas[name] for name in aims]
        if _is_borne_out(formulas, reason, goals, is_support=is_support):
            continue
        inferred = _inferred(subject, formulas, source)
        if any(_is_borne_out(formulas, each, goals, is_support=is_support) for each in inferred):
            continue
        deed, needed = ("supports", "follow") if is_support else ("attacks", "clash")
        link = "from" if is_support else "with"
        if isinstance(target, Argument):
            end = f"none of the premises there {needed}s {link} it"
        else:
            end = f"the latter does not {needed} {link} the former"
        yield Found(
            relation,
            f"{subject.name(source)} {deed} {subject.name(target)}, but by the formulas {end}. Spell the step out as "
            f"an argument with all its premises, or correct a formula.",
        )


def _speaker(record: Claim | Argument) -> str | None:
    return record.conclusion if isinstance(record, Argument) else record.id


def _is_borne_out(formulas: CheckedFormulas, reason: Formula, goals: list[Formula], *, is_support: bool) -> bool:
    # What cannot be found out is not held against the author.
    return any(not formulas.can((reason, True), (goal, not is_support)) for goal in goals)


def _inferred(subject: Subject, formulas: CheckedFormulas, source: Claim | Argument) -> Iterator[Formula]:
    """Yield what is inferred from a claim with the help of other premises."""
    index = subject.index
    for place in index.edges["premise"].targets(index.position[source.id]):
        argument = subject.map[index.ids[place]]
        assert isinstance(argument, Argument)
        for step in argument.steps:
            if step.conclusion in formulas.formulas:
                yield formulas.formulas[step.conclusion]
