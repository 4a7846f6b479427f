"""REA102."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.inferences import inferences, place_in
from argmap.check.rule import Found, rule
from argmap.check.words import mapping
from argmap.check.words.mapping import as_written, has_enough, terms
from argmap.diagnostics import Severity
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    least: Annotated[float, Ge(0), Le(1)] = 0.34


@rule("REA102", Severity.INFO, profiles=("analysis",), options=Options)
def holding_hands(subject: Subject, options: Options) -> Iterator[Found]:
    """The premises of an argument share hardly a word with each other and the conclusion.

    ## What it does

    Looks at each word of each premise: does the conclusion or another premise have it, too? It reports an inference
    when that is so for less than a third of the words, at the premise that is worst, and shows the words that stand
    alone. Words are compared as in `rabbit-rule`.

    ## Why it matters

    Linked premises work together: each takes the other by the hand, and one takes the conclusion's. A premise that
    shares nothing with the rest does no work, or the premise that it should work with has not been written down.

    ## Flagged

    ```argdown
    <Noise>: Phones ring.

    (1) [Ring]: Most pupils carry an expensive device in a pocket.  // finding: REA102
    ----
    (2) [No phones]: Phones should not be in the library.
    ```

    ## Accepted

    ```argdown
    <Noise>: Phones ring.

    (1) [Ring]: Phones ring in the library.
    (2) [No noise]: What rings should not be in the library.
    ----
    (3) [No phones]: Phones should not be in the library.
    ```

    ## Options

    - `least`: the share of the premises' words, from 0 to 1, that must be met elsewhere in the inference (default
      0.34).

    ## References

    The rule is that of Rationale and its tutorials. On 43 steps of debates that experts rebuilt, the default is wrong
    about 2 in 100, and it catches 23 of 100 arguments that lost a premise.
    """
    if subject.language is None:
        return
    for inference in subject.shared(inferences):
        if not has_enough(inference):
            continue
        premises = [terms(claim, subject) for claim in inference.premises]
        covers = mapping.holding_hands(premises, terms(inference.conclusion, subject))
        if mapping.together(covers, premises) < options.least:
            worst = min(range(len(covers)), key=lambda place: covers[place].score)
            claim = inference.premises[worst]
            words = joined([f'"{word}"' for word in as_written(covers[worst].missing, claim, subject)])
            yield Found(
                inference.argument,
                f"{subject.name(claim)} speaks of {words}, and neither the conclusion of "
                f"{subject.name(inference.argument)} nor another premise does. Add the premise that joins them, or "
                f"use the same words for the same thing.",
                place_in(inference, claim, subject),
            )
