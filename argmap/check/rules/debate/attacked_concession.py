"""DIA206."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.graph.dialectic import is_settled
from argmap.check.graph.stances import camps
from argmap.check.rule import Found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA206")
def attacked_concession(subject: Subject) -> Iterator[Found]:
    """A side speaks against what it has conceded.

    ## What it does

    In a debate of two sides (those that the front matter lists), looks for claims and arguments of one with
    `status: conceded`, that is, granted by the other, and for what this other side says against them. What is itself
    conceded or withdrawn does not count.

    ## Why it matters

    What is granted is no longer in dispute; both sides may build on it. To attack it all the same confuses listeners,
    and the other side will read the concession out.

    ## Flagged

    ```argdown
    ===
    sides: [ban, allow]
    ===

    [Ban]: Phones should be banned in class.  {side: ban}
      + <Attention>: A phone draws the eye.  {side: ban, status: conceded}
          - <Used to it>: Pupils are so used to phones that they do not look.  {side: allow} // finding: DIA206
    ```

    ## Accepted

    ```argdown
    ===
    sides: [ban, allow]
    ===

    [Ban]: Phones should be banned in class.  {side: ban}
      + <Attention>: A phone draws the eye.  {side: ban, status: conceded}
          - <Ask a doctor>: An optician says that eyes rest anyway.
      - <A tool>: A phone looks words up.  {side: allow}
    ```
    """
    if len(camps(subject)) != 2:
        return
    for relation in subject.map.relations:
        if not relation.kind.is_negative:
            continue
        ends = [(relation.source, relation.target)]
        if relation.kind.is_symmetric:
            ends.append((relation.target, relation.source))
        for one, other in ends:
            source, target = subject.map[one], subject.map[other]
            if word(target, "status") != "conceded" or is_settled(source):
                continue
            if source.side is not None and target.side is not None and source.side != target.side:
                yield Found(
                    source,
                    f"{subject.name(source)} speaks against {subject.name(target)}, which its side has conceded. "
                    "Remove the relation, or the mark {status: conceded}.",
                    subject.places.of(relation),
                    tuple((span, "what is conceded") for span in [subject.places.of(target)] if span),
                )
