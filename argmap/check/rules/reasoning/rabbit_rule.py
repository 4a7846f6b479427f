"""REA101."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Le

from argmap.check.graph.inferences import inferences, place_in
from argmap.check.rule import Found, rule
from argmap.check.words.mapping import as_written, has_enough, rabbit, terms
from argmap.diagnostics import Severity
from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    least: Annotated[float, Ge(0), Le(1)] = 0.5


@rule("REA101", Severity.WARNING, profiles=("analysis",), options=Options)
def rabbit_rule(subject: Subject, options: Options) -> Iterator[Found]:
    """A conclusion speaks of things that no premise speaks of.

    ## What it does

    Compares the words of each conclusion with those of its premises, in each step of an argument that is spelt out,
    and in sketches with two premises or more. It reports a conclusion when less than half of its words come from a
    premise, and shows the words that do not. Endings do not matter (*phone*, *phones*), nor do small words such as
    *the* or *if*. Words that are listed as `synonyms` in the front matter count as one.

    ## Why it matters

    A magician pulls a rabbit out of an empty hat; an argument cannot. If the conclusion speaks of something, some
    premise has to bring it in, or the reader cannot see how the one leads to the other. Often the missing premise is
    one that the author took for granted, and it may be the very point that others deny.

    ## Flagged

    ```argdown
    <Noise>: Phones ring.

    (1) [Ring]: Phones ring in the library.
    (2) [Loud]: A ringing phone is loud.
    ----
    (3) [Fines]: The school should fine pupils who disturb readers.  // finding: REA101
    ```

    ## Accepted

    ```argdown
    <Noise>: Phones ring.

    (1) [Ring]: Phones ring in the library.
    (2) [Disturb]: A ringing phone disturbs readers.
    (3) [No noise]: What disturbs readers should not be in the library.
    ----
    (4) [No phones]: Phones should not be in the library.
    ```

    A word and its synonym are the same word:

    ```argdown
    ===
    synonyms: [[crowded, overloaded, full], [bus, coach]]
    ===

    <Seats>: There are too few seats.

    (1) The coach is full at eight.
    (2) A full coach is late.
    ----
    (3) The bus is crowded and late.
    ```

    ## Options

    - `least`: the share of the conclusion's words, from 0 to 1, that premises must bring in (default 0.5).

    ## References

    Tim van Gelder and the makers of Rationale call this the rabbit rule: no rabbits out of hats. On 43 steps of
    debates that experts rebuilt, the default is wrong about 7 in 100, and it catches 74 to 100 of 100 swapped
    conclusions.
    """
    if subject.language is None:
        return
    for inference in subject.shared(inferences):
        if not has_enough(inference):
            continue
        cover = rabbit([terms(claim, subject) for claim in inference.premises], terms(inference.conclusion, subject))
        if cover.score < options.least:
            words = joined([f'"{word}"' for word in as_written(cover.missing, inference.conclusion, subject)])
            yield Found(
                inference.argument,
                f"{subject.name(inference.conclusion)} speaks of {words}, and no premise of "
                f"{subject.name(inference.argument)} does. Add the premise that brings this in, or use the same words "
                f"for the same thing.",
                place_in(inference, inference.conclusion, subject)
                if inference.step is not None
                else subject.places.of(inference.argument),
            )
