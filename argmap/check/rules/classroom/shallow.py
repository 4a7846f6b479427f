"""CLS103."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.graph.stances import depths
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """The task."""

    levels: Annotated[int, Ge(0)] = 0


@rule("CLS103", Severity.INFO, options=Options, profiles=("classroom",))
def shallow(subject: Subject, options: Options) -> Iterator[Found]:
    """No reason goes as deep as the task asks for.

    ## What it does

    Looks for the claim or argument that stands the most steps from the thesis: a direct reason or objection is on level
    1, what bears on it on level 2. Nothing is found until the teacher sets the task in the options.

    ## Why it matters

    A list of reasons is a start. The thinking begins when somebody asks of a reason: why should I believe that?

    ## Flagged

    ```argdown
    ===
    title: Should we learn Latin?  # finding: CLS103
    check: {rules: {shallow: {levels: 2}}}
    ===

    [Latin]: We should learn Latin.
      + [Words]: Latin explains many words.
      - [Dead]: Nobody speaks Latin.
    ```

    ## Accepted

    ```argdown
    ===
    title: Should we learn Latin?
    check: {rules: {shallow: {levels: 2}}}
    ===

    [Latin]: We should learn Latin.
      + [Words]: Latin explains many words.
        + [Medicine]: The words of medicine come from Latin.
      - [Dead]: Nobody speaks Latin.
    ```

    ## Options

    - `levels`: how many levels of reasons and objections there are to be below the thesis (default 0).
    """
    if not options.levels:
        return
    deepest = max(subject.shared(depths).values(), default=0)
    if deepest < options.levels:
        yield Found(
            None,
            f"The reasons of this map go {deepest:,} of {options.levels:,} levels deep. Choose one, ask why it should "
            f"be believed, and write the answer below it.",
        )
