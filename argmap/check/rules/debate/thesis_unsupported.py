"""DIA111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.graph.dialectic import why_out
from argmap.check.rule import Found, Needs, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA111", needs=Needs.EVALUATION, profiles=("debate", "strict"))
def thesis_unsupported(subject: Subject) -> Iterator[Found]:
    """A thesis has no reason left that stands.

    ## What it does

    Asks of each thesis whether an argument for it, or a claim that supports it, stands in the grounded reading. A
    thesis that the front matter names under `thesis` needs a reason to begin with; a claim that is a thesis only
    because it supports and attacks nothing needs none, and neither does one marked `status: rejected`.

    ## Why it matters

    A thesis whose reasons are defeated is no more than an opinion, even if nobody attacks it directly. Find a reason
    that stands, answer the objections, or say that the thesis is open.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.  // finding: DIA111
      + <Rest>: Pupils who rest learn better.
          - <Noise>: Nobody rests in that noise.
    ```

    ```argdown
    ===
    thesis: Longer break
    ===

    [Longer break]: The lunch break should be longer.  // finding: DIA111
      - <Later home>: Pupils get home later.
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.  {status: rejected}
      + <Rest>: Pupils who rest learn better.
          - <Noise>: Nobody rests in that noise.
    ```

    ```argdown
    [Longer break]: The lunch break should be longer.
      + <Rest>: Pupils who rest learn better.
          - <Noise>: Nobody rests in that noise.
              - <Garden>: The garden is quiet.
    ```

    ## References

    - P. M. Dung, On the acceptability of arguments, Artificial Intelligence 77, 1995.
    """
    is_declared = "thesis" in subject.data
    for thesis in subject.theses:
        if word(thesis, "status") == "rejected":
            continue
        reasons = subject.map.supports_of(thesis)
        if not reasons and is_declared:
            yield Found(thesis, f"Nothing speaks for the thesis {subject.name(thesis)}. Add a reason.")
            continue
        labels = [subject.labelling.get(reason.id) for reason in reasons]
        # Where all are in doubt, the thesis is open (`open-position`) and not yet without support.
        if "out" in labels and "in" not in labels:
            first = reasons[labels.index("out")]
            yield Found(
                thesis,
                f"No reason for the thesis {subject.name(thesis)} stands: "
                f"{subject.name(first)} {why_out(subject, first)}. "
                "Answer what speaks against the reasons, or add one that stands.",
            )
