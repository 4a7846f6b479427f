"""REA111."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.graph.inferences import inferences, place_of_step
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import RelationKind
from argmap.schemes import known as known_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.graph.inferences import Inference
    from argmap.check.subject import Node, Subject

_LEADING = frozenset(
    {"cause_to_effect", "negative_consequences", "danger_appeal", "slippery_slope", "perversity", "jeopardy"}
)


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    length: Annotated[int, Ge(2)] = 3


@rule("REA111", Severity.WARNING, options=Options)
def slope_without_links(subject: Subject, options: Options) -> Iterator[Found]:
    """A long chain of consequences has a link that nothing backs.

    ## What it does

    Follows steps from cause to effect, one drawing on the conclusion of the other: steps whose inference line, or
    whose argument, names *Cause to effect*, *Negative consequences*, *Slippery slope* or a scheme like these. In
    chains of three steps or more it reports each step of which no premise is cited or supported, apart from the
    conclusion it draws on.

    ## Why it matters

    Each link of a chain may be likely, and the whole unlikely all the same: three steps that hold in seven cases of
    ten bring one to the end in only one case of three. So each step of a slope needs evidence of its own. It is the
    weakest one that decides how far one slides.

    ## Flagged

    ```argdown
    <Slope>: One snack machine ruins a school.

    (1) A snack machine sells sweets.
    -- Cause to effect --  // finding: REA111
    (2) Pupils eat more sweets.
    (3) Sweets make pupils restless.
      + [Study]: A test with two classes found that they do.
    -- Cause to effect --
    (4) Lessons become restless.
    (5) Restless lessons make teachers leave.
    -- Cause to effect --  // finding: REA111
    (6) The school has to close.
    ```

    ## Accepted

    ```argdown
    <Slope>: A snack machine makes lessons restless.

    (1) A snack machine sells sweets.
    -- Cause to effect --
    (2) Pupils eat more sweets.
    (3) Sweets make pupils restless.
    -- Cause to effect --
    (4) Lessons become restless.
    ```

    ## Options

    - `length`: how many steps make a long chain (default 3).

    ## References

    Critical questions of the scheme *Slippery slope*: what links each step to the next, and what is the evidence?
    """
    leading = [each for each in subject.shared(inferences) if _leads(each)]
    if len(leading) < options.length:
        return
    before, after = _depths(leading)
    backed = {relation.target for relation in subject.map.relations if relation.kind is RelationKind.SUPPORT}
    # A conclusion of the chain itself backs nothing.
    backed.update(each.conclusion.id for each in subject.shared(inferences) if not _leads(each))
    for number, inference in enumerate(leading):
        length = before.get(number, 0) + after.get(number, 0) - 1
        parts: tuple[Node, ...] = (inference.argument, *inference.premises)
        if length >= options.length and not any(each.id in backed or each.data.get("cites") for each in parts):
            yield Found(
                inference.argument,
                f"The step to {subject.name(inference.conclusion)} is one of {length} in a chain of consequences, "
                f"and nothing backs it. Support or cite one of its premises, or claim less.",
                place_of_step(inference, subject),
            )


def _leads(inference: Inference) -> bool:
    names = list(inference.step.rules) if inference.step is not None else []
    if not names and inference.is_last and inference.argument.scheme is not None:
        names = [inference.argument.scheme]
    schemes = [known_scheme(name) for name in names]
    return any(scheme is not None and scheme.id in _LEADING for scheme in schemes)


def _depths(leading: list[Inference]) -> tuple[dict[int, int], dict[int, int]]:
    """For each step, how many steps the longest chain up to it has, and the longest from it on; none in circles."""
    concluding: dict[str, list[int]] = {}
    for number, each in enumerate(leading):
        concluding.setdefault(each.conclusion.id, []).append(number)
    into = [
        [other for claim in each.premises for other in concluding.get(claim.id, ()) if other != number]
        for number, each in enumerate(leading)
    ]
    out: list[list[int]] = [[] for _ in leading]
    for number, others in enumerate(into):
        for other in others:
            out[other].append(number)
    return _longest(into, out), _longest(out, into)


def _longest(into: list[list[int]], out: list[list[int]]) -> dict[int, int]:
    waiting = [len(others) for others in into]
    found: dict[int, int] = {}
    ready = deque(number for number, count in enumerate(waiting) if not count)
    while ready:
        number = ready.popleft()
        found[number] = 1 + max((found[other] for other in into[number]), default=0)
        for other in out[number]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return found
