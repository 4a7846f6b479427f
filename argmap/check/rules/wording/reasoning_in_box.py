"""WRD103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.check.words.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("WRD103", profiles=("strict", "analysis", "classroom"))
def reasoning_in_box(subject: Subject) -> Iterator[Found]:
    """One claim holds a reason and what it is a reason for.

    ## What it does

    Looks inside claims for words that draw a conclusion or give a reason: therefore, thus, hence, because, it follows
    that ... Words that often do something else (since, so, as) are not looked for, nor are "because of" and "not
    because", nor anything in quotation marks. The texts of arguments may hold such words.

    The gist of an argument that is not spelt out counts as a claim.

    ## Why it matters

    A map shows reasoning by its lines. If the step from reason to conclusion is hidden inside one box, nobody can
    attack the reason, or the step, or the conclusion alone. Split it, and the map shows which of the three a critic
    means.

    ## Flagged

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Equal]: Uniforms hide who has money, therefore they prevent bullying.  // finding: WRD103
      - [Dear]: Uniforms burden families because they cost more than plain clothes.  // finding: WRD103
    ```

    ```argdown
    ===
    language: de
    ===

    [Pausen]: Die Pausen sollten länger sein.
      + [Konzentration]: Kinder lernen besser, weil sie sich bewegen.  // finding: WRD103
    ```

    ## Accepted

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Bullying]: Uniforms prevent bullying.
        + [Equal]: Uniforms hide who has money.
      - [Rain]: Few pupils stay at home because of rain.
      - [Motive]: Schools do not ask for uniforms only because they like them.
    ```

    ## References

    - Tim van Gelder and others, the tutorials of Reason!Able: no reasoning in boxes.
    """
    done = None
    for phrase in phrases(subject, "inference-words"):
        record = phrase.record
        idle = subject.words(record).hits("no-inference")
        if record is done or any(start <= phrase.first < end for start, end in idle):
            continue
        done = record
        yield Found(
            record,
            f'{subject.name(record)} holds reasoning: see "{phrase.said}". '
            "Write the reason and what it is a reason for as two claims, one supporting the other.",
            span=phrase.place(subject),
        )
