"""CLS108."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as too big."""

    most_boxes: Annotated[int, Ge(1)] = 40


@rule("CLS108", Severity.INFO, options=Options, profiles=("classroom",))
def too_big_to_project(subject: Subject, options: Options) -> Iterator[Found]:
    """The map has more boxes than can be read on a wall.

    ## What it does

    Counts the arguments, and the claims that stand in a relation. Claims that occur only inside of arguments have no
    box of their own and are not counted.

    ## Why it matters

    A projector shows about forty boxes with letters that can be read from the last row. What cannot be read cannot be
    discussed. Show one part at a time.

    ## Flagged

    ```argdown
    ===
    title: Should we swim in the lake?  # finding: CLS108
    check: {rules: {too-big-to-project: {most-boxes: 3}}}
    ===

    [Lake]: We should swim in the lake.
      + [Clean]: The lake is clean.
      + [Near]: The lake is near.
      - [Cold]: The lake is cold in May.
    ```

    ## Accepted

    ```argdown
    [Lake]: We should swim in the lake.
      + [Clean]: The lake is clean.
      + [Near]: The lake is near.
      - [Cold]: The lake is cold in May.
    ```

    ## Options

    - `most-boxes`: how many boxes can be read (default 40).
    """
    boxes = {argument.id for argument in subject.map.arguments}
    for relation in subject.map.relations:
        boxes.add(relation.source)
        boxes.add(relation.target)
    if len(boxes) > options.most_boxes:
        yield Found(
            None,
            f"This map has {len(boxes):,} boxes; on a wall about {options.most_boxes:,} can be read. Show one section "
            f"at a time, or split the map.",
        )
