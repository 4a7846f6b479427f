"""STR206."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.editing import renaming
from argmap.check.graph.unsaid import unsaid
from argmap.check.rule import Found, rule
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR206")
def undefined_claim(subject: Subject) -> Iterator[Found]:
    """A claim is only ever named and never put into words.

    ## What it does

    Looks for claims without a text. If another claim has nearly the same title, that one is named. A map in which
    more than half of the claims have a title only is a sketch: there, only such near misses are found.

    ## Why it matters

    A title such as "Costs" cannot be true or false, so nobody can agree or disagree. Often the title is a slip of the
    pen for a claim that is there: then the reasons below it hang on nothing, and the map looks right at first sight.

    ## Flagged

    ```argdown
    [Guardrails]: Fine-tuning removes the guardrails of a model.

    [Open weights]: Weights should be released.
      - [Gaurdrails]  // finding: STR206
      + [Research]  // finding: STR206
      + [Privacy]: A model at home keeps a diary private.
    ```

    ## Accepted

    ```argdown
    [Open weights]: Weights should be released.
      - [Guardrails]

    [Guardrails]: Fine-tuning removes the guardrails of a model.
    ```

    A sketch of titles alone:

    ```argdown
    [Weights should be released]
      - [Fine-tuning removes guardrails]
      + [A model at home keeps a diary private]
    ```

    ## How it is fixed

    A title that is a slip of the pen away from that of another claim becomes that title.
    """
    for name, meant in subject.shared(unsaid).meant.items():
        claim = subject.map[name]
        if isinstance(claim, Claim):
            hint = "" if meant is None else f" Did you mean [{meant.title}]?"
            yield Found(
                claim,
                f"{subject.name(claim)} is named, but never put into words.{hint} Write its sentence behind its "
                "title and a colon.",
                fix=None if meant is None else renaming(claim, meant.title or "", subject.source),
            )
