"""DIA114."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.speeches import role
from argmap.diagnostics import Severity
from argmap.model.records import Argument, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject


@rule("DIA114", Severity.INFO, profiles=("debate", "strict"))
def missing_warrant(subject: Subject) -> Iterator[Found]:
    """There is evidence, but nothing says why it shows what it is to show.

    ## What it does

    Looks for inferences whose premises are all evidence, that is, they cite a source or have `role: grounds`, where
    no scheme and no rule is named; and for claims that are supported by nothing but claims with `role: grounds`. A
    premise without a source, a claim with `role: warrant` and a named scheme all count as the missing link.

    ## Why it matters

    Evidence does not speak for itself. Say why it counts: "This survey shows it, because it asked pupils of all
    classes." The other side will attack exactly this link, so you had better know it.

    ## Flagged

    ```argdown
    ===
    sources: {survey: A survey in our school}
    ===

    <Attention>: A survey shows it.

    (1) [Survey]: Fourteen of twenty pupils look at their phones in class.  {cites: survey}
    ---- // finding: DIA114
    (2) [Phones distract]: Phones distract pupils.
    ```

    ```argdown
    [Phones distract]: Phones distract pupils.  // finding: DIA114
      + [Survey]: Fourteen of twenty pupils look at their phones in class.  {role: grounds}
    ```

    ## Accepted

    ```argdown
    ===
    sources: {survey: A survey in our school}
    ===

    <Attention>: A survey shows it.

    (1) [Survey]: Fourteen of twenty pupils look at their phones in class.  {cites: survey}
    (2) [Looking distracts]: Whoever looks at a phone does not listen.
    ----
    (3) [Phones distract]: Phones distract pupils.
    ```

    ```argdown
    [Phones distract]: Phones distract pupils.
      + [Survey]: Fourteen of twenty pupils look at their phones in class.  {role: grounds}
      + [Looking distracts]: Whoever looks at a phone does not listen.  {role: warrant}
    ```

    ## References

    - S. Toulmin, The Uses of Argument, Cambridge University Press 1958.
    """
    for argument in subject.map.arguments:
        if argument.scheme is not None:
            continue
        for number, step in enumerate(argument.steps):
            premises = [subject.map[name] for name in step.premises]
            # A later step reasons from what was drawn before.
            if number or step.rules or not premises or not all("cites" in p.data or _is_grounds(p) for p in premises):
                continue
            if not any(role(other) == "warrant" for other in subject.map.supports_of(argument)):
                yield Found(
                    argument,
                    f"{subject.name(argument)} has evidence, and nothing says why it shows "
                    f"{subject.name(subject.map[step.conclusion])}. Add a premise that links them, or name the scheme.",
                    step.span,
                )
    supported: dict[str, list[str]] = {}
    for relation in subject.map.relations:
        if relation.kind is RelationKind.SUPPORT:
            supported.setdefault(relation.target, []).append(relation.source)
    for target, sources in supported.items():
        record = subject.map[target]
        # An argument is the link itself.
        if isinstance(record, Argument) or subject.map.arguments_for(record):
            continue
        if all(_is_grounds(subject.map[source]) for source in sources):
            yield Found(
                record,
                f"{subject.name(record)} is supported by evidence alone. "
                "Add a claim with {role: warrant} that says why the evidence shows it.",
            )


def _is_grounds(record: Node) -> bool:
    return role(record) == "grounds"
