"""REA114."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("REA114", Severity.INFO)
def futility_pattern(subject: Subject) -> Iterator[Found]:
    """A reason says that a measure is futile.

    ## What it does

    Looks for reasons with words such as *will do it anyway*, *find a way*, *cannot be stopped* or *makes no
    difference*. An argument that declares the scheme `futility` is left to its critical questions.

    ## Why it matters

    That somebody gets round a rule does not show that the rule is useless. A lock stops only some thieves, and yet
    you lock your door. The question is how many are stopped, how much harder it gets for the rest, and what the rule
    costs everybody else.

    ## Flagged

    ```argdown
    [Ban]: Vapes should be banned at school.
      - [Anyway]: Pupils will find a way to vape.  // finding: REA114
    ```

    ## Accepted

    The pattern is named, so its critical questions are asked:

    ```argdown
    [Ban]: Vapes should be banned at school.
      - <Anyway>

    <Anyway>: Pupils will find a way to vape.
      {scheme: futility}
    ```

    What is not used as a reason is no argument:

    ```argdown
    [Search]: The school should find a way to make lunch cheaper.
      + [Price]: Lunch costs more than most families can pay.
    ```

    ## References

    Albert O. Hirschman, The Rhetoric of Reaction, 1991; critical questions of the scheme *Futility*.
    """
    for pattern in patterns(subject, "futility", "futility"):
        yield Found(
            pattern.record,
            f'{subject.name(pattern.record)} says "{pattern.words}". Is that so of all, of most or of a few? '
            f"Ask whether the measure makes it harder, slower or easier to see, and what it costs.",
            pattern.span,
        )
