"""STR119."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.editing import renaming
from argmap.check.graph.unsaid import unsaid
from argmap.check.rule import Found, rule
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR119")
def empty_reason(subject: Subject) -> Iterator[Found]:
    """An argument is named and never says anything.

    ## What it does

    Looks for arguments without a gist, without premises and a conclusion, and without a claim that supports them. If
    another argument has nearly the same title, that one is named. A map in which more than half of the arguments have
    a title only is a sketch: there, only such near misses are found.

    ## Why it matters

    A title is no reason. Readers cannot judge an argument that they only know by name, and often the name is a slip
    of the pen for an argument that is there, which now lacks its relation.

    ## Flagged

    ```argdown
    [School garden]: Our school should have a garden.
      + <Bees>  // finding: STR119
      - <Who waters it?>: Nobody is there to water it in summer.
    ```

    ## Accepted

    ```argdown
    [School garden]: Our school should have a garden.
      + <Bees>
      - <Who waters it?>: Nobody is there to water it in summer.

    <Bees>

    (1) [Flowers]: A garden has flowers.
    (2) [Bees need flowers]: Bees in the town need flowers.
    ----
    (3) [School garden]
    ```

    ## How it is fixed

    A title that is a slip of the pen away from that of another argument becomes that title.
    """
    for name, meant in subject.shared(unsaid).meant.items():
        argument = subject.map[name]
        if not isinstance(argument, Argument):
            continue
        hint = "" if meant is None else f" Did you mean <{meant.title}>?"
        yield Found(
            argument,
            f"{subject.name(argument)} is named, but says nothing.{hint} Write its gist behind its title, or its "
            "premises and conclusion.",
            fix=None if meant is None else renaming(argument, meant.title or "", subject.source),
        )
