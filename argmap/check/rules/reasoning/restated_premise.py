"""REA104."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.inferences import inferences, place_in
from argmap.check.rule import Found, rule
from argmap.check.words import overlap
from argmap.diagnostics import Severity
from argmap.model.records import Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_FORCE = ("conditionals", "oughts", "hedges", "universals", "particulars")


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    least: Annotated[float, Ge(0), Le(1)] = 0.8


@rule("REA104", Severity.WARNING, options=Options)
def restated_premise(subject: Subject, options: Options) -> Iterator[Found]:
    """A reason says in nearly the same words what it is a reason for.

    ## What it does

    Compares each premise with its conclusion, and each claim with the claim that it supports. It reports a pair that
    has nearly the same words, neither of which denies the other, and neither of which is weaker or stronger by a word
    such as *some*, *all*, *may*, *should* or *if*. Words that are listed as `synonyms` in the front matter count as
    one.

    ## Why it matters

    Whoever doubts the conclusion doubts the premise just as much, for it is the same claim. Such an argument goes in
    a circle and moves nobody; the old name is begging the question. Ask: why is it so? The answer is the reason.

    ## Flagged

    ```argdown
    <Calm>: Uniforms calm a school.

    (1) [Calmer]: A school with uniforms is calmer.  // finding: REA104
    (2) [Calm is good]: A calmer school is worth having.
    ----
    (3) [Uniforms calm]: Schools are calmer with uniforms.
    ```

    A synonym does not make it another claim:

    ```argdown
    ===
    synonyms: [[unhealthy, harmful]]
    ===

    [Snacks]: Sweet snacks are unhealthy for children.
      + [Bad]: Sweet snacks are harmful for children.  // finding: REA104
    ```

    ## Accepted

    ```argdown
    [Snacks]: Sweet snacks are unhealthy for children.
      + [Teeth]: Sugar makes holes in the teeth of children.
    ```

    A general rule and the case under it share words, and are two claims:

    ```argdown
    <Rule>: It goes for all.

    (1) All pupils may use the library at noon.
    (2) First years are pupils.
    ----
    (3) Some pupils may use the library at noon.
    ```

    ## Options

    - `least`: from which overlap of the words on, from 0 to 1, two claims say the same (default 0.8).
    """
    if subject.language is None:
        return
    for inference in subject.shared(inferences):
        for claim in inference.premises:
            if _says_the_same(claim, inference.conclusion, subject, options.least):
                yield Found(claim, _message(claim, inference.conclusion, subject), place_in(inference, claim, subject))
    for relation in subject.map.relations:
        if relation.kind is not RelationKind.SUPPORT:
            continue
        source, target = subject.map[relation.source], subject.map[relation.target]
        if not isinstance(source, Claim) or not isinstance(target, Claim):
            continue
        if _says_the_same(source, target, subject, options.least):
            yield Found(source, _message(source, target, subject), subject.places.of(relation))


def _says_the_same(a: Claim, b: Claim, subject: Subject, least: float) -> bool:
    first, second = subject.words(a), subject.words(b)
    return (
        a.id != b.id
        and len(first.stems) > 1
        and overlap(first.stems, second.stems) >= least
        and first.is_negative == second.is_negative
        and all((name in first.lists) == (name in second.lists) for name in _FORCE)
    )


def _message(claim: Claim, conclusion: Claim, subject: Subject) -> str:
    return (
        f"{subject.name(claim)} says nearly the same as {subject.name(conclusion)}, for which it is a reason. "
        f"Give a reason that someone can accept who does not yet accept the conclusion."
    )
