"""REA205."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA205", Severity.INFO)
def perfect_solution_pattern(subject: Subject) -> Iterator[Found]:
    """A reason against a measure is that it is not perfect.

    ## What it does

    Looks for reasons with words such as *nothing is perfect*, *will not solve everything* or *does not stop
    everyone*. An argument that declares the scheme `futility` is left to its critical questions.

    ## Why it matters

    Hardly anything solves a problem wholly. The fair comparison is with doing nothing, or with another measure, and
    not with a perfect one: a seat belt does not save everybody, and is worth wearing.

    ## Flagged

    ```argdown
    [Lanes]: The town should paint bicycle lanes.
      - [Not all]: Bicycle lanes will not stop everyone from driving too close.  // finding: REA205
    ```

    ## Accepted

    ```argdown
    [Lanes]: The town should paint bicycle lanes.
      - [Kerbs]: For the same money, kerbs would protect more cyclists.
    ```

    ## References

    The perfect-solution fallacy, or nirvana fallacy: Harold Demsetz, Information and efficiency, Journal of Law and
    Economics 12 (1969).
    """
    for pattern in patterns(subject, "perfect-solution", "futility"):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Compared with what: with nothing, '
            f"or with something perfect? Say how much of the problem is left, and what would do better.",
            pattern.span,
        )
