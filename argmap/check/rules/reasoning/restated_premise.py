"""REA104."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.inferences import inferences, place_in
from argmap.check.rule import Found, rule
from argmap.check.words.words import overlap
from argmap.diagnostics import Severity
from argmap.model.records import Claim, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_FORCE = ("conditionals", "oughts", "hedges", "abilities", "universals", "particulars", "others")


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    least: Annotated[float, Ge(0), Le(1)] = 0.8


@rule("REA104", Severity.WARNING, options=Options)
def restated_premise(subject: Subject, options: Options) -> Iterator[Found]:
    """A reason says in nearly the same words what it is a reason for.

    ## What it does

    Compares each premise with its conclusion, and each claim with the claim that it supports. It reports a pair that
    has nearly the same words, none of them exchanged for another, where neither denies the other, neither is weaker or
    stronger by a word such as *some*, *all*, *may*, *should* or *if*, and neither alone speaks of *others*. Words that
    are listed as `synonyms` in the front matter count as one.

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

    What one does, another does for its own reasons:

    ```argdown
    [Town]: The other towns close their pools.
      + [First]: One town closes its pool.
    ```

    What holds in one place need not hold in another, though all other words are the same:

    ```argdown
    [Nation]: Falling prices of houses do little harm to the economy of the whole country.
      + [Town]: Falling prices of houses do little harm to the economy of the whole town.
    ```

    A general rule and the case under it share words, and are two claims:

    ```argdown
    <Rule>: It goes for all.

    (1) All pupils may use the library at noon.
    (2) First years are pupils.
    ----
    (3) Some pupils may use the library at noon.
    ```

    Nor is a premise restated that the conclusion joins to another one:

    ```argdown
    <Both>: We need both.

    (1) The members of the club should pay a fee.
    (2) The members of the club should clean the rooms.
    ----
    (3) The members of the club should pay a fee and clean the rooms.
    ```

    ## Options

    - `least`: from which overlap of the words on, from 0 to 1, two claims say the same (default 0.8).
    """
    if subject.language is None:
        return
    inferred = {inference.conclusion.id for inference in subject.shared(inferences)}
    for inference in subject.shared(inferences):
        for claim in inference.premises:
            added = subject.words(inference.conclusion).stems - subject.words(claim).stems
            others = (other for other in inference.premises if other is not claim)
            if added and any(added <= subject.words(other).stems for other in others):
                continue  # the two are joined in the conclusion
            if _says_the_same(claim, inference.conclusion, subject, options.least):
                yield Found(claim, _message(claim, inference.conclusion, subject), place_in(inference, claim, subject))
    for relation in subject.map.relations:
        # What is inferred has reasons of its own: there it is only written twice.
        if relation.kind is not RelationKind.SUPPORT or relation.source in inferred:
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
        # Where a word stands for another, the claim is about something else.
        and (first.stems <= second.stems or first.stems >= second.stems)
        and first.is_negative == second.is_negative
        and all((name in first.lists) == (name in second.lists) for name in _FORCE)
    )


def _message(claim: Claim, conclusion: Claim, subject: Subject) -> str:
    return (
        f"{subject.name(claim)} says nearly the same as {subject.name(conclusion)}, for which it is a reason. "
        f"Give a reason that someone can accept who does not yet accept the conclusion."
    )
